//! The site that is imported into.

use super::ImportError;
use crate::model::Site;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The site that a content folder is of.
pub fn read(content: &Path) -> Result<Site, ImportError> {
    let path = content.join("site.json");
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(ImportError::NoSite(content.to_owned())),
        Err(error) => return Err(ImportError::disk(&path)(error)),
    };
    serde_json::from_str(&text).map_err(|error| ImportError::BadSite { path, reason: error.to_string() })
}
