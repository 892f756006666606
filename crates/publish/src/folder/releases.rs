//! The folders of releases: only those that a publisher has made are ever deleted.
//!
//! Which those are, the ledger says, and for the time that it does not, a note: of a release while it is made, and
//! of those that are cleared away. So whoever comes after a publish that was cut short deletes what that has left, and
//! nothing that others have put there.

use crate::PublishError;
use crate::manifest::Manifest;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use strait_confined::{Confined, ConfinedError, Missing};

/// What a publisher keeps in a folder, beside the link.
const OWN: [&str; 3] = [".strait", ".strait/releases", RELEASES];
const RELEASES: &str = "releases";
/// The note: numbers, a line each.
const LOOSE: &str = "loose";

/// A folder that is published to.
pub struct Releases {
    root: Confined,
}

impl Releases {
    /// Opens a folder, and makes it where it is missing. One whose own folders lead elsewhere is refused.
    pub fn open(path: &Path) -> Result<Releases, PublishError> {
        std::fs::create_dir_all(path).map_err(PublishError::disk(path))?;
        let releases = Releases { root: Confined::open(path)? };
        releases.check()?;
        Ok(releases)
    }

    /// Refuses links in the place of a publisher's own folders.
    fn check(&self) -> Result<(), PublishError> {
        for own in OWN {
            let (above, name) = own.rsplit_once('/').unwrap_or(("", own));
            let standing = self.root.own_folder(above, Missing::Leave).and_then(|folder| folder.standing(name));
            if standing.is_ok_and(|found| !found.is_dir()) {
                return Err(PublishError::NotAFolder(self.root.path().join(own)));
            }
        }
        OWN.iter().filter(|own| **own != RELEASES).try_for_each(|own| self.check_notes(own))
    }

    /// Refuses what is no file among the notes: a pipe would be waited for, a link followed.
    fn check_notes(&self, own: &str) -> Result<(), PublishError> {
        let notes = self.root.own_folder(own, Missing::Leave).and_then(|folder| folder.entries()).unwrap_or_default();
        match notes.into_iter().find(|note| !note.kind.is_file() && !note.kind.is_dir()) {
            Some(note) => Err(PublishError::BadFile(self.root.path().join(own).join(note.name))),
            None => Ok(()),
        }
    }

    /// Where the publisher keeps its notes.
    pub fn notes(&self) -> Result<Confined, ConfinedError> {
        self.root.own_folder(".strait", Missing::Make)
    }

    /// Deletes what earlier publishers have left, and makes a folder for a release: of this number, or of the next that
    /// is free. `noted`: the releases of the ledger.
    pub fn begin(&self, number: u64, noted: &BTreeSet<u64>) -> Result<u64, PublishError> {
        let loose = self.loose()?;
        self.delete(loose.difference(noted))?;
        let releases = self.root.own_folder(RELEASES, Missing::Make)?;
        // What stands there under a number that no publisher has used belongs to others.
        for number in number.. {
            if matches!(releases.standing(number.to_string()), Err(ConfinedError::Missing(_))) {
                // Noted before it is made: whoever is killed in between leaves no folder that nobody owns.
                self.note(&BTreeSet::from([number]))?;
                if releases.make_new(number.to_string())? {
                    return Ok(number);
                }
                self.note_done()?;
            }
        }
        Err(PublishError::NotAFolder(releases.path().to_owned()))
    }

    /// Says that the ledger knows now.
    pub fn note_done(&self) -> Result<(), PublishError> {
        self.note(&BTreeSet::new())
    }

    /// Notes that these are about to be cleared away: the ledger forgets them first.
    pub fn doom(&self, numbers: &BTreeSet<u64>) -> Result<(), PublishError> {
        self.note(numbers)
    }

    /// Deletes the folders of releases, but nothing that links in them lead to.
    pub fn delete<'a>(&self, numbers: impl Iterator<Item = &'a u64>) -> Result<(), PublishError> {
        let Ok(releases) = self.root.own_folder(RELEASES, Missing::Leave) else { return Ok(()) };
        for number in numbers {
            releases.remove_all(number.to_string())?;
        }
        Ok(())
    }

    /// The first file of a release that does not stand there as it was published, as far as its size tells.
    pub fn first_lost(&self, release: &Manifest) -> Option<PathBuf> {
        let in_release = |path: &str| format!("{RELEASES}/{}/{path}", release.release);
        let lost = release.files.iter().find(|(path, entry)| !self.has(&in_release(path), entry.size));
        lost.map(|(path, _)| self.root.path().join(in_release(path)))
    }

    /// Whether a file of this size stands there, over no link.
    pub fn has(&self, path: &str, size: u64) -> bool {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let standing = self.root.own_folder(folder, Missing::Leave).and_then(|folder| folder.standing(name));
        standing.is_ok_and(|found| found.is_file() && found.len() == size)
    }

    fn loose(&self) -> Result<BTreeSet<u64>, PublishError> {
        match self.notes()?.read_own(LOOSE) {
            Ok(text) => Ok(String::from_utf8_lossy(&text).lines().filter_map(|line| line.parse().ok()).collect()),
            Err(ConfinedError::Missing(_)) => Ok(BTreeSet::new()),
            Err(error) => Err(error.into()),
        }
    }

    fn note(&self, numbers: &BTreeSet<u64>) -> Result<(), PublishError> {
        let lines: String = numbers.iter().map(|number| format!("{number}\n")).collect();
        Ok(self.notes()?.write_whole(LOOSE, lines.as_bytes())?)
    }
}
