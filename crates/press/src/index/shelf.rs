//! What can be read of an index, record by record.

use super::error::IndexError;
use super::printed::Printed;
use crate::articles::entry::Entry;
use crate::newsroom::FileState;
use crate::pictures::{KnownPictures, Made};
use crate::redirects::redirect::Redirect;
use redb::{ReadOnlyTable, ReadTransaction, TableDefinition};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::ops::Range;

type Bytes = &'static [u8];

/// The build state, under no name.
pub const HEAD: TableDefinition<&str, Bytes> = TableDefinition::new("head");
/// The entries of published articles by their places.
pub const ARTICLES: TableDefinition<u32, Bytes> = TableDefinition::new("articles");
/// The entries of articles that are withdrawn or may not be shown yet, by id.
pub const ASIDE: TableDefinition<&str, Bytes> = TableDefinition::new("aside");
/// Where each article is, by id.
pub const PLACES: TableDefinition<&str, Bytes> = TableDefinition::new("places");
/// Lists in runs of [`RUN`] places: by the list's name and the run's number.
pub const LISTS: TableDefinition<(&str, u32), Bytes> = TableDefinition::new("lists");
/// What was printed, by the pieces' names.
pub const PIECES: TableDefinition<&str, Bytes> = TableDefinition::new("pieces");
/// What was made of originals, by their paths.
pub const PICTURES: TableDefinition<&str, Bytes> = TableDefinition::new("pictures");

/// Where an article is, and what the disk said of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Where it is.
    pub standing: Standing,
    /// What the disk said of its file.
    pub state: FileState,
    /// Whether something is wrong with it.
    pub is_faulty: bool,
}

/// Where an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Published, at this place.
    Published(u32),
    /// Withdrawn, or not yet shown.
    Aside,
}

/// Old addresses that lead to articles, by their hashes and keys.
pub const FORMER: TableDefinition<&str, Bytes> = TableDefinition::new("former");

/// How many places each run of a list has, but for the last.
pub const RUN: usize = 256;

/// An index as it was when it was opened.
pub struct Shelf {
    articles: ReadOnlyTable<u32, Bytes>,
    aside: ReadOnlyTable<&'static str, Bytes>,
    places: ReadOnlyTable<&'static str, Bytes>,
    lists: ReadOnlyTable<(&'static str, u32), Bytes>,
    pieces: ReadOnlyTable<&'static str, Bytes>,
    pictures: ReadOnlyTable<&'static str, Bytes>,
    former: ReadOnlyTable<&'static str, Bytes>,
}

impl Shelf {
    /// Opens the tables.
    pub fn of(reading: &ReadTransaction) -> Result<Shelf, IndexError> {
        Ok(Shelf {
            articles: reading.open_table(ARTICLES)?,
            aside: reading.open_table(ASIDE)?,
            places: reading.open_table(PLACES)?,
            lists: reading.open_table(LISTS)?,
            pieces: reading.open_table(PIECES)?,
            pictures: reading.open_table(PICTURES)?,
            former: reading.open_table(FORMER)?,
        })
    }

    /// The entry of a published article by its place.
    pub fn entry(&self, at: usize) -> Result<Entry, IndexError> {
        let entry = self.articles.get(at as u32)?.ok_or(IndexError::Missing)?;
        Ok(postcard::from_bytes(entry.value())?)
    }

    /// The entries of all published articles, the oldest first.
    pub fn entries(&self) -> Result<impl Iterator<Item = Result<Entry, IndexError>>, IndexError> {
        Ok(self.articles.range::<u32>(..)?.map(|entry| Ok(postcard::from_bytes(entry?.1.value())?)))
    }

    /// The entries of all that is withdrawn or not yet shown.
    pub fn aside(&self) -> Result<impl Iterator<Item = Result<Entry, IndexError>>, IndexError> {
        Ok(self.aside.range::<&str>(..)?.map(|entry| Ok(postcard::from_bytes(entry?.1.value())?)))
    }

    /// The entry of an article that is withdrawn or not yet shown.
    pub fn set_aside(&self, id: &str) -> Result<Option<Entry>, IndexError> {
        value(&self.aside, id)
    }

    /// Where an article is.
    pub fn place(&self, id: &str) -> Result<Option<Place>, IndexError> {
        value(&self.places, id)
    }

