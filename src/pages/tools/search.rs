//! `/search/`

use crate::app::use_site;
use crate::paths::Paths;
use crate::words::tools::search::Words;
use leptos::prelude::*;

/// Finds articles by their words. The form sends an address that can be shared, with or without scripts.
#[component]
pub fn SearchPage() -> impl IntoView {
    let site = use_site();
    let words = Words::of(&site.language);
    view! {
        <div class="search-page">
            <h1 class="page-title" tabindex="-1">{words.title}</h1>
            <p>{words.intro}</p>
            <div data-tool="search" data-index=Paths::search_index(&site)></div>
            <noscript><p>{words.needs_scripts}</p></noscript>
        </div>
    }
}
