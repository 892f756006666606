//! How bytes get onto the disk.

use super::PressError;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a file so that a reader of it sees the old bytes or the new ones, and a killed build leaves either.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), PressError> {
    let part = with_ending(path, ".part");
    write_new(&part, bytes)?;
    fs::rename(&part, path).map_err(PressError::disk(path))
}

/// Writes a file where none is. A killed build may leave half of it.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), PressError> {
    // Pages stand in folders of their own: those are seldom there.
    let has_own_folder = path.ends_with("index.html");
    let open = || File::create(path);
    let open_below = || make_folder(path.parent()).and_then(|()| open());
    let file = if has_own_folder { open_below() } else { open() };
    let file = file.or_else(|error| if error.kind() == ErrorKind::NotFound { open_below() } else { Err(error) });
    file.and_then(|mut file| file.write_all(bytes)).map_err(PressError::disk(path))
}

fn make_folder(folder: Option<&Path>) -> std::io::Result<()> {
    let Some(folder) = folder else { return Ok(()) };
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir_all(folder),
        done => done,
    }
}

/// Deletes a file, and the folders that it leaves empty below `root`.
pub fn delete(root: &Path, path: &Path) -> Result<(), PressError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(PressError::disk(path)(error)),
        _ => {}
    }
    let above = path.ancestors().skip(1).take_while(|folder| *folder != root && folder.starts_with(root));
    // Fails at the first folder that holds something else, which is what is wanted.
    above.map(fs::remove_dir).take_while(Result::is_ok).for_each(drop);
    Ok(())
}

/// A path with something behind its name.
pub fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(ending);
    PathBuf::from(name)
}
