//! The frame around the pages: masthead, the page on screen, footer.

use crate::stage::use_words;
use crate::views::{Announcement, Footer, LoadingBar, Masthead, TroubleNotice};
use leptos::prelude::*;
use strait_markup::{Node, view};

/// The whole paper: all that stands in `<body>`, around a page.
///
/// It is printed, and mounted where nothing was. The reader makes its live parts live by their own views
/// ([`LoadingBar`], [`TroubleNotice`], [`Announcement`]), and marks the masthead (`reader::marks`).
#[component]
pub fn App(
    /// What stands in `<main>`.
    page: Node,
) -> Node {
    view! {
        <a class="skip-link" href="#content">{use_words().skip_to_content}</a>
        <LoadingBar/>
        <Masthead/>
        <main id="content" tabindex="-1"><div class="page">{page}</div></main>
        <Footer/>
        <TroubleNotice/>
        <Announcement/>
    }
}
