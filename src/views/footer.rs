//! The end of each page.

#[cfg(not(target_arch = "wasm32"))]
use super::{licences::licences, standing_links::standing_links};
use crate::stage::{use_paths, use_site, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};
#[cfg(not(target_arch = "wasm32"))]
use strait_model::PagePlace;
use strait_model::paths::{Address, Tool};

/// All sections, and who publishes the paper.
#[component]
pub fn Footer() -> Node {
    let words = use_words();
    let (site, paths) = (use_site(), use_paths());
    let sections = site.sections.iter().map(|section| {
        let href = paths.page(&Address::Section(section.path.clone()));
        view! { <li><a href=href>{section.name.clone()}</a></li> }
    });
    let embed = site.has_embeds().then(|| paths.page(&Address::Tool(Tool::EmbedBuilder)));
    let embed = embed.map(|href| view! { <p class="footer__embed"><a href=href rel="external">{words.embed_our_news}</a></p> });
    let imprint = site.imprint.iter().map(|line| view! { <p>{line.clone()}</p> });
    view! {
        <footer class="footer">
            <nav aria-label=words.footer><ul>{sections.collect::<Node>()}{standing()}</ul></nav>
            <div class="footer__imprint">
                <p class="footer__name">{site.name.clone()}</p>
                {imprint.collect::<Node>()}
                {licences()}
                <p>{site.copyright_notice.clone()}</p>
            </div>
            {embed}
            <p class="footer__top"><a href="#content">{words.back_to_top}</a></p>
        </footer>
    }
}

/// The pages about the paper itself.
#[cfg(not(target_arch = "wasm32"))]
fn standing() -> Node {
    standing_links(PagePlace::Footer)
}

/// A footer that the reader builds by itself, where nothing was printed, goes without.
#[cfg(target_arch = "wasm32")]
fn licences() -> Node {
    ().into()
}

/// The same.
#[cfg(target_arch = "wasm32")]
fn standing() -> Node {
    ().into()
}
