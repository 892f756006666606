//! What was published at the last build, as the index has it, with the late news on top.

use crate::articles::entry::Entry;
use crate::error::PressError;
use crate::index::{Shelf, Standing};
use crate::issue::list::{List, lists_of};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;
use strait_model::ArticleId;

/// What was published at the last build, with late news.
pub struct LateStock {
    /// The index.
    pub shelf: Arc<Shelf>,
    /// How many articles were published at the last build.
    pub before: usize,
    /// The entries that are new, or not what the index has.
    pub changed: BTreeMap<usize, Entry>,
    /// The new places at the end of lists.
    pub lists: BTreeMap<String, Vec<u32>>,
    count: usize,
    places: HashMap<String, usize>,
}

impl LateStock {
    /// What was published at the last build.
    pub fn of(shelf: Arc<Shelf>, before: usize) -> LateStock {
        let (changed, lists, places) = (BTreeMap::new(), BTreeMap::new(), HashMap::new());
        LateStock { shelf, before, changed, lists, count: before, places }
    }

    /// Adds an article that is newer than all others; says its place.
    pub fn add(&mut self, entry: Entry) -> usize {
        let at = self.count;
        for name in lists_of(&entry) {
            self.lists.entry(name).or_default().push(at as u32);
        }
        self.places.insert(entry.id.to_string(), at);
        self.changed.insert(at, entry);
        self.count += 1;
        at
    }

    /// Puts an article at the end of a list.
    pub fn note(&mut self, list: List, at: usize) {
        self.lists.entry(list.name()).or_default().push(at as u32);
    }

    /// The entry at a place, to be changed.
    pub fn entry_mut(&mut self, at: usize) -> Result<&mut Entry, PressError> {
        let known = match self.changed.remove(&at) {
            Some(entry) => entry,
            None => self.shelf.entry(at)?,
        };
        Ok(self.changed.entry(at).or_insert(known))
    }

    /// How many articles are published.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The entry at a place.
    pub fn entry(&self, at: usize) -> Result<Cow<'_, Entry>, PressError> {
        match self.changed.get(&at) {
            Some(entry) => Ok(Cow::Borrowed(entry)),
            None => Ok(Cow::Owned(self.shelf.entry(at)?)),
        }
    }

    /// Where an article is; none when it is not published.
    pub fn place(&self, id: &ArticleId) -> Result<Option<usize>, PressError> {
        if let Some(at) = self.places.get(id.as_str()) {
            return Ok(Some(*at));
        }
        Ok(self.shelf.place(id.as_str())?.and_then(|place| match place.standing {
            Standing::Published(at) => Some(at as usize),
            Standing::Aside => None,
        }))
    }

    /// How many articles of a list come before a place.
    pub fn rank(&self, list: &str, at: usize) -> Result<usize, PressError> {
        Ok(self.shelf.rank(list, at)? + self.added(list).partition_point(|other| (*other as usize) < at))
    }

    /// A part of a list by ranks, the oldest first; what is beyond its end is left out.
    pub fn ranks(&self, list: &str, ranks: Range<usize>) -> Result<Vec<usize>, PressError> {
        let mut found = self.shelf.ranks(list, ranks.clone())?;
        let new = self.added(list);
        if !new.is_empty() {
            let before = self.shelf.rank(list, self.before)?;
            let begin = ranks.start.saturating_sub(before).min(new.len());
            let end = ranks.end.saturating_sub(before).min(new.len());
            found.extend(new[begin..end].iter().map(|at| *at as usize));
        }
        Ok(found)
    }

    fn added(&self, list: &str) -> &[u32] {
        self.lists.get(list).map_or(&[], Vec::as_slice)
    }
}
