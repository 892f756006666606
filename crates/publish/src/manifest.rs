//! What stands in the store: every file of a release, and the hashed files of earlier ones.

use super::address::is_hashed;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The files of a site, by path.
pub type Files = BTreeMap<String, Entry>;

/// For how long the hashed files of an earlier release stay, so that a tab left open does not break …
pub const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);
/// … and for how many releases: they go when both have passed.
pub const KEPT_THROUGH: u64 = 20;

/// A file as it was published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// SHA-256 of its content as printed, in hex; empty: unknown.
    pub hash: String,
    /// Bytes, as printed.
    pub size: u64,
    /// The headers that it was stored with, told apart by a short hash; empty in a folder.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dress: String,
}

/// A hashed file that no page names any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retired {
    /// The file.
    pub entry: Entry,
    /// The first release without it.
    pub release: u64,
    /// When that was published.
    pub since: Timestamp,
}

/// A release.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Counted from 1; 0 before anything is published.
    pub release: u64,
    /// The release before, which `--rollback` restores; none: there is none.
    pub previous: Option<u64>,
    /// When it was published.
    pub published: Timestamp,
    /// The files of the site.
    pub files: Files,
    /// What stays for tabs left open.
    pub retired: BTreeMap<String, Retired>,
}

impl Manifest {
    /// The release that follows with these files. `stray`: what interrupted publishes left there.
    pub fn successor<'a>(&self, release: u64, files: Files, stray: impl Iterator<Item = &'a String>, now: Timestamp) -> Manifest {
        // Without a hash, a stray file is written anew when it is needed again.
        let stray = stray.map(|path| (path, Entry::default()));
        let leaving = self.files.iter().map(|(path, entry)| (path, entry.clone())).chain(stray);
        let leaving = leaving.filter(|(path, _)| is_hashed(path));
        let leaving = leaving.map(|(path, entry)| (path.clone(), Retired { entry, release, since: now }));
        // The older note of a file that retired before is the true one.
        let mut retired: BTreeMap<String, Retired> = leaving.chain(self.retired.clone()).collect();
        retired.retain(|path, file| !files.contains_key(path) && !file.is_expired(release, now));
        let previous = Some(self.release).filter(|release| *release > 0);
        Manifest { release, previous, published: now, files, retired }
    }

    /// Every file that stands there, those that stay for tabs left open too.
    pub fn standing(&self) -> impl Iterator<Item = (&String, &Entry)> {
        self.files.iter().chain(self.retired.iter().map(|(path, file)| (path, &file.entry)))
    }

    /// A file that stands there.
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        self.files.get(path).or_else(|| self.retired.get(path).map(|file| &file.entry))
    }
}

impl Retired {
    fn is_expired(&self, release: u64, now: Timestamp) -> bool {
        release.saturating_sub(self.release) >= KEPT_THROUGH && now.duration_since(self.since) >= KEPT_FOR
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> Files {
        let entry = |path: &&str| ((*path).to_owned(), Entry { hash: (*path).to_owned(), size: 1, dress: String::new() });
        paths.iter().map(entry).collect()
    }

    fn day(day: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * day)
    }

    fn release(from: &Manifest, paths: &[&str], at: i64) -> Manifest {
        from.successor(from.release + 1, files(paths), std::iter::empty(), day(at))
    }

    #[test]
    fn a_hashed_file_stays_for_thirty_days_and_twenty_releases() {
        let first = release(&Manifest::default(), &["index.html", "assets/a.js"], 0);
        let mut many = release(&first, &["index.html"], 1);
        assert!(many.entry("assets/a.js").is_some());
        for _ in 0..40 {
            many = release(&many, &["index.html"], 2);
        }
        assert!(many.entry("assets/a.js").is_some(), "42 releases, but a day");
        let old = release(&release(&first, &["index.html"], 1), &["index.html"], 99);
        assert!(old.entry("assets/a.js").is_some(), "98 days, but a release");
        assert!(release(&many, &["index.html"], 30).entry("assets/a.js").is_some());
        assert!(release(&many, &["index.html"], 31).entry("assets/a.js").is_none());
    }

    #[test]
    fn a_hashed_file_that_comes_back_is_of_the_site_again() {
        let first = release(&Manifest::default(), &["assets/a.js"], 0);
        let third = release(&release(&first, &[], 1), &["assets/a.js"], 2);
        assert!(third.files.contains_key("assets/a.js") && third.retired.is_empty());
    }

    #[test]
    fn a_page_that_goes_is_not_kept() {
        let second = release(&release(&Manifest::default(), &["article/1/index.html"], 0), &[], 1);
        assert!(second.standing().next().is_none());
    }
}
