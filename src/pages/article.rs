//! `/article/ID/`

use super::kind::PageKind;
#[cfg(not(target_arch = "wasm32"))]
use super::style::PageStyle;
use crate::stage::{use_site, use_words};
use crate::views::{ArticleView, Breadcrumb, ContinueOnPhone, HeadlineList, RelatedNews, WithdrawnNotice};
use crate::words::Words;
use strait_markup::{Node, view};
use strait_model::paths::{Address, Answer, MachineFile};
use strait_model::{Article, Image, Section, SectionPath, Site, Story};

/// The picture that stands for an article which has none, where it is shared.
#[cfg(not(target_arch = "wasm32"))]
fn card(story: &Story) -> Option<&Image> {
    story.card.as_ref()
}

/// Whoever shares a page loads it.
#[cfg(target_arch = "wasm32")]
fn card(_: &Story) -> Option<&Image> {
    None
}

/// An article, its related news, and more from its section.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticlePage(pub Box<Story>);

impl PageKind for ArticlePage {
    fn address(&self) -> Option<Address> {
        Some(Address::Article(self.0.article.id.clone()))
    }

    fn title(&self, site: &Site) -> String {
        let headline = self.article().map_or(Words::of(&site.language).withdrawn, |article| &article.headline);
        format!("{headline} - {}", site.name)
    }

    fn description(&self, site: &Site) -> String {
        self.article().map_or(Words::of(&site.language).withdrawn, |article| &article.summary).to_owned()
    }

    fn section(&self) -> Option<&SectionPath> {
        Some(&self.0.article.section)
    }

    fn picture(&self) -> Option<&Image> {
        self.0.article.lead.as_ref().or_else(|| card(&self.0))
    }

    fn article(&self) -> Option<&Article> {
        (!self.0.article.is_withdrawn()).then_some(&self.0.article)
    }

    fn oembed<'a>(&'a self, _site: &'a Site, answer: Answer) -> Option<(&'a str, MachineFile<'a>)> {
        self.article().map(|article| (article.headline.as_str(), MachineFile::Oembed(&article.id, answer)))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn style(&self) -> PageStyle {
        PageStyle::of_article(&self.0.article)
    }

    fn view(self) -> Node {
        let words = use_words();
        let Story { article, related, more, .. } = *self.0;
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
}
