//! The kinds of pages. Each has a file, which says where such a page is, what it says of itself, and what it shows
//! ([`PageKind`]). [`Page`] is the list of them: the compiler asks for all that a new one needs.

mod article;
mod front;
mod kind;
mod not_found;
mod related;
mod section;
#[cfg(not(target_arch = "wasm32"))]
mod standing;
#[cfg(not(target_arch = "wasm32"))]
mod style;
#[cfg(not(target_arch = "wasm32"))]
mod tools;

use crate::stage::Shown;
use leptos::prelude::*;
use strait_markup::Node;
use strait_model::paths::{Address, Answer, MachineFile};
use strait_model::{Article, Image, SectionPath, Site};
use strait_wire::{FromJson, Json};

pub use article::ArticlePage;
pub use front::FrontPage;
pub use kind::PageKind;
pub use not_found::NotFoundPage;
pub use related::RelatedPage;
pub use section::SectionPage;
#[cfg(not(target_arch = "wasm32"))]
pub use {
    standing::{Corrected, CorrectedList, StandingPage},
    style::PageStyle,
    tools::ToolPage,
};

/// All that a page shows, as data.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// `/`
    Front(FrontPage),
    /// `/section/…/` and its archive
    Section(SectionPage),
    /// `/article/ID/`
    Article(ArticlePage),
    /// `/article/ID/related/`
    Related(RelatedPage),
    /// A page that stands beside the news: `/about/`, `/corrections/`
    #[cfg(not(target_arch = "wasm32"))]
    Standing(Box<StandingPage>),
    /// A page whose work is done by a script of its own: `/search/`, `/embed/`
    #[cfg(not(target_arch = "wasm32"))]
    Tool(ToolPage),
    /// Whatever else
    NotFound(NotFoundPage),
}

/// Asks a page, of whatever kind it is.
macro_rules! of_each {
    ($self:ident, $page:ident => $answer:expr) => {
        match $self {
            Page::Front($page) => $answer,
            Page::Section($page) => $answer,
            Page::Article($page) => $answer,
            Page::Related($page) => $answer,
            #[cfg(not(target_arch = "wasm32"))]
            Page::Standing($page) => $answer,
            #[cfg(not(target_arch = "wasm32"))]
            Page::Tool($page) => $answer,
            Page::NotFound($page) => $answer,
        }
    };
}

impl Page {
    /// Reads what the page at an address shows. None: it is something else.
    pub fn read(address: &Address, json: &Json) -> Option<Page> {
        Some(match address {
            Address::Front => Page::Front(FrontPage(FromJson::from_json(json)?)),
            Address::Section(_) | Address::Archive(..) => Page::Section(SectionPage(FromJson::from_json(json)?)),
            Address::Article(_) => Page::Article(ArticlePage(FromJson::from_json(json)?)),
            Address::Related(_) => RelatedPage::of(FromJson::from_json(json)?).map_or(Page::NOWHERE, Page::Related),
            // It comes with its printed page alone.
            Address::Tool(_) => Page::NOWHERE,
            #[cfg(not(target_arch = "wasm32"))]
            Address::Standing(_) | Address::Corrections(_) => Page::NOWHERE,
        })
    }

    /// The page of whatever leads nowhere.
    pub const NOWHERE: Page = Page::NotFound(NotFoundPage);

    /// As the first page on screen.
    pub fn shown(&self) -> Shown {
        Shown { visit: 0, address: self.address(), section: self.section().cloned() }
    }
}

impl PageKind for Page {
    fn address(&self) -> Option<Address> {
        of_each!(self, page => page.address())
    }

    fn title(&self, site: &Site) -> String {
        of_each!(self, page => page.title(site))
    }

    fn description(&self, site: &Site) -> String {
        of_each!(self, page => page.description(site))
    }

    fn section(&self) -> Option<&SectionPath> {
        of_each!(self, page => page.section())
    }

    fn feed(&self) -> Option<&SectionPath> {
        of_each!(self, page => page.feed())
    }

    fn picture(&self) -> Option<&Image> {
        of_each!(self, page => page.picture())
    }

    fn article(&self) -> Option<&Article> {
        of_each!(self, page => page.article())
    }

    fn oembed<'a>(&'a self, site: &'a Site, answer: Answer) -> Option<(&'a str, MachineFile<'a>)> {
        of_each!(self, page => page.oembed(site, answer))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn style(&self) -> PageStyle {
        of_each!(self, page => page.style())
    }

    fn view(self) -> Node {
        of_each!(self, page => page.view())
    }
}

/// The page on screen.
#[component]
pub fn PageView(
    /// What was fetched.
    page: Page,
) -> Node {
    page.view()
}
