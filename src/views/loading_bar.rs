//! A sign that the next page is on its way.

use crate::app::use_stage;
use crate::words;
use leptos::prelude::*;

/// A bar along the top while the next page keeps the reader waiting.
#[component]
pub fn LoadingBar() -> impl IntoView {
    let is_loading = use_stage().is_loading;
    view! { <div class="loading-bar" role="progressbar" aria-label=words::LOADING hidden=move || !is_loading.get()></div> }
}
