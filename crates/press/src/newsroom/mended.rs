//! An article with old addresses that are none: each costs itself, and not the article.

use crate::error::PressError;
use serde_json::Value;
use std::path::Path;
use strait_faults::bad_former;
use strait_model::{Article, FormerAddress};
use strait_report::problem::Problem;

/// The JSON of an article without what cannot be an old address, each told. None: it has nothing of the kind.
pub fn without_bad_former(file: &Path, bytes: &[u8]) -> Option<(Vec<u8>, Vec<Problem>)> {
    let mut article: Value = serde_json::from_slice(bytes).ok()?;
    let former = article.get_mut("formerly")?.as_array_mut()?;
    let mut problems = vec![];
    for (at, value) in std::mem::take(former).into_iter().enumerate() {
        match value.as_str().is_some_and(|text| text.parse::<FormerAddress>().is_ok()) {
            true => former.push(value),
            false => {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                problems.push(Problem::new(file, format!("/formerly/{at}"), &bad_former(&text)));
            }
        }
    }
    let is_mended = !problems.is_empty();
    is_mended.then(|| Some((serde_json::to_vec(&article).ok()?, problems))).flatten()
}

/// Reads an article again that was told of before.
pub fn read_again(file: &Path, bytes: &[u8]) -> Result<Article, PressError> {
    let read = match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(bytes),
    };
    match read {
        Ok(article) => Ok(article),
        Err(error) => {
            let (mended, _) = without_bad_former(file, bytes).ok_or(error)?;
            Ok(serde_json::from_slice(&mended)?)
        }
    }
}
