//! What is published at one moment, and the lists that readers find it by.
//!
//! What a page shows of other articles depends only on what a new article seldom changes, so that
//! publishing one rewrites few pages, however large the archive is.

use super::entry::{Entry, by_age};
use super::machines::news_sitemap::fresh_since;
use super::related::{Link, Why, related_news, topics};
use crate::model::{ArticleId, SectionPath, Site};
use jiff::tz::TimeZone;
use std::collections::HashMap;

const MORE_FROM_SECTION: usize = 6;

/// All that is published at one moment. An article is named by its place: 0 is the oldest.
pub struct Edition {
    published: Vec<Entry>,
    withdrawn: Vec<Entry>,
    hidden: Vec<Entry>,
    places: HashMap<ArticleId, usize>,
    by_section: HashMap<SectionPath, Vec<u32>>,
    related: Vec<Vec<Link>>,
}

/// A page of a section: which articles stand on it, the newest first, and its neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionPage {
    /// The section.
    pub section: SectionPath,
    /// The archive page's number, counted from the oldest; none on the section's own page.
    pub page: Option<usize>,
    /// The number of the page with older news.
    pub older: Option<usize>,
    /// The number of the page with newer news.
    pub newer: Option<usize>,
    /// The articles.
    pub articles: Vec<usize>,
}

impl Edition {
    /// Leaves out what may not be shown now, sorts, and finds what is related.
    pub fn of(entries: Vec<Entry>, now: jiff::Timestamp) -> Edition {
        let (mut withdrawn, others): (Vec<Entry>, Vec<Entry>) =
            entries.into_iter().partition(|entry| entry.release.is_withdrawn());
        let (mut published, hidden): (Vec<Entry>, Vec<Entry>) = others.into_iter().partition(|entry| entry.release.is_open(now));
        published.sort_by(by_age);
        withdrawn.sort_by(by_age);
        let places = published.iter().enumerate().map(|(at, entry)| (entry.id.clone(), at)).collect();
        let related = related_news(&mut published, &places);
        Edition { by_section: by_section(&published), places, related, published, withdrawn, hidden }
    }

    /// What is published, the oldest first.
    pub fn published(&self) -> &[Entry] {
        &self.published
    }

    /// What was withdrawn and leaves a tombstone.
    pub fn withdrawn(&self) -> &[Entry] {
        &self.withdrawn
    }

    /// Every entry, also of what may not be shown now.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.published.iter().chain(&self.withdrawn).chain(&self.hidden)
    }

    /// Where an article is; none when it is not published.
    pub fn place(&self, id: &ArticleId) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// What to read next to an article, and why.
    pub fn related(&self, at: usize) -> &[Link] {
        self.related.get(at).map_or(&[], Vec::as_slice)
    }

    /// Why an article is related to another, in a word, as its JSON states it.
    pub fn why(&self, at: usize, link: &Link) -> String {
        match link.why {
            Why::Editor => "editor".to_owned(),
            Why::FollowUp => "follow-up".to_owned(),
            Why::Shared(topic) => {
                format!("topic:{}", topics(&self.published[at]).nth(usize::from(topic)).unwrap_or_default())
            }
        }
    }

    /// More of an article's section: those just before it, without what is related to it.
    pub fn more(&self, at: usize) -> Vec<usize> {
        let entry = &self.published[at];
        self.before(entry).filter(|other| self.related(at).iter().all(|link| link.at != *other)).take(MORE_FROM_SECTION).collect()
    }

    /// More of a withdrawn article's section.
    pub fn more_beside(&self, withdrawn: &Entry) -> Vec<usize> {
        self.before(withdrawn).take(MORE_FROM_SECTION).collect()
    }

    /// The newest articles, whatever the section.
    pub fn latest(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.published.len()).rev()
    }

    /// What was first published in the two days before a time, the newest first.
    pub fn fresh(&self, now: jiff::Timestamp) -> impl Iterator<Item = usize> + '_ {
        let begin = fresh_since(now);
        self.latest().take_while(move |at| self.published[*at].created > begin)
    }

    /// All articles with the month in which each was first published, the oldest first: `2024-09`.
    pub fn months(&self, zone: &TimeZone) -> impl Iterator<Item = (String, usize)> {
        self.published.iter().enumerate().map(|(at, entry)| (entry.month(zone), at))
    }

    /// The articles of a section and those below it, the newest first.
    pub fn in_section(&self, section: &SectionPath) -> impl Iterator<Item = usize> + '_ {
        self.section_articles(section).iter().rev().map(|at| *at as usize)
    }

    /// The pages of a section: first its own, then the archive. Archive pages are counted from the
    /// oldest, so that a full one never changes: it names its successor, which is empty at first.
    /// The section's own page shows what is not yet a full page, and the full page before that.
    pub fn section_pages(&self, site: &Site, section: &SectionPath) -> Vec<SectionPage> {
        let size = site.section_page_size.max(1);
        let oldest_first = self.section_articles(section);
        let full = oldest_first.len() / size;
        let page = |page: Option<usize>, older: usize, newer: Option<usize>, articles: &[u32]| SectionPage {
            section: section.clone(),
            page,
            older: Some(older).filter(|page| *page > 0),
            newer,
            articles: articles.iter().rev().map(|at| *at as usize).collect(),
        };
        let own = page(None, full.saturating_sub(1), None, &oldest_first[full.saturating_sub(1) * size..]);
        let archive = (0..=full).map(|at| {
            let articles = &oldest_first[at * size..oldest_first.len().min((at + 1) * size)];
            page(Some(at + 1), at, (at < full).then_some(at + 2), articles)
        });
        std::iter::once(own).chain(archive).collect()
    }

    /// The articles of an entry's section before it, the newest first.
    fn before(&self, entry: &Entry) -> impl Iterator<Item = usize> + '_ {
        let articles = self.section_articles(&entry.section);
        let end = articles.partition_point(|at| by_age(&self.published[*at as usize], entry).is_lt());
        articles[..end].iter().rev().map(|at| *at as usize)
    }

    fn section_articles(&self, section: &SectionPath) -> &[u32] {
        self.by_section.get(section).map_or(&[], Vec::as_slice)
    }
}

/// The articles of each section, the oldest first; a section has those of the sections below it too.
fn by_section(published: &[Entry]) -> HashMap<SectionPath, Vec<u32>> {
    let mut by_section: HashMap<SectionPath, Vec<u32>> = HashMap::new();
    for (at, entry) in published.iter().enumerate() {
        for section in entry.section.lineage() {
            by_section.entry(section).or_default().push(at as u32);
        }
    }
    by_section
}
