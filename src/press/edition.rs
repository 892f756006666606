//! What is published, and the lists that readers find it by.

use super::newsroom::{Newsroom, is_published};
use super::pictures::Pictures;
use super::related::RelatedIndex;
use super::{ContentFault, Report};
use crate::model::{
    Article, ArticleId, Block, Contract, Front, FrontOrder, Headline, Section, SectionList, SectionPath, Site, Story, Strip,
    StripOrder,
};
use std::collections::{HashMap, HashSet};
use std::path::Path;

const LATEST_ON_FRONT: usize = 10;
const BESIDE_ON_FRONT: usize = 4;
const IN_A_STRIP: usize = 6;
const MORE_FROM_SECTION: usize = 6;

/// All that is published at one moment.
pub struct Edition {
    site: Site,
    front: FrontOrder,
    /// Newest first, then by id.
    articles: Vec<Article>,
    withdrawn: Vec<Article>,
    headlines: HashMap<ArticleId, Headline>,
    by_section: HashMap<SectionPath, Vec<ArticleId>>,
    related: RelatedIndex,
}

impl Edition {
    /// Leaves out what may not be shown now, fills in pictures, and sorts.
    pub fn of(newsroom: Newsroom, pictures: &Pictures, now: jiff::Timestamp, report: &mut Report) -> Edition {
        let Newsroom { site, front, articles } = newsroom;
        let zone = zone_of(&site, report);
        let (mut published, mut withdrawn) = (Vec::new(), Vec::new());
        for (file, mut article) in articles {
            check(&file, &article, &site, report);
            if article.is_withdrawn() {
                withdrawn.push(tombstone(article, &zone));
            } else if is_published(&article, now) {
                prepare(&mut article, &zone, pictures);
                published.push(article);
            }
        }
        published.sort_by(|a, b| b.first_created.instant().cmp(&a.first_created.instant()).then_with(|| a.id.cmp(&b.id)));
        let headlines = published.iter().map(|article| (article.id.clone(), Headline::of(article, &site.language))).collect();
        let mut by_section: HashMap<SectionPath, Vec<ArticleId>> = HashMap::new();
        for article in &published {
            for section in article.section.lineage() {
                by_section.entry(section).or_default().push(article.id.clone());
            }
        }
        let related = RelatedIndex::of(&published);
        Edition { site, front, articles: published, withdrawn, headlines, by_section, related }
    }

    /// The paper.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// What is published, newest first.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// Every section of the tree.
    pub fn sections(&self) -> Vec<&Section> {
        self.site.sections.iter().flat_map(Section::flatten).collect()
    }

    /// The newest headlines, whatever the section.
    pub fn latest(&self, count: usize) -> Vec<Headline> {
        self.articles.iter().take(count).map(|article| self.headlines[&article.id].clone()).collect()
    }

    /// An article with what is offered to read next.
    pub fn story(&self, article: &Article) -> Story {
        let chosen = article.related.iter().filter(|id| **id != article.id);
        let related = self.named(&self.related.complete(article, chosen));
        let taken: HashSet<&ArticleId> = related.iter().map(|headline| &headline.id).chain([&article.id]).collect();
        let more = self.in_section(&article.section).iter().filter(|id| !taken.contains(id)).take(MORE_FROM_SECTION);
        let more = self.named(&more.cloned().collect::<Vec<_>>());
        Story { contract: Contract::default(), article: article.clone(), related, more }
    }

