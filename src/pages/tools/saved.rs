//! `/saved/`

use crate::app::use_site;
use crate::words::tools::saved::Words;
use leptos::prelude::*;

/// What this reader kept, read, and may read without a network.
#[component]
pub fn SavedPage() -> impl IntoView {
    let words = Words::of(&use_site().language);
    view! {
        <div class="saved-page">
            <h1 class="page-title" tabindex="-1">{words.title}</h1>
            <p>{words.intro}</p>
            <div data-tool="saved"></div>
            <noscript><p>{words.needs_scripts}</p></noscript>
        </div>
    }
}
