//! What one build tells the next: the entries of all articles, and what was printed from them.
//!
//! It lies beside the renditions and not in the site, for it knows of articles that may not be shown yet.

use super::PressError;
use super::disk::write_whole_in_parts;
use super::entry::Entry;
use super::fingerprint::{Key, Naming, key_of, name_of};
use super::newsroom::{FileState, Filed};
use super::pictures::Made;
use super::run::Materials;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::{BufWriter, IntoInnerError, Seek, Write};
use std::path::{Path, PathBuf};

/// Files that were written so shortly before the survey are read again: they may have changed once
/// more within the disk's clock tick (in microseconds).
const RACY: i64 = 2_000_000;

/// What the last build left.
#[derive(Default)]
pub struct Index {
    surveyed: i64,
    entries: HashMap<String, Entry>,
    pieces: HashMap<String, Printed>,
    pictures: HashMap<String, (FileState, Made)>,
    /// The files that a former build left, where they are not known to stand there.
    former: Vec<String>,
    /// The name of the index's bytes; the site's mark repeats it.
    pub key: Option<Key>,
}

/// A piece of the site as it was printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// The name of all that it was made of.
    pub key: Key,
    /// Its files below the site, a line each.
    pub files: String,
}

/// The index as it is kept. Maps are written as lists, which read alike.
#[derive(Serialize)]
struct Kept<'a> {
    surveyed: i64,
    entries: Vec<(&'a str, &'a Entry)>,
    pieces: Vec<(&'a str, &'a Printed)>,
    pictures: Vec<(&'a str, (FileState, &'a Made))>,
}

#[derive(Deserialize)]
struct Reread {
    surveyed: i64,
    entries: HashMap<String, Entry>,
    pieces: HashMap<String, Printed>,
    pictures: HashMap<String, (FileState, Made)>,
}

impl Index {
    /// Where the index of a site is kept.
    pub fn file(cache: &Path, site: &Path) -> PathBuf {
        let site = site.canonicalize().unwrap_or_else(|_| site.to_owned());
        cache.join(format!("site-{:016x}.index", key_of(site.as_os_str().as_encoded_bytes())))
    }

    /// Reads the index. One that is missing or broken is an empty one; of one of another recipe only the files' names count.
    pub fn read(file: &Path, recipe: Key) -> Index {
        let read = || {
            let bytes = std::fs::read(file).ok()?;
            let (head, kept) = bytes.split_first_chunk::<16>()?;
            let key = name_of(kept);
            let Reread { surveyed, entries, pieces, pictures } = postcard::from_bytes(kept).ok()?;
            let mut index = Index { surveyed, entries, pieces, pictures, former: vec![], key: Some(key) };
            if *head != header(recipe, key) {
                index.distrust_site();
                index = Index { former: index.former, ..Index::default() };
            }
            Some(index)
        };
        read().unwrap_or_default()
    }

    /// Keeps what this build leaves; says the index's name.
    pub fn write(
        file: &Path,
        recipe: Key,
        surveyed: jiff::Timestamp,
        materials: &Materials,
        pieces: &[(String, Printed)],
    ) -> Result<Key, PressError> {
        let entries = materials.edition.entries().filter(|entry| !entry.is_faulty);
        let kept = Kept {
            surveyed: surveyed.as_microsecond(),
            entries: entries.map(|entry| (entry.id.as_str(), entry)).collect(),
            pieces: pieces.iter().map(|(name, printed)| (name.as_str(), printed)).collect(),
            pictures: materials.pictures.made().collect(),
        };
        write_whole_in_parts(file, |out| {
            out.write_all(&[0; 16])?;
            let mut named = BufWriter::with_capacity(1 << 16, Naming::new(&mut *out));
            postcard::to_io(&kept, &mut named).map_err(std::io::Error::other)?;
            let key = named.into_inner().map_err(IntoInnerError::into_error)?.key();
            out.rewind()?;
            out.write_all(&header(recipe, key))?;
            Ok(key)
        })
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

    /// The files of former builds that `pieces` no longer have.
    pub fn gone<'a>(&'a self, pieces: &'a HashMap<&str, &Printed>) -> impl Iterator<Item = String> + 'a {
        let is_unchanged = |name: &str, printed: &Printed| pieces.get(name).is_some_and(|now| now.files == printed.files);
        let changed = self.pieces.iter().filter(move |(name, printed)| !is_unchanged(name, printed));
        self.former.iter().cloned().chain(changed.flat_map(|(_, printed)| lines(&printed.files)))
    }

    /// Forgets the pictures whose originals have changed.
    pub fn check_pictures(&mut self, folder: &Path) {
        let surveyed = self.surveyed;
        let pictures = std::mem::take(&mut self.pictures);
        let is_known = |(src, (state, _)): &(String, (FileState, Made))| {
            FileState::of(&folder.join(src)).is_ok_and(|now| now == *state && now.modified + RACY < surveyed)
        };
        self.pictures = pictures.into_par_iter().filter(is_known).collect();
    }

    /// The entry of a file that has not changed, nor has the picture that lists show of it.
    pub fn take_entry(&mut self, filed: &Filed) -> Option<Entry> {
        let entry = self.entries.remove(&filed.name)?;
        let is_known = entry.state == filed.state && filed.state.modified + RACY < self.surveyed;
        let has_its_picture = entry.filled_with().is_none_or(|src| self.pictures.contains_key(src));
        (is_known && has_its_picture).then_some(entry)
    }

    /// The pictures whose originals have not changed.
    pub fn take_pictures(&mut self) -> HashMap<String, (FileState, Made)> {
        std::mem::take(&mut self.pictures)
    }
}

fn lines(files: &str) -> Vec<String> {
    files.lines().map(str::to_owned).collect()
}

fn header(recipe: Key, key: Key) -> [u8; 16] {
    (u128::from(recipe) << 64 | u128::from(key)).to_le_bytes()
}
