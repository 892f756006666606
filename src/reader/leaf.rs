//! A page as the reader knows it, and what goes with it.

use super::desk;
use super::document_head::HeadElements;
use crate::head::Head;
use crate::pages::{Page, PageKind};
use crate::stage::Shown;
use leptos::prelude::document;
use std::cell::RefCell;
use strait_model::paths::{Address, Paths};
use strait_model::{SectionPath, Site};
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, Url};

/// A page as the reader knows it: one that it fetched, or the one that was printed.
pub struct Leaf {
    /// Where it is; none for a page that is nowhere.
    pub address: Option<Address>,
    /// What goes with it in the document's head.
    pub head: HeadElements,
    section: Option<SectionPath>,
    /// What it shows; none for the printed one, which shows it already.
    news: Option<News>,
}

/// What a page shows: read, until it is laid out; then as the text that came, for laying it out again.
struct News {
    read: RefCell<Option<Page>>,
    text: String,
}

impl Leaf {
    /// A page that was fetched, and the text that it was read from.
    pub fn fetched(site: &Site, page: Page, text: String) -> Leaf {
        let (address, section) = (page.address(), page.section().cloned());
        let head = HeadElements::of(&Head::of(site, &page));
        Leaf { address, section, head, news: Some(News { read: RefCell::new(Some(page)), text }) }
    }

    /// Whether it can be laid out.
    pub fn has_news(&self) -> bool {
        self.news.is_some()
    }

    /// What it shows, for laying it out.
    pub fn page(&self) -> Page {
        let news = |news: &News| news.read.take().or_else(|| desk::read_page(self.address.as_ref()?, &news.text).ok());
        self.news.as_ref().and_then(news).unwrap_or(Page::NOWHERE)
    }

    /// The page that was printed. Its address is the canonical one: that of the window may have changed since.
    pub fn printed(paths: &Paths) -> Leaf {
        let canonical = document().query_selector("link[rel=canonical]").ok().flatten();
        let pathname = canonical.and_then(|link| Url::new(&link.get_attribute("href")?).ok()).map(|url| url.pathname());
        let address = pathname.and_then(|pathname| paths.parse(&pathname));
        Leaf { address, section: marked_section(paths), head: HeadElements::printed(), news: None }
    }

    /// The same, on screen.
    pub fn shown(&self, visit: u32) -> Shown {
        Shown { visit, address: self.address.clone(), section: self.section.clone() }
    }
}

/// The section that the masthead marks, of those below one another the lowest.
fn marked_section(paths: &Paths) -> Option<SectionPath> {
    let marked = document().query_selector_all(".masthead__sections [aria-current]").ok()?;
    let last = marked.item(marked.length().checked_sub(1)?)?.dyn_into::<HtmlAnchorElement>().ok()?;
    match paths.parse(&last.pathname())? {
        Address::Section(section) => Some(section),
        _ => None,
    }
}
