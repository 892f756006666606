//! What is filed meets what arrives.

use super::ImportError;
use super::fault::ItemFault;
use super::gate::Passage;
use super::ledger::{Entry, hash};
use super::notes::Notes;
use serde_json::{Map, Value};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::Path;
use strait_confined::{Confined, ConfinedError};
use strait_model::{Article, PublicationStatus, Timestamp};

/// The fields that say whether an article may be shown.
const STATUS: &str = "pubStatus";
const EMBARGO: &str = "embargoed";

/// How an item stands to the article that is filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// It may be news.
    News,
    /// It is the last that its source sent, but an editor's version is later: whether it may be shown is news still.
    Edited,
    /// It is older than what its source sent before.
    Old,
}

/// An older version may arrive after a newer one; and what was withdrawn stays so until there is a newer version.
pub fn age(passage: &Passage, version: &Timestamp, filed: &Article, known: Option<&Entry>) -> Age {
    let (now, then) = (version.instant(), filed.version_created.instant());
    let is_reinstated = filed.is_withdrawn() && *passage != Passage::Withdrawn;
    match now.cmp(&then) {
        Ordering::Greater => Age::News,
        Ordering::Equal if !is_reinstated => Age::News,
        Ordering::Less if !filed.is_withdrawn() && known.is_some_and(|entry| is_last(passage, version, filed, entry)) => {
            Age::Edited
        }
        _ => Age::Old,
    }
}

/// Whether a version that is older than the filed one is the last that its source sent.
fn is_last(passage: &Passage, version: &Timestamp, filed: &Article, known: &Entry) -> bool {
    let hash_of = |version: &Timestamp| serde_json::to_value(version).ok().map(|value| hash(&value));
    let noted = known.fields.get("versionCreated").cloned();
    match &known.version {
        Some(last) => version.instant() >= last.instant(),
        // A ledger of an older Strait has no times: what closes is believed, unless the file is as it was imported.
        None => hash_of(version) == noted || (passage.is_closed() && hash_of(&filed.version_created) != noted),
    }
}

/// The article that is filed, if there is one.
pub fn read_filed(content: &Confined, path: &Path) -> Result<Option<Article>, ItemFault> {
    let bytes = match content.read(path.strip_prefix(content.path()).unwrap_or(path)) {
        Ok(read) => read.bytes,
        Err(ConfinedError::Missing(_)) => return Ok(None),
        Err(error) => return Err(ItemFault::BadFiled(error.to_string())),
    };
    let mut unknown = None;
    let mut json = serde_json::Deserializer::from_slice(&bytes);
    let article = serde_ignored::deserialize(&mut json, |field| unknown = Some(field.to_string()));
    let article = article.map_err(|error: serde_json::Error| ItemFault::BadFiled(error.to_string()))?;
    match unknown {
        // Writing the article anew would lose it.
        Some(field) => Err(ItemFault::BadFiled(format!("{field}?"))),
        None => Ok(Some(article)),
    }
}

/// The filed article with what its source now says. A field that only an editor changed stays; one that both
/// changed becomes the source's, and is noted. What the source never said stays. `led`: the hash of the source's body
/// with its links led home, which is no editor's change.
pub fn merge(
    mut filed: Map<String, Value>,
    fields: Map<String, Value>,
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
    led: Option<&str>,
    notes: &mut Notes,
) -> Map<String, Value> {
    filed.entry(STATUS).or_insert_with(|| "usable".into());
    let is_the_sources = |filed: &Map<String, Value>, name: &str| {
        let hash = filed.get(name).map(hash);
        hash == old.get(name).cloned() || (name == "body" && led.is_some() && hash.as_deref() == led)
    };
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
        // What an editor closed, no source opens.
        if is_conflict && name == STATUS && strictness(filed.get(STATUS)) > strictness(Some(&value)) {
            continue;
        }
        if is_conflict {
            notes.add("", ItemFault::EditorsField(name.clone()));
        }
        filed.insert(name, value);
    }
    filed
}

/// Lets the gate have the last word: whatever was filed, or changed by an editor, what its source does not call
/// published may not be shown.
pub fn shut(article: &mut Map<String, Value>, passage: &Passage) {
    match passage {
        Passage::Withheld(_) | Passage::Withdrawn if strictness(article.get(STATUS)) == 0 => {
            article.insert(STATUS.to_owned(), "withheld".into());
        }
        Passage::Embargoed(until) => {
            let filed = article.get(EMBARGO).and_then(|filed| serde_json::from_value::<Timestamp>(filed.clone()).ok());
            if filed.is_none_or(|filed| filed.instant() < until.instant()) {
                article.insert(EMBARGO.to_owned(), until.as_str().into());
            }
        }
        _ => {}
    }
}

/// What a source says of whether an article may be shown, as fields.
pub fn state_of(status: PublicationStatus, embargo: Option<Timestamp>) -> Result<Map<String, Value>, ImportError> {
    let mut state = Map::new();
    state.insert(STATUS.to_owned(), serde_json::to_value(status).map_err(ImportError::Json)?);
    if let Some(embargo) = embargo {
        state.insert(EMBARGO.to_owned(), embargo.as_str().into());
    }
    Ok(state)
}

/// What a ledger knows of those fields.
pub fn only_state(fields: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    fields
        .iter()
        .filter(|(name, _)| [STATUS, EMBARGO].contains(&name.as_str()))
        .map(|(name, hash)| (name.clone(), hash.clone()))
        .collect()
}

/// What the ledger notes of the state: where an editor had closed the article before its source did, that it was
/// open there, so that the source's opening does not undo the editor's closing.
pub fn note_state(new: &mut BTreeMap<String, String>, old: &BTreeMap<String, String>, filed: &Map<String, Value>) {
    let usable = hash(&"usable".into());
    if old.get(STATUS) == Some(&usable) && strictness(filed.get(STATUS)) > 0 {
        new.insert(STATUS.to_owned(), usable);
    }
}

/// How far a state closes an article. What is no state at all cannot be printed.
fn strictness(state: Option<&Value>) -> u8 {
    match state.and_then(Value::as_str) {
        Some("canceled") => 2,
        None | Some("usable") => 0,
        Some(_) => 1,
    }
}

/// An article as the fields of its JSON.
pub fn as_map(article: &Article) -> Result<Map<String, Value>, ImportError> {
    match serde_json::to_value(article).map_err(ImportError::Json)? {
        Value::Object(fields) => Ok(fields),
        _ => Ok(Map::new()),
    }
}
