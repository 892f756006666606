//! The only module that writes to the site's folder. What is already there, byte for byte, is left alone.
//!
//! A mark in the folder says whether all of it stands as an index and an inventory have it. Before the first change
//! the mark is broken, and it is set again when the last change is done: so the build after a killed one
//! trusts nothing, compares every file, and mends what is half done; and a publisher knows what is whole.

use super::PressError;
use super::content_type::is_text;
use super::disk::{delete, write_new, write_whole};
use super::fingerprint::Key;
use super::inventory::{INVENTORY, Inventory};
use super::mark::{MARK, Mark};
use super::report::FileCounts;
use super::twins::{ENCODINGS, Encoding};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A file of the site: its path below the site's folder, and its bytes.
pub type SiteFile = (String, Vec<u8>);

/// A file whose content tells a browser that watches that the site was printed anew.
const STAMP: &str = ".stamp";
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
        let mark = || Mark::of(root).map_err(PressError::disk(root.join(MARK)));
        if !(is_empty(root)? || mark()?.is_some() || root.join(STAMP).exists() || force) {
            return Err(PressError::NotOurs(root.to_owned()));
        }
        // From here on no other build changes the folder.
        let inventory = Inventory::open(root)?;
        let trust = match mark()? {
            None if is_empty(root)? => Trust::Empty,
            Some(Mark::Whole { index, inventory: extent }) if inventory.go_on_from(extent) => Trust::Whole(index),
            _ => Trust::Nothing,
        };
        let rooms = editions.map(|folder| folder.trim_end_matches('/').to_owned()).chain(ROOMS.map(str::to_owned)).collect();
        let (written, deleted) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Ok(Output { root: root.to_owned(), precompress, rooms, trust, inventory, written, deleted })
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
            self.inventory.begin_anew();
        }
    }

    /// Writes a file unless it is already there.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), PressError> {
        let changed = self.trust == Trust::Empty || !fs::read(self.root.join(name)).is_ok_and(|old| old == bytes);
        if changed {
            self.put(name, bytes)?;
        }
        if changed || self.trust == Trust::Nothing {
            self.inventory.add(name, bytes)?;
        }
        if self.precompress && is_text(name) {
            ENCODINGS.iter().try_for_each(|encoding| self.write_twin(name, bytes, changed, encoding))?;
        }
        Ok(())
    }

    /// Takes over a file whose name says what is in it, so that it need not be compared where the folder is known.
    pub fn take_over(&self, from: &Path, name: &str) -> Result<(), PressError> {
        let length = |path: &Path| fs::metadata(path).map(|metadata| metadata.len()).ok();
        if matches!(self.trust, Trust::Whole(_)) && length(&self.root.join(name)) == length(from) {
            return Ok(());
        }
        self.write(name, &fs::read(from).map_err(PressError::disk(from))?)
    }

    /// Deletes a file that is no longer part of the site.
    pub fn delete(&self, name: &str) -> Result<(), PressError> {
        ENCODINGS.iter().try_for_each(|encoding| self.remove(&format!("{name}{}", encoding.ending)))?;
        self.remove(name)?;
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
        self.inventory.finish(index, files)?;
        Ok(FileCounts { written, kept: files.saturating_sub(written), deleted })
    }

    /// Writes a file in the way that suits the folder.
    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PressError> {
        self.inventory.begin()?;
        self.written.fetch_add(1, Ordering::Relaxed);
        let path = self.root.join(name);
        if self.trust == Trust::Empty {
            return write_new(&path, bytes);
        }
        // A twin must never say what its file no longer says.
        let twins = ENCODINGS.iter().map(|encoding| format!("{name}{}", encoding.ending));
        twins.filter(|twin| self.root.join(twin).exists()).try_for_each(|twin| self.remove(&twin))?;
        write_whole(&path, bytes)
    }

    /// Writes a file's twin unless it is already there; where nothing is trusted, unless it says what its file says.
    fn write_twin(&self, name: &str, bytes: &[u8], changed: bool, encoding: &Encoding) -> Result<(), PressError> {
        let name = format!("{name}{}", encoding.ending);
        let path = self.root.join(&name);
        if !changed && self.trust != Trust::Nothing && path.exists() {
            return Ok(());
        }
        let standing = if changed { None } else { fs::read(&path).ok() };
        if let Some(twin) = standing.filter(|twin| encoding.says(twin, bytes)) {
            return self.inventory.add(&name, &twin);
        }
        let twin = encoding.twin(bytes).map_err(PressError::disk(&path))?;
        self.inventory.add(&name, &twin)?;
        write_whole(&path, &twin)
    }

    /// Deletes a file.
    fn remove(&self, name: &str) -> Result<(), PressError> {
        self.inventory.strike(name)?;
        delete(&self.root, &self.root.join(name))
    }
}

/// Whether nothing is in a folder but what a build leaves that came to its end before it had begun.
fn is_empty(root: &Path) -> Result<bool, PressError> {
    let left = [INVENTORY.to_owned(), format!("{MARK}.part")];
    for entry in fs::read_dir(root).map_err(PressError::disk(root))? {
        let name = entry.map_err(PressError::disk(root))?.file_name();
        if !left.iter().any(|left| name == left.as_str()) {
            return Ok(false);
        }
    }
    Ok(true)
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
