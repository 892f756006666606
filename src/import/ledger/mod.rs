//! What was imported before: which article an item is, and what of it the source last said.
//!
//! Names are made from the items themselves, so that a lost ledger loses no article; what it alone knows is
//! which words of an article are the source's and which are an editor's.

mod journal;
mod store;

use super::{ImportError, id};
use crate::confined::{Confined, ConfinedError};
use crate::model::{ArticleId, Timestamp};
use journal::Journal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::PathBuf;
use store::Store;

/// Hidden, beside `site.json`: it belongs to the content and into its version control.
const FILE: &str = ".import.json";

/// What was imported before.
pub struct Ledger {
    path: PathBuf,
    items: Store,
    /// Articles by the hash that their names end in: sorted by it.
    filed: Vec<Box<str>>,
    journal: Option<Journal>,
    is_dry: bool,
    is_changed: bool,
}

/// What is to be noted of an item.
pub struct Noted {
    /// What its source calls it.
    pub key: String,
    /// What it is.
    pub entry: Entry,
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
    /// Reads the ledger of a content folder; none is an empty one. What a killed import did is in it too.
    pub fn read(content: &Confined, is_dry: bool) -> Result<Ledger, ImportError> {
        let path = content.path().join(FILE);
        let broken = |error: std::io::Error| ImportError::Ledger { path: path.clone(), reason: error.to_string() };
        let mut items = match content.file(FILE) {
            Ok((file, _)) => Store::read(file).map_err(broken)?,
            Err(ConfinedError::Missing(_)) => Store::new(),
            Err(error) => return Err(error.into()),
        };
        let replayed = Journal::replay(content, is_dry, &mut |item, entry| items.set(item, entry).map(drop));
        let is_changed = replayed.map_err(ImportError::disk(&path))?;
        Ok(Ledger { path, items, filed: filed(content)?, journal: None, is_dry, is_changed })
    }

    /// What it says of an item.
    pub fn get(&self, key: &str) -> Option<Entry> {
        self.items.get(&id::hash(key, id::LONG))
    }

    /// What is known of an item: where the ledger says nothing, which article it is, by the hash in its name.
    pub fn known(&self, key: &str) -> Option<Entry> {
        let by_name = || Some(Entry { id: self.named(key)?, fields: BTreeMap::new(), version: None });
        self.get(key).or_else(by_name)
    }

    /// The article whose name ends in the hash of this key and that is no other item's. Its day may be another than
    /// that of the item, which sources change or leave out.
    fn named(&self, key: &str) -> Option<ArticleId> {
        let own = id::hash(key, id::LONG);
        let named = [id::LONG, id::SHORT].into_iter().filter_map(|length| self.ending_in(own.get(..length)?));
        named.into_iter().find(|name| !self.has_other(key, name))
    }

    /// The first article whose name ends in a hash.
    fn ending_in(&self, hash: &str) -> Option<ArticleId> {
        let at = self.filed.partition_point(|name| hash_in(name) < hash);
        let name = self.filed.get(at).filter(|name| hash_in(name) == hash)?;
        ArticleId::try_from(name.to_string()).ok()
    }

    /// The key of the other item that an article is, if it is one.
    pub fn has_other(&self, key: &str, article: &ArticleId) -> bool {
        let own = id::hash(key, id::LONG);
        // Names end in the beginning of the hash, so those that could meet stand together.
        self.items.any(own.get(..id::SHORT).unwrap_or_default(), |hash, entry| hash != own && entry.id == *article)
    }

    /// Writes down what is about to be noted of an item, before its article is written with these bytes; none: it stands
    /// already.
    pub fn announce(&mut self, content: &Confined, noted: &Noted, article: Option<&[u8]>) -> Result<(), ImportError> {
        let Noted { key, entry } = noted;
        let key = id::hash(key, id::LONG);
        if self.is_dry || article.is_none() && self.items.get(&key).as_ref() == Some(entry) {
            return Ok(());
        }
        let write = |journal: &mut Option<Journal>| {
            let open = journal.take().map_or_else(|| Journal::open(content), Ok)?;
            journal.insert(open).note(&key, entry, article)
        };
        write(&mut self.journal).map_err(ImportError::disk(&self.path))
    }

    /// Notes what an item is and what its source says: its article stands.
    pub fn set(&mut self, Noted { key, entry }: Noted) -> Result<(), ImportError> {
        let is_new = self.items.set(&id::hash(&key, id::LONG), &entry).map_err(ImportError::disk(&self.path))?;
        self.is_changed |= is_new;
        Ok(())
    }

    /// Writes it, if anything changed.
    pub fn save(&self, content: &Confined) -> Result<(), ImportError> {
        if self.is_changed {
            content.write_unseen_by(FILE, &mut |into| self.items.write(into))?;
        }
        Ok(Journal::close(content)?)
    }
}

/// The names of a content folder's articles that end in a hash, sorted by it; of two of one hash the earlier day first.
fn filed(content: &Confined) -> Result<Vec<Box<str>>, ImportError> {
    let entries = match content.folder("articles").and_then(|articles| articles.entries()) {
        Ok(entries) => entries,
        Err(ConfinedError::Missing(_)) => return Ok(vec![]),
        Err(error) => return Err(error.into()),
    };
    let names = entries.iter().filter_map(|entry| entry.name.to_str()?.strip_suffix(".json"));
    let mut names: Vec<Box<str>> = names.filter(|name| name.contains('-')).map(Box::from).collect();
    names.sort_unstable_by(|one, other| (hash_in(one), one).cmp(&(hash_in(other), other)));
    Ok(names)
}

/// What an article's name ends in.
fn hash_in(name: &str) -> &str {
    name.split_once('-').map_or("", |(_, hash)| hash)
}

/// A hash of each field.
pub fn hashes(fields: &Map<String, Value>) -> BTreeMap<String, String> {
    fields.iter().map(|(name, value)| (name.clone(), hash(value))).collect()
}

/// A hash of a field's value.
pub fn hash(value: &Value) -> String {
    id::hash(&value.to_string(), 8)
}
