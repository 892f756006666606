//! What the house asks of a page.

#[cfg(not(target_arch = "wasm32"))]
use super::style::PageStyle;
use strait_markup::Node;
use strait_model::paths::{Address, Answer, MachineFile};
use strait_model::{Article, Image, SectionPath, Site};

/// A kind of page: all that it shows, as data. What few pages have, a page has not unless it says so.
pub trait PageKind {
    /// Where the page is; none for one that is nowhere.
    fn address(&self) -> Option<Address>;

    /// What the browser tab says.
    fn title(&self, site: &Site) -> String;

    /// What search engines and cards say of it.
    fn description(&self, site: &Site) -> String {
        site.tagline.clone().unwrap_or_else(|| site.name.clone())
    }

    /// The section that the masthead marks.
    fn section(&self) -> Option<&SectionPath> {
        None
    }

    /// The section whose feeds it names, before those of the paper.
    fn feed(&self) -> Option<&SectionPath> {
        None
    }

    /// The picture that stands for the page.
    fn picture(&self) -> Option<&Image> {
        None
    }

    /// The article that a page is, unless it is withdrawn.
    fn article(&self) -> Option<&Article> {
        None
    }

    /// What sites that embed the page are told: its name, and where they ask.
    fn oembed<'a>(&'a self, _site: &'a Site, _answer: Answer) -> Option<(&'a str, MachineFile<'a>)> {
        None
    }

    /// Which CSS stands in it.
    #[cfg(not(target_arch = "wasm32"))]
    fn style(&self) -> PageStyle {
        PageStyle::List
    }

    /// What is on screen.
    fn view(self) -> Node;
}
