//! All that is published, in another script: the same pages with the same lists in the same order.

use super::OtherEdition;
use crate::model::{Article, ArticleId, Front, Headline, SectionList, Site, Story, Strip};
use crate::pages::Page;
use std::collections::HashMap;

/// The published articles in another script, each converted once.
pub struct Translation<'a> {
    edition: &'a OtherEdition,
    articles: HashMap<ArticleId, Article>,
    headlines: HashMap<ArticleId, Headline>,
}

impl Translation<'_> {
    /// Converts articles.
    pub fn of<'a>(edition: &'a OtherEdition, articles: &[Article]) -> Translation<'a> {
        let articles: HashMap<ArticleId, Article> =
            articles.iter().map(|article| (article.id.clone(), edition.converter.article(article))).collect();
        let headline = |article: &Article| Headline::of(article, &edition.site.language);
        let headlines = articles.iter().map(|(id, article)| (id.clone(), headline(article))).collect();
        Translation { edition, articles, headlines }
    }

    /// The paper in this script.
    pub fn site(&self) -> &Site {
        &self.edition.site
    }

    /// Where its files begin.
    pub fn folder(&self) -> &str {
        &self.edition.folder
    }

    /// A page in this script.
    pub fn page(&self, page: Page) -> Page {
        match page {
            Page::Front(front) => Page::Front(Box::new(self.front(*front))),
            Page::Section(list) => Page::Section(Box::new(self.list(*list))),
            Page::Article(story) => Page::Article(Box::new(self.story(*story))),
            Page::Related(story) => Page::Related(Box::new(self.story(*story))),
            Page::NotFound => Page::NotFound,
        }
    }

    /// Headlines in this script, in the order they have.
    pub fn headlines(&self, headlines: Vec<Headline>) -> Vec<Headline> {
        headlines.into_iter().map(|headline| self.headlines.get(&headline.id).cloned().unwrap_or(headline)).collect()
    }

    /// An article in this script.
    pub fn article(&self, article: &Article) -> Article {
        self.articles.get(&article.id).cloned().unwrap_or_else(|| self.edition.converter.article(article))
    }

    /// A story in this script.
    pub fn story(&self, story: Story) -> Story {
        Story {
            article: self.article(&story.article),
            related: self.headlines(story.related),
            more: self.headlines(story.more),
            contract: story.contract,
        }
    }

    fn list(&self, list: SectionList) -> SectionList {
        SectionList { headlines: self.headlines(list.headlines.clone()), ..list }
    }

    fn front(&self, front: Front) -> Front {
        let strip = |strip: Strip| Strip { headlines: self.headlines(strip.headlines), section: strip.section };
        Front {
            lead: front.lead.map(|headline| self.whole_headline(headline)),
            beside: self.headlines(front.beside),
            latest: self.headlines(front.latest),
            pictures: self.headlines(front.pictures),
            strips: front.strips.into_iter().map(strip).collect(),
            contract: front.contract,
        }
    }

    /// A headline with the whole summary, as the story that opens the front page has it.
    fn whole_headline(&self, headline: Headline) -> Headline {
        match (self.headlines.get(&headline.id), self.articles.get(&headline.id)) {
            (Some(converted), Some(article)) => Headline { summary: article.summary.clone(), ..converted.clone() },
            _ => headline,
        }
    }
}