    /// Every article with what is offered to read next, tombstones too.
    pub fn stories(&self) -> impl Iterator<Item = Story> + '_ {
        let tombstones = self.withdrawn.iter().map(|article| {
            let more = self.in_section(&article.section).iter().take(MORE_FROM_SECTION).cloned().collect::<Vec<_>>();
            Story { contract: Contract::default(), article: article.clone(), related: vec![], more: self.named(&more) }
        });
        self.articles.iter().map(|article| self.story(article)).chain(tombstones)
    }

    /// The pages of a section: first its own, then the archive. Archive pages are counted from the
    /// oldest, so that a full one never changes: it names its successor, which is empty at first.
    /// The section's own page shows what is not yet a full page, and the full page before that.
    pub fn section_lists(&self, section: &SectionPath) -> Vec<SectionList> {
        let size = self.site.section_page_size.max(1);
        let oldest_first: Vec<ArticleId> = self.in_section(section).iter().rev().cloned().collect();
        let full = oldest_first.len() / size;
        let own_begins = full.saturating_sub(1) * size;
        let list = |page: Option<usize>, older: usize, newer: Option<usize>, ids: &[ArticleId]| SectionList {
            contract: Contract::default(),
            section: section.clone(),
            page,
            older: Some(older).filter(|page| *page > 0),
            newer,
            headlines: self.named(&ids.iter().rev().cloned().collect::<Vec<_>>()),
        };
        let own = list(None, full.saturating_sub(1), None, &oldest_first[own_begins..]);
        let archive = (0..=full).map(|at| {
            let ids = &oldest_first[at * size..oldest_first.len().min((at + 1) * size)];
            list(Some(at + 1), at, (at < full).then_some(at + 2), ids)
        });
        std::iter::once(own).chain(archive).collect()
    }

    /// The front page in the editor's order, filled with the newest where the order says nothing.
    pub fn front(&self) -> Front {
        let mut used = HashSet::new();
        let mut take = |wanted: Vec<ArticleId>, count: usize| -> Vec<ArticleId> {
            let fresh = wanted.into_iter().filter(|id| self.headlines.contains_key(id) && used.insert(id.clone()));
            fresh.take(count).collect()
        };
        let with_picture = || self.articles.iter().filter(|article| article.lead.is_some()).map(|article| article.id.clone());
        let order = &self.front;
        let lead = take(order.lead.iter().cloned().chain(with_picture()).collect(), 1);
        let beside = take(order.beside.iter().cloned().chain(with_picture()).collect(), BESIDE_ON_FRONT);
        // What is new is worth saying twice: a strip may show it too.
        let above: HashSet<&ArticleId> = lead.iter().chain(&beside).collect();
        let newest = self.articles.iter().map(|article| &article.id).filter(|id| !above.contains(id));
        let latest: Vec<ArticleId> = newest.take(LATEST_ON_FRONT).cloned().collect();
        let pictures = take(order.pictures.clone(), usize::MAX);
        let strips = order.strips.iter().map(|strip| {
            let pictured = take(self.strip_leads(strip), 1);
            let others = take(self.in_section(&strip.section).to_vec(), IN_A_STRIP - pictured.len());
            (strip.section.clone(), pictured.into_iter().chain(others).collect::<Vec<_>>())
        });
        let strips = strips.collect::<Vec<_>>();
        Front {
            contract: Contract::default(),
            lead: lead.first().and_then(|id| self.whole_headline(id)),
            beside: self.named(&beside),
            latest: self.named(&latest),
            pictures: self.named(&pictures),
            strips: strips
                .into_iter()
                .map(|(section, ids)| Strip { section, headlines: self.named(&ids) })
                .filter(|strip| !strip.headlines.is_empty())
                .collect(),
        }
    }

    /// What may open a section's strip: the editor's choice, then the newest with a picture.
    fn strip_leads(&self, strip: &StripOrder) -> Vec<ArticleId> {
        let pictured = self.in_section(&strip.section).iter().filter(|id| self.headlines[*id].picture.is_some());
        strip.lead.iter().chain(pictured).cloned().collect()
    }

    /// A headline with the whole summary, for the story that opens the front page.
    fn whole_headline(&self, id: &ArticleId) -> Option<Headline> {
        let article = self.articles.iter().find(|article| article.id == *id)?;
        Some(Headline { summary: article.summary.clone(), ..self.headlines[id].clone() })
    }

    fn in_section(&self, section: &SectionPath) -> &[ArticleId] {
        self.by_section.get(section).map_or(&[], Vec::as_slice)
    }

    fn named(&self, ids: &[ArticleId]) -> Vec<Headline> {
        ids.iter().filter_map(|id| self.headlines.get(id)).cloned().collect()
    }
}

fn zone_of(site: &Site, report: &mut Report) -> jiff::tz::TimeZone {
    jiff::tz::TimeZone::get(&site.time_zone).unwrap_or_else(|_| {
        report.add("site.json", "timeZone", &ContentFault::UnknownTimeZone(site.time_zone.clone()));
        jiff::tz::TimeZone::UTC
    })
}

fn prepare(article: &mut Article, zone: &jiff::tz::TimeZone, pictures: &Pictures) {
    article.first_created = article.first_created.in_zone(zone);
    article.version_created = article.version_created.in_zone(zone);
    for correction in &mut article.corrections {
        correction.at = correction.at.in_zone(zone);
    }
    let images = article.lead.iter_mut().chain(article.body.iter_mut().flat_map(Block::images_mut));
    images.for_each(|image| pictures.fill_in(image));
}

/// What may still be said of a withdrawn article: not its words.
fn tombstone(article: Article, zone: &jiff::tz::TimeZone) -> Article {
    Article {
        first_created: article.first_created.in_zone(zone),
        version_created: article.version_created.in_zone(zone),
        headline: String::new(),
        summary: String::new(),
        kicker: None,
        dateline: None,
        located: None,
        editor: None,
        copyright_notice: None,
        by: vec![],
        subjects: vec![],
        lead: None,
        body: vec![],
        corrections: vec![],
        related: vec![],
        ..article
    }
}

/// Reports what a reader would stumble over.
fn check(file: &Path, article: &Article, site: &Site, report: &mut Report) {
    if !article.contract.is_understood() {
        report.add(file, "contract", &ContentFault::NewerContract);
    }
    if site.section(&article.section).is_none() {
        report.add(file, "section", &ContentFault::UnknownSection(article.section.clone()));
    }
    for (at, block) in article.body.iter().enumerate() {
        if *block == Block::Unknown {
            report.add(file, format!("body[{at}]"), &ContentFault::UnknownBlock);
        }
        if let Block::Embed(embed) = block
            && site.player(&embed.provider, &embed.src).is_none()
        {
            report.add(file, format!("body[{at}]"), &ContentFault::UnknownPlayer(embed.provider.clone()));
        }
    }
}
