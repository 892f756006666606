//! When an article may be shown.

use crate::{Article, PublicationStatus};
use serde::{Deserialize, Serialize};

/// When an article may be shown. Times are in microseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    status: PublicationStatus,
    embargoed: Option<i64>,
    expires: Option<i64>,
}

impl Availability {
    /// What an article says of it.
    pub fn of(article: &Article) -> Availability {
        let micros = |at: &crate::Timestamp| at.instant().as_microsecond();
        Availability {
            status: article.pub_status,
            embargoed: article.embargoed.as_ref().map(micros),
            expires: article.expires.as_ref().map(micros),
        }
    }

    /// Whether it was withdrawn, so that only a tombstone may show.
    pub fn is_withdrawn(self) -> bool {
        self.status == PublicationStatus::Canceled
    }

    /// Whether it may be shown at a time: usable, no longer embargoed, not yet expired.
    pub fn is_open(self, now: jiff::Timestamp) -> bool {
        let now = now.as_microsecond();
        self.status == PublicationStatus::Usable
            && self.embargoed.is_none_or(|at| at <= now)
            && self.expires.is_none_or(|at| at > now)
    }

    /// When that will change next, after a time.
    pub fn turns(self, now: jiff::Timestamp) -> Option<i64> {
        let turns = self.embargoed.into_iter().chain(self.expires).filter(|at| *at > now.as_microsecond());
        turns.min().filter(|_| self.status == PublicationStatus::Usable)
    }
}
