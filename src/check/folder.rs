//! What lies in the content folder.

use super::CheckError;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The names of what lies in the content folder.
pub struct Folder {
    /// The content folder.
    pub root: PathBuf,
    /// The articles' files, sorted.
    pub articles: Vec<PathBuf>,
    /// Files among the articles that are none.
    pub stray: Vec<PathBuf>,
    /// Originals by their path below `pictures`, with their size in bytes.
    pub pictures: BTreeMap<String, u64>,
    /// Films and recordings by their path below the content folder.
    pub media: BTreeSet<String>,
}

const PICTURES: [&str; 6] = ["svg", "jpg", "jpeg", "png", "webp", "avif"];
const MEDIA: [&str; 9] = ["mp4", "webm", "mov", "m4v", "mp3", "m4a", "ogg", "opus", "wav"];

impl Folder {
    /// Lists a content folder; folders that are missing in it are empty.
    pub fn read(root: &Path) -> Result<Folder, CheckError> {
        fs::read_dir(root).map_err(CheckError::disk(root))?;
        let (mut articles, mut stray) = (Vec::new(), Vec::new());
        for (path, _) in files(&root.join("articles"), false)? {
            let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            match ending(&path).as_deref() {
                Some("json") if path.extension().is_some_and(|ending| ending == "json") => articles.push(path),
                _ if is_hidden => {}
                _ => stray.push(path),
            }
        }
        let named = |folder: &str, endings: &'static [&'static str]| -> Result<Vec<(PathBuf, u64)>, CheckError> {
            let all = files(&root.join(folder), true)?.into_iter();
            Ok(all.filter(|(path, _)| ending(path).is_some_and(|ending| endings.contains(&ending.as_str()))).collect())
        };
        let below = |path: &Path, folder: &Path| path.strip_prefix(folder).ok().map(with_slashes);
        let pictures = named("pictures", &PICTURES)?;
        let pictures = pictures.into_iter().filter_map(|(path, size)| Some((below(&path, &root.join("pictures"))?, size)));
        let media = named("media", &MEDIA)?.into_iter().filter_map(|(path, _)| below(&path, root));
        Ok(Folder { root: root.to_owned(), articles, stray, pictures: pictures.collect(), media: media.collect() })
    }
}

/// Whether a path names something inside the folder that it is relative to.
pub fn stays_inside(path: &str) -> bool {
    !path.contains('\\') && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// The files of a folder with their sizes in bytes, sorted; of those below it too when it is `deep`.
fn files(folder: &Path, deep: bool) -> Result<Vec<(PathBuf, u64)>, CheckError> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop().filter(|folder| folder.is_dir()) {
        for entry in fs::read_dir(&folder).map_err(CheckError::disk(&folder))? {
            let path = entry.map_err(CheckError::disk(&folder))?.path();
            // Links are followed, as the press follows them; what a link leads nowhere from is no file.
            match fs::metadata(&path) {
                Ok(metadata) if metadata.is_file() => found.push((path, metadata.len())),
                Ok(metadata) if metadata.is_dir() && deep && !path.is_symlink() => folders.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    Ok(found)
}

fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase())
}

fn with_slashes(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_climbs_or_begins_at_the_root_leaves_the_folder() {
        assert!(stays_inside("a/b.jpg"));
        assert!(!["../a", "/etc/passwd", "a/../../b", "..\\a"].iter().any(|path| stays_inside(path)));
    }
}
