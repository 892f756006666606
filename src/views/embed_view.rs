//! Something of another provider.

use crate::stage::{use_paths, use_site, use_words};
use strait_markup::{Node, view};
use strait_model::Embed;
use strait_model::paths::safe_href;

/// Something of another provider: a link until somebody asks for it to be loaded here (`scripts/tools/player.js`).
pub fn embed_view(embed: Embed) -> Node {
    let words = use_words();
    let Embed { anchor, provider, src, href, title } = embed;
    let player = use_site().player(&provider, &src).cloned();
    let name = player.as_ref().map_or(provider, |player| player.name.clone());
    let link = safe_href(&use_paths(), &href).map(|href| view! { <a href=href rel="noopener">{words.open_there}</a> });
    let button = player.map(|_| {
        view! {
            <button class="button can-load" type="button" data-tool="player" data-src=src>{words.load_embed}</button>
            <span class="embed__note can-load">{words.embed_note}</span>
        }
    });
    view! {
        <figure class="embed" id=anchor>
            <p class="embed__title"><span class="kicker">{words.embed_from}" · "{name}</span>{title}</p>
            <p class="embed__actions">{button}{link}</p>
        </figure>
    }
}
