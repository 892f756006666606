//! What is published at one moment, and the lists that readers find it by.
//!
//! What a page shows of other articles depends only on what a new article seldom changes, so that
//! publishing one rewrites few pages, however large the archive is.

pub mod corrected;
mod former;
pub mod front;
pub mod list;
pub mod related;
pub mod stock;

use crate::articles::entry::{Entry, by_age, has_only_section, topics};
use crate::error::PressError;
use crate::issue::list::List;
use crate::issue::related::{Link, Why};
use crate::issue::stock::{Stock, Whole};
use crate::machines::news_sitemap::fresh_since;
use crate::machines::sitemap;
use crate::redirects::former::Former;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use strait_model::{ArticleId, SectionPath, Site};

pub use former::Refused;

const MORE_FROM_SECTION: usize = 6;

/// All that is published at one moment. An article is named by its place: 0 is the oldest.
pub struct Issue {
    /// What is published.
    pub stock: Stock,
    /// What was withdrawn and leaves a tombstone.
    pub withdrawn: Vec<Entry>,
    /// What may not be shown now.
    pub hidden: Vec<Entry>,
    /// Where the articles are in which something was put right, the oldest first.
    pub corrected: Vec<usize>,
    /// The old addresses that lead to articles.
    pub former: Former,
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

impl Issue {
    /// Leaves out what may not be shown now, sorts, and finds what is related.
    pub fn of(entries: Vec<Entry>, now: jiff::Timestamp) -> Result<Issue, PressError> {
        let (mut withdrawn, others): (Vec<Entry>, Vec<Entry>) =
            entries.into_iter().partition(|entry| entry.availability.is_withdrawn());
        let (mut published, hidden): (Vec<Entry>, Vec<Entry>) =
            others.into_iter().partition(|entry| entry.availability.is_open(now));
        published.sort_by(by_age);
        let corrected = (0..).zip(&published).filter(|(_, entry)| !entry.corrections.is_empty()).map(|(at, _)| at).collect();
        withdrawn.sort_by(by_age);
        let mut stock = Whole::of(published);
        related::relate(&mut stock)?;
        Ok(Issue { stock: Stock::Whole(stock), withdrawn, hidden, corrected, former: Former::default() })
    }

    /// When the newest version of some articles was published, in microseconds since 1970.
    pub fn newest_version(&self, mut articles: Range<usize>) -> Result<i64, PressError> {
        articles.try_fold(0, |newest, at| Ok(self.entry(at)?.updated.max(newest)))
    }

    /// How many articles are published.
    pub fn count(&self) -> usize {
        self.stock.count()
    }

    /// The entry at a place.
    pub fn entry(&self, at: usize) -> Result<Cow<'_, Entry>, PressError> {
        self.stock.entry(at)
    }

    /// Where an article is; none when it is not published.
    pub fn place(&self, id: &ArticleId) -> Result<Option<usize>, PressError> {
        self.stock.place(id)
    }

    /// What to read next to an article, and why.
    pub fn related(&self, entry: &Entry) -> Result<Vec<Link>, PressError> {
        Ok(related::links(entry, self.chosen(entry)?))
    }

    /// The editor's choice for an article, as far as it is published.
    pub fn chosen(&self, entry: &Entry) -> Result<Vec<usize>, PressError> {
        related::chosen(entry, |id| self.place(id))
    }

    /// More of an article's section: those just before it, without what is related to it.
    pub fn more(&self, at: usize, section: &SectionPath, related: &[Link]) -> Result<Vec<usize>, PressError> {
        let before = self.newest_before(List::Section(section), at, MORE_FROM_SECTION + related.len())?;
        let is_related = |other: &usize| related.iter().any(|link| link.at == *other);
        Ok(before.into_iter().filter(|other| !is_related(other)).take(MORE_FROM_SECTION).collect())
    }

    /// More of a withdrawn article's section.
    pub fn more_beside(&self, withdrawn: &Entry) -> Result<Vec<usize>, PressError> {
        let at = self.first_that(|entry| by_age(entry, withdrawn).is_ge())?;
        self.newest_before(List::Section(&withdrawn.section), at, MORE_FROM_SECTION)
    }

    /// How many articles after it, at most, show an article as more of their section.
    pub fn shown_as_more(most_related: usize) -> usize {
        MORE_FROM_SECTION + most_related
    }

    /// The newest articles, whatever the section.
    pub fn latest(&self) -> impl Iterator<Item = usize> + use<> {
        (0..self.count()).rev()
    }

    /// The newest articles of a list.
    pub fn newest(&self, list: List, count: usize) -> Result<Vec<usize>, PressError> {
        self.newest_before(list, usize::MAX, count)
    }

    /// What was first published in the two days before a time, the newest first, at most so many.
    pub fn fresh(&self, now: jiff::Timestamp, most: usize) -> Result<Vec<usize>, PressError> {
        let begin = fresh_since(now);
        let mut fresh = Vec::new();
        for at in self.latest().take(most) {
            if self.entry(at)?.created <= begin {
                break;
            }
            fresh.push(at);
        }
        Ok(fresh)
    }

