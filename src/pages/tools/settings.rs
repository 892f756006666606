//! `/settings/`

use crate::app::use_site;
use crate::words::tools::settings::Words;
use leptos::prelude::*;

/// How this reader wants the paper.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let words = Words::of(&use_site().language);
    view! {
        <div class="settings-page">
            <h1 class="page-title" tabindex="-1">{words.title}</h1>
            <p>{words.intro}</p>
            <div data-tool="settings"></div>
            <noscript><p>{words.needs_scripts}</p></noscript>
        </div>
    }
}
