//! The published articles of an issue and the lists they stand in: in memory when all were read, or in the
//! index when only late news came in.

mod late;

pub use late::LateStock;

use crate::articles::entry::Entry;
use crate::error::PressError;
use crate::issue::list::{List, lists_of};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use strait_model::ArticleId;

/// The published articles of an issue, named by their places: 0 is the oldest.
pub enum Stock {
    /// All of them.
    Whole(Whole),
    /// Those of the last build, with late news.
    Late(Box<LateStock>),
}

/// Everything published, in memory.
pub struct Whole {
    /// The oldest first.
    pub entries: Vec<Entry>,
    places: HashMap<String, usize>,
    lists: HashMap<String, Vec<u32>>,
}

impl Stock {
    /// How many articles are published.
    pub fn count(&self) -> usize {
        match self {
            Stock::Whole(whole) => whole.entries.len(),
            Stock::Late(late) => late.count(),
        }
    }

    /// The entry at a place.
    pub fn entry(&self, at: usize) -> Result<Cow<'_, Entry>, PressError> {
        match self {
            Stock::Whole(whole) => Ok(Cow::Borrowed(&whole.entries[at])),
            Stock::Late(late) => late.entry(at),
        }
    }

    /// Puts another entry of the same article in its place.
    pub fn replace(&mut self, at: usize, entry: Entry) {
        match self {
            Stock::Whole(whole) => whole.entries[at] = entry,
            Stock::Late(late) => drop(late.changed.insert(at, entry)),
        }
    }

    /// Where an article is; none when it is not published.
    pub fn place(&self, id: &ArticleId) -> Result<Option<usize>, PressError> {
        match self {
            Stock::Whole(whole) => Ok(whole.place(id.as_str())),
            Stock::Late(late) => late.place(id),
        }
    }

    /// How many articles stand in a list.
    pub fn listed(&self, list: List) -> Result<usize, PressError> {
        self.rank(list, usize::MAX)
    }

    /// How many articles of a list come before a place.
    pub fn rank(&self, list: List, at: usize) -> Result<usize, PressError> {
        match self {
            Stock::Whole(whole) => Ok(whole.rank(list, at)),
            Stock::Late(late) => late.rank(&list.name(), at),
        }
    }

    /// A part of a list by ranks, the oldest first; what is beyond its end is left out.
    pub fn ranks(&self, list: List, ranks: Range<usize>) -> Result<Vec<usize>, PressError> {
        match self {
            Stock::Whole(whole) => Ok(whole.ranks(list, ranks)),
            Stock::Late(late) => late.ranks(&list.name(), ranks),
        }
    }

    /// The last articles of a list before a place, the oldest first.
    pub fn before(&self, list: List, at: usize, count: usize) -> Result<Vec<usize>, PressError> {
        let end = self.rank(list, at)?;
        self.ranks(list, end.saturating_sub(count)..end)
    }
}

impl Whole {
    /// Published entries, the oldest first.
    pub fn of(entries: Vec<Entry>) -> Whole {
        let places = entries.iter().enumerate().map(|(at, entry)| (entry.id.to_string(), at)).collect();
        let mut whole = Whole { entries: vec![], places, lists: HashMap::new() };
        let lists: Vec<Vec<String>> = entries
            .par_iter()
            .map(|entry| {
                let wanted = entry.related.iter().filter(|id| whole.place(id.as_str()).is_none());
                lists_of(entry).into_iter().chain(wanted.map(|id| List::Wanted(id.as_str()).name())).collect()
            })
            .collect();
        for (at, names) in lists.into_iter().enumerate() {
            names.into_iter().for_each(|name| whole.lists.entry(name).or_default().push(at as u32));
        }
        Whole { entries, ..whole }
    }

    /// Where an article is; none when it is not published.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// All lists by their names.
    pub fn lists(&self) -> &HashMap<String, Vec<u32>> {
        &self.lists
    }

    /// The last articles of a list before a place, the oldest first.
    pub fn before(&self, list: List, at: usize, count: usize) -> Vec<usize> {
        let end = self.rank(list, at);
        self.ranks(list, end.saturating_sub(count)..end)
    }

    fn rank(&self, list: List, at: usize) -> usize {
        self.list(list).partition_point(|other| (*other as usize) < at)
    }

    fn ranks(&self, list: List, ranks: Range<usize>) -> Vec<usize> {
        let list = self.list(list);
        let end = ranks.end.min(list.len());
        list[ranks.start.min(end)..end].iter().map(|at| *at as usize).collect()
    }

    fn list(&self, list: List) -> &[u32] {
        self.lists.get(&list.name()).map_or(&[], Vec::as_slice)
    }
}
