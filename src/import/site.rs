//! The site that is imported into.

use super::ImportError;
use crate::check::why_refused;
use crate::confined::{Confined, ConfinedError};
use crate::model::Site;
use crate::press::ContentFault;
use crate::problem::Problem;

/// The site that a content folder is of.
pub fn read(content: &Confined) -> Result<Site, ImportError> {
    let path = content.path().join("site.json");
    let bytes = match content.read("site.json") {
        Ok(read) => read.bytes,
        Err(ConfinedError::Missing(_)) => return Err(ImportError::NoSite(content.path().to_owned())),
        Err(error) => return Err(error.into()),
    };
    serde_json::from_slice(&bytes).map_err(|error| {
        let fault = ContentFault::BadJson(error.to_string());
        ImportError::BadSite(why_refused(content, &path).unwrap_or_else(|| Problem::new(path, "", &fault)))
    })
}
