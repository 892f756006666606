//! The only module that writes to the site's folder. What is already there, byte for byte, is left alone.
//!
//! A mark in the folder says whether all of it stands as an index and an inventory have it. Before the first change
//! the mark is broken, and it is set again when the last change is done: so the build after a killed one
//! trusts nothing, compares every file, and mends what is half done; and a publisher knows what is whole.
//!
//! Nothing is written or deleted elsewhere: each file is reached by the handles of the folders above it, over no
//! link. A link that stands where a page belongs is replaced; what it leads to stays as it is. And nothing is deleted
//! but what the press has put there: the inventory names it.

use crate::error::PressError;
use crate::fingerprint::Key;
use crate::report::FileCounts;
use crate::site::compressed::{ENCODINGS, Encoding};
use crate::site::content_type::is_text;
use crate::site::disk::{Place, delete};
use crate::site::inventory::{INVENTORY, Inventory};
use crate::site::mark::{MARK, Mark};
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use strait_confined::{Confined, ConfinedError, Missing};

/// A file of the site: its path below the site's folder, and its bytes.
pub type SiteFile = (String, Vec<u8>);

/// What an older Strait left in a site: when it was printed.
const FORMER_STAMP: &str = ".stamp";

/// The site's folder while it is being printed.
pub struct Output {
    root: Confined,
    precompress: bool,
    trust: Trust,
    inventory: Inventory,
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
        let is_ours = Mark::of(&root)?.is_some() || stands(&root, FORMER_STAMP);
        if !(is_ours || force || is_empty(&root)?) {
            return Err(PressError::NotOurs(path.to_owned()));
        }
        // From here on no other build changes the folder.
        let mut inventory = Inventory::open(&root)?;
        let trust = match Mark::of(&root)? {
            None if is_empty(&root)? => Trust::Empty,
            Some(Mark::Whole { index, inventory: extent }) if inventory.go_on_from(extent) => Trust::Whole(index),
            _ if is_ours => Trust::Nothing,
            _ => Trust::Foreign,
        };
        if trust == Trust::Nothing {
            inventory.begin_anew()?;
        }
        if !matches!(trust, Trust::Whole(_)) {
            // All lines are new, and sorted in the end: threads write them in any order.
            inventory.forget_the_gone();
        }
        let (written, deleted) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Ok(Output { root, precompress, trust, inventory, written, deleted })
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
    pub fn distrust(&mut self) -> Result<(), PressError> {
        if self.is_known() {
            self.trust = Trust::Nothing;
            self.inventory.begin_anew()?;
            self.inventory.forget_the_gone();
        }
        Ok(())
    }

