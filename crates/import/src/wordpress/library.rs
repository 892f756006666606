//! What an export holds beside its posts: the media library and synced patterns. Posts name them by number, and they
//! may come later in the file. Only where each stands stays in memory; what they say waits in a file.

use crate::stream::spare;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::io::{Read, Result, Seek, SeekFrom, Write};
use std::rc::Rc;
use tempfile::SpooledTempFile;

/// What an export holds beside its posts.
pub struct Library {
    file: RefCell<SpooledTempFile>,
    places: HashMap<u64, Place>,
    /// The numbers of what belongs to a post, by the post's.
    below: HashMap<u64, Vec<u64>>,
    /// What the other files of the same export hold.
    others: Option<Rc<Library>>,
}

/// What all files of a run hold, by the site that they are an export of.
pub type Libraries = HashMap<String, Rc<Library>>;

/// Where something stands in the file, and which item of the export it was.
struct Place {
    at: u64,
    length: u32,
    item: usize,
}

/// Something that posts name by number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Holding {
    /// A file of the media library.
    Media(Media),
    /// A synced pattern: its content.
    Pattern(String),
    /// It may not be shown, for this reason.
    Held(String),
}

/// A file of the media library.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Media {
    /// Its address.
    pub src: String,
    /// What is in the picture.
    pub alt: String,
    /// Its caption, which may hold markup.
    pub caption: String,
    /// Its place among those of its post.
    pub order: i64,
}

impl Default for Library {
    fn default() -> Self {
        Library { file: RefCell::new(spare()), places: HashMap::new(), below: HashMap::new(), others: None }
    }
}

impl Library {
    /// Keeps what an item of the export is. Of two of a number, the one counts that may not be shown.
    pub fn keep(&mut self, number: u64, post: Option<u64>, item: usize, holding: &Holding) -> Result<()> {
        if matches!(self.get(number), Some(Holding::Held(_))) {
            return Ok(());
        }
        let bytes = serde_json::to_vec(holding).map_err(std::io::Error::other)?;
        let file = self.file.get_mut();
        let at = file.seek(SeekFrom::End(0))?;
        file.write_all(&bytes)?;
        self.places.insert(number, Place { at, length: bytes.len() as u32, item });
        if let Some(post) = post {
            self.below.entry(post).or_default().push(number);
        }
        Ok(())
    }

    /// Forgets items that were not read whole.
    pub fn forget(&mut self, items: &BTreeSet<usize>) {
        self.places.retain(|_, place| !items.contains(&place.item));
    }

    /// Takes in all that another file of the same export holds.
    pub fn take_in(&mut self, other: &Library) -> Result<()> {
        for number in other.places.keys() {
            if let Some(holding) = other.own(*number) {
                self.keep(*number, None, 0, &holding)?;
            }
        }
        for (post, numbers) in &other.below {
            self.below.entry(*post).or_default().extend(numbers);
        }
        Ok(())
    }

    /// What is not here may be in other files of the same export.
    pub fn look_in(&mut self, others: Option<Rc<Library>>) {
        self.others = others;
    }

    /// What has this number, here or in another file of the export. Of two, the one counts that may not be shown.
    pub fn get(&self, number: u64) -> Option<Holding> {
        let other = self.others.as_ref().and_then(|others| others.own(number));
        match other {
            Some(Holding::Held(reason)) => Some(Holding::Held(reason)),
            other => self.own(number).or(other),
        }
    }

    /// What has this number here. A file that cannot be read any more has none.
    fn own(&self, number: u64) -> Option<Holding> {
        let place = self.places.get(&number)?;
        let mut bytes = vec![0; place.length as usize];
        let mut file = self.file.borrow_mut();
        file.seek(SeekFrom::Start(place.at)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// A file of the media library.
    pub fn media(&self, number: u64) -> Option<Media> {
        match self.get(number)? {
            Holding::Media(media) => Some(media),
            _ => None,
        }
    }

    /// The numbers of the media that belong to a post and may be shown, in the order in which WordPress shows them.
    pub fn media_of(&self, post: u64) -> Vec<u64> {
        let elsewhere = self.others.as_ref().and_then(|others| others.below.get(&post));
        let numbers = self.below.get(&post).into_iter().chain(elsewhere).flatten();
        let mut found: Vec<(i64, u64)> = numbers.filter_map(|number| Some((self.media(*number)?.order, *number))).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|(_, number)| number).collect()
    }
}
