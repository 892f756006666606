//! The files of the built reader: in a folder, or inside this command.

use crate::error::PressError;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the built reader comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReaderFiles {
    /// From this command itself: it was built with `STRAIT_READER`, as `cargo xtask build` does.
    Inside,
    /// From a folder, as `cargo xtask reader` makes it.
    Folder(PathBuf),
}

/// Files by their paths below the site, with `/` between folders.
pub type Files = BTreeMap<String, Cow<'static, [u8]>>;

/// What `build.rs` put in; nothing in a development build.
static INSIDE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/reader_files.rs"));

impl ReaderFiles {
    /// All files. A reader that is nowhere is an error that says how to get one.
    pub fn read(&self) -> Result<Files, PressError> {
        match self {
            ReaderFiles::Inside => of_command(INSIDE),
            ReaderFiles::Folder(folder) => {
                let mut files = Files::new();
                read_folder(folder, "", &mut files)?;
                Ok(files)
            }
        }
    }

    /// How a missing part is named.
    pub fn part(&self, name: &str) -> PathBuf {
        match self {
            ReaderFiles::Inside => Path::new("(inside strait)").join(name),
            ReaderFiles::Folder(folder) => folder.join(name),
        }
    }
}

/// The files that are inside a command; one that has none has no reader.
fn of_command(inside: &[(&str, &'static [u8])]) -> Result<Files, PressError> {
    match inside {
        [] => Err(PressError::NoReader),
        inside => Ok(inside.iter().map(|(name, bytes)| ((*name).to_owned(), Cow::Borrowed(*bytes))).collect()),
    }
}

fn read_folder(folder: &Path, above: &str, files: &mut Files) -> Result<(), PressError> {
    // A folder that is not there lacks every part, which is told by the name of the first.
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let entry = entry.map_err(PressError::disk(folder))?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        match path.is_dir() {
            true => read_folder(&path, &format!("{above}{name}/"), files)?,
            false if name.starts_with('.') => {}
            false => drop(files.insert(format!("{above}{name}"), fs::read(&path).map_err(PressError::disk(&path))?.into())),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_without_a_reader_says_how_to_get_one() {
        let error = of_command(&[]).unwrap_err();
        assert!(error.to_string().contains("--reader"), "{error}");
        assert_eq!(of_command(&[("boot.js", b"1")]).unwrap()["boot.js"].as_ref(), b"1");
    }

    #[test]
    fn a_folder_is_read_with_all_below_it_but_for_hidden_files() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("icons")).unwrap();
        for name in ["a.js", "icons/b.svg", ".stamp"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let files = ReaderFiles::Folder(folder.path().to_owned()).read().unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["a.js", "icons/b.svg"]);
    }
}
