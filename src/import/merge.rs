//! What is filed meets what arrives.

use super::ImportError;
use super::dispatch::Dispatch;
use super::fault::ImportFault;
use super::ledger::hash;
use super::notes::Notes;
use crate::confined::{Confined, ConfinedError};
use crate::model::{Article, PublicationStatus, Timestamp};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// An older version may arrive after a newer one; and what was withdrawn stays so until there is a newer version.
pub fn is_older(dispatch: &Dispatch, version: &Timestamp, filed: &Article) -> bool {
    let (version, filed_version) = (version.instant(), filed.version_created.instant());
    let is_reinstated = filed.is_withdrawn() && dispatch.status != PublicationStatus::Canceled;
    version < filed_version || (is_reinstated && version == filed_version)
}

/// The article that is filed, if there is one.
pub fn read_filed(content: &Confined, path: &Path) -> Result<Option<Article>, ImportFault> {
    let bytes = match content.read(path.strip_prefix(content.path()).unwrap_or(path)) {
        Ok(read) => read.bytes,
        Err(ConfinedError::Missing(_)) => return Ok(None),
        Err(error) => return Err(ImportFault::BadFiled(error.to_string())),
    };
    let mut unknown = None;
    let mut json = serde_json::Deserializer::from_slice(&bytes);
    let article = serde_ignored::deserialize(&mut json, |field| unknown = Some(field.to_string()));
    let article = article.map_err(|error: serde_json::Error| ImportFault::BadFiled(error.to_string()))?;
    match unknown {
        // Writing the article anew would lose it.
        Some(field) => Err(ImportFault::BadFiled(format!("{field}?"))),
        None => Ok(Some(article)),
    }
}

/// The filed article with what its source now says. A field that only an editor changed stays; one that both
/// changed becomes the source's, and is noted. What the source never said stays.
pub fn merge(
    mut filed: Map<String, Value>,
    fields: Map<String, Value>,
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
    notes: &mut Notes,
) -> Map<String, Value> {
    filed.entry("pubStatus").or_insert_with(|| "usable".into());
    let is_the_sources = |filed: &Map<String, Value>, name: &str| filed.get(name).map(hash) == old.get(name).cloned();
    for name in
        old.keys().filter(|name| !new.contains_key(*name) && !["firstCreated", "source", "language"].contains(&name.as_str()))
    {
        if is_the_sources(&filed, name) {
            filed.remove(name);
        }
    }
    for (name, value) in fields {
        if new.get(&name) == old.get(&name) {
            continue;
        }
        let is_conflict = old.contains_key(&name) && !is_the_sources(&filed, &name) && filed.get(&name) != Some(&value);
        if is_conflict {
            notes.add("", ImportFault::EditorsField(name.clone()));
        }
        filed.insert(name, value);
    }
    filed
}

/// An article as the fields of its JSON.
pub fn as_map(article: &Article) -> Result<Map<String, Value>, ImportError> {
    match serde_json::to_value(article).map_err(ImportError::Json)? {
        Value::Object(fields) => Ok(fields),
        _ => Ok(Map::new()),
    }
}
