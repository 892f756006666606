//! The inventory of a site that is being printed.

use super::{Extent, INVENTORY, Seal, line, read_from};
use crate::press::PressError;
use crate::press::fingerprint::Key;
use crate::press::mark::Mark;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// With so many lines for each file, and some more, those that no longer count are left out: as a file may have two twins,
/// that is at least every second one.
const LINES_FOR_EACH: u64 = 6;
const SOME_MORE: u64 = 10_000;

/// The inventory of a site that is being printed. While it is open no other build can open it.
pub struct Inventory {
    site: PathBuf,
    writing: Mutex<Writing>,
}

struct Writing {
    file: BufWriter<File>,
    extent: Extent,
    has_begun: bool,
}

impl Inventory {
    /// Opens the inventory of a site; makes it where there is none.
    ///
    /// # Errors
    /// When another build has it open.
    pub fn open(site: &Path) -> Result<Inventory, PressError> {
        let path = site.join(INVENTORY);
        let file = unfollowed().read(true).write(true).create(true).truncate(false).open(&path);
        let file = file.map_err(PressError::disk(&path))?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(PressError::Busy(path)),
            // Not every file system has locks; there only the index keeps builds apart.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        let writing = Writing { file: BufWriter::new(file), extent: Extent::default(), has_begun: false };
        Ok(Inventory { site: site.to_owned(), writing: Mutex::new(writing) })
    }

    /// Whether a build has the inventory of a site open now.
    pub fn is_open(site: &Path) -> bool {
        let lock = File::open(site.join(INVENTORY)).map(|file| file.try_lock_shared());
        matches!(lock, Ok(Err(TryLockError::WouldBlock)))
    }

    /// What is written comes after what there is up to here. False: there is less.
    pub fn go_on_from(&self, extent: Extent) -> bool {
        let mut writing = self.writing();
        let is_there = writing.file.get_ref().metadata().is_ok_and(|metadata| metadata.len() >= extent.bytes);
        writing.extent = if is_there { extent } else { Extent::default() };
        is_there
    }

    /// What there was does not count.
    pub fn begin_anew(&self) {
        self.writing().extent = Extent::default();
    }

    /// Breaks the mark, unless that is done: to be called before anything in the site is changed.
    pub fn begin(&self) -> Result<(), PressError> {
        self.begun().map(drop)
    }

    /// Notes a file as it now stands.
    pub fn add(&self, name: &str, bytes: &[u8]) -> Result<(), PressError> {
        let line = line(name, Seal::of(bytes));
        self.begun()?.write(&line).map_err(self.disk())
    }

    /// Notes that a file no longer stands.
    pub fn strike(&self, name: &str) -> Result<(), PressError> {
        self.begun()?.write(&format!("- {name}")).map_err(self.disk())
    }

    /// Marks the site as whole, as the index of this name has it. `count`: about how many files it has, without twins.
    pub fn finish(self, index: Key, count: usize) -> Result<(), PressError> {
        // A site of no files has no first change.
        self.begin_if_new()?;
        let inventory = self.writing().settle(LINES_FOR_EACH * count as u64 + SOME_MORE).map_err(self.disk())?;
        let mark = Mark::Whole { index, inventory };
        if Mark::of(&self.site).map_err(self.disk())? == Some(mark) { Ok(()) } else { mark.set(&self.site) }
    }

    fn begin_if_new(&self) -> Result<(), PressError> {
        let is_new = self.writing().extent == Extent::default();
        if is_new { self.begin() } else { Ok(()) }
    }

    fn begun(&self) -> Result<MutexGuard<'_, Writing>, PressError> {
        let mut writing = self.writing();
        if !writing.has_begun {
            Mark::Broken.set(&self.site)?;
            writing.cut().map_err(self.disk())?;
            writing.has_begun = true;
        }
        Ok(writing)
    }

    fn writing(&self) -> MutexGuard<'_, Writing> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn disk(&self) -> impl FnOnce(io::Error) -> PressError {
        PressError::disk(self.site.join(INVENTORY))
    }
}

impl Drop for Inventory {
    fn drop(&mut self) {
        // As with a publisher's lock: a process that is just being started may hold a copy of the open file.
        let _ = self.writing().file.get_ref().unlock();
    }
}

impl Writing {
    /// Ends the file where the inventory ends.
    fn cut(&mut self) -> io::Result<()> {
        self.file.get_ref().set_len(self.extent.bytes)?;
        self.file.seek(SeekFrom::Start(self.extent.bytes)).map(drop)
    }

    fn write(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.file, "{line}")?;
        self.extent.add(line);
        Ok(())
    }

    /// Writes what is still held back. Lines that no longer count are left out when there are more than `most`.
    fn settle(&mut self, most: u64) -> io::Result<Extent> {
        if self.has_begun && self.extent.lines > most {
            self.file.flush()?;
            let site = read_from(self.file.get_ref(), self.extent)?;
            self.extent = Extent::default();
            self.cut()?;
            site.iter().try_for_each(|(name, seal)| self.write(&line(name, *seal)))?;
        }
        self.file.flush()?;
        Ok(self.extent)
    }
}

/// Opens no link in the inventory's place.
#[cfg(unix)]
fn unfollowed() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.custom_flags(rustix::fs::OFlags::NOFOLLOW.bits() as i32);
    options
}

/// Opens what stands there.
#[cfg(not(unix))]
fn unfollowed() -> OpenOptions {
    OpenOptions::new()
}
