//! The inventory of a site that is being printed.

use super::{Extent, INVENTORY, Seal, line, named, read_from};
use crate::error::PressError;
use crate::fingerprint::Key;
use crate::site::mark::Mark;
use std::collections::HashSet;
use std::fs::{File, TryLockError};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use strait_confined::Confined;

/// With so many lines for each file, and some more, those that no longer count are left out: as a file may have two copies,
/// that is at least every second one.
const LINES_FOR_EACH: u64 = 6;
const SOME_MORE: u64 = 10_000;

/// The inventory of a site that is being printed. While it is open no other build can open it.
pub struct Inventory {
    site: Confined,
    /// What earlier builds have put into the folder, where it is not known what stands there.
    former: HashSet<String>,
    is_new: bool,
    writing: Mutex<Writing>,
}

struct Writing {
    file: BufWriter<File>,
    extent: Extent,
    has_begun: bool,
    forgets: bool,
}

impl Inventory {
    /// Opens the inventory of a site; makes it where there is none.
    ///
    /// # Errors
    /// When another build has it open.
    pub fn open(site: &Confined) -> Result<Inventory, PressError> {
        let (site, path) = (site.again()?, site.path().join(INVENTORY));
        let file = site.update(INVENTORY)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(PressError::Busy(path)),
            // Not every file system has locks; there only the index keeps builds apart.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        let is_new = file.metadata().is_ok_and(|metadata| metadata.len() == 0);
        let writing = Writing { file: BufWriter::new(file), extent: Extent::default(), has_begun: false, forgets: false };
        Ok(Inventory { site, former: HashSet::new(), is_new, writing: Mutex::new(writing) })
    }

    /// Whether a build has the inventory of a site open now.
    pub fn is_open(site: &Confined) -> bool {
        let lock = site.file(INVENTORY).map(|(file, _)| file.try_lock_shared());
        matches!(lock, Ok(Err(TryLockError::WouldBlock)))
    }

    /// Whether there was none before.
    pub fn is_new(&self) -> bool {
        self.is_new
    }

    /// What builds have put into the folder before, as far as they came: where [`begin_anew`](Self::begin_anew) was said.
    pub fn former(&self) -> &HashSet<String> {
        &self.former
    }

    /// What is written comes after what there is up to here. False: there is less.
    pub fn go_on_from(&self, extent: Extent) -> bool {
        let mut writing = self.writing();
        let is_there = writing.file.get_ref().metadata().is_ok_and(|metadata| metadata.len() >= extent.bytes);
        writing.extent = if is_there { extent } else { Extent::default() };
        is_there
    }

    /// What there was does not count, but for whose files those are.
    pub fn begin_anew(&mut self) -> Result<(), PressError> {
        let mut writing = self.writing();
        writing.extent = Extent::default();
        let former = named(writing.file.get_ref()).map_err(self.disk());
        drop(writing);
        self.former = former?;
        Ok(())
    }

    /// Breaks the mark, unless that is done: to be called before anything in the site is changed.
    pub fn begin(&self) -> Result<(), PressError> {
        self.begun().map(drop)
    }

    /// Notes a file that is about to be made, before it is: so whoever comes after a killed build knows whose it is.
    /// Compressed copies, and what is to be renamed, go by the name of their file.
    pub fn enter(&self, name: &str) -> Result<(), PressError> {
        let mut writing = self.begun()?;
        writing.write(&format!("+ {name}")).and_then(|()| writing.file.flush()).map_err(self.disk())
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

    /// What no longer stands is not even named when the site is whole: it may have been taken back. It costs a look at
    /// the whole inventory.
    pub fn forget_the_gone(&self) {
        self.writing().forgets = true;
    }

    /// Marks the site as whole, as the index of this name has it. `count`: about how many files it has, without copies.
    pub fn finish(self, index: Key, count: usize) -> Result<(), PressError> {
        // A site of no files has no first change.
        self.begin_if_new()?;
        let inventory = self.writing().write_out(LINES_FOR_EACH * count as u64 + SOME_MORE).map_err(self.disk())?;
        let mark = Mark::Whole { index, inventory };
        if Mark::of(&self.site)? == Some(mark) { Ok(()) } else { Ok(mark.set(&self.site)?) }
    }

    fn begin_if_new(&self) -> Result<(), PressError> {
        let is_new = self.writing().extent == Extent::default();
        if is_new { self.begin() } else { Ok(()) }
    }

    fn begun(&self) -> Result<MutexGuard<'_, Writing>, PressError> {
        let mut writing = self.writing();
        if !writing.has_begun {
            Mark::Broken.set(&self.site)?;
            writing.begin(&self.former).map_err(self.disk())?;
            writing.has_begun = true;
        }
        Ok(writing)
    }

    fn writing(&self) -> MutexGuard<'_, Writing> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn disk(&self) -> impl FnOnce(io::Error) -> PressError {
        PressError::disk(self.site.path().join(INVENTORY))
    }
}

impl Drop for Inventory {
    fn drop(&mut self) {
        // As with a publisher's lock: a process that is just being started may hold a copy of the open file.
        let _ = self.writing().file.get_ref().unlock();
    }
}

impl Writing {
    /// Begins where the inventory ends. What is known of former files is not lost when this build is killed too.
    fn begin(&mut self, former: &HashSet<String>) -> io::Result<()> {
        self.cut()?;
        former.iter().try_for_each(|name| self.write(&format!("+ {name}")))?;
        self.file.flush()
    }

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
    fn write_out(&mut self, most: u64) -> io::Result<Extent> {
        if self.has_begun && (self.forgets || self.extent.lines > most) {
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
