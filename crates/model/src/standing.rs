//! Pages that stand beside the news: about, contact, privacy. No reader (WASM) opens them in place.

use crate::setting::PageName;
use serde::Serialize;

/// A link to a standing page, which every page of the paper has.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PageLink {
    /// What the page is called in its address.
    pub name: PageName,
    /// What it is called by readers.
    pub title: String,
    /// What the link says.
    pub label: String,
    /// Where the link stands.
    pub place: PagePlace,
}

/// Where the link to a standing page stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum PagePlace {
    /// At the end of each page.
    #[default]
    Footer,
    /// Beside the sections, above each page.
    Menu,
}
