//! What the index knows of an article: all that lists, links and addresses need. Its text stays in its file.

use crate::articles::prepare::prepare_headline;
use crate::error::PressError;
use crate::fingerprint::{Fingerprint, Key};
use crate::newsroom::originals::{is_local, media_of, pictures_of};
use crate::newsroom::{FileState, ReadArticle};
use crate::pictures::Pictures;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strait_model::{
    Article, ArticleId, Availability, Correction, CorrectionKind, FormerAddress, Headline, SectionPath, Site, Timestamp,
};

/// What the index knows of an article.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// What the disk said of its file.
    pub state: FileState,
    /// The content hash of the file.
    pub bytes: Key,
    /// The article.
    pub id: ArticleId,
    /// Where it stands.
    pub section: SectionPath,
    /// When it may be shown.
    pub availability: Availability,
    /// When it was first published: lists are sorted by it. In microseconds since 1970, as all times here.
    pub created: i64,
    /// When this version was published.
    pub updated: i64,
    /// Where it was before.
    pub former: Vec<FormerAddress>,
    /// Its keywords.
    pub subjects: Vec<String>,
    /// The place it was written in.
    pub located: Option<String>,
    /// What was put right in it.
    pub corrections: Vec<Correction>,
    /// The editor's choice of what to read next.
    pub related: Vec<ArticleId>,
    /// What else it is related to.
    pub relatives: Relatives,
    /// Names that stay as they are in the other script.
    pub keep_words: Vec<String>,
    /// The originals of its pictures; the lead first, if it has one.
    pub pictures: Vec<String>,
    /// Whether it has a lead picture.
    has_lead: bool,
    /// Whether the first of the originals is its lead.
    has_local_lead: bool,
    /// Its films and recordings that lie in the newsroom.
    pub media: Vec<String>,
    /// The whole summary, where lists cut it.
    pub summary: Option<String>,
    /// The headline as lists publish it.
    headline: ListedHeadline,
    /// Whether its picture's renditions were filled in.
    is_filled: bool,
    /// A hash of all that a list shows of it; 0 until that is filled in.
    pub listed_key: Key,
    /// Whether something is wrong with it: it is then read again each time, so that this is told each time.
    pub is_faulty: bool,
}

/// What an article is related to, but for the editor's choice, by places. The index keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relatives {
    /// A hash of all that was looked at: this article's own topics, and what came before.
    pub key: Key,
    /// The nearest before it, the nearest first, and which of the article's topics they share.
    pub found: Vec<(u32, u16)>,
    /// The first later ones whose editor's choice, or nearest relative, it is.
    pub follow_ups: Vec<u32>,
    /// Those whose editor chose it.
    pub chosen_by: Vec<u32>,
}

/// A headline as lists publish it. One from the index stays JSON until it is wanted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
enum ListedHeadline {
    Json(String),
    Read(Box<Headline>),
}

impl From<String> for ListedHeadline {
    fn from(json: String) -> ListedHeadline {
        ListedHeadline::Json(json)
    }
}

impl From<ListedHeadline> for String {
    fn from(listed: ListedHeadline) -> String {
        match listed {
            ListedHeadline::Json(json) => json,
            // Nothing in a headline can fail to be written.
            ListedHeadline::Read(headline) => serde_json::to_string(&headline).unwrap_or_default(),
        }
    }
}

impl Entry {
    /// The entry of an article.
    pub fn of(read: &ReadArticle, state: FileState, site: &Site, zone: &TimeZone) -> Entry {
        let article = &read.article;
        let mut headline = Headline::of(article, &site.language);
        headline.first_created = headline.first_created.in_zone(zone);
        let summary = (headline.summary != article.summary).then(|| article.summary.clone());
        Entry {
            state,
            bytes: read.bytes,
            id: article.id.clone(),
            section: article.section.clone(),
            availability: Availability::of(article),
            created: micros(&article.first_created),
            updated: micros(&article.version_created),
            former: article.formerly.clone(),
            subjects: article.subjects.iter().map(|subject| subject.name.clone()).collect(),
            located: article.located.clone(),
            corrections: corrections_of(article, zone),
            related: article.related.clone(),
            relatives: Relatives::default(),
            keep_words: article.keep_words.clone(),
            pictures: pictures_of(article),
            has_lead: article.lead.is_some(),
            has_local_lead: article.lead.as_ref().is_some_and(|lead| is_local(&lead.src)),
            media: media_of(article),
            summary,
            listed_key: 0,
            headline: ListedHeadline::Read(Box::new(headline)),
            is_filled: false,
            is_faulty: false,
        }
    }

