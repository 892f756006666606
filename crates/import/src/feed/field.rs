//! One element of a feed.

use super::base::Base;

/// An element in an entry.
#[derive(Debug, Default)]
pub struct Field {
    /// Its names from the entry down, in lower case: `media:content/media:credit`.
    pub path: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// What is in it, its entities resolved once.
    pub text: String,
    /// What is in it as it was written, with the tags.
    pub markup: String,
    /// Whether there are elements in it.
    pub has_elements: bool,
    /// Of which page its addresses are, where it says so.
    pub base: Base,
}

impl Field {
    /// An attribute; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.trim())
    }
    /// Whether there is anything in it.
    pub fn is_filled(&self) -> bool {
        !self.text.trim().is_empty() || self.has_elements
    }
}
