//! The roll of the site: what the press has put into its folder, so that nothing else is ever deleted from it.
//!
//! It lies hidden in the site and grows at its end: a line for a file before it is made, a line when it is deleted.
//! So one article more costs a few lines however many there are, and whoever comes after a killed build knows
//! what that has left. Twins, and what was to be renamed, go by the name of their file.

use super::PressError;
use crate::confined::{Confined, ConfinedError, OpenOptions, stays_inside};
use std::collections::{BTreeSet, HashSet};
use std::fs::File;
use std::io::Write;
use std::sync::{Mutex, PoisonError};

/// Its name in the site.
const ROLL: &str = ".strait-files";

/// The roll of a site.
#[derive(Default)]
pub struct Roll {
    /// Open as soon as there is something to note.
    file: Mutex<Option<File>>,
}

impl Roll {
    /// Whether a folder has one.
    pub fn is_in(root: &Confined) -> bool {
        root.standing(ROLL).is_ok_and(|found| found.is_file())
    }

    /// The files that it names.
    pub fn read(root: &Confined) -> HashSet<String> {
        let text = root.read_own(ROLL).unwrap_or_default();
        let mut files = HashSet::new();
        for line in String::from_utf8_lossy(&text).lines() {
            match line.split_at_checked(1) {
                Some(("+", path)) if stays_inside(path) => drop(files.insert(path.to_owned())),
                Some(("-", path)) => drop(files.remove(path)),
                // Cut short when a build was killed: the file was not made.
                _ => {}
            }
        }
        files
    }

    /// Notes a file that is about to be made.
    pub fn enter(&self, root: &Confined, path: &str) -> Result<(), PressError> {
        self.note(root, &format!("+{path}\n"))
    }

    /// Notes that a file was deleted.
    pub fn strike(&self, root: &Confined, path: &str) -> Result<(), PressError> {
        self.note(root, &format!("-{path}\n"))
    }

    /// Begins it anew.
    pub fn write(&self, root: &Confined, files: &HashSet<&str>) -> Result<(), PressError> {
        *self.file.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let lines: String = BTreeSet::from_iter(files).into_iter().flat_map(|path| ["+", path, "\n"]).collect();
        Ok(root.write_whole(ROLL, lines.as_bytes())?)
    }

    fn note(&self, root: &Confined, line: &str) -> Result<(), PressError> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let file = match &mut *file {
            Some(file) => file,
            empty => {
                let mut file = open(root)?;
                // The last line of a killed build may have no end.
                file.write_all(b"\n").map_err(PressError::disk(root.path().join(ROLL)))?;
                empty.insert(file)
            }
        };
        file.write_all(line.as_bytes()).map_err(PressError::disk(root.path().join(ROLL)))
    }
}

/// Opens it to write at its end; a link or a pipe in its place is none.
fn open(root: &Confined) -> Result<File, ConfinedError> {
    let append = || root.open_own(ROLL, OpenOptions::new().append(true).create(true));
    append().or_else(|_| {
        root.remove(ROLL)?;
        append()
    })
}
