//! Where the reader is.

use crate::stage::{use_paths, use_site, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::Section;
use strait_model::paths::Address;

/// The line from the front page down to here; each part but the last is a link.
#[component]
pub fn Breadcrumb(trail: Vec<Section>, #[prop(into)] here: String) -> Node {
    let words = use_words();
    let paths = use_paths();
    let front = paths.page(&Address::Front);
    let links = trail.into_iter().map(|section| {
        let href = paths.page(&Address::Section(section.path));
        view! { <li><a href=href>{section.name}</a></li> }
    });
    view! {
        <nav class="breadcrumb" aria-label=words.you_are_here>
            <span class="breadcrumb__label" aria-hidden="true">{words.you_are_here}"："</span>
            <ol>
                <li><a href=front>{use_site().name.clone()}</a></li>
                {links.collect::<Node>()}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}
