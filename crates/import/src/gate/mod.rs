//! The gate: what a source says of publication, and whether the item may be shown. Every importer sends its items
//! through here. Only what a source itself calls published passes; what is planned waits for its time; what was
//! taken back is withdrawn; all else is held back, unknown words too.

pub mod readers;
mod words;

use super::fault::GateFault;
use serde_json::Value;
use strait_model::{PublicationStatus, Timestamp};
use words::{Meaning, meaning};

pub use words::Vocabulary;

/// What a source says of an item's publication. One that says nothing is held back.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Publication {
    is_published: bool,
    is_planned: bool,
    is_withdrawn: bool,
    hold: Option<Hold>,
    not_before: Option<Timestamp>,
    dated: Option<Timestamp>,
}

/// Why an item is held back.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Hold {
    /// Its source shows it to those with a password only.
    Password,
    /// Its source shows it to some readers only, as this says.
    Readers(String),
    /// In the source's own words.
    Word(String),
    /// A time of its publication cannot be read: its name and its text.
    Unread(String),
}

/// Whether an item may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// It may.
    Open,
    /// Not before this time.
    Embargoed(Timestamp),
    /// It may not.
    Withheld(Hold),
    /// It was taken back: only a tombstone may stand there.
    Withdrawn,
}

impl Publication {
    /// Its source has it among what is published and says no more of it.
    pub fn published() -> Publication {
        Publication { is_published: true, ..Publication::default() }
    }

    /// Its source took it back.
    pub fn withdrawn() -> Publication {
        Publication { is_withdrawn: true, ..Publication::default() }
    }

    /// Takes in a word that the source has for its state, from the field of this name.
    pub fn says(&mut self, vocabulary: Vocabulary, name: &str, word: &str) {
        match meaning(vocabulary, word) {
            Some(Meaning::Published) => self.is_published = true,
            Some(Meaning::Planned) => self.is_planned = true,
            Some(Meaning::Withdrawn) => self.is_withdrawn = true,
            None => self.hold(format!("{name}: {}", super::text::shorten(word.trim(), 40))),
        }
    }

    /// The same from JSON; what is no text is no word for published.
    pub fn says_json(&mut self, vocabulary: Vocabulary, name: &str, value: &Value) {
        match value.as_str() {
            Some(word) => self.says(vocabulary, name, word),
            None => self.hold(format!("{name}: {}", super::json::kind(value))),
        }
    }

    /// Its source holds it back, for a reason in the source's own words.
    pub fn hold(&mut self, reason: impl Into<String>) {
        self.hold.get_or_insert_with(|| Hold::Word(reason.into()));
    }

    /// Its source shows it, or a part of it, to some readers only, where something says so.
    pub fn restrict(&mut self, told: Option<String>) {
        if let Some(told) = told {
            self.hold.get_or_insert_with(|| Hold::Readers(super::text::shorten(&told, 60)));
        }
    }

    /// Its source asks for a password.
    pub fn protect(&mut self) {
        self.hold = Some(Hold::Password);
    }

    /// Its source says not to show it before a time. A time that cannot be read may be any: the item is held back.
    pub fn wait_until(&mut self, name: &str, text: &str, time: Option<Timestamp>) {
        match time {
            Some(time) => self.not_before = later(self.not_before.take(), time),
            None => {
                let text = super::text::shorten(text.trim(), 40);
                let told = if text.is_empty() { "?" } else { text.as_str() };
                self.hold.get_or_insert_with(|| Hold::Unread(format!("{name}: {told}")));
            }
        }
    }

    /// Its source says that it is, or will be, published at a time.
    pub fn dated(&mut self, time: &Timestamp) {
        self.dated = later(self.dated.take(), time.clone());
    }

    /// Whether a word said that it is planned.
    pub fn is_planned(&self) -> bool {
        self.is_planned
    }

    /// Whether its source took it back.
    pub fn is_withdrawn(&self) -> bool {
        self.is_withdrawn
    }

    /// The same of a part of a package: it waits for the package, and is held when that was taken back.
    pub fn within(mut self, package: &Publication) -> Publication {
        if package.is_withdrawn {
            self.hold("package: canceled");
        }
        self.is_planned |= package.is_planned;
        self.is_published &= package.is_published || package.is_planned;
        self.hold = self.hold.or_else(|| package.hold.clone());
        if let Some(time) = &package.not_before {
            self.not_before = later(self.not_before.take(), time.clone());
        }
        self
    }

    /// Whether it may be shown now.
    pub fn passage(&self, now: jiff::Timestamp) -> Passage {
        let hold = |reason: &str| Passage::Withheld(Hold::Word(reason.to_owned()));
        match (&self.hold, self.embargo(now)) {
            _ if self.is_withdrawn => Passage::Withdrawn,
            (Some(hold), _) => Passage::Withheld(hold.clone()),
            _ if self.is_planned && self.not_before.is_none() => hold("planned: ?"),
            _ if !self.is_planned && !self.is_published => hold("status: —"),
            (None, Some(until)) if until.instant() > now => Passage::Embargoed(until),
            _ => Passage::Open,
        }
    }

    /// Until when it may not be shown, or might not. A date of publication says so only while it is ahead.
    pub fn embargo(&self, now: jiff::Timestamp) -> Option<Timestamp> {
        let ahead = self.dated.clone().filter(|dated| dated.instant() > now);
        match ahead {
            Some(ahead) => later(self.not_before.clone(), ahead),
            None => self.not_before.clone(),
        }
    }
}

impl Hold {
    /// How it is told.
    pub fn fault(&self) -> GateFault {
        match self {
            Hold::Password => GateFault::Password,
            Hold::Readers(told) => GateFault::ForSome(told.clone()),
            Hold::Word(reason) => GateFault::Withheld(reason.clone()),
            Hold::Unread(told) => GateFault::UnreadTime(told.clone()),
        }
    }
}

impl Passage {
    /// Whether it may not be shown as an article.
    pub fn is_closed(&self) -> bool {
        *self != Passage::Open
    }

    /// Whether it may not be shown, at no time that is known.
    pub fn is_withheld(&self) -> bool {
        matches!(self, Passage::Withheld(_))
    }

    /// Why it may not be shown, in a word; none: it may.
    pub fn word(&self) -> Option<String> {
        Some(match self {
            Passage::Open => return None,
            Passage::Embargoed(until) => until.to_string(),
            Passage::Withheld(Hold::Password) => "password".to_owned(),
            Passage::Withheld(Hold::Readers(reason) | Hold::Word(reason) | Hold::Unread(reason)) => reason.clone(),
            Passage::Withdrawn => "canceled".to_owned(),
        })
    }

    /// What an article says of it.
    pub fn status(&self) -> PublicationStatus {
        match self {
            Passage::Open | Passage::Embargoed(_) => PublicationStatus::Usable,
            Passage::Withheld(_) => PublicationStatus::Withheld,
            Passage::Withdrawn => PublicationStatus::Canceled,
        }
    }
}

fn later(known: Option<Timestamp>, time: Timestamp) -> Option<Timestamp> {
    Some(known.filter(|known| known.instant() >= time.instant()).unwrap_or(time))
}
