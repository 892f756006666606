//! Lists, empties and copies folders.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{ChoreError, at};

/// All files of a folder and those below, sorted; a file is its own list.
pub fn files_under(path: &Path) -> Result<Vec<PathBuf>, ChoreError> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(at(path))? {
        files.extend(files_under(&entry.map_err(at(path))?.path())?);
    }
    files.sort();
    Ok(files)
}

/// Makes a folder anew.
pub fn empty(folder: &Path) -> Result<(), ChoreError> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(at(folder))?;
    }
    fs::create_dir_all(folder).map_err(at(folder))
}

/// Copies a file, or a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<(), ChoreError> {
    for file in files_under(from)? {
        let target = match file.strip_prefix(from) {
            Ok(inside) if !inside.as_os_str().is_empty() => to.join(inside),
            _ => to.to_path_buf(),
        };
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        fs::copy(&file, &target).map_err(at(&file))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copying_keeps_the_folders_inside() {
        let base = std::env::temp_dir().join(format!("strait-xtask-copy-{}", std::process::id()));
        let (from, to) = (base.join("from"), base.join("to"));
        empty(&from.join("deep")).expect("a folder");
        fs::write(from.join("a"), "a").expect("a file");
        fs::write(from.join("deep/b"), "b").expect("a file");
        copy(&from, &to).expect("copied");
        assert_eq!(fs::read_to_string(to.join("deep/b")).expect("there"), "b");
        copy(&from.join("a"), &to.join("renamed")).expect("copied");
        assert!(to.join("renamed").is_file());
        empty(&to).expect("emptied");
        assert!(files_under(&to).expect("readable").is_empty());
        fs::remove_dir_all(&base).expect("ours");
    }
}
