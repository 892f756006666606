//! Which of the newsroom's files are not as the last build left them.

use crate::error::PressError;
use crate::index::{Kept, Shelf, is_unchanged};
use crate::newsroom::{FileState, Filed, Newsroom};
use crate::pieces::piece::file_key;
use rayon::prelude::*;
use std::path::{Component, Path, PathBuf, absolute};
use strait_confined::ConfinedError;

/// The articles' files that are new or changed. None: something went, or a picture or film changed, and late news
/// alone will not do.
pub fn changed(
    newsroom: &Newsroom,
    kept: &Kept,
    shelf: &Shelf,
    told: Option<&[PathBuf]>,
) -> Result<Option<Vec<Filed>>, PressError> {
    match told {
        Some(told) => told_of(newsroom, shelf, told),
        None => found(newsroom, kept, shelf),
    }
}

/// Asks the disk about every file.
fn found(newsroom: &Newsroom, kept: &Kept, shelf: &Shelf) -> Result<Option<Vec<Filed>>, PressError> {
    let surveyed = kept.build_state.surveyed;
    let is_known = |(src, (then, _)): (&String, &(FileState, _))| {
        newsroom.state(&format!("pictures/{src}")).is_ok_and(|now| is_unchanged(*then, surveyed, now))
    };
    let are_pictures_known = shelf.pictures()?.par_iter().all(is_known);
    let is_media_known = shelf.pieces("media ")?.iter().all(|(name, printed)| {
        newsroom.state(name.trim_start_matches("media ")).is_ok_and(|state| file_key(state) == printed.key)
    });
    if !are_pictures_known || !is_media_known {
        return Ok(None);
    }
    let mut changed = Vec::new();
    let mut files = newsroom.files()?.iter().peekable();
    for place in shelf.places()? {
        let (id, place) = place?;
        while let Some(new) = files.next_if(|filed| filed.name < id) {
            changed.push(new.clone());
        }
        let Some(filed) = files.next_if(|filed| filed.name == id) else { return Ok(None) };
        if place.is_faulty || !is_unchanged(place.state, surveyed, filed.state) {
            changed.push(filed.clone());
        }
    }
    changed.extend(files.cloned());
    Ok(Some(changed))
}

/// Asks the disk about the files that were named.
fn told_of(newsroom: &Newsroom, shelf: &Shelf, told: &[PathBuf]) -> Result<Option<Vec<Filed>>, PressError> {
    let mut changed = Vec::new();
    for path in told {
        match Named::of(&newsroom.folder, path) {
            Named::Article(name) => {
                let is_known = shelf.place(&name)?.is_some();
                match newsroom.article_state(&name) {
                    Ok(state) => changed.push(Filed { name, state }),
                    Err(_) if is_known => return Ok(None),
                    Err(ConfinedError::Missing(_)) => {}
                    // Told when it is read.
                    Err(_) => changed.push(Filed { name, state: FileState::OF_NONE }),
                }
            }
            Named::Picture(src) => {
                let Some((then, _)) = shelf.picture(&src)? else { continue };
                let now = newsroom.state(&format!("pictures/{src}"));
                if now.ok() != Some(then) {
                    return Ok(None);
                }
            }
            Named::Media => return Ok(None),
            Named::Other => {}
        }
    }
    changed.sort_by(|a, b| a.name.cmp(&b.name));
    changed.dedup();
    Ok(Some(changed))
}

/// What a path names in a content folder.
#[derive(Debug, PartialEq, Eq)]
enum Named {
    /// An article's file, without its ending.
    Article(String),
    /// An original, below the pictures.
    Picture(String),
    /// A film or recording.
    Media,
    /// What is read in every build, or is no part of the content.
    Other,
}

impl Named {
    fn of(content: &Path, path: &Path) -> Named {
        let (Ok(content), Ok(path)) = (absolute(content), absolute(path)) else { return Named::Other };
        let Ok(below) = path.strip_prefix(content) else { return Named::Other };
        let name = |part: Component| match part {
            Component::Normal(part) => part.to_str().map(str::to_owned),
            _ => None,
        };
        let parts: Vec<String> = below.components().filter_map(name).collect();
        match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["articles", file] => file.strip_suffix(".json").map_or(Named::Other, |name| Named::Article(name.to_owned())),
            ["pictures", src @ ..] => Named::Picture(src.join("/")),
            ["media", ..] => Named::Media,
            _ => Named::Other,
        }
    }
}
