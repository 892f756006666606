//! Which section an item belongs to: as its source tells it, and as the house has it.

mod catalogue;
mod find;
mod readings;
mod segment;
mod tree;

pub use catalogue::{Catalogue, Category};
pub use find::{find, find_by_hints};
pub use segment::in_latin_letters;
pub use tree::{Placed, Tree};

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use strait_model::{Section, SectionPath, Site, Subject};

/// Sections in sections are followed so deep.
const DEEPEST: usize = 8;
/// Of words that a source only lists, no more are taken for a way down a tree.
const DEEPEST_LISTED: usize = 4;

/// A section as its source calls it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Its name.
    pub name: String,
    /// What the source's addresses call it; empty where they do not.
    pub slug: String,
    /// A word for machines, where a source only lists its sections with one; a new section is called so in addresses.
    pub term: String,
    /// What the source says that it is about; may be empty.
    pub about: String,
}

/// Sections from the top down, each within the one before it.
pub type Trail = Vec<Label>;

impl Label {
    /// A section of which only the name is known.
    pub fn named(name: impl Into<String>) -> Label {
        Label { name: name.into(), ..Label::default() }
    }

    /// The slug as it is read: addresses write what is not ASCII in hexadecimal.
    fn slug_in_words(&self) -> String {
        percent_decode_str(&self.slug).decode_utf8_lossy().into_owned()
    }

    /// What is always the same of it.
    fn key(&self) -> String {
        if self.slug.is_empty() { self.name.to_lowercase() } else { self.slug.clone() }
    }
}

/// The trails that names make which a source lists: each that is written as a breadcrumb (`a > b`) is one; all others
/// together are one, in the order given.
pub fn listed(names: Vec<String>) -> Vec<Trail> {
    listed_labels(names.into_iter().map(Label::named).collect())
}

/// The same of names that come with a word for machines.
pub fn listed_labels(labels: Vec<Label>) -> Vec<Trail> {
    const BETWEEN: [char; 4] = ['>', '›', '»', '＞'];
    let (joined, plain): (Trail, Trail) = labels.into_iter().partition(|label| label.name.contains(BETWEEN));
    let labels = |label: &Label| -> Trail {
        let names = label.name.split(BETWEEN).map(str::trim).filter(|name| !name.is_empty());
        names.map(Label::named).collect()
    };
    let listed: Trail = plain.into_iter().take(DEEPEST_LISTED).collect();
    joined.iter().map(labels).chain([listed]).filter(|trail| !trail.is_empty()).collect()
}

/// Leaves out the keywords that are sections: of those that lead to an item's own, and of all that its source names.
pub fn leave_out(site: &Site, section: &SectionPath, trails: &[Trail], subjects: &mut Vec<Subject>) {
    let of_house: Vec<String> =
        site.sections.iter().flat_map(Section::flatten).map(|section| section.name.to_lowercase()).collect();
    let told = trails.iter().flatten().map(|label| label.name.to_lowercase()).filter(|name| of_house.contains(name));
    let above = site.trail(section).into_iter().map(|section| section.name.to_lowercase());
    let sections: Vec<String> = told.chain(above).collect();
    subjects.retain(|subject| !sections.contains(&subject.name.to_lowercase()));
}

/// The sections that a source names, in words.
pub fn told(trails: &[Trail], hints: &[String]) -> String {
    let names = trails.iter().flatten().flat_map(|label| [label.name.clone(), label.slug.clone()]).chain(hints.iter().cloned());
    let mut told: Vec<String> = vec![];
    for name in names.filter(|name| !name.is_empty()) {
        if !told.contains(&name) {
            told.push(name);
        }
    }
    told.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_make_one_trail_unless_they_are_breadcrumbs() {
        let trails = |names: &[&str]| -> Vec<String> {
            let trails = listed(names.iter().map(|name| (*name).to_owned()).collect());
            trails.iter().map(|trail| trail.iter().map(|label| label.name.as_str()).collect::<Vec<_>>().join("/")).collect()
        };
        assert_eq!(trails(&["潮闻", "鹭岛", "街巷"]), ["潮闻/鹭岛/街巷"]);
        assert_eq!(trails(&["潮闻 > 鹭岛 ›街巷", "潮闻>体育"]), ["潮闻/鹭岛/街巷", "潮闻/体育"]);
        assert_eq!(trails(&[]), Vec::<String>::new());
        assert_eq!(trails(&["a", "b", "c", "d", "e"]), ["a/b/c/d"]);
    }
}
