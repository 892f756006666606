//! Writing into a folder that is never left.
//!
//! A file takes its place whole, by its name: what stood there, a link too, is replaced and never written through.

use super::{Confined, ConfinedError};
use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::fs::{Dir, Metadata, OpenOptions};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

/// Tells what is half written by one thread from what another writes.
static PARTS: AtomicU64 = AtomicU64::new(0);

/// Writes a file's bytes.
type WriteBy<'a> = &'a mut dyn FnMut(&mut dyn Write) -> io::Result<()>;

/// What becomes of folders that are missing on the way to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// They are made. A link that stands in their place goes; what it leads to stays.
    Make,
    /// Then there is no such file.
    Leave,
}

impl Confined {
    /// Opens a folder in it, and makes it where it is missing. Links that stay inside are followed.
    pub fn make_folder(&self, below: impl AsRef<Path>) -> Result<Confined, ConfinedError> {
        let below = below.as_ref();
        match self.folder(below) {
            Err(ConfinedError::Missing(_)) => {
                self.dir.create_dir_all(below).map_err(|error| self.error(error, below))?;
                self.folder(below)
            }
            done => done,
        }
    }

    /// Opens a folder in it to which no link leads: nothing that stands in it is anybody else's.
    pub fn own_folder(&self, below: impl AsRef<Path>, missing: Missing) -> Result<Confined, ConfinedError> {
        let below = below.as_ref();
        let open = || -> io::Result<Dir> {
            if below.as_os_str().is_empty() {
                return self.dir.try_clone();
            }
            if let Some(dir) = at_once(&self.dir, below) {
                return Ok(dir);
            }
            let mut parts = below.iter();
            let first = step(&self.dir, parts.next().unwrap_or_default(), missing)?;
            parts.try_fold(first, |dir, name| step(&dir, name, missing))
        };
        let dir = open().map_err(|error| self.error(error, below))?;
        Ok(Confined { path: self.path.join(below), dir })
    }

    /// What stands under a name right here: of a link that it is one.
    pub fn standing(&self, name: impl AsRef<Path>) -> Result<Metadata, ConfinedError> {
        self.dir.symlink_metadata(&name).map_err(|error| self.error(error, name.as_ref()))
    }

    /// Reads a regular file that stands right here, not one that a link leads to.
    pub fn read_own(&self, name: impl AsRef<Path>) -> Result<Vec<u8>, ConfinedError> {
        let name = name.as_ref();
        let mut bytes = Vec::new();
        self.open_own(name, OpenOptions::new().read(true))?.read_to_end(&mut bytes).map_err(|error| self.error(error, name))?;
        Ok(bytes)
    }

    /// Opens a regular file that stands right here, not one that a link leads to.
    pub fn open_own(&self, name: impl AsRef<Path>, options: &mut OpenOptions) -> Result<File, ConfinedError> {
        let name = name.as_ref();
        let opened = self.dir.open_with(name, options.nonblock(true).follow(FollowSymlinks::No));
        match opened.and_then(|file| Ok((file.metadata()?.is_file(), file.into_std()))) {
            Ok((true, file)) => Ok(file),
            Ok((false, _)) => Err(ConfinedError::NotAFile(self.path.join(name))),
            Err(error) => Err(self.error(error, name)),
        }
    }