    /// Where each article is, by id.
    pub fn places(&self) -> Result<impl Iterator<Item = Result<(String, Place), IndexError>>, IndexError> {
        Ok(self.places.range::<&str>(..)?.map(|place| {
            let (id, place) = place?;
            Ok((id.value().to_owned(), postcard::from_bytes(place.value())?))
        }))
    }

    /// What was printed of a piece.
    pub fn piece(&self, name: &str) -> Result<Option<Printed>, IndexError> {
        value(&self.pieces, name)
    }

    /// What was printed of the pieces whose names begin like this.
    pub fn pieces(&self, begin: &str) -> Result<Vec<(String, Printed)>, IndexError> {
        let mut pieces = Vec::new();
        for piece in self.pieces.range(begin..)? {
            let (name, printed) = piece?;
            if !name.value().starts_with(begin) {
                break;
            }
            pieces.push((name.value().to_owned(), postcard::from_bytes(printed.value())?));
        }
        Ok(pieces)
    }

    /// What was made of an original.
    pub fn picture(&self, src: &str) -> Result<Option<(FileState, Made)>, IndexError> {
        value(&self.pictures, src)
    }

    /// What was made of all originals.
    pub fn pictures(&self) -> Result<KnownPictures, IndexError> {
        let mut pictures = KnownPictures::new();
        for picture in self.pictures.range::<&str>(..)? {
            let (src, made) = picture?;
            pictures.insert(src.value().to_owned(), postcard::from_bytes(made.value())?);
        }
        Ok(pictures)
    }

    /// The old address of a name, where it leads to an article.
    pub fn former(&self, name: &str) -> Result<Option<Redirect>, IndexError> {
        value(&self.former, name)
    }

    /// The old addresses between two names.
    pub fn former_between(&self, names: Range<String>) -> Result<Vec<Redirect>, IndexError> {
        let found = self.former.range::<&str>(names.start.as_str()..names.end.as_str())?;
        found.map(|redirect| Ok(postcard::from_bytes(redirect?.1.value())?)).collect()
    }

    /// How many articles of a list come before a place.
    pub fn rank(&self, list: &str, at: usize) -> Result<usize, IndexError> {
        // The last run that begins before the place: all runs before it do.
        let (mut begin, mut end) = (0, self.runs(list)?);
        while begin < end {
            let middle = begin.midpoint(end);
            match self.run(list, middle)?.first().is_some_and(|first| (*first as usize) < at) {
                true => begin = middle + 1,
                false => end = middle,
            }
        }
        let Some(number) = begin.checked_sub(1) else { return Ok(0) };
        Ok(number * RUN + self.run(list, number)?.partition_point(|other| (*other as usize) < at))
    }

    /// A part of a list by ranks; what is beyond its end is left out.
    pub fn ranks(&self, list: &str, ranks: Range<usize>) -> Result<Vec<usize>, IndexError> {
        let mut found = Vec::new();
        for number in ranks.start / RUN..ranks.end.div_ceil(RUN).min(self.runs(list)?) {
            let run = self.run(list, number)?;
            let begin = ranks.start.saturating_sub(number * RUN).min(run.len());
            let end = ranks.end.saturating_sub(number * RUN).min(run.len());
            found.extend(run[begin..end].iter().map(|at| *at as usize));
        }
        Ok(found)
    }

    /// How many runs a list has.
    pub fn runs(&self, list: &str) -> Result<usize, IndexError> {
        let last = self.lists.range((list, 0)..=(list, u32::MAX))?.next_back().transpose()?;
        Ok(last.map_or(0, |(key, _)| key.value().1 as usize + 1))
    }

    /// A run of a list by its number.
    pub fn run(&self, list: &str, number: usize) -> Result<Vec<u32>, IndexError> {
        let run = self.lists.get((list, number as u32))?;
        run.map_or(Ok(vec![]), |run| Ok(postcard::from_bytes(run.value())?))
    }
}

fn value<T: DeserializeOwned>(table: &ReadOnlyTable<&'static str, Bytes>, key: &str) -> Result<Option<T>, IndexError> {
    table.get(key)?.map(|value| Ok(postcard::from_bytes(value.value())?)).transpose()
}