    /// Writes a file unless it is already there.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PressError> {
        let old = self.find(path).and_then(|place| place.folder.read_own(place.name).ok());
        let changed = old.as_ref().is_none_or(|old| old != bytes);
        if changed {
            self.put(path, bytes, old.is_some())?;
        }
        if changed || !self.is_known() {
            self.inventory.add(path, bytes)?;
        }
        if self.precompress && is_text(path) {
            ENCODINGS.iter().try_for_each(|encoding| self.write_compressed(path, bytes, changed, encoding))?;
        }
        Ok(())
    }

    /// Takes over a file whose name says what is in it, so that it need not be compared where the folder is known.
    pub fn take_over(&self, from: &Path, path: &str) -> Result<(), PressError> {
        let length = fs::metadata(from).map_err(PressError::disk(from))?.len();
        let is_there =
            |place: Place| place.folder.standing(place.name).is_ok_and(|found| found.is_file() && found.len() == length);
        if self.is_known() && self.find(path).is_some_and(is_there) {
            return Ok(());
        }
        self.write(path, &fs::read(from).map_err(PressError::disk(from))?)
    }

    /// Deletes a file that is no longer part of the site.
    pub fn delete(&self, path: &str) -> Result<(), PressError> {
        ENCODINGS.iter().try_for_each(|encoding| self.remove(&encoding.name_for(path)))?;
        self.remove(path)?;
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
                if !gone.is_empty() {
                    self.inventory.forget_the_gone();
                }
                gone.iter()
                    .filter(|path| self.find(path).is_some_and(|place| stands(&place.folder, place.name)))
                    .try_for_each(|path| self.delete(path))
            }
            Trust::Nothing => {
                let mut ours = self.inventory.former().clone();
                // Printed by a Strait that kept no inventory.
                ours.extend(former.filter(|_| self.inventory.is_new()));
                self.sweep(expected, &ours)
            }
            // All else in it belongs to others, whatever an index says of the folder that was here before.
            Trust::Foreign => Ok(()),
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
        let is_wanted = |path: &str| {
            let is_printed = |of: &str| self.precompress && is_text(of) && expected.contains(of);
            expected.contains(path) || ENCODINGS.iter().filter_map(|encoding| path.strip_suffix(encoding.ending)).any(is_printed)
        };
        let unwanted = found.iter().filter(|path| !is_wanted(path) && names_of(path).into_iter().any(is_ours));
        unwanted.clone().try_for_each(|path| self.delete(path))?;
        // Of what builds began, and what went without them, no name stays.
        self.inventory.forget_the_gone();
        let gone = BTreeSet::from_iter(ours.iter().filter(|path| !is_wanted(path)));
        gone.into_iter().try_for_each(|path| self.inventory.strike(path))
    }

    /// Marks the folder as whole, as the index of this name describes it; says what was done.
    pub fn finish(self, index: Key, files: usize) -> Result<FileCounts, PressError> {
        let (written, deleted) = (self.written.into_inner(), self.deleted.into_inner());
        if stands(&self.root, FORMER_STAMP) {
            delete(&self.root, FORMER_STAMP)?;
        }
        self.inventory.finish(index, files)?;
        Ok(FileCounts { written, kept: files.saturating_sub(written), deleted })
    }

    /// Writes a file that has changed, in the way that suits the folder. `is_there`: a file of the press's stands there.
    fn put(&self, path: &str, bytes: &[u8], is_there: bool) -> Result<(), PressError> {
        self.inventory.begin()?;
        self.written.fetch_add(1, Ordering::Relaxed);
        if !is_there {
            self.inventory.enter(path)?;
        }
        let place = Place::make(&self.root, path)?;
        if self.trust == Trust::Empty {
            return Ok(place.folder.write_new(place.name, bytes)?);
        }
        // A copy must never say what its file no longer says.
        let copies = ENCODINGS.iter().map(|encoding| encoding.name_for(path));
        copies
            .filter(|copy| self.find(copy).is_some_and(|place| stands(&place.folder, place.name)))
            .try_for_each(|copy| self.remove(&copy))?;
        Ok(place.folder.write_whole(place.name, bytes)?)
    }

    /// Writes a file's copy unless it is already there; where nothing is known, unless it says what its file says.
    fn write_compressed(&self, path: &str, bytes: &[u8], changed: bool, encoding: &Encoding) -> Result<(), PressError> {
        let copy = encoding.name_for(path);
        let place = Place::make(&self.root, &copy)?;
        if !changed && self.is_known() && stands(&place.folder, place.name) {
            return Ok(());
        }
        let standing = if changed { None } else { place.folder.read_own(place.name).ok() };
        if let Some(standing) = standing.filter(|standing| encoding.says(standing, bytes)) {
            return self.inventory.add(&copy, &standing);
        }
        let compressed = encoding.compressed(bytes).map_err(PressError::disk(self.root.path().join(&copy)))?;
        self.inventory.add(&copy, &compressed)?;
        Ok(place.folder.write_whole(place.name, &compressed)?)
    }

    /// Deletes a file.
    fn remove(&self, path: &str) -> Result<(), PressError> {
        self.inventory.strike(path)?;
        Ok(delete(&self.root, path)?)
    }

    /// Whether what stands in the folder is known.
    fn is_known(&self) -> bool {
        matches!(self.trust, Trust::Whole(_))
    }

    /// Where a file is, if there may be one.
    fn find<'a>(&self, path: &'a str) -> Option<Place<'a>> {
        (self.trust != Trust::Empty).then(|| Place::find(&self.root, path)).flatten()
    }
}

/// Whether nothing is in a folder but what a build leaves that came to its end before it had begun.
fn is_empty(root: &Confined) -> Result<bool, PressError> {
    let is_left = |name: &str| name == INVENTORY || name.starts_with(MARK) && name.ends_with(".part");
    Ok(root.entries()?.iter().all(|entry| is_left(&entry.name.to_string_lossy())))
}

/// Whether a regular file stands there.
fn stands(folder: &Confined, name: &str) -> bool {
    folder.standing(name).is_ok_and(|found| found.is_file())
}

/// The names that a file may go by: its own, that of the file that it was to become, and of the file whose copy that is.
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
