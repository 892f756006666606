//! The only module that writes to the site's folder. What is already there, byte for byte, is left alone.
//!
//! A mark in the folder says whether all of it stands as an index describes it. Before the first change
//! the mark is broken, and it is set again when the last change is done: so the build after a killed one
//! trusts nothing, compares every file, and mends what is half done.
//!
//! Nothing is written or deleted elsewhere: each file is reached by the handles of the folders above it, over no
//! link. A link that stands where a page belongs is replaced; what it leads to stays as it is. And nothing is deleted
//! but what the press has put there ([`Roll`]).

use super::PressError;
use super::content_type::is_text;
use super::disk::{Place, delete};
use super::fingerprint::Key;
use super::report::FileCounts;
use super::roll::Roll;
use super::twins::{twins, write_twins};
use crate::confined::{Confined, ConfinedError, Missing};
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// A file of the site: its path below the site's folder, and its bytes.
pub type SiteFile = (String, Vec<u8>);

/// Says that the folder is ours, and whether it is whole.
const MARK: &str = ".strait";
/// A file whose content tells a browser that watches that the site was printed anew.
const STAMP: &str = ".stamp";
/// The site's folder while it is being printed.
pub struct Output {
    root: Confined,
    precompress: bool,
    trust: Trust,
    roll: Roll,
    /// Whether a roll was there before.
    had_roll: bool,
    is_marked: Mutex<bool>,
    written: AtomicUsize,
    deleted: AtomicUsize,
}

/// What is known of the folder before it is printed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trust {
    /// It is empty.
    Empty,
    /// It is as the index of this name describes it.
    Whole(Key),
    /// It is ours, and anything may be in it.
    Nothing,
    /// It belongs to others: all that is in it is theirs.
    Foreign,
}

impl Output {
    /// Opens a folder for printing; makes it if it is missing. A folder with files of others is
    /// refused unless `force` is given.
    pub fn open(path: &Path, precompress: bool, force: bool) -> Result<Output, PressError> {
        fs::create_dir_all(path).map_err(PressError::disk(path))?;
        let root = Confined::open(path)?;
        let is_empty = root.entries()?.is_empty();
        let mark = root.read_own(MARK).ok().map(|mark| String::from_utf8_lossy(&mark).into_owned());
        let is_ours = mark.is_some() || root.standing(STAMP).is_ok_and(|found| found.is_file());
        let had_roll = Roll::is_in(&root);
        let whole = mark.and_then(|mark| Key::from_str_radix(mark.trim(), 16).ok()).filter(|_| had_roll);
        let trust = match (is_empty, whole) {
            (true, _) => Trust::Empty,
            (false, Some(index)) => Trust::Whole(index),
            (false, None) if is_ours => Trust::Nothing,
            (false, None) if force => Trust::Foreign,
            (false, None) => return Err(PressError::NotOurs(path.to_owned())),
        };
        let (written, deleted) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Ok(Output { root, precompress, trust, roll: Roll::default(), had_roll, is_marked: Mutex::new(false), written, deleted })
    }

    /// Whether the folder is as the index of this name describes it.
    pub fn is_as_left_by(&self, index: Key) -> bool {
        self.trust == Trust::Whole(index)
    }

    /// Whether nothing was in the folder before.
    pub fn was_empty(&self) -> bool {
        self.trust == Trust::Empty
    }

    /// Trusts nothing that stands in the folder.
    pub fn distrust(&mut self) {
        if let Trust::Whole(_) = self.trust {
            self.trust = Trust::Nothing;
        }
    }

