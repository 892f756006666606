//! `/search/`, `/saved/`, `/settings/`

use crate::stage::use_site;
use crate::words::tools::{about, page};
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::paths::{Paths, Tool};

/// The page of a tool that works in scripts alone: what it is for, its place, and words for where it cannot be.
#[component]
pub fn OwnPage(tool: Tool) -> Node {
    let site = use_site();
    let (about, words, name) = (about(tool, &site.language), page::Words::of(&site.language), tool.folder());
    let index = (tool == Tool::Search).then(|| Paths::search_index(&site));
    view! {
        <div class=format!("{name}-page")>
            <h1 class="page-title" tabindex="-1">{about.title}</h1>
            <p>{about.intro}</p>
            <div data-tool=name data-index=index></div>
            <p class="tool-failed" role="status">{words.not_loaded}</p>
            <noscript><p>{about.needs_scripts}</p></noscript>
        </div>
    }
}
