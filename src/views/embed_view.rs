//! Something of another provider.

use crate::app::{use_paths, use_site, use_words};
use crate::model::Embed;
use crate::paths::safe_href;
use leptos::prelude::*;

/// Something of another provider: a link until the reader asks for it to be loaded here.
#[component]
pub fn EmbedView(embed: Embed) -> impl IntoView {
    let words = use_words();
    let Embed { anchor, provider, src, href, title } = embed;
    let player = use_site().player(&provider, &src).cloned();
    let (is_loaded, set_is_loaded) = signal(false);
    let name = player.as_ref().map_or(provider, |player| player.name.clone());
    let link = safe_href(&use_paths(), &href).map(|href| view! { <a href=href rel="noopener">{words.open_there}</a> });
    let frame_title = title.clone();
    let frame = move || {
        is_loaded.get().then(|| {
            let sandbox = "allow-scripts allow-same-origin allow-popups allow-presentation";
            view! {
                <iframe src=src.clone() title=frame_title.clone() sandbox=sandbox allow="fullscreen" referrerpolicy="no-referrer"></iframe>
            }
        })
    };
    let button = player.is_some().then(|| {
        view! {
            <button class="button needs-reader" type="button" hidden=move || is_loaded.get() on:click=move |_| set_is_loaded.set(true)>
                {words.load_embed}
            </button>
            <span class="embed__note needs-reader" hidden=move || is_loaded.get()>{words.embed_note}</span>
        }
    });
    view! {
        <figure class="embed" id=anchor>
            <p class="embed__title"><span class="kicker">{words.embed_from}" · "{name}</span>{title}</p>
            {frame}
            <p class="embed__actions">{button}{link}</p>
        </figure>
    }
}