    /// Makes a folder right here, where nothing is; says whether it did.
    pub fn make_new(&self, name: impl AsRef<Path>) -> Result<bool, ConfinedError> {
        match self.dir.create_dir(&name) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
            done => done.map(|()| true).map_err(|error| self.error(error, name.as_ref())),
        }
    }

    /// Writes a file right here, where none is. Who is killed leaves half of it.
    pub fn write_new(&self, name: impl AsRef<Path>, bytes: &[u8]) -> Result<(), ConfinedError> {
        let name = name.as_ref();
        match self.create(name, &mut |into| into.write_all(bytes)) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => self.write_whole(name, bytes),
            done => done.map_err(|error| self.error(error, name)),
        }
    }

    /// Writes a file right here, so that whoever reads it sees the old bytes or the new ones.
    pub fn write_whole(&self, name: impl AsRef<Path>, bytes: &[u8]) -> Result<(), ConfinedError> {
        self.replace(name.as_ref(), "", &mut |into| into.write_all(bytes))
    }

    /// The same, where people look into the folder: what is half written is hidden.
    pub fn write_unseen(&self, name: impl AsRef<Path>, bytes: &[u8]) -> Result<(), ConfinedError> {
        self.replace(name.as_ref(), ".", &mut |into| into.write_all(bytes))
    }

    /// The same of what is written piece by piece.
    pub fn write_unseen_by(&self, name: impl AsRef<Path>, write: WriteBy) -> Result<(), ConfinedError> {
        self.replace(name.as_ref(), ".", write)
    }

    /// Opens a file right here to read and to write it, and makes it where it is missing. A link or a pipe in its place
    /// goes.
    pub fn update(&self, name: impl AsRef<Path>) -> Result<std::fs::File, ConfinedError> {
        let name = name.as_ref();
        if self.standing(name).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            self.remove(name)?;
        }
        self.update_own(name)
    }

    /// The same, but a link in its place is refused. A file that is somebody else's too, by a hard link, is left to them:
    /// a copy takes its place here.
    pub fn update_own(&self, name: impl AsRef<Path>) -> Result<File, ConfinedError> {
        let name = name.as_ref();
        let open = || self.open_own(name, OpenOptions::new().read(true).write(true).create(true));
        let mut file = open()?;
        if !is_shared(&file) {
            return Ok(file);
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| self.error(error, name))?;
        self.write_whole(name, &bytes)?;
        open()
    }

    /// A second handle of the same folder.
    pub fn again(&self) -> Result<Confined, ConfinedError> {
        self.own_folder("", Missing::Leave)
    }

    /// Deletes a file, or a link and not what it leads to; says whether there was one.
    pub fn remove(&self, name: impl AsRef<Path>) -> Result<bool, ConfinedError> {
        match self.dir.remove_file_or_symlink(&name) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            done => done.map(|()| true).map_err(|error| self.error(error, name.as_ref())),
        }
    }

    /// Deletes a folder that holds nothing; says whether it did.
    pub fn remove_empty(&self, name: impl AsRef<Path>) -> bool {
        self.dir.remove_dir(name).is_ok()
    }

    /// Deletes a folder with all that is in it; of links in it only the links.
    pub fn remove_all(&self, name: impl AsRef<Path>) -> Result<(), ConfinedError> {
        let name = name.as_ref();
        match self.dir.remove_dir_all(name) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            done => done.map_err(|error| self.error(error, name)),
        }
    }

    /// Writes a file beside its place, under a name that begins with `begin`, and then puts it there.
    fn replace(&self, name: &Path, begin: &str, write: WriteBy) -> Result<(), ConfinedError> {
        let mut replace = || loop {
            let mut part = OsString::from(begin);
            part.push(name);
            part.push(format!(".{}.part", PARTS.fetch_add(1, Ordering::Relaxed)));
            match self.create(Path::new(&part), write) {
                // Left by another who was killed.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
                Ok(()) => {
                    let renamed = self.dir.rename(&part, &self.dir, name);
                    return renamed.inspect_err(|_| drop(self.dir.remove_file(&part)));
                }
            }
        };
        replace().map_err(|error| self.error(error, name))
    }

    /// Makes a file that was not there. What could not be written goes.
    fn create(&self, name: &Path, write: WriteBy) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        let file = self.dir.open_with(name, &options)?;
        let mut file = BufWriter::new(file);
        write(&mut file).and_then(|()| file.flush()).inspect_err(|_| drop(self.dir.remove_file(name)))
    }
}

/// Whether a file has other names.
#[cfg(unix)]
fn is_shared(file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.metadata().is_ok_and(|metadata| metadata.nlink() > 1)
}

#[cfg(not(unix))]
fn is_shared(_: &File) -> bool {
    false
}

/// One step down, not over a link.
fn step(dir: &Dir, name: &OsStr, missing: Missing) -> io::Result<Dir> {
    let error = match dir.open_dir_nofollow(name) {
        Err(error) if missing == Missing::Make => error,
        done => return done,
    };
    if dir.symlink_metadata(name).is_ok_and(|found| found.is_symlink()) {
        dir.remove_file_or_symlink(name)?;
    } else if error.kind() != ErrorKind::NotFound {
        return Err(error);
    }
    match dir.create_dir(name) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        // Another thread may have made it.
        _ => dir.open_dir_nofollow(name),
    }
}

/// All steps in one, where the system can; none where it cannot, or where a link or nothing is in the way.
#[cfg(target_os = "linux")]
fn at_once(dir: &Dir, below: &Path) -> Option<Dir> {
    use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
    openat2(dir, below, flags, Mode::empty(), resolve).ok().map(|opened| Dir::from_std_file(opened.into()))
}

#[cfg(not(target_os = "linux"))]
fn at_once(_: &Dir, _: &Path) -> Option<Dir> {
    None
}
