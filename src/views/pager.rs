//! From page to page of a section.

use crate::stage::{use_paths, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::SectionPath;
use strait_model::paths::{Address, Paths};

/// Links to newer and older news. Nothing at all where there is neither.
#[component]
pub fn Pager(section: SectionPath, older: Option<usize>, newer: Option<usize>) -> Node {
    let words = use_words();
    if older.is_none() && newer.is_none() {
        return ().into();
    }
    let paths = use_paths();
    let link = |page: Option<usize>, rel: &'static str, word: &'static str| {
        page.map(|page| view! { <a class="button" rel=rel href=page_link(&paths, &section, page)>{word}</a> })
    };
    view! {
        <nav class="pager" aria-label=words.archive>
            {link(newer, "prev", words.newer)}
            {link(older, "next", words.older)}
        </nav>
    }
}

fn page_link(paths: &Paths, section: &SectionPath, page: usize) -> String {
    paths.page(&Address::Archive(section.clone(), page))
}
