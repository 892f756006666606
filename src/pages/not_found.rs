//! Whatever leads nowhere; printed as `404.html`.

use crate::app::{use_paths, use_site, use_words};
use crate::paths::Address;
use leptos::prelude::*;
use strait_markup::{Node, view};

/// Says so, and shows ways onward.
#[component]
pub fn NotFoundPage() -> Node {
    let words = use_words();
    let paths = use_paths();
    let front = paths.page(&Address::Front);
    let sections = use_site().sections.iter().map(|section| section.alone()).collect::<Vec<_>>();
    let links = sections.into_iter().map(move |section| {
        let href = paths.page(&Address::Section(section.path));
        view! { <li><a href=href>{section.name}</a></li> }
    });
    view! {
        <div class="message-page">
            <h1 class="page-title" tabindex="-1">{words.not_found}</h1>
            <p>{words.not_found_note}</p>
            <p><a class="button" href=front>{words.to_front}</a></p>
            // No landmark: the masthead has the same.
            <div class="section-links"><ul>{links.collect::<Node>()}</ul></div>
        </div>
    }
}
