//! What the index knows of an article: all that lists, links and addresses need. Its text stays in its file.

use super::PressError;
use super::fingerprint::{Fingerprint, Key};
use super::newsroom::{FileState, ReadArticle};
use super::pictures::Pictures;
use super::prepare::{is_local, media_of, pictures_of, prepare_headline};
use crate::model::{ArticleId, Headline, PublicationStatus, SectionPath, Site, Timestamp};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// What the index knows of an article.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// What the disk said of its file.
    pub state: FileState,
    /// The name of the file's bytes.
    pub bytes: Key,
    /// The article.
    pub id: ArticleId,
    /// Where it stands.
    pub section: SectionPath,
    /// Whether it may be shown at all.
    pub status: PublicationStatus,
    /// Not before; in microseconds since 1970, as all times here.
    pub embargoed: Option<i64>,
    /// Not after.
    pub expires: Option<i64>,
    /// When it was first published: lists are sorted by it.
    pub created: i64,
    /// When this version was published.
    pub updated: i64,
    /// Its keywords.
    pub subjects: Vec<String>,
    /// The place it was written in.
    pub located: Option<String>,
    /// The editor's choice of what to read next.
    pub related: Vec<ArticleId>,
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
    headline: Listed,
    /// Whether its picture's renditions were filled in.
    is_filled: bool,
    /// The name of all that a list shows of it; 0 until that is filled in.
    pub look: Key,
    /// Whether something is wrong with it: it is then read again each time, so that this is told each time.
    #[serde(skip)]
    pub is_faulty: bool,
}

/// A headline as lists publish it. One from the index stays JSON until it is wanted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
enum Listed {
    Json(String),
    Read(Box<Headline>),
}

impl From<String> for Listed {
    fn from(json: String) -> Listed {
        Listed::Json(json)
    }
}

impl From<Listed> for String {
    fn from(listed: Listed) -> String {
        match listed {
            Listed::Json(json) => json,
            // Nothing in a headline can fail to be written.
            Listed::Read(headline) => serde_json::to_string(&headline).unwrap_or_default(),
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
            status: article.pub_status,
            embargoed: article.embargoed.as_ref().map(micros),
            expires: article.expires.as_ref().map(micros),
            created: micros(&article.first_created),
            updated: micros(&article.version_created),
            subjects: article.subjects.iter().map(|subject| subject.name.clone()).collect(),
            located: article.located.clone(),
            related: article.related.clone(),
            pictures: pictures_of(article),
            has_lead: article.lead.is_some(),
            has_local_lead: article.lead.as_ref().is_some_and(|lead| is_local(&lead.src)),
            media: media_of(article),
            summary,
            look: 0,
            headline: Listed::Read(Box::new(headline)),
            is_filled: false,
            is_faulty: false,
        }
    }

    /// Whether it was withdrawn, so that only a tombstone may show.
    pub fn is_withdrawn(&self) -> bool {
        self.status == PublicationStatus::Canceled
    }

    /// Whether it may be shown at a time: usable, no longer embargoed, not yet expired.
    pub fn is_published(&self, now: jiff::Timestamp) -> bool {
        let now = now.as_microsecond();
        self.status == PublicationStatus::Usable
            && self.embargoed.is_none_or(|at| at <= now)
            && self.expires.is_none_or(|at| at > now)
    }

    /// Whether it has a lead picture.
    pub fn has_lead(&self) -> bool {
        self.has_lead
    }

    /// What lists show of it.
    pub fn headline(&self) -> Result<Headline, PressError> {
        match &self.headline {
            Listed::Read(headline) => Ok((**headline).clone()),
            Listed::Json(json) => Ok(serde_json::from_str(json)?),
        }
    }

    /// The original whose renditions were filled in.
    pub fn filled_with(&self) -> Option<&str> {
        self.pictures.first().filter(|_| self.is_filled).map(String::as_str)
    }

    /// Fills in what lists must know of its picture, and names what they show.
    pub fn fill_in(&mut self, pictures: &Pictures) -> Result<(), PressError> {
        if self.look != 0 && (self.is_filled || !self.has_local_lead) {
            return Ok(());
        }
        let mut headline = self.headline()?;
        prepare_headline(&mut headline, pictures);
        let summary = self.summary.as_deref().unwrap_or_default();
        self.look = Fingerprint::default().part(serde_json::to_vec(&headline)?).part(summary).key();
        self.is_filled = self.has_local_lead;
        self.headline = Listed::Read(Box::new(headline));
        Ok(())
    }

    /// The name of all that its own page shows of it, but for what others lend it.
    pub fn body_key(&self, pictures: &Pictures) -> Key {
        let made = self.pictures.iter().map(|src| pictures.key(src));
        Fingerprint::default().number(self.bytes).numbers(made).key()
    }
}

fn micros(at: &Timestamp) -> i64 {
    at.instant().as_microsecond()
}

/// An article's sorting key: the oldest first; of those of one moment the last by id, so that read
/// from its end the list goes by id.
pub fn by_age(a: &Entry, b: &Entry) -> std::cmp::Ordering {
    a.created.cmp(&b.created).then_with(|| b.id.cmp(&a.id))
}

/// An article that is only partly known, for tests of what is made of entries.
#[cfg(test)]
pub fn entry(id: &str, day: i64, fields: serde_json::Value) -> Entry {
    let mut article = serde_json::json!({
        "id": id, "language": "zh-Hans", "section": "news/city", "headline": id, "summary": "", "source": {"name": "潮报"},
        "firstCreated": "2024-09-01T00:00:00Z", "versionCreated": "2024-09-01T00:00:00Z",
    });
    article.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let article: crate::model::Article = serde_json::from_value(article).unwrap();
    let site = serde_json::json!({"name": "", "language": "zh-Hans", "url": "", "timeZone": "UTC", "sections": [], "copyrightNotice": ""});
    let (site, read) = (serde_json::from_value(site).unwrap(), ReadArticle { article, bytes: 0 });
    let entry = Entry::of(&read, FileState { size: 0, modified: 0 }, &site, &TimeZone::UTC);
    Entry { created: day * 86_400_000_000, ..entry }
}
