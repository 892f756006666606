//! The index as it lies on disk: a small database (redb), of which a build with late news reads and writes only what
//! it needs.

use super::error::IndexError;
use super::shelf::{HEAD, Shelf};
use super::volume::Volume;
use crate::error::PressError;
use crate::fingerprint::Key;
use redb::{Builder, Database, DatabaseError, ReadableDatabase};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What the database holds of itself in memory, in bytes.
const CACHE: usize = 32 << 20;

/// An index on disk. While it is open no other build can open it.
pub struct Kept {
    /// The database.
    pub database: Database,
    /// What the build that wrote it left.
    pub build_state: BuildState,
}

/// What a build leaves beside entries and pieces.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BuildState {
    /// What every piece was made by.
    pub recipe: Key,
    /// The name of what stands in the site; the site's mark repeats it.
    pub key: Key,
    /// When the newsroom's files were last looked at, all of them. In microseconds since 1970, as all times here.
    pub surveyed: i64,
    /// The time of publishing.
    pub now: i64,
    /// When the first embargo ends or the first article expires.
    pub turns: Option<i64>,
    /// How many articles are published.
    pub count: u32,
    /// When the newest of all that is published or withdrawn was first published.
    pub newest: i64,
    /// What the next article's relatives follow from.
    pub chain: Key,
    /// The most that any article is related to.
    pub most_related: usize,
    /// How many old addresses lead to articles.
    pub former: usize,
    /// Where the articles are that were put right.
    pub corrected: Vec<u32>,
    /// What stood on the pages beside the news.
    pub pages: Key,
    /// How many files the site has.
    pub files: usize,
    /// The sitemap's parts, with the time of the newest version in each.
    pub sitemap: Vec<(String, i64)>,
    /// The search index's volumes, the oldest first.
    pub volumes: Vec<Volume>,
}

impl Kept {
    /// Opens an index. None: there is none, or it is broken.
    ///
    /// # Errors
    /// When another build has it open.
    pub fn open(file: &Path) -> Result<Option<Kept>, PressError> {
        if !file.exists() {
            return Ok(None);
        }
        match builder().open(file) {
            Ok(database) => Ok(build_state(&database).ok().map(|build_state| Kept { database, build_state })),
            Err(DatabaseError::DatabaseAlreadyOpen) => Err(PressError::Busy(file.to_owned())),
            Err(_) => Ok(None),
        }
    }

    /// What can be read of it.
    pub fn shelf(&self) -> Result<Shelf, IndexError> {
        Shelf::of(&self.database.begin_read()?)
    }
}

/// How databases are opened and made.
pub fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(CACHE);
    builder
}

fn build_state(database: &Database) -> Result<BuildState, IndexError> {
    let table = database.begin_read()?.open_table(HEAD)?;
    let build_state = table.get("")?.ok_or(IndexError::Missing)?;
    Ok(postcard::from_bytes(build_state.value())?)
}
