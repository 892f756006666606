//! What every view may ask for, and all that can change on screen.

use crate::words::Words;
use leptos::prelude::*;
use std::sync::Arc;
use strait_model::paths::{Address, Paths};
use strait_model::{SectionPath, Site};

/// Which page is on screen, among those that are laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Counts the pages that are laid out, from 0, the page that was printed.
    pub visit: u32,
    /// Where it is; none for a page that is nowhere.
    pub address: Option<Address>,
    /// The section that the masthead marks.
    pub section: Option<SectionPath>,
}

impl Shown {
    /// Whether it stands in a section, or below it.
    pub fn is_in(&self, section: &SectionPath) -> bool {
        self.section.as_ref().is_some_and(|own| own.lineage().any(|above| above == *section))
    }
}

/// What can change on screen. The press sets it once; the reader drives it.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The page on screen.
    pub shown: RwSignal<Shown>,
    /// Whether the next page has kept the reader waiting.
    pub is_loading: RwSignal<bool>,
    /// What went wrong with the next page, while the last one stays.
    pub trouble: RwSignal<Option<Trouble>>,
    /// What a screen reader is told.
    pub announcement: RwSignal<String>,
}

/// A page that could not be shown.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// What happened, in a few words.
    pub title: &'static str,
    /// Why, in words.
    pub words: String,
    /// Where it is, as a plain link.
    pub href: String,
    /// Tries again.
    pub try_again: Callback<()>,
}

impl Stage {
    /// A stage with its first page.
    pub fn new(shown: Shown) -> Stage {
        Stage {
            shown: RwSignal::new(shown),
            is_loading: RwSignal::new(false),
            trouble: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
        }
    }
}

/// Gives every view below what it may ask for.
pub fn set_up(site: Arc<Site>) {
    provide_context(Arc::new(Paths::of(&site)));
    provide_context(site);
}

/// The paper, for any view.
pub fn use_site() -> Arc<Site> {
    expect_context()
}

/// The addresses, for any view.
pub fn use_paths() -> Arc<Paths> {
    expect_context()
}

/// The words of the paper's script, for any view.
pub fn use_words() -> &'static Words {
    Words::of(&use_site().language)
}

/// What can change on screen, for the views around the pages.
pub fn use_stage() -> Stage {
    expect_context()
}
