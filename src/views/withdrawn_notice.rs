//! What stands where an article was.

use super::moment::Moment;
use crate::stage::{use_paths, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::Article;
use strait_model::paths::Address;

/// A tombstone: that the article was withdrawn, why and when, and the way onward.
#[component]
pub fn WithdrawnNotice(article: Article) -> Node {
    let words = use_words();
    let front = use_paths().page(&Address::Front);
    view! {
        <article class="article withdrawn-notice">
            <h1 tabindex="-1">{words.withdrawn}</h1>
            <p class="article__meta"><Moment at=article.version_created/></p>
            <p>{article.status_note.unwrap_or_else(|| words.withdrawn_note.to_owned())}</p>
            <p><a class="button" href=front>{words.to_front}</a></p>
        </article>
    }
}
