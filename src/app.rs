//! The frame around the pages: masthead, the page on screen, footer.

use crate::model::Site;
use crate::pages::{Page, PageView};
use crate::paths::Paths;
use crate::views::{Footer, LoadingBar, Masthead, TroubleNotice};
use crate::words::Words;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// A page that is laid out. Each has DOM of its own, so that nothing of the last page (a picture
/// still loading, a place in a film) is left in the next, and going back finds the page as it was.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Counts up from 0, the page that was printed.
    pub visit: u32,
    /// What is on it.
    pub page: Arc<Page>,
    /// Whether all of it is laid out at once; else what is below the first screen comes after the
    /// headline was painted.
    pub is_whole: bool,
    /// Whether it is laid out before anybody wants it.
    pub is_ahead: bool,
}

/// What can change on screen. The press sets it once; the reader drives it.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The page on screen.
    pub shown: RwSignal<Sheet>,
    /// The pages that are laid out, among them the one on screen.
    pub sheets: RwSignal<Vec<Sheet>>,
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
    pub fn new(page: Page) -> Stage {
        let sheet = Sheet { visit: 0, page: Arc::new(page), is_whole: true, is_ahead: false };
        Stage {
            shown: RwSignal::new(sheet.clone()),
            sheets: RwSignal::new(vec![sheet]),
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
    set_up(site, stage);
    let words = use_words();
    view! {
        <a class="skip-link" href="#content">{words.skip_to_content}</a>
        <LoadingBar/>
        <Masthead/>
        <main id="content" tabindex="-1">
            <For each=move || stage.sheets.get() key=|sheet| sheet.visit children=|sheet| view! { <SheetView sheet/> }/>
        </main>
        <Footer/>
        <TroubleNotice/>
        <p class="visually-hidden" role="status">{move || stage.announcement.get()}</p>
    }
}

/// Gives every view below what it may ask for.
pub fn set_up(site: Arc<Site>, stage: Stage) {
    provide_context(Arc::new(Paths::of(&site)));
    provide_context(site);
    provide_context(stage);
}

/// A page that is laid out; hidden unless it is the one on screen.
#[component]
pub fn SheetView(sheet: Sheet) -> impl IntoView {
    let Sheet { visit, page, is_whole, is_ahead } = sheet;
    let shown = use_stage().shown;
    let is_unfolded = RwSignal::new(is_whole);
    provide_context(Unfolded(is_unfolded));
    if !is_whole {
        Effect::new(move |_| {
            if shown.with(|shown| shown.visit == visit) {
                after_paint(move || is_unfolded.set(true));
            }
        });
    }
    view! {
        <div
            class="page"
            data-ahead=move || (is_ahead && !is_unfolded.get()).then_some("")
            hidden=move || shown.with(|shown| shown.visit != visit)
        >
            <PageView page=Arc::unwrap_or_clone(page)/>
        </div>
    }
}

/// Whether what is below the first screen of a page may be laid out.
#[derive(Clone, Copy)]
struct Unfolded(RwSignal<bool>);

/// Does something in a task after the next paint.
pub fn after_paint(act: impl FnOnce() + 'static) {
    // A frame's callback runs before its paint, a timer's after it.
    request_animation_frame(move || set_timeout(act, Duration::ZERO));
}

/// Lays a part of a page out after its headline was painted; at once in print and on waking up.
///
/// A keyed list of one or none: unlike a closure in a view it never needs code that changes what
/// was laid out, which weighs 2 KB for each place.
pub fn later<V>(view: impl FnOnce() -> V + Send + Sync + 'static) -> impl IntoView
where
    V: IntoView + 'static,
{
    let Unfolded(is_unfolded) = expect_context();
    let view = StoredValue::new(Some(view));
    let lay_out = move |()| view.try_update_value(Option::take).flatten().map(|view| view());
    view! { <For each=move || is_unfolded.get().then_some(()) key=|()| () children=lay_out/> }
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

/// What can change on screen, for the views that follow it.
pub fn use_stage() -> Stage {
    expect_context()
}
