//! What was imported before: which article an item is, and what of it the source last said.
//!
//! Names are made from the items themselves, so that a lost ledger loses no article; what it alone knows is
//! which words of an article are the source's and which are an editor's.

use super::files::write_whole;
use super::{ImportError, id};
use crate::confined::{Confined, ConfinedError};
use crate::model::{ArticleId, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Hidden, beside `site.json`: it belongs to the content and into its version control.
const FILE: &str = ".import.json";

/// What was imported before.
pub struct Ledger {
    path: PathBuf,
    items: BTreeMap<String, Entry>,
    is_changed: bool,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The article that it is.
    pub id: ArticleId,
    /// A hash of what the source last said in each field.
    pub fields: BTreeMap<String, String>,
    /// The version that the source last sent, in an editor's file perhaps not the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Timestamp>,
}

impl Ledger {
    /// Reads the ledger of a content folder; none is an empty one.
    pub fn read(content: &Confined) -> Result<Ledger, ImportError> {
        let path = content.path().join(FILE);
        let items = match content.read(FILE) {
            Ok(read) => serde_json::from_slice(&read.bytes)
                .map_err(|error| ImportError::Ledger { path: path.clone(), reason: error.to_string() })?,
            Err(ConfinedError::Missing(_)) => BTreeMap::new(),
            Err(error) => return Err(error.into()),
        };
        Ok(Ledger { path, items, is_changed: false })
    }

    /// What is known of an item.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.items.get(&id::hash(key, id::LONG))
    }

    /// The key of the other item that an article is, if it is one.
    pub fn has_other(&self, key: &str, article: &ArticleId) -> bool {
        let own = id::hash(key, id::LONG);
        // Names end in the beginning of the hash, so those that could meet stand together.
        let short = own.get(..id::SHORT).unwrap_or_default();
        self.items
            .range(short.to_owned()..)
            .take_while(|(hash, _)| hash.starts_with(short))
            .any(|(hash, entry)| *hash != own && entry.id == *article)
    }

    /// Notes what an item is and what its source says.
    pub fn set(&mut self, key: &str, entry: Entry) {
        let key = id::hash(key, id::LONG);
        if self.items.get(&key) != Some(&entry) {
            self.items.insert(key, entry);
            self.is_changed = true;
        }
    }

    /// Writes it, if anything changed.
    pub fn save(&self, content: &Confined) -> Result<(), ImportError> {
        if !self.is_changed {
            return Ok(());
        }
        let json = serde_json::to_string_pretty(&self.items).map_err(ImportError::Json)?;
        write_whole(content, &self.path, json.as_bytes())
    }
}

/// A hash of each field.
pub fn hashes(fields: &Map<String, Value>) -> BTreeMap<String, String> {
    fields.iter().map(|(name, value)| (name.clone(), hash(value))).collect()
}

/// A hash of a field's value.
pub fn hash(value: &Value) -> String {
    id::hash(&value.to_string(), 8)
}
