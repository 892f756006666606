//! Where the ledger's entries are during a run: on disk, so that a paper of any size takes the memory of its names.

use super::Entry;
use crate::id;
use crate::stream::spare;
use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufReader, Error, Read, Result, Seek, SeekFrom, Write};
use tempfile::SpooledTempFile;

/// A hash of what a source calls an item.
type Key = [u8; id::LONG];

/// Entries by the hashes of their items' names.
pub struct Store {
    file: RefCell<SpooledTempFile>,
    end: u64,
    places: BTreeMap<Key, Place>,
}

/// Where an entry is.
struct Place {
    at: u64,
    length: u32,
}

impl Store {
    /// Nothing yet.
    pub fn new() -> Store {
        Store { file: RefCell::new(spare()), end: 0, places: BTreeMap::new() }
    }

    /// What a file of all entries holds.
    pub fn read(file: impl Read) -> Result<Store> {
        let mut store = Store::new();
        let mut json = serde_json::Deserializer::from_reader(BufReader::new(file));
        Filling(&mut store).deserialize(&mut json).map_err(Error::other)?;
        json.end().map_err(Error::other)?;
        Ok(store)
    }

    /// Writes all entries, in the order of their names.
    pub fn write(&self, into: &mut dyn Write) -> Result<()> {
        let mut json = serde_json::Serializer::pretty(into);
        let mut entries = json.serialize_map(Some(self.places.len()))?;
        for (key, place) in &self.places {
            entries.serialize_entry(&String::from_utf8_lossy(key), &self.at(place)?)?;
        }
        SerializeMap::end(entries).map_err(Error::other)
    }

    /// The entry of a hash.
    pub fn get(&self, hash: &str) -> Option<Entry> {
        // What was written in this run is read without fail, unless the disk is gone; then nothing can be filed either.
        self.at(self.places.get(&key(hash)?)?).ok()
    }

    /// All entries, in the order of their hashes.
    pub fn all(&self) -> impl Iterator<Item = (String, Entry)> {
        let read = |(key, place): (&Key, &Place)| Some((String::from_utf8_lossy(key).into_owned(), self.at(place).ok()?));
        self.places.iter().filter_map(read)
    }

    /// Whether one of the entries whose hashes begin so is as wanted.
    pub fn any(&self, begin: &str, is_wanted: impl Fn(&str, &Entry) -> bool) -> bool {
        let mut first = [0; id::LONG];
        first.iter_mut().zip(begin.bytes()).for_each(|(to, from)| *to = from);
        let near = self.places.range(first..).take_while(|(key, _)| key.starts_with(begin.as_bytes()));
        near.into_iter().any(|(key, place)| self.at(place).is_ok_and(|entry| is_wanted(&String::from_utf8_lossy(key), &entry)))
    }

    /// Sets the entry of a hash; says whether it is another than before.
    pub fn set(&mut self, hash: &str, entry: &Entry) -> Result<bool> {
        let key = key(hash).ok_or_else(|| Error::other(format!("{hash}?")))?;
        let before = self.places.get(&key).map(|place| self.at(place)).transpose()?;
        if before.as_ref() == Some(entry) {
            return Ok(false);
        }
        let bytes = serde_json::to_vec(entry).map_err(Error::other)?;
        let mut file = self.file.borrow_mut();
        file.seek(SeekFrom::Start(self.end))?;
        file.write_all(&bytes)?;
        self.places.insert(key, Place { at: self.end, length: bytes.len() as u32 });
        self.end += bytes.len() as u64;
        Ok(true)
    }

    fn at(&self, place: &Place) -> Result<Entry> {
        let mut bytes = vec![0; place.length as usize];
        let mut file = self.file.borrow_mut();
        file.seek(SeekFrom::Start(place.at))?;
        file.read_exact(&mut bytes)?;
        serde_json::from_slice(&bytes).map_err(Error::other)
    }
}

fn key(hash: &str) -> Option<Key> {
    hash.as_bytes().try_into().ok()
}

/// Fills a store with the entries of a JSON object, one by one.
struct Filling<'a>(&'a mut Store);

impl<'de> DeserializeSeed<'de> for Filling<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> std::result::Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Filling<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of entries")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> std::result::Result<(), A::Error> {
        while let Some((hash, entry)) = entries.next_entry::<String, Entry>()? {
            self.0.set(&hash, &entry).map_err(serde::de::Error::custom)?;
        }
        Ok(())
    }
}
