//! `/article/ID/related/`

use crate::app::{use_paths, use_site, use_words};
use crate::model::{Section, Story};
use crate::paths::Address;
use crate::views::{Breadcrumb, opening_cards};
use leptos::prelude::*;
use strait_markup::{Node, view};

/// An article's related news as a page of its own: what partners and the end of an article link to.
#[component]
pub fn RelatedPage(story: Story) -> Node {
    let words = use_words();
    let Story { article, related, .. } = story;
    let trail = use_site().trail(&article.section).into_iter().map(Section::alone).collect::<Vec<_>>();
    let href = use_paths().page(&Address::Article(article.id));
    let is_empty = related.is_empty();
    view! {
        <div class="related-page">
            <Breadcrumb trail here=words.related_news/>
            <h1 class="page-title" tabindex="-1">
                <span class="page-title__kicker">{words.related_news}</span>
                <span lang=article.language>{article.headline}</span>
            </h1>
            <p class="related-page__back"><a href=href>{words.back_to_article}</a></p>
            {is_empty.then(|| view! { <p class="empty">{words.no_related_news}</p> })}
            <ul class="card-list">
                {opening_cards(related)}
            </ul>
        </div>
    }
}
