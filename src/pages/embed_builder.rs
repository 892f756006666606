//! `/embed/`

use crate::app::{use_paths, use_words};
use crate::paths::Address;
use leptos::prelude::*;

/// Where partners make what they paste into their pages: in words, and by hand. The tools come with the printed
/// page (`public/embed-builder.js`) and fill the place that is kept for them.
#[component]
pub fn EmbedBuilderPage() -> impl IntoView {
    let words = use_words();
    let embeds = use_paths().canonical(&Address::EmbedBuilder);
    let by_hand = format!(
        "<iframe src=\"{embeds}article/ID/\" title=\"…\" width=\"100%\" height=\"450\" frameborder=\"0\" loading=\"lazy\"></iframe>"
    );
    view! {
        <div class="embed-builder-page">
            <h1 class="page-title" tabindex="-1">{words.embed_our_news}</h1>
            <p>{words.embed_intro}</p>
            <div class="embed-builder"></div>
            <h2>{words.embed_by_hand}</h2>
            <p>{words.embed_by_hand_note}</p>
            <pre class="embed-code" tabindex="0"><code>{by_hand}</code></pre>
        </div>
    }
}
