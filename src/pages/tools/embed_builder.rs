//! `/embed/`

use crate::stage::{use_paths, use_site};
use crate::words::partners::Words;
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::paths::{Address, Tool};

/// Where partners make what they paste into their pages: in words, and by hand. The tools come with the printed
/// page (`scripts/tools/embed.js`) and fill the place that is kept for them.
#[component]
pub fn EmbedBuilderPage() -> Node {
    let words = Words::of(&use_site().language);
    let embeds = use_paths().canonical(&Address::Tool(Tool::EmbedBuilder));
    let by_hand = format!(
        "<iframe src=\"{embeds}article/ID/\" title=\"…\" width=\"100%\" height=\"450\" frameborder=\"0\" loading=\"lazy\"></iframe>"
    );
    view! {
        <div class="embed-builder-page">
            <h1 class="page-title" tabindex="-1">{words.title}</h1>
            <p>{words.intro}</p>
            <div class="embed-builder" data-tool="embed"></div>
            <h2>{words.by_hand}</h2>
            <p>{words.by_hand_note}</p>
            <pre class="embed-code" tabindex="0"><code>{by_hand}</code></pre>
        </div>
    }
}
