//! A folder that is never left: whatever names and links say, and whatever is put in their place meanwhile, what is
//! opened lies in it, and is a regular file.
//!
//! Links that stay inside are followed. Every path is opened below the folder's own handle (`openat2` with
//! `RESOLVE_BENEATH` where the system has it, step by step elsewhere), and what is asked of a file is asked of its handle.
//!
//! Promises the same on every system, for reading and for writing: what is written is whole or not there. Deliberately
//! absent: what the files mean.

mod error;
#[cfg(test)]
mod tests;
mod write;

pub use cap_std::fs::{Metadata, OpenOptions};
pub use error::{ConfinedError, in_chinese};
pub use write::Missing;

use cap_fs_ext::OpenOptionsSyncExt;
use cap_std::ambient_authority;
use cap_std::fs::{Dir, DirEntry, FileType};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// A folder that is never left.
#[derive(Debug)]
pub struct Confined {
    /// What people call it.
    path: PathBuf,
    dir: Dir,
}

/// A regular file's bytes, and what the disk says of just these.
#[derive(Debug)]
pub struct ReadFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What its handle says of it, after it was read.
    pub metadata: Metadata,
}

/// What stands in a folder under a name.
#[derive(Debug)]
pub struct Entry {
    /// Its name.
    pub name: OsString,
    /// What it is: of a link that it is one, wherever it leads.
    pub kind: FileType,
}

impl Confined {
    /// Opens a folder that the user named: links on the way to it are followed.
    pub fn open(path: &Path) -> Result<Confined, ConfinedError> {
        let dir = Dir::open_ambient_dir(path, ambient_authority()).map_err(|error| ConfinedError::of(error, path, path))?;
        Ok(Confined { path: path.to_owned(), dir })
    }

    /// What people call it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Opens a folder in it, which is never left either.
    pub fn folder(&self, below: impl AsRef<Path>) -> Result<Confined, ConfinedError> {
        let below = below.as_ref();
        let dir = self.within(below, |below| self.dir.open_dir(below))?;
        Ok(Confined { path: self.path.join(below), dir })
    }

    /// Opens a regular file to read it, and nothing else: a pipe or a device neither hangs nor opens.
    pub fn file(&self, below: impl AsRef<Path>) -> Result<(File, Metadata), ConfinedError> {
        let below = below.as_ref();
        // Without waiting: a pipe that nobody writes to would be waited for. Regular files do not know the difference.
        let mut options = OpenOptions::new();
        options.read(true).nonblock(true);
        let opened = self.within(below, |below| {
            let file = self.dir.open_with(below, &options)?;
            let metadata = file.metadata()?;
            Ok((file.into_std(), metadata))
        });
        match opened {
            Ok((file, metadata)) if metadata.is_file() => Ok((file, metadata)),
            Ok(_) => Err(ConfinedError::NotAFile(self.path.join(below))),
            // Sockets and some devices cannot be opened at all.
            Err(ConfinedError::Disk { .. }) if self.metadata(below).is_ok_and(|found| !found.is_file()) => {
                Err(ConfinedError::NotAFile(self.path.join(below)))
            }
            Err(error) => Err(error),
        }
    }

    /// Reads a regular file.
    pub fn read(&self, below: impl AsRef<Path>) -> Result<ReadFile, ConfinedError> {
        self.read_at_most(below, u64::MAX)
    }

    /// Reads a regular file of at most so many bytes.
    pub fn read_at_most(&self, below: impl AsRef<Path>, most: u64) -> Result<ReadFile, ConfinedError> {
        let below = below.as_ref();
        let (mut file, metadata) = self.file(below)?;
        if metadata.len() > most {
            return Err(ConfinedError::TooLarge { path: self.path.join(below), megabytes: most >> 20 });
        }
        let mut read = || -> io::Result<ReadFile> {
            let mut bytes = Vec::new();
            bytes.try_reserve_exact(usize::try_from(metadata.len()).unwrap_or(usize::MAX))?;
            file.read_to_end(&mut bytes)?;
            Ok(ReadFile { bytes, metadata: Metadata::from_file(&file)? })
        };
        read().map_err(|error| self.error(error, below))
    }

    /// What the disk says of what a path leads to.
    pub fn metadata(&self, below: impl AsRef<Path>) -> Result<Metadata, ConfinedError> {
        let below = below.as_ref();
        // Most names are those of files right here: asked so, they are asked for once, without being opened.
        let is_name = below.components().count() == 1 && is_below(below);
        match is_name.then(|| self.dir.symlink_metadata(below)) {
            Some(Ok(found)) if !found.is_symlink() => Ok(found),
            _ => self.within(below, |below| self.dir.metadata(below)),
        }
    }

    /// What stands in it, in no order.
    pub fn entries(&self) -> Result<Vec<Entry>, ConfinedError> {
        let entry = |entry: io::Result<DirEntry>| {
            let entry = entry?;
            let kind = entry.file_type()?;
            let is_known = kind.is_file() || kind.is_dir() || kind.is_symlink();
            // Some disks do not say what they list.
            let kind = if is_known { Ok(kind) } else { entry.metadata().map(|metadata| metadata.file_type()) };
            match kind {
                Ok(kind) => Ok(Some(Entry { name: entry.file_name(), kind })),
                // It went meanwhile.
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error),
            }
        };
        let entries = self.dir.entries().and_then(|entries| entries.map(entry).filter_map(io::Result::transpose).collect());
        entries.map_err(|error| self.error(error, Path::new("")))
    }

    /// Does something with a path below the folder. A link that is written from the root but leads back into the
    /// folder is not told apart by the system: its end is looked for, and opened below the folder as well.
    fn within<T>(&self, below: &Path, act: impl Fn(&Path) -> io::Result<T>) -> Result<T, ConfinedError> {
        let done = act(below).map_err(|error| self.error(error, below));
        match done {
            Err(ConfinedError::LeadsOutside { .. }) if is_below(below) => {
                let again =
                    || act(self.path.join(below).canonicalize().ok()?.strip_prefix(self.path.canonicalize().ok()?).ok()?).ok();
                again().map_or(done, Ok)
            }
            done => done,
        }
    }

    fn error(&self, error: io::Error, below: &Path) -> ConfinedError {
        ConfinedError::of(error, &self.path, &self.path.join(below))
    }
}

/// Whether a path, as content writes it, names something inside the folder that it is relative to, in one way only.
pub fn stays_inside(path: &str) -> bool {
    let is_name = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(|sign: char| sign == '\\' || sign.is_control());
    path.split('/').all(is_name) && is_below(Path::new(path))
}

fn is_below(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_)))
}