    /// Writes a file unless it is already there.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PressError> {
        let there = self.find(path);
        let old = there.as_ref().and_then(|place| place.folder.read_own(place.name).ok());
        let changed = old.as_ref().is_none_or(|old| old != bytes);
        let has_twins = || there.as_ref().is_some_and(|place| twins(place.name).iter().all(|twin| stands(&place.folder, twin)));
        if changed {
            self.put(path, bytes, old.is_some())?;
        }
        if self.precompress && is_text(path) && (changed || !has_twins()) {
            write_twins(&Place::make(&self.root, path)?, bytes)?;
        }
        Ok(())
    }

    /// Takes over a file whose name says what is in it, so that it need not be compared.
    pub fn take_over(&self, from: &Path, path: &str) -> Result<(), PressError> {
        let there = self.find(path).and_then(|place| place.folder.standing(place.name).ok()).filter(|found| found.is_file());
        let length = fs::metadata(from).map_err(PressError::disk(from))?.len();
        match there.as_ref().is_some_and(|found| found.len() == length) {
            true => Ok(()),
            false => self.put(path, &fs::read(from).map_err(PressError::disk(from))?, there.is_some()),
        }
    }

    /// Deletes a file that is no longer part of the site.
    pub fn delete(&self, path: &str) -> Result<(), PressError> {
        self.begin_change()?;
        twins(path).iter().map(String::as_str).chain([path]).try_for_each(|path| delete(&self.root, path))?;
        self.roll.strike(&self.root, path)?;
        self.deleted.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Deletes what is not expected: of `former` files, as an index knows them, and, where it is not known what stands in
    /// the folder, of all that builds have put there.
    pub fn delete_unexpected(&self, expected: &HashSet<&str>, former: impl Iterator<Item = String>) -> Result<(), PressError> {
        let is_unexpected = |path: &String| !expected.contains(path.as_str());
        match self.trust {
            Trust::Empty => Ok(()),
            Trust::Whole(_) => {
                let gone = BTreeSet::from_iter(former.filter(is_unexpected));
                gone.iter()
                    .filter(|path| self.find(path).is_some_and(|place| stands(&place.folder, place.name)))
                    .try_for_each(|path| self.delete(path))
            }
            Trust::Nothing => {
                let mut ours = Roll::read(&self.root);
                // Printed by a Strait that kept no roll.
                ours.extend(former.filter(|_| !self.had_roll));
                self.sweep(expected, &ours)?;
                self.roll.write(&self.root, expected)
            }
            // All else in it belongs to others, whatever an index says of the folder that was here before.
            Trust::Foreign => self.roll.write(&self.root, expected),
        }
    }

    /// Deletes what builds have put into the folder, and is no longer part of the site.
    fn sweep(&self, expected: &HashSet<&str>, ours: &HashSet<String>) -> Result<(), PressError> {
        let is_ours = |path: &str| expected.contains(path) || ours.contains(path);
        let rooms: BTreeSet<&str> = ours
            .iter()
            .map(String::as_str)
            .chain(expected.iter().copied())
            .filter_map(|path| Some(path.split_once('/')?.0))
            .collect();
        let mut found = Vec::new();
        collect(&self.root, "", &|folder| folder.contains('/') || rooms.contains(folder), &mut found)?;
        for path in found {
            let of = names_of(&path).into_iter().find(|name| is_ours(name));
            let is_wanted = |of: &str| {
                let is_twin = [".br", ".gz"].iter().any(|ending| path.strip_suffix(ending) == Some(of));
                expected.contains(path.as_str()) || (is_twin && self.precompress && is_text(of) && expected.contains(of))
            };
            if of.is_some_and(|of| !is_wanted(of)) {
                self.delete(&path)?;
            }
        }
        Ok(())
    }

    /// Marks the folder as whole, as the index of this name describes it; says what was done.
    pub fn finish(self, index: Key, files: usize) -> Result<FileCounts, PressError> {
        let (written, deleted) = (self.written.into_inner(), self.deleted.into_inner());
        if written + deleted > 0 || !stands(&self.root, STAMP) {
            self.root.write_whole(STAMP, jiff::Timestamp::now().to_string().as_bytes())?;
        }
        if self.trust != Trust::Whole(index) || written + deleted > 0 {
            self.root.write_whole(MARK, format!("{index:016x}\n").as_bytes())?;
        }
        Ok(FileCounts { written, kept: files.saturating_sub(written), deleted })
    }

    /// Writes a file that has changed, in the way that suits the folder. `is_there`: a file of the press's stands there.
    fn put(&self, path: &str, bytes: &[u8], is_there: bool) -> Result<(), PressError> {
        self.begin_change()?;
        self.written.fetch_add(1, Ordering::Relaxed);
        let place = Place::make(&self.root, path)?;
        if !is_there || !matches!(self.trust, Trust::Whole(_)) {
            self.roll.enter(&self.root, path)?;
        }
        if self.trust == Trust::Empty {
            return Ok(place.folder.write_new(place.name, bytes)?);
        }
        // A twin must never say what its file no longer says.
        twins(place.name).iter().try_for_each(|twin| place.folder.remove(twin).map(drop))?;
        Ok(place.folder.write_whole(place.name, bytes)?)
    }

    /// Where a file is, if there may be one.
    fn find<'a>(&self, path: &'a str) -> Option<Place<'a>> {
        (self.trust != Trust::Empty).then(|| Place::find(&self.root, path)).flatten()
    }

    /// Breaks the mark before the first change.
    fn begin_change(&self) -> Result<(), PressError> {
        let mut is_marked = self.is_marked.lock().unwrap_or_else(PoisonError::into_inner);
        if !*is_marked {
            self.root.write_whole(MARK, b"building\n")?;
            *is_marked = true;
        }
        Ok(())
    }
}

/// Whether a regular file stands there.
fn stands(folder: &Confined, name: &str) -> bool {
    folder.standing(name).is_ok_and(|found| found.is_file())
}

/// The names that a file may go by: its own, that of the file that it was to become, and of the file whose twin that is.
fn names_of(path: &str) -> Vec<&str> {
    let whole = path.strip_suffix(".part");
    let numbered = whole.and_then(|whole| Some(whole.rsplit_once('.')?.0));
    let names = [Some(path), whole, numbered].into_iter().flatten();
    names.flat_map(|name| [Some(name), name.strip_suffix(".br"), name.strip_suffix(".gz")]).flatten().collect()
}

/// The files below a folder, links among them: no link is followed. `enters` says which folders are looked into.
fn collect(folder: &Confined, above: &str, enters: &impl Fn(&str) -> bool, found: &mut Vec<String>) -> Result<(), ConfinedError> {
    for entry in folder.entries()? {
        let path = format!("{above}{}", entry.name.to_string_lossy());
        match entry.kind.is_dir() {
            true if enters(&path) => {
                // It may be another thing by now.
                if let Ok(below) = folder.own_folder(&entry.name, Missing::Leave) {
                    collect(&below, &format!("{path}/"), enters, found)?;
                }
            }
            true => {}
            false => found.push(path),
        }
    }
    Ok(())
}
