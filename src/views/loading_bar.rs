//! A sign that the next page is on its way.

use crate::stage::{use_stage, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};

/// A bar along the top while the next page keeps the reader waiting.
#[component]
pub fn LoadingBar() -> Node {
    let (words, is_loading) = (use_words(), use_stage().is_loading);
    view! { <div class="loading-bar" role="progressbar" aria-label=words.loading hidden=move || !is_loading.get()></div> }
}
