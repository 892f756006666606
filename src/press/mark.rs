//! The mark of a site's folder (`.strait`): that the folder is ours, and whether all of it stands as it was printed.
//!
//! It is broken before the first change, and set again after the last. So whoever finds it whole, a build or a
//! publisher, knows that no build was cut short since; and by the inventory that it names, what must stand there.

use super::PressError;
use super::disk::{with_ending, write_new};
use super::fingerprint::Key;
use super::inventory::Extent;
use std::fmt;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;

/// The mark's file.
pub const MARK: &str = ".strait";

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The site is being changed, or whoever changed it never came to the end.
    Broken,
    /// All of it stands.
    Whole {
        /// The name of the index that describes it.
        index: Key,
        /// How far its inventory goes.
        inventory: Extent,
    },
}

impl Mark {
    /// What the mark of a folder says; none: there is none. One that cannot be understood, or is of an older Strait, is
    /// as good as broken.
    pub fn of(site: &Path) -> std::io::Result<Option<Mark>> {
        match fs::read(site.join(MARK)) {
            Ok(text) => Ok(Some(std::str::from_utf8(&text).ok().and_then(parse).unwrap_or(Mark::Broken))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Sets the mark. A broken one is on the disk before this returns: after a power cut it must not say what is no
    /// longer so.
    pub fn set(self, site: &Path) -> Result<(), PressError> {
        let mark = site.join(MARK);
        let part = with_ending(&mark, ".part");
        write_new(&part, self.to_string().as_bytes())?;
        let is_broken = self == Mark::Broken;
        let sync = |path: &Path| File::open(path).and_then(|file| file.sync_all());
        let synced = if is_broken { sync(&part) } else { Ok(()) };
        synced.and_then(|()| fs::rename(&part, &mark)).map_err(PressError::disk(&mark))?;
        if is_broken {
            // Not every system can do this with a folder; those keep the order of changes by themselves, or promise nothing.
            let _ = sync(site);
        }
        Ok(())
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mark::Broken => writeln!(f, "building"),
            Mark::Whole { index, inventory } => writeln!(f, "{index:016x} {inventory}"),
        }
    }
}

fn parse(text: &str) -> Option<Mark> {
    let (index, inventory) = text.strip_suffix('\n')?.split_once(' ')?;
    Some(Mark::Whole { index: Key::from_str_radix(index, 16).ok()?, inventory: inventory.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<Mark> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(MARK), text).unwrap();
        Mark::of(folder.path()).unwrap()
    }

    #[test]
    fn a_mark_says_what_it_was_set_to() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Mark::of(folder.path()).unwrap(), None);
        let whole = Mark::Whole { index: 7, inventory: Extent { lines: 2, bytes: 80, sum: u64::MAX } };
        for mark in [Mark::Broken, whole, Mark::Broken] {
            mark.set(folder.path()).unwrap();
            assert_eq!(Mark::of(folder.path()).unwrap(), Some(mark));
        }
    }

    #[test]
    fn a_mark_that_is_torn_or_of_an_older_strait_is_broken() {
        let whole = Mark::Whole { index: 7, inventory: Extent { lines: 2, bytes: 80, sum: 9 } }.to_string();
        assert_ne!(said(&whole), Some(Mark::Broken));
        for end in 0..whole.len() {
            assert_eq!(said(&whole[..end]), Some(Mark::Broken), "{:?}", &whole[..end]);
        }
        assert_eq!(said("0123456789abcdef\n"), Some(Mark::Broken));
    }
}
