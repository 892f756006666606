//! What was imported before: which article an item is, and what of it the source last said.
//!
//! Names are made from the items themselves, so that a lost ledger loses no article; what it alone knows is
//! which words of an article are the source's and which are an editor's.

mod journal;
mod store;

use super::home::Past;
use super::namesakes::Namesake;
use super::{ImportError, id};
use journal::Journal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use store::Store;
use strait_confined::{Confined, ConfinedError};
use strait_model::{ArticleId, FormerAddress, Timestamp};

/// Hidden, beside `site.json`: it belongs to the content and into its version control.
const FILE: &str = ".import.json";

/// What was imported before.
pub struct ImportLedger {
    path: PathBuf,
    items: Store,
    /// Articles by the hash that their names end in: sorted by it.
    filed: Vec<Box<str>>,
    /// Items that have an identifier in common, as far as this run knows.
    namesakes: BTreeMap<String, Vec<Namesake>>,
    journal: Option<Journal>,
    is_dry: bool,
    is_changed: bool,
}

/// What is to be noted of an item.
pub struct Noted {
    /// What the ledger calls it: a hash of what its source calls it.
    pub item: String,
    /// What it is.
    pub entry: Entry,
}

impl Entry {
    /// An article of which nothing more is known.
    pub fn of(id: ArticleId) -> Entry {
        Entry { id, fields: BTreeMap::new(), version: None, past: Past::default(), namesakes: vec![] }
    }
}

impl Noted {
    /// Of an item that its source calls so.
    pub fn of(key: &str, entry: Entry) -> Noted {
        Noted { item: id::hash(key, id::LONG), entry }
    }
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
    /// The items that have its identifier, where they are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty", alias = "twins")]
    pub namesakes: Vec<Namesake>,
}

impl ImportLedger {
    /// Reads the ledger of a content folder; none is an empty one. What a killed import did is in it too.
    pub fn read(content: &Confined, is_dry: bool) -> Result<ImportLedger, ImportError> {
        let path = content.path().join(FILE);
        let broken = |error: std::io::Error| ImportError::Ledger { path: path.clone(), reason: error.to_string() };
        let mut items = match content.file(FILE) {
            Ok((file, _)) => Store::read(file).map_err(broken)?,
            Err(ConfinedError::Missing(_)) => Store::new(),
            Err(error) => return Err(error.into()),
        };
        let replayed = Journal::replay(content, is_dry, &mut |item, entry| items.set(item, entry).map(drop));
        let is_changed = replayed.map_err(ImportError::disk(&path))?;
        Ok(ImportLedger { path, items, filed: filed(content)?, namesakes: BTreeMap::new(), journal: None, is_dry, is_changed })
    }

    /// What it says of an item.
    pub fn get(&self, key: &str) -> Option<Entry> {
        self.items.get(&id::hash(key, id::LONG))
    }

    /// What is known of an item: where the ledger says nothing, which article it is, by the hash in its name.
    pub fn known(&self, key: &str) -> Option<Entry> {
        let by_name = || Some(Entry::of(self.named(key)?));
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

    /// What is known of where items were.
    pub fn pasts(&self) -> impl Iterator<Item = Past> {
        self.items.all().map(|(_, entry)| entry.past)
    }

    /// The articles by those pages of the web that they were and that links wait for; of two that were one page, neither.
    pub fn homes(&self) -> HashMap<String, ArticleId> {
        let wanted: HashSet<String> = self.pasts().flat_map(|past| past.wants).collect();
        let (mut homes, mut doubtful) = (HashMap::new(), HashSet::new());
        for (_, entry) in self.items.all() {
            let keys = entry.past.formerly.iter().filter_map(FormerAddress::whole_key);
            for key in keys.filter(|key| wanted.contains(key)) {
                if homes.insert(key.clone(), entry.id.clone()).is_some_and(|other| other != entry.id) {
                    doubtful.insert(key);
                }
            }
        }
        homes.retain(|key, _| !doubtful.contains(key));
        homes
    }

    /// The items that wait for something, by what the ledger calls them.
    pub fn wanting(&self, is_wanted: impl Fn(&Past) -> bool) -> Vec<String> {
        self.items.all().filter(|(_, entry)| is_wanted(&entry.past)).map(|(item, _)| item).collect()
    }

    /// What it says of an item, by what it calls it.
    pub fn at(&self, item: &str) -> Option<Entry> {
        self.items.get(item)
    }

    /// The items that have an identifier in common.
    pub fn namesakes(&self, key: &str) -> Vec<Namesake> {
        let item = id::hash(key, id::LONG);
        let noted = || self.items.get(&item).map(|entry| entry.namesakes);
        self.namesakes.get(&item).cloned().or_else(noted).unwrap_or_default()
    }

    /// Notes the items that have an identifier in common, with the one that keeps it.
    pub fn set_namesakes(&mut self, content: &Confined, key: &str, namesakes: Vec<Namesake>) -> Result<(), ImportError> {
        let item = id::hash(key, id::LONG);
        self.namesakes.insert(item.clone(), namesakes);
        let Some(entry) = self.items.get(&item) else { return Ok(()) };
        let noted = Noted { item, entry };
        self.announce(content, &noted, None)?;
        self.set(noted)
    }

    fn with_namesakes(&self, item: &str, entry: Entry) -> Entry {
        match self.namesakes.get(item) {
            Some(namesakes) => Entry { namesakes: namesakes.clone(), ..entry },
            None => entry,
        }
    }

    /// Writes down what is about to be noted of an item, before its article is written with these bytes; none: it stands
    /// already.
    pub fn announce(&mut self, content: &Confined, noted: &Noted, article: Option<&[u8]>) -> Result<(), ImportError> {
        let Noted { item, entry } = noted;
        let entry = &self.with_namesakes(item, entry.clone());
        if self.is_dry || article.is_none() && self.items.get(item).as_ref() == Some(entry) {
            return Ok(());
        }
        let write = |journal: &mut Option<Journal>| {
            let open = journal.take().map_or_else(|| Journal::open(content), Ok)?;
            journal.insert(open).note(item, entry, article)
        };
        write(&mut self.journal).map_err(ImportError::disk(&self.path))
    }

    /// Notes what an item is and what its source says: its article stands.
    pub fn set(&mut self, Noted { item, entry }: Noted) -> Result<(), ImportError> {
        let entry = self.with_namesakes(&item, entry);
        let is_new = self.items.set(&item, &entry).map_err(ImportError::disk(&self.path))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ledger_of_before_is_read() {
        let noted = r#"{"id":"1","fields":{},"twins":[{"number":1},{"suffix":"a","number":2}]}"#;
        let entry: Entry = serde_json::from_str(noted).unwrap();
        assert_eq!(entry.namesakes.len(), 2);
    }
}
