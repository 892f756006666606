//! Whether a single file of a newsroom can be printed, for who prints again and again while it is written.

use super::why_refused;
use crate::confined::{Confined, ConfinedError};
use crate::model::{Article, FrontOrder};
use crate::press::ContentFault;
use crate::problem::Problem;
use serde::de::DeserializeOwned;
use std::path::Path;

/// Why a file, by its path below the newsroom, cannot be printed. One that is gone, or is no part of the paper, is no
/// fault.
pub fn why_unprintable(content: &Confined, file: &Path) -> Option<Problem> {
    let is_json = file.extension().is_some_and(|ending| ending == "json");
    match file.iter().next()?.to_str()? {
        _ if !is_json => None,
        "site.json" if content.metadata(file).is_ok() => why_refused(content, &content.path().join(file)),
        "front.json" => why_unread::<FrontOrder>(content, file),
        "articles" => why_unread::<Article>(content, file),
        _ => None,
    }
}

fn why_unread<T: DeserializeOwned>(content: &Confined, file: &Path) -> Option<Problem> {
    let told = |why: String| Some(Problem::new(content.path().join(file), "", &ContentFault::BadJson(why)));
    match content.read(file) {
        Ok(read) => serde_json::from_slice::<T>(&read.bytes).err().and_then(|error| told(error.to_string())),
        Err(ConfinedError::Missing(_)) => None,
        Err(error) => told(error.to_string()),
    }
}
