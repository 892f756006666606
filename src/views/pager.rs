//! From page to page of what has an archive.

use crate::stage::use_words;
use strait_markup::{Node, view};

/// Links to the pages with newer and with older news. Nothing at all where there is neither.
pub fn pager(newer: Option<String>, older: Option<String>) -> Node {
    let words = use_words();
    if older.is_none() && newer.is_none() {
        return ().into();
    }
    let link = |href: Option<String>, rel: &'static str, word: &'static str| {
        href.map(|href| view! { <a class="button" rel=rel href=href>{word}</a> })
    };
    view! {
        <nav class="pager" aria-label=words.archive>
            {link(newer, "prev", words.newer)}
            {link(older, "next", words.older)}
        </nav>
    }
}
