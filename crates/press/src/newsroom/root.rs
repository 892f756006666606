//! `root/`: files that stand at the top of the site as they are. What shows others whose site it is, `ads.txt`, keys.

use crate::newsroom::{FileState, file_state};
use crate::site::taken::is_taken;
use std::collections::BTreeMap;
use std::path::PathBuf;
use strait_confined::{Confined, ConfinedError};
use strait_faults::ContentFault;
use strait_model::Site;

const FOLDER: &str = "root";
/// What systems leave in folders.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The files in `root/`.
#[derive(Debug, Default)]
pub struct RootFiles {
    /// Those that are printed, by their paths in the site.
    pub files: BTreeMap<String, FileState>,
    /// Those that are not, and why.
    pub refused: Vec<(PathBuf, ContentFault)>,
}

impl RootFiles {
    /// Looks through the folder; where there is none, there are no files.
    pub fn of(inside: &Confined, site: &Site) -> Result<RootFiles, ConfinedError> {
        let mut found = RootFiles::default();
        found.collect(inside, FOLDER)?;
        let names: Vec<String> = found.files.keys().cloned().collect();
        for name in names {
            let is_copy =
                name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).is_some_and(|of| found.files.contains_key(of));
            if is_copy || is_taken(site, &name) {
                found.files.remove(&name);
                found.refused.push((inside.path().join(RootFiles::below(&name)), ContentFault::HidesPage(name)));
            }
        }
        Ok(found)
    }

    /// Where a file lies in the content folder.
    pub fn below(path: &str) -> String {
        format!("{FOLDER}/{path}")
    }

    /// Links to folders are not gone through: they may lead round in a circle.
    fn collect(&mut self, inside: &Confined, folder: &str) -> Result<(), ConfinedError> {
        let entries = match inside.folder(folder).and_then(|folder| folder.entries()) {
            Ok(entries) => entries,
            Err(ConfinedError::Missing(_)) if folder == FOLDER => return Ok(()),
            Err(error) => return self.refuse(inside, folder, error),
        };
        for entry in entries {
            let name = entry.name.to_string_lossy();
            let path = format!("{folder}/{name}");
            if entry.kind.is_dir() {
                self.collect(inside, &path)?;
            } else if !LITTER.contains(&&*name) {
                match file_state(inside, &path) {
                    Ok(state) => drop(self.files.insert(path[FOLDER.len() + 1..].to_owned(), state)),
                    Err(error) => self.refuse(inside, &path, error)?,
                }
            }
        }
        Ok(())
    }

    fn refuse(&mut self, inside: &Confined, path: &str, error: ConfinedError) -> Result<(), ConfinedError> {
        let fault = ContentFault::of(&error).ok_or(error)?;
        self.refused.push((inside.path().join(path), fault));
        Ok(())
    }
}
