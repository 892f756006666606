//! The frame around the pages: masthead, the page on screen, footer.

use crate::model::Site;
use crate::pages::{Page, PageView};
use crate::paths::Paths;
use crate::views::{Footer, LoadingBar, Masthead, TroubleNotice};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// A page on screen. Each visit has a number of its own, so that its DOM is new and nothing of
/// the last page (a picture still loading, an open menu) is left in it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Counts up from 0, the page that was printed.
    pub visit: u32,
    /// What is shown.
    pub page: Page,
}

/// What can change on screen. The press sets it once; the reader drives it.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The page.
    pub shown: RwSignal<Shown>,
    /// Whether the next page has kept the reader waiting.
    pub is_loading: RwSignal<bool>,
    /// What went wrong with the next page, while the last one stays.
    pub trouble: RwSignal<Option<Trouble>>,
    /// What a screen reader is told.
    pub announcement: RwSignal<String>,
    /// Milliseconds since 1970; none in print, so that a printed page is the same at any hour.
    pub now: RwSignal<Option<f64>>,
}

/// A page that could not be shown.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// Why, in words.
    pub words: String,
    /// Where it is, as a plain link.
    pub href: String,
    /// Tries again.
    pub try_again: Callback<()>,
}

impl Stage {
    /// A stage with its first page.
    pub fn new(page: Page) -> Stage {
        Stage {
            shown: RwSignal::new(Shown { visit: 0, page }),
            is_loading: RwSignal::new(false),
            trouble: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            now: RwSignal::new(None),
        }
    }
}

/// The whole paper: all that stands in `<body>`.
#[component]
pub fn App(site: Arc<Site>, stage: Stage) -> impl IntoView {
    provide_context(Arc::new(Paths::of(&site)));
    provide_context(site);
    provide_context(stage);
    view! {
        <a class="skip-link" href="#content">{words::SKIP_TO_CONTENT}</a>
        <LoadingBar/>
        <Masthead/>
        <main id="content" tabindex="-1">
            <For each=move || [stage.shown.get()] key=|shown| shown.visit children=|shown| view! { <PageView page=shown.page/> }/>
        </main>
        <Footer/>
        <TroubleNotice/>
        <p class="visually-hidden" role="status">{move || stage.announcement.get()}</p>
    }
}

/// The paper, for any view.
pub fn use_site() -> Arc<Site> {
    expect_context()
}

/// The addresses, for any view.
pub fn use_paths() -> Arc<Paths> {
    expect_context()
}

/// What can change on screen, for the views that follow it.
pub fn use_stage() -> Stage {
    expect_context()
}
