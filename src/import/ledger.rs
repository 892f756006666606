//! What was imported before: which article an item is, and what of it the source last said.
//!
//! Names are made from the items themselves, so that a lost ledger loses no article; what it alone knows is
//! which words of an article are the source's and which are an editor's.

use super::files::write_whole;
use super::home::Past;
use super::{ImportError, id};
use crate::confined::{Confined, ConfinedError};
use crate::model::{ArticleId, FormerAddress, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

/// Hidden, beside `site.json`: it belongs to the content and into its version control.
const FILE: &str = ".import.json";

/// What was imported before.
pub struct Ledger {
    path: PathBuf,
    items: BTreeMap<String, Entry>,
    /// Articles by the hash that their names end in.
    filed: BTreeMap<String, ArticleId>,
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
    /// Where it was before, and which of its links wait for articles.
    #[serde(flatten)]
    pub past: Past,
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
        Ok(Ledger { path, items, filed: filed(content)?, is_changed: false })
    }

    /// What it says of an item.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.items.get(&id::hash(key, id::LONG))
    }

    /// What is known of an item: where the ledger says nothing, which article it is, by the hash in its name.
    pub fn known(&self, key: &str) -> Option<Entry> {
        let by_name =
            || Some(Entry { id: self.named(key)?.clone(), fields: BTreeMap::new(), version: None, past: Past::default() });
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

    /// What is known of where items were.
    pub fn pasts(&self) -> impl Iterator<Item = &Past> {
        self.items.values().map(|entry| &entry.past)
    }

    /// The articles by the pages of the web that they were; of two that were one page, neither.
    pub fn homes(&self) -> HashMap<String, ArticleId> {
        let (mut homes, mut doubtful) = (HashMap::new(), HashSet::new());
        for entry in self.items.values() {
            for key in entry.past.formerly.iter().filter_map(FormerAddress::whole_key) {
                if homes.insert(key.clone(), entry.id.clone()).is_some_and(|other| other != entry.id) {
                    doubtful.insert(key);
                }
            }
        }
        homes.retain(|key, _| !doubtful.contains(key));
        homes
    }

    /// The items that wait for something, by what the ledger calls them.
    pub fn wanting(&self, is_wanted: impl Fn(&Past) -> bool) -> Vec<(String, Entry)> {
        let wanting = self.items.iter().filter(|(_, entry)| is_wanted(&entry.past));
        wanting.map(|(item, entry)| (item.clone(), entry.clone())).collect()
    }

    /// Notes what is known of an item by what the ledger calls it.
    pub fn put(&mut self, item: String, entry: Entry) {
        self.items.insert(item, entry);
        self.is_changed = true;
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
