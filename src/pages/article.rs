//! `/article/ID/`

use crate::app::{use_site, use_words};
use crate::model::{Section, Story};
use crate::views::{ArticleView, Breadcrumb, ContinueOnPhone, HeadlineList, RelatedNews, WithdrawnNotice};
use leptos::prelude::*;
use strait_markup::{Node, view};

/// An article, its related news, and more from its section.
#[component]
pub fn ArticlePage(story: Story) -> Node {
    let words = use_words();
    let Story { article, related, more, .. } = story;
    let trail = use_site().trail(&article.section).into_iter().map(Section::alone).collect::<Vec<_>>();
    let more_title = trail.last().map(|section| format!("{}{}", words.more_from, section.name)).unwrap_or_default();
    let (id, headline, is_withdrawn) = (article.id.clone(), article.headline.clone(), article.is_withdrawn());
    let article = match is_withdrawn {
        true => view! { <WithdrawnNotice article/> },
        false => view! { <ArticleView article/> },
    };
    view! {
        <div class="article-page">
            <Breadcrumb trail here=words.body/>
            {article}
            {Node::later(move || view! {
                <div class="article-page__margin">
                    {(!is_withdrawn).then(|| view! { <ContinueOnPhone id=id.clone() headline/> })}
                    <RelatedNews id=id.clone() headlines=related/>
                </div>
                <HeadlineList title=more_title headlines=more/>
            })}
        </div>
    }
}
