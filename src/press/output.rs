//! The only module that writes to the site's folder. What is already there, byte for byte, is left alone.
//!
//! A mark in the folder says whether all of it stands as an index describes it. Before the first change
//! the mark is broken, and it is set again when the last change is done: so the build after a killed one
//! trusts nothing, compares every file, and mends what is half done.

use super::PressError;
use super::content_type::is_text;
use super::disk::{delete, write_new, write_whole};
use super::fingerprint::Key;
use super::report::FileCounts;
use super::twins::{twins, write_twins};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// A file of the site: its path below the site's folder, and its bytes.
pub type SiteFile = (String, Vec<u8>);

/// Says that the folder is ours, and whether it is whole.
const MARK: &str = ".strait";
/// A file whose content tells a browser that watches that the site was printed anew.
pub const STAMP: &str = ".stamp";
/// What the press writes into, at the top of the site, beside the folders of editions: what is not expected there is
/// deleted. All else at the top belongs to others.
const ROOMS: [&str; 14] = [
    "article", "assets", "data", "embed", "hans", "hant", "media", "ninjs", "oembed", "pictures", "schema", "section", "sitemap",
    "_hosts",
];

/// The site's folder while it is being printed.
pub struct Output {
    root: PathBuf,
    precompress: bool,
    rooms: Vec<String>,
    trust: Trust,
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
    /// Anything may be in it.
    Nothing,
}

impl Output {
    /// Opens a folder for printing; makes it if it is missing. A folder with files of others is
    /// refused unless `force` is given. `editions`: the folders of editions beside the newsroom's own.
    pub fn open(
        root: &Path,
        precompress: bool,
        force: bool,
        editions: impl Iterator<Item = String>,
    ) -> Result<Output, PressError> {
        fs::create_dir_all(root).map_err(PressError::disk(root))?;
        let is_empty = fs::read_dir(root).map_err(PressError::disk(root))?.next().is_none();
        let mark = fs::read_to_string(root.join(MARK)).ok();
        let is_ours = mark.is_some() || root.join(STAMP).exists();
        let trust = match (is_empty, mark.and_then(|mark| Key::from_str_radix(mark.trim(), 16).ok())) {
            (true, _) => Trust::Empty,
            (false, Some(index)) => Trust::Whole(index),
            (false, None) if is_ours || force => Trust::Nothing,
            (false, None) => return Err(PressError::NotOurs(root.to_owned())),
        };
        let rooms = editions.map(|folder| folder.trim_end_matches('/').to_owned()).chain(ROOMS.map(str::to_owned)).collect();
        let (written, deleted) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Ok(Output { root: root.to_owned(), precompress, rooms, trust, is_marked: Mutex::new(false), written, deleted })
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
        if self.trust != Trust::Empty {
            self.trust = Trust::Nothing;
        }
    }

    /// Writes a file unless it is already there.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), PressError> {
        let path = self.root.join(name);
        let changed = self.trust == Trust::Empty || !fs::read(&path).is_ok_and(|old| old == bytes);
        self.put(&path, changed, |path, put| put(path, bytes))?;
        if self.precompress && is_text(name) && (changed || !twins(&path).iter().all(|twin| twin.exists())) {
            write_twins(&path, bytes)?;
        }
        Ok(())
    }

    /// Takes over a file whose name says what is in it, so that it need not be compared.
    pub fn take_over(&self, from: &Path, path: &str) -> Result<(), PressError> {
        let path = self.root.join(path);
        let length = |path: &Path| fs::metadata(path).map(|metadata| metadata.len()).ok();
        let changed = length(&path) != length(from);
        self.put(&path, changed, |path, put| put(path, &fs::read(from).map_err(PressError::disk(from))?))
    }

    /// Deletes a file that is no longer part of the site.
    pub fn delete(&self, path: &str) -> Result<(), PressError> {
        self.begin_change()?;
        let path = self.root.join(path);
        twins(&path).iter().chain([&path]).try_for_each(|path| delete(&self.root, path))?;
        self.deleted.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Deletes what is not expected: of `former` files, and, where the folder was not known, of all that stands in our rooms.
    pub fn delete_unexpected(&self, expected: &HashSet<&str>, former: impl Iterator<Item = String>) -> Result<(), PressError> {
        let mut found: Vec<String> = former.collect();
        if self.trust == Trust::Nothing {
            self.rooms.iter().try_for_each(|room| collect(&self.root, room, &mut found))?;
            let at_the_top = expected.iter().filter(|path| !path.contains('/'));
            found.extend(at_the_top.flat_map(|path| [".br", ".gz", ".part"].map(|ending| format!("{path}{ending}"))));
        }
        found.sort_unstable();
        found.dedup();
        let is_twin_of_expected = |path: &str| {
            let of = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz"));
            of.is_some_and(|of| self.precompress && is_text(of) && expected.contains(of))
        };
        let unexpected = found.iter().filter(|path| !expected.contains(path.as_str()) && !is_twin_of_expected(path));
        unexpected.filter(|path| self.root.join(path).exists()).try_for_each(|path| self.delete(path))
    }

    /// Marks the folder as whole, as the index of this name describes it; says what was done.
    pub fn finish(self, index: Key, files: usize) -> Result<FileCounts, PressError> {
        let (written, deleted) = (self.written.into_inner(), self.deleted.into_inner());
        if written + deleted > 0 || !self.root.join(STAMP).exists() {
            let stamp = jiff::Timestamp::now().to_string();
            write_whole(&self.root.join(STAMP), stamp.as_bytes())?;
        }
        if self.trust != Trust::Whole(index) || written + deleted > 0 {
            write_whole(&self.root.join(MARK), format!("{index:016x}\n").as_bytes())?;
        }
        Ok(FileCounts { written, kept: files.saturating_sub(written), deleted })
    }

    /// Writes a file, if it has changed, in the way that suits the folder.
    fn put(
        &self,
        path: &Path,
        changed: bool,
        write: impl FnOnce(&Path, fn(&Path, &[u8]) -> Result<(), PressError>) -> Result<(), PressError>,
    ) -> Result<(), PressError> {
        if !changed {
            return Ok(());
        }
        self.begin_change()?;
        self.written.fetch_add(1, Ordering::Relaxed);
        if self.trust == Trust::Empty {
            return write(path, write_new);
        }
        // A twin must never say what its file no longer says.
        twins(path).iter().filter(|twin| twin.exists()).try_for_each(|twin| delete(&self.root, twin))?;
        write(path, write_whole)
    }

    /// Breaks the mark before the first change.
    fn begin_change(&self) -> Result<(), PressError> {
        let mut is_marked = self.is_marked.lock().unwrap_or_else(PoisonError::into_inner);
        if !*is_marked {
            write_whole(&self.root.join(MARK), b"building\n")?;
            *is_marked = true;
        }
        Ok(())
    }
}

fn collect(root: &Path, path: &str, found: &mut Vec<String>) -> Result<(), PressError> {
    let folder = root.join(path);
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(&folder).map_err(PressError::disk(&folder))? {
        let entry = entry.map_err(PressError::disk(&folder))?;
        let path = format!("{path}/{}", entry.file_name().to_string_lossy());
        match entry.path().is_dir() {
            true => collect(root, &path, found)?,
            false => found.push(path),
        }
    }
    Ok(())
}
