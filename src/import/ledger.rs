//! What was imported before: which article an item is, and what of it the source last said.
//!
//! Names are made from the items themselves, so that a lost ledger loses no article; what it alone knows is
//! which words of an article are the source's and which are an editor's.

use super::files::write_whole;
use super::twins::Twin;
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
    /// Articles by the hash that their names end in.
    filed: BTreeMap<String, ArticleId>,
    /// Items that have an identifier in common and are not noted yet.
    twins: BTreeMap<String, Vec<Twin>>,
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
    /// The items that have its identifier, where they are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub twins: Vec<Twin>,
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
        Ok(Ledger { path, items, filed: filed(content)?, twins: BTreeMap::new(), is_changed: false })
    }

    /// What it says of an item.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.items.get(&id::hash(key, id::LONG))
    }

    /// What is known of an item: where the ledger says nothing, which article it is, by the hash in its name.
    pub fn known(&self, key: &str) -> Option<Entry> {
        let by_name = || Some(Entry { id: self.named(key)?.clone(), fields: BTreeMap::new(), version: None, twins: vec![] });
        self.get(key).cloned().or_else(by_name)
    }

    /// The article whose name ends in the hash of this key and that is no other item's. Its day may be another than
    /// that of the item, which sources change or leave out.
    fn named(&self, key: &str) -> Option<&ArticleId> {
        let own = id::hash(key, id::LONG);
        let named = [id::LONG, id::SHORT].into_iter().filter_map(|length| self.filed.get(own.get(..length)?));
        named.into_iter().find(|name| !self.has_other(key, name))
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

    /// The items that have an identifier in common.
    pub fn twins(&self, key: &str) -> Vec<Twin> {
        let noted = || self.get(key).map(|entry| entry.twins.clone());
        self.twins.get(&id::hash(key, id::LONG)).cloned().or_else(noted).unwrap_or_default()
    }

    /// Notes the items that have an identifier in common, with the one that keeps it.
    pub fn set_twins(&mut self, key: &str, twins: Vec<Twin>) {
        self.twins.insert(id::hash(key, id::LONG), twins);
        if let Some(entry) = self.get(key).cloned() {
            self.set(key, entry);
        }
    }

    /// Notes what an item is and what its source says.
    pub fn set(&mut self, key: &str, mut entry: Entry) {
        let key = id::hash(key, id::LONG);
        if let Some(twins) = self.twins.get(&key) {
            entry.twins.clone_from(twins);
        }
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

/// The articles of a content folder whose names end in a hash; of two of one hash the one of the earlier day.
fn filed(content: &Confined) -> Result<BTreeMap<String, ArticleId>, ImportError> {
    let entries = match content.folder("articles").and_then(|articles| articles.entries()) {
        Ok(entries) => entries,
        Err(ConfinedError::Missing(_)) => return Ok(BTreeMap::new()),
        Err(error) => return Err(error.into()),
    };
    let names = entries.iter().filter_map(|entry| entry.name.to_str()?.strip_suffix(".json"));
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable_by(|one, other| other.cmp(one));
    let by_hash = names.into_iter().filter_map(|name| {
        let (_, hash) = name.split_once('-')?;
        Some((hash.to_owned(), ArticleId::try_from(name.to_owned()).ok()?))
    });
    Ok(by_hash.collect())
}

/// A hash of each field.
pub fn hashes(fields: &Map<String, Value>) -> BTreeMap<String, String> {
    fields.iter().map(|(name, value)| (name.clone(), hash(value))).collect()
}

/// A hash of a field's value.
pub fn hash(value: &Value) -> String {
    id::hash(&value.to_string(), 8)
}
