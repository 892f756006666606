//! What one build tells the next: the entries of all articles, and what was printed from them.
//!
//! It lies beside the renditions and not in the site, for it knows of articles that may not be shown yet.
//! On disk it is [`Kept`]; an [`Index`] is all of it in memory.

pub mod error;
mod kept;
mod printed;
mod shelf;
pub mod volume;
mod write;

use crate::articles::entry::Entry;
use crate::fingerprint::{Fingerprint, Key, key_of};
use crate::newsroom::{FileState, Filed, Newsroom};
use crate::pictures::{KnownPictures, Made};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

pub use kept::{BuildState, Kept};
pub use printed::Printed;
pub use shelf::{Place, Shelf, Standing};
pub use write::{Changes, NewIndex, Published};

use error::IndexError;

/// Files that were written so shortly before the survey are read again: they may have changed once
/// more within the disk's clock tick (in microseconds).
const RACY: i64 = 2_000_000;

/// What the last build left, in memory.
#[derive(Default)]
pub struct Index {
    surveyed: i64,
    entries: HashMap<String, Entry>,
    pieces: HashMap<String, Printed>,
    pictures: KnownPictures,
    /// The files that a former build left, where they are not known to stand there.
    former: Vec<String>,
}

/// Where the index of a site is kept.
pub fn file(cache: &Path, site: &Path) -> PathBuf {
    let site = site.canonicalize().unwrap_or_else(|_| site.to_owned());
    cache.join(format!("site-{:016x}.index", key_of(site.as_os_str().as_encoded_bytes())))
}

/// Whether a file is as it was when it was surveyed.
pub fn is_unchanged(then: FileState, surveyed: i64, now: FileState) -> bool {
    then == now && now.modified + RACY < surveyed
}

/// Names what stands in a site by its pieces.
pub fn name_of_pieces(pieces: &[(String, Printed)]) -> Key {
    pieces.iter().fold(Fingerprint::default(), |hash, (name, printed)| hash.part(name).number(printed.key)).key()
}

impl Index {
    /// Reads all that was kept. Of an index of another recipe only the files' names count; a broken one is empty.
    pub fn of(kept: Option<&Kept>, recipe: Key) -> Index {
        let Some(kept) = kept else { return Index::default() };
        let mut index = Index::read(kept).unwrap_or_default();
        if kept.build_state.recipe != recipe {
            index.distrust_site();
            index = Index { former: index.former, ..Index::default() };
        }
        index
    }

    fn read(kept: &Kept) -> Result<Index, IndexError> {
        let mut index = Index { surveyed: kept.build_state.surveyed, ..Index::default() };
        let shelf = kept.shelf()?;
        for entry in shelf.entries()?.chain(shelf.aside()?) {
            let entry = entry?;
            index.entries.insert(entry.id.to_string(), entry);
        }
        index.pieces.extend(shelf.pieces("")?);
        index.pictures = shelf.pictures()?;
        Ok(index)
    }

    /// What was printed, when the site still is as this index left it.
    pub fn pieces(&self) -> &HashMap<String, Printed> {
        &self.pieces
    }

    /// Forgets what stands in the site, for it is not known to stand there; the newsroom's side stays.
    pub fn distrust_site(&mut self) {
        self.former.extend(self.pieces.drain().flat_map(|(_, printed)| lines(&printed.files)));
        self.pictures.clear();
    }

    /// Forgets what was read of the newsroom: to read it again, or to be rid of it when all is looked at.
    pub fn forget_newsroom(&mut self) {
        self.entries = HashMap::new();
    }

    /// The files of former builds that are not among those of today's `pieces`.
    pub fn gone<'a>(&'a self, pieces: &'a HashMap<&str, &Printed>) -> impl Iterator<Item = String> + 'a {
        let is_unchanged = |name: &str, printed: &Printed| pieces.get(name).is_some_and(|now| now.files == printed.files);
        let changed = self.pieces.iter().filter(move |(name, printed)| !is_unchanged(name, printed));
        self.former.iter().cloned().chain(changed.flat_map(|(_, printed)| lines(&printed.files)))
    }

    /// Forgets the pictures whose originals have changed.
    pub fn check_pictures(&mut self, newsroom: &Newsroom) {
        let surveyed = self.surveyed;
        let pictures = std::mem::take(&mut self.pictures);
        let is_known = |(src, (state, _)): &(String, (FileState, Made))| {
            newsroom.state(&format!("pictures/{src}")).is_ok_and(|now| is_unchanged(*state, surveyed, now))
        };
        self.pictures = pictures.into_par_iter().filter(is_known).collect();
    }

    /// The entry of a file that has not changed, nor has the picture that lists show of it. One with faults is read
    /// again each time, so that they are told each time.
    pub fn take_entry(&mut self, filed: &Filed) -> Option<Entry> {
        let entry = self.entries.remove(&filed.name)?;
        let is_known = is_unchanged(entry.state, self.surveyed, filed.state) && !entry.is_faulty;
        let has_its_picture = entry.filled_with().is_none_or(|src| self.pictures.contains_key(src));
        (is_known && has_its_picture).then_some(entry)
    }

    /// The pictures whose originals have not changed.
    pub fn take_pictures(&mut self) -> KnownPictures {
        std::mem::take(&mut self.pictures)
    }
}

/// The files of a piece.
pub fn lines(files: &str) -> HashSet<String> {
    files.lines().map(str::to_owned).collect()
}
