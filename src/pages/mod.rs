//! The routes: what each is made of. A page takes what was fetched and shows it.

mod article;
mod front;
mod not_found;
mod related;
mod section;
#[cfg(not(target_arch = "wasm32"))]
mod tools;

use crate::model::{Front, Image, SectionList, SectionPath, Story};
use crate::paths::Address;
#[cfg(not(target_arch = "wasm32"))]
use crate::paths::Tool;
use article::ArticlePage;
use front::FrontPage;
use leptos::prelude::*;
use not_found::NotFoundPage;
use related::RelatedPage;
use section::SectionPage;
use strait_markup::{Node, view};

/// All that a page shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// `/`
    Front(Box<Front>),
    /// `/section/…/` and its archive
    Section(Box<SectionList>),
    /// `/article/ID/`
    Article(Box<Story>),
    /// `/article/ID/related/`
    Related(Box<Story>),
    /// A page whose work is done by a script of its own: `/search/`, `/embed/`
    #[cfg(not(target_arch = "wasm32"))]
    Tool(Tool),
    /// Whatever else
    NotFound,
}

impl Page {
    /// Where the page is; none for one that is nowhere.
    pub fn address(&self) -> Option<Address> {
        match self {
            Page::Front(_) => Some(Address::Front),
            Page::Section(list) => Some(match list.page {
                Some(page) => Address::Archive(list.section.clone(), page),
                None => Address::Section(list.section.clone()),
            }),
            Page::Article(story) => Some(Address::Article(story.article.id.clone())),
            Page::Related(story) => Some(Address::Related(story.article.id.clone())),
            #[cfg(not(target_arch = "wasm32"))]
            Page::Tool(tool) => Some(Address::Tool(*tool)),
            Page::NotFound => None,
        }
    }

    /// The section that the masthead marks.
    pub fn section(&self) -> Option<&SectionPath> {
        match self {
            Page::Section(list) => Some(&list.section),
            Page::Article(story) | Page::Related(story) => Some(&story.article.section),
            _ => None,
        }
    }

    /// The picture that stands for the page.
    pub fn picture(&self) -> Option<&Image> {
        match self {
            Page::Front(front) => front.lead.as_ref()?.picture.as_ref(),
            Page::Section(list) => list.headlines.first()?.picture.as_ref(),
            Page::Article(story) | Page::Related(story) => story.article.lead.as_ref(),
            _ => None,
        }
    }
}

/// The page on screen.
#[component]
pub fn PageView(page: Page) -> Node {
    match page {
        Page::Front(front) => view! { <FrontPage front=*front/> },
        Page::Section(list) => view! { <SectionPage list=*list/> },
        Page::Article(story) => view! { <ArticlePage story=*story/> },
        Page::Related(story) => view! { <RelatedPage story=*story/> },
        Page::NotFound => view! { <NotFoundPage/> },
        #[cfg(not(target_arch = "wasm32"))]
        Page::Tool(tool) => tools::tool_page(tool),
    }
}
