//! Dispatches that wait until all of a file are known, so that they are filed in the order of their versions.
//! Only when each was written stays in memory; what they say waits in a file.

use super::dispatch::Dispatch;
use super::stream::spare;
use std::io::{BufReader, Error, Read, Result, Seek, SeekFrom, Write};
use tempfile::SpooledTempFile;

/// No file of news has more items.
pub const MOST: usize = 1_000_000;

/// Dispatches that wait.
pub struct Waiting {
    file: SpooledTempFile,
    end: u64,
    places: Vec<Place>,
}

/// When a dispatch was written, and where it waits.
struct Place {
    version: Option<jiff::Timestamp>,
    is_closed: bool,
    at: u64,
    length: u32,
}

impl Waiting {
    /// Nobody yet.
    pub fn new() -> Waiting {
        Waiting { file: spare(), end: 0, places: vec![] }
    }

    /// Lets one wait; `is_closed`: it may not be shown now.
    pub fn push(&mut self, dispatch: &Dispatch, is_closed: bool) -> Result<()> {
        if self.places.len() >= MOST {
            return Err(Error::other(format!("more than {MOST} items; split it")));
        }
        let bytes = serde_json::to_vec(dispatch).map_err(Error::other)?;
        self.file.write_all(&bytes)?;
        let version = dispatch.version_created.as_ref().map(|version| version.instant());
        self.places.push(Place { version, is_closed, at: self.end, length: bytes.len() as u32 });
        self.end += bytes.len() as u64;
        Ok(())
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Calls all, the oldest first, so that a later version finds the one before it; of one time as they came, but what
    /// may not be shown has the last word, and what closes without a time comes after all.
    pub fn call(mut self) -> impl Iterator<Item = Result<Dispatch>> {
        self.places.sort_by_key(|place| (place.is_closed && place.version.is_none(), place.version, place.is_closed));
        let mut file = BufReader::new(self.file);
        self.places.into_iter().map(move |place| {
            let mut bytes = vec![0; place.length as usize];
            file.seek(SeekFrom::Start(place.at))?;
            file.read_exact(&mut bytes)?;
            serde_json::from_slice(&bytes).map_err(Error::other)
        })
    }
}