    /// The month in which it was first published: `2024-09`.
    pub fn month(&self, zone: &TimeZone) -> String {
        let created = jiff::Timestamp::from_microsecond(self.created).unwrap_or_default().to_zoned_datetime(zone.clone());
        format!("{:04}-{:02}", created.year(), created.month())
    }

    /// Whether it has a lead picture.
    pub fn has_lead(&self) -> bool {
        self.has_lead
    }

    /// What lists show of it.
    pub fn headline(&self) -> Result<Headline, PressError> {
        match &self.headline {
            ListedHeadline::Read(headline) => Ok((**headline).clone()),
            ListedHeadline::Json(json) => Ok(serde_json::from_str(json)?),
        }
    }

    /// The original whose renditions were filled in.
    pub fn filled_with(&self) -> Option<&str> {
        self.pictures.first().filter(|_| self.is_filled).map(String::as_str)
    }

    /// Fills in what lists must know of its picture, and names what they show; notes what is not there.
    pub fn fill_in(&mut self, pictures: &Pictures, media: &BTreeMap<String, FileState>) -> Result<(), PressError> {
        self.is_faulty |=
            !self.pictures.iter().all(|src| pictures.has(src)) || !self.media.iter().all(|src| media.contains_key(src));
        if self.listed_key != 0 && (self.is_filled || !self.has_local_lead) {
            return Ok(());
        }
        let mut headline = self.headline()?;
        prepare_headline(&mut headline, pictures);
        let summary = self.summary.as_deref().unwrap_or_default();
        let hash = Fingerprint::default().part(serde_json::to_vec(&headline)?).part(summary);
        self.listed_key = self.keep_words.iter().fold(hash, |hash, word| hash.part(word)).key();
        self.is_filled = self.has_local_lead;
        self.headline = ListedHeadline::Read(Box::new(headline));
        Ok(())
    }

    /// A hash of all that its own page shows of it, but for what others lend it.
    pub fn body_key(&self, pictures: &Pictures) -> Key {
        let made = self.pictures.iter().map(|src| pictures.key(src));
        Fingerprint::default().number(self.bytes).numbers(made).key()
    }
}

/// What was put right, and not what was added.
fn corrections_of(article: &Article, zone: &TimeZone) -> Vec<Correction> {
    let corrections = article.corrections.iter().filter(|correction| correction.kind == CorrectionKind::Correction);
    corrections.map(|correction| Correction { at: correction.at.in_zone(zone), ..correction.clone() }).collect()
}

fn micros(at: &Timestamp) -> i64 {
    at.instant().as_microsecond()
}

/// An article's sorting key: the oldest first; of those of one moment the last by id, so that read
/// from its end the list goes by id.
pub fn by_age(a: &Entry, b: &Entry) -> std::cmp::Ordering {
    a.created.cmp(&b.created).then_with(|| b.id.cmp(&a.id))
}

/// What articles may share: keywords, which in newsrooms name people too, and the place. Of an article that has neither
/// nobody knows more than its section.
pub fn topics(entry: &Entry) -> impl Iterator<Item = &str> {
    let section = has_only_section(entry).then_some(entry.section.as_str());
    entry.subjects.iter().chain(&entry.located).map(String::as_str).chain(section)
}

/// Whether an article has neither keywords nor a place.
pub fn has_only_section(entry: &Entry) -> bool {
    entry.subjects.is_empty() && entry.located.is_none()
}
