//! Articles to read next.

use super::headline_card::HeadlineCard;
use crate::stage::{use_paths, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::paths::Address;
use strait_model::{ArticleId, Headline};

/// Articles to read next to the one of `id`, in the editor's order. Nothing at all when there are none.
#[component]
pub fn RelatedNews(id: ArticleId, headlines: Vec<Headline>) -> Node {
    let words = use_words();
    if headlines.is_empty() {
        return ().into();
    }
    let all = use_paths().page(&Address::Related(id));
    let cards = headlines.into_iter().map(|headline| view! { <li><HeadlineCard headline level=3/></li> });
    view! {
        <aside class="related-news" aria-label=words.related_news>
            <h2>{words.related_news}</h2>
            <ul>{cards.collect::<Node>()}</ul>
            <p class="related-news__all"><a href=all>{words.all_related_news}</a></p>
        </aside>
    }
}
