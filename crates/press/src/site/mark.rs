//! The mark of a site's folder (`.strait`): that the folder is ours, and whether all of it stands as it was printed.
//!
//! It is broken before the first change, and set again after the last. So whoever finds it whole, a build or a
//! publisher, knows that no build was cut short since; and by the inventory that it names, what must stand there.

use crate::fingerprint::Key;
use crate::site::inventory::Extent;
use std::fmt;
use std::fs::File;
use strait_confined::{Confined, ConfinedError};

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
    pub fn of(site: &Confined) -> Result<Option<Mark>, ConfinedError> {
        if site.standing(MARK).is_ok_and(|found| !found.is_file()) {
            // A link, a folder: no press has put it there.
            return Ok(None);
        }
        match site.read_own(MARK) {
            Ok(text) => Ok(Some(std::str::from_utf8(&text).ok().and_then(parse).unwrap_or(Mark::Broken))),
            Err(ConfinedError::Missing(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Sets the mark. A broken one is on the disk before this returns: after a power cut it must not say what is no
    /// longer so.
    pub fn set(self, site: &Confined) -> Result<(), ConfinedError> {
        site.write_whole(MARK, self.to_string().as_bytes())?;
        if self == Mark::Broken {
            let (mark, _) = site.file(MARK)?;
            // Not every system can do this with a folder; those keep the order of changes by themselves, or promise nothing.
            let _ = mark.sync_all().and_then(|()| File::open(site.path())?.sync_all());
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
    use std::fs;

    fn said(text: &str) -> Option<Mark> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(MARK), text).unwrap();
        Mark::of(&Confined::open(folder.path()).unwrap()).unwrap()
    }

    #[test]
    fn a_mark_says_what_it_was_set_to() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Mark::of(&Confined::open(folder.path()).unwrap()).unwrap(), None);
        let whole = Mark::Whole { index: 7, inventory: Extent { lines: 2, bytes: 80, sum: u64::MAX } };
        for mark in [Mark::Broken, whole, Mark::Broken] {
            mark.set(&Confined::open(folder.path()).unwrap()).unwrap();
            assert_eq!(Mark::of(&Confined::open(folder.path()).unwrap()).unwrap(), Some(mark));
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
