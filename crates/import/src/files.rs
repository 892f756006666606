//! Reads what is imported, writes what is filed.

use super::ImportError;
use super::stream::{self, Stream};
use std::fs;
use std::path::{Path, PathBuf};
use strait_confined::{Confined, ConfinedError};

/// What is found below a path.
#[derive(Default)]
pub struct Found {
    /// Files to import, sorted.
    pub files: Vec<PathBuf>,
    /// What is called so and is not opened: pipes, and links that lead out of the folder.
    pub odd: Vec<PathBuf>,
}

/// The files to import: each path itself, or all below it that end in one of `endings`.
pub fn find(path: &Path, endings: &[&str]) -> Result<Found, ImportError> {
    if !fs::metadata(path).map_err(ImportError::disk(path))?.is_dir() {
        return Ok(Found { files: vec![path.to_owned()], odd: vec![] });
    }
    let (mut found, mut folders) = (Found::default(), vec![PathBuf::new()]);
    let root = Confined::open(path)?;
    while let Some(folder) = folders.pop() {
        let entries = if folder.as_os_str().is_empty() { root.entries()? } else { root.folder(&folder)?.entries()? };
        for entry in entries {
            let below = folder.join(&entry.name);
            let is_wanted =
                below.extension().is_some_and(|found| endings.iter().any(|ending| found.eq_ignore_ascii_case(ending)));
            // A link to a folder may lead round in a circle.
            match (entry.kind.is_dir(), is_wanted) {
                (true, _) => folders.push(below),
                (false, true) => match root.file(&below) {
                    Ok(_) => found.files.push(path.join(below)),
                    Err(error @ ConfinedError::Disk { .. }) => return Err(error.into()),
                    Err(error) => found.odd.push(error.path().to_owned()),
                },
                (false, false) => {}
            }
        }
    }
    found.files.sort();
    Ok(found)
}

/// A file to import.
pub fn open(path: &Path) -> Result<Box<dyn Stream>, ImportError> {
    stream::of_file(path).map_err(ImportError::disk(path))
}

/// Removes what an import that was killed left half written: `.NAME.7.part`, where people look into the folder.
pub fn remove_parts(content: &Confined) -> Result<(), ImportError> {
    let is_part = |name: &str| {
        let number = name.strip_prefix('.').and_then(|name| name.strip_suffix(".part")?.rsplit_once('.'));
        number.is_some_and(|(name, number)| {
            !name.is_empty() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let below = ["articles", "pictures"].map(|name| content.folder(name));
    for folder in std::iter::once(content.again()).chain(below) {
        // What cannot be opened is told by who files there.
        let Ok(folder) = folder else { continue };
        for entry in folder.entries()?.iter().filter(|entry| entry.kind.is_file()) {
            if entry.name.to_str().is_some_and(is_part) {
                folder.remove(&entry.name)?;
            }
        }
    }
    Ok(())
}

/// Writes a file of the content folder, and nowhere else, so that whoever reads it sees the old bytes or the new ones.
pub fn write_whole(content: &Confined, path: &Path, bytes: &[u8]) -> Result<(), ImportError> {
    let below = path.strip_prefix(content.path()).unwrap_or(path);
    let name = below.file_name().unwrap_or_default();
    let written = match below.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => content.make_folder(folder).and_then(|folder| folder.write_unseen(name, bytes)),
        None => content.write_unseen(name, bytes),
    };
    Ok(written?)
}
