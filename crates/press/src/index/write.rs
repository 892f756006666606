//! Writes an index: whole after a build of everything, or only what late news changed.

use super::error::IndexError;
use super::kept::{BuildState, Kept, builder};
use super::printed::Printed;
use super::shelf::{ARTICLES, ASIDE, FORMER, HEAD, LISTS, PICTURES, PIECES, PLACES, Place, RUN, Standing};
use crate::articles::entry::Entry;
use crate::error::PressError;
use crate::newsroom::FileState;
use crate::pictures::{Made, Pictures};
use crate::redirects::redirect::Redirect;
use redb::{Database, Table, WriteTransaction};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

/// All that is published.
pub struct Published<'a> {
    /// The articles, the oldest first.
    pub articles: &'a [Entry],
    /// Those that may not be shown.
    pub aside: Vec<&'a Entry>,
    /// The places that stand in each list.
    pub lists: &'a HashMap<String, Vec<u32>>,
    /// Old addresses that lead to articles.
    pub former: Vec<&'a Redirect>,
    /// What was made of originals.
    pub pictures: &'a Pictures,
}

/// What late news changes.
#[derive(Default)]
pub struct Changes<'a> {
    /// Published articles by their places.
    pub articles: BTreeMap<usize, Cow<'a, Entry>>,
    /// Articles that may not be shown yet.
    pub aside: Vec<&'a Entry>,
    /// Places that come at the end of lists.
    pub lists: BTreeMap<&'a str, &'a [u32]>,
    /// What was printed.
    pub pieces: Vec<(&'a str, &'a Printed)>,
    /// What was made of originals.
    pub pictures: Vec<(&'a str, (FileState, &'a Made))>,
    /// Old addresses that lead to articles.
    pub former: &'a [Redirect],
}

/// A whole index while it is written: first what is known before the site is printed, then what was printed.
pub struct NewIndex {
    writing: WriteTransaction,
    _database: Database,
    part: PathBuf,
    file: PathBuf,
}

impl NewIndex {
    /// Writes what is published. The old index stays until all is written.
    pub fn begin(file: PathBuf, published: &Published) -> Result<NewIndex, PressError> {
        let part = file.with_added_extension("part");
        // A killed build may have left it; the database would go on with it.
        let _ = std::fs::remove_file(&part);
        let database = builder().create(&part).map_err(IndexError::from)?;
        let writing = database.begin_write().map_err(IndexError::from)?;
        write_published(&writing, published)?;
        Ok(NewIndex { writing, _database: database, part, file })
    }

    /// Writes what was printed, and takes the old index's place.
    pub fn finish(self, build_state: &BuildState, pieces: &HashMap<&str, &Printed>) -> Result<(), PressError> {
        write_printed(&self.writing, build_state, pieces)?;
        self.writing.commit().map_err(IndexError::from)?;
        std::fs::rename(&self.part, &self.file).map_err(PressError::disk(&self.file))
    }
}

fn write_published(writing: &WriteTransaction, published: &Published) -> Result<(), IndexError> {
    let Published { aside, lists: places_in, former, pictures, .. } = published;
    let mut articles = writing.open_table(ARTICLES)?;
    for (at, entry) in published.articles.iter().enumerate() {
        articles.insert(at as u32, postcard::to_stdvec(entry)?.as_slice())?;
    }
    let mut places = writing.open_table(PLACES)?;
    let shown = published.articles.iter().enumerate().map(|(at, entry)| (entry, Standing::Published(at as u32)));
    let mut all: Vec<_> = shown.chain(aside.iter().map(|entry| (*entry, Standing::Aside))).collect();
    all.sort_unstable_by(|(a, _), (b, _)| a.id.as_str().cmp(b.id.as_str()));
    all.into_iter().try_for_each(|(entry, standing)| put(&mut places, entry.id.as_str(), &place(entry, standing)))?;
    let mut lists = writing.open_table(LISTS)?;
    for (name, places) in places_in.iter().collect::<BTreeMap<_, _>>() {
        for (number, run) in places.chunks(RUN).enumerate() {
            lists.insert((name.as_str(), number as u32), postcard::to_stdvec(run)?.as_slice())?;
        }
    }
    let mut table = writing.open_table(ASIDE)?;
    aside.iter().try_for_each(|entry| put(&mut table, entry.id.as_str(), entry))?;
    let mut table = writing.open_table(FORMER)?;
    former.iter().try_for_each(|redirect| put(&mut table, &redirect.name(), redirect))?;
    let mut table = writing.open_table(PICTURES)?;
    pictures.made().try_for_each(|(src, made)| put(&mut table, src, &made))
}

fn write_printed(
    writing: &WriteTransaction,
    build_state: &BuildState,
    pieces: &HashMap<&str, &Printed>,
) -> Result<(), IndexError> {
    let mut table = writing.open_table(PIECES)?;
    let in_order = pieces.iter().collect::<BTreeMap<_, _>>();
    in_order.into_iter().try_for_each(|(name, printed)| put(&mut table, name, printed))?;
    put(&mut writing.open_table(HEAD)?, "", build_state)
}

impl Kept {
    /// Writes what late news changed: all of it or nothing.
    pub fn change(&self, build_state: &BuildState, changes: &Changes) -> Result<(), IndexError> {
        let writing = self.database.begin_write()?;
        self.write_changes(&writing, build_state, changes)?;
        Ok(writing.commit()?)
    }

    fn write_changes(&self, writing: &WriteTransaction, build_state: &BuildState, changes: &Changes) -> Result<(), IndexError> {
        let mut places = writing.open_table(PLACES)?;
        let mut table = writing.open_table(ARTICLES)?;
        for (at, entry) in &changes.articles {
            table.insert(*at as u32, postcard::to_stdvec(entry)?.as_slice())?;
            put(&mut places, entry.id.as_str(), &place(entry, Standing::Published(*at as u32)))?;
        }
        let mut table = writing.open_table(ASIDE)?;
        for entry in &changes.aside {
            put(&mut table, entry.id.as_str(), entry)?;
            put(&mut places, entry.id.as_str(), &place(entry, Standing::Aside))?;
        }
        let mut table = writing.open_table(LISTS)?;
        let shelf = self.shelf()?;
        for (name, new) in &changes.lists {
            let last = shelf.runs(name)?.saturating_sub(1);
            let mut run = shelf.run(name, last)?;
            run.extend_from_slice(new);
            for (number, run) in (last..).zip(run.chunks(RUN)) {
                table.insert((*name, number as u32), postcard::to_stdvec(run)?.as_slice())?;
            }
        }
        let mut table = writing.open_table(PIECES)?;
        changes.pieces.iter().try_for_each(|(name, printed)| put(&mut table, name, printed))?;
        let mut table = writing.open_table(FORMER)?;
        changes.former.iter().try_for_each(|redirect| put(&mut table, &redirect.name(), redirect))?;
        let mut table = writing.open_table(PICTURES)?;
        changes.pictures.iter().try_for_each(|(src, made)| put(&mut table, src, made))?;
        put(&mut writing.open_table(HEAD)?, "", build_state)
    }
}

fn place(entry: &Entry, standing: Standing) -> Place {
    Place { standing, state: entry.state, is_faulty: entry.is_faulty }
}

fn put(table: &mut Table<&'static str, &'static [u8]>, key: &str, value: &impl Serialize) -> Result<(), IndexError> {
    table.insert(key, postcard::to_stdvec(value)?.as_slice())?;
    Ok(())
}