    /// The parts of the sitemap by their names, each with the places that stand in it. Articles are parted by the
    /// month in which they were first published, a month of many into several parts.
    pub fn sitemap_parts(&self, zone: &TimeZone) -> Result<BTreeMap<String, Range<usize>>, PressError> {
        let mut parts = BTreeMap::new();
        let mut begin = 0;
        while begin < self.count() {
            let month = self.entry(begin)?.month(zone);
            let end = self.first_that(|entry| entry.month(zone) > month)?;
            parts.extend(sitemap::parts(&month, begin..end));
            begin = end;
        }
        Ok(parts)
    }

    /// The part of the sitemap that an article stands in, with its name.
    pub fn sitemap_part(&self, at: usize, zone: &TimeZone) -> Result<(String, Range<usize>), PressError> {
        let month = self.entry(at)?.month(zone);
        let (begin, end) =
            (self.first_that(|entry| entry.month(zone) >= month)?, self.first_that(|entry| entry.month(zone) > month)?);
        let part = sitemap::parts(&month, begin..end).find(|(_, part)| part.contains(&at));
        Ok(part.unwrap_or_else(|| (month.clone(), begin..end)))
    }

    /// The section's own page: what is not yet a full archive page, and the full page before that.
    pub fn own_page(&self, site: &Site, section: &SectionPath) -> Result<SectionPage, PressError> {
        let (size, full) = self.full_pages(site, section)?;
        let articles = self.newest_of_ranks(section, full.saturating_sub(1) * size..usize::MAX)?;
        Ok(SectionPage { older: Some(full.saturating_sub(1)).filter(|page| *page > 0), ..section_page(section, None, articles) })
    }

    /// Pages of a section's archive by their numbers, counted from the oldest, so that a full one never changes: it
    /// names its successor, which is empty at first. Numbers beyond the end are left out.
    pub fn archive_pages(
        &self,
        site: &Site,
        section: &SectionPath,
        numbers: Range<usize>,
    ) -> Result<Vec<SectionPage>, PressError> {
        let (size, full) = self.full_pages(site, section)?;
        let page = |number: usize| {
            let articles = self.newest_of_ranks(section, (number - 1) * size..number * size)?;
            let page = section_page(section, Some(number), articles);
            Ok(SectionPage {
                older: Some(number - 1).filter(|page| *page > 0),
                newer: (number <= full).then_some(number + 1),
                ..page
            })
        };
        (numbers.start.max(1)..numbers.end.min(full + 2)).map(page).collect()
    }

    /// The page of a section's archive that an article of the section stands on.
    pub fn archive_page_of(&self, site: &Site, section: &SectionPath, at: usize) -> Result<usize, PressError> {
        Ok(self.stock.rank(List::Section(section), at)? / page_size(site) + 1)
    }

    /// How many articles a page holds, and how many full pages the archive has.
    fn full_pages(&self, site: &Site, section: &SectionPath) -> Result<(usize, usize), PressError> {
        let size = page_size(site);
        Ok((size, self.stock.listed(List::Section(section))? / size))
    }

    fn newest_of_ranks(&self, section: &SectionPath, ranks: Range<usize>) -> Result<Vec<usize>, PressError> {
        let mut articles = self.stock.ranks(List::Section(section), ranks)?;
        articles.reverse();
        Ok(articles)
    }

    fn newest_before(&self, list: List, at: usize, count: usize) -> Result<Vec<usize>, PressError> {
        let mut articles = self.stock.before(list, at, count)?;
        articles.reverse();
        Ok(articles)
    }

    /// The place of the first article of which something is true that is true of all after it.
    fn first_that(&self, is_true: impl Fn(&Entry) -> bool) -> Result<usize, PressError> {
        let (mut begin, mut end) = (0, self.count());
        while begin < end {
            let middle = begin.midpoint(end);
            match is_true(&*self.entry(middle)?) {
                true => end = middle,
                false => begin = middle + 1,
            }
        }
        Ok(begin)
    }
}

/// Why an article is related to another, in a word, as its JSON states it.
pub fn why(entry: &Entry, link: &Link) -> String {
    match link.why {
        Why::Editor => "editor".to_owned(),
        Why::FollowUp => "follow-up".to_owned(),
        Why::Shared(_) if has_only_section(entry) => "section".to_owned(),
        Why::Shared(topic) => format!("topic:{}", topics(entry).nth(usize::from(topic)).unwrap_or_default()),
    }
}

fn section_page(section: &SectionPath, page: Option<usize>, articles: Vec<usize>) -> SectionPage {
    SectionPage { section: section.clone(), page, older: None, newer: None, articles }
}

fn page_size(site: &Site) -> usize {
    site.section_page_size.max(1)
}
