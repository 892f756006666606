//! `/article/ID/related/`

use super::kind::PageKind;
use crate::stage::{use_paths, use_site, use_words};
use crate::views::{Breadcrumb, opening_cards};
use crate::words::Words;
use strait_markup::{Node, view};
use strait_model::paths::Address;
use strait_model::{Image, Section, SectionPath, Site, Story};

/// An article's related news as a page of its own: what partners and the end of an article link to.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedPage(Box<Story>);

impl RelatedPage {
    /// The page of a story. None: what is withdrawn has no related news.
    pub fn of(story: Box<Story>) -> Option<RelatedPage> {
        (!story.article.is_withdrawn()).then_some(RelatedPage(story))
    }
}

impl PageKind for RelatedPage {
    fn address(&self) -> Option<Address> {
        Some(Address::Related(self.0.article.id.clone()))
    }

    fn title(&self, site: &Site) -> String {
        format!("{}：{} - {}", Words::of(&site.language).related_news, self.0.article.headline, site.name)
    }

    fn description(&self, _site: &Site) -> String {
        self.0.article.summary.clone()
    }

    fn section(&self) -> Option<&SectionPath> {
        Some(&self.0.article.section)
    }

    fn picture(&self) -> Option<&Image> {
        self.0.article.lead.as_ref()
    }

    fn view(self) -> Node {
        let words = use_words();
        let Story { article, related, .. } = *self.0;
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
}
