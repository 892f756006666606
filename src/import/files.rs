//! Reads what is imported, writes what is filed.

use super::ImportError;
use super::stream::{self, Stream};
use std::fs;
use std::path::{Path, PathBuf};

/// A file with more is no feed and no list of items, in bytes.
const LARGEST: u64 = 512 << 20;

/// The files to import: each path itself, or all below it that end in one of `endings`, sorted.
pub fn find(path: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, ImportError> {
    if !fs::metadata(path).map_err(ImportError::disk(path))?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let (mut found, mut folders) = (vec![], vec![path.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(ImportError::disk(&folder))? {
            let entry = entry.map_err(ImportError::disk(&folder))?;
            let (path, kind) = (entry.path(), entry.file_type().map_err(ImportError::disk(entry.path()))?);
            let is_wanted = path.extension().is_some_and(|found| endings.iter().any(|ending| found.eq_ignore_ascii_case(ending)));
            // A link to a folder may lead round in a circle.
            match (kind.is_dir(), is_wanted) {
                (true, _) => folders.push(path),
                (false, true) => found.push(path),
                (false, false) => {}
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A file to import.
pub fn open(path: &Path) -> Result<Box<dyn Stream>, ImportError> {
    let length = fs::metadata(path).map_err(ImportError::disk(path))?.len();
    if length > LARGEST {
        return Err(ImportError::TooLarge(path.to_owned()));
    }
    stream::of_file(path).map_err(ImportError::disk(path))
}

/// Writes a file so that whoever reads it sees the old bytes or the new ones.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), ImportError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(ImportError::disk(folder))?;
    }
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".part");
    let part = path.with_file_name(name);
    fs::write(&part, bytes).map_err(ImportError::disk(&part))?;
    fs::rename(&part, path).map_err(ImportError::disk(path))
}
