//! The index as it lies on disk: a small database (redb), of which a build with late news reads and writes only what
//! it needs.

use super::IndexError;
use super::shelf::{HEAD, Shelf};
use crate::press::fingerprint::Key;
use crate::press::piece::newest_version;
use crate::press::run::Materials;
use crate::press::search::{Volume, volumes};
use crate::press::{PressError, related};
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
    pub head: Head,
}

/// What a build leaves beside entries and pieces.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Head {
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
            Ok(database) => Ok(head(&database).ok().map(|head| Kept { database, head })),
            Err(DatabaseError::DatabaseAlreadyOpen) => Err(PressError::Busy(file.to_owned())),
            Err(_) => Ok(None),
        }
    }

    /// What can be read of it.
    pub fn shelf(&self) -> Result<Shelf, IndexError> {
        Shelf::of(&self.database.begin_read()?)
    }
}

impl Head {
    /// What a build of everything leaves. `key`: the name of what stands in the site now.
    pub fn of(recipe: Key, surveyed: jiff::Timestamp, materials: &Materials, key: Key, files: usize) -> Result<Head, PressError> {
        let edition = &materials.edition;
        let mut head = Head {
            recipe,
            key,
            surveyed: surveyed.as_microsecond(),
            now: materials.now.as_microsecond(),
            turns: None,
            count: edition.count() as u32,
            newest: i64::MIN,
            chain: 0,
            most_related: 0,
            former: edition.former.count,
            files,
            sitemap: vec![],
            volumes: if materials.site.search { volumes(edition)? } else { vec![] },
        };
        for at in 0..edition.count() {
            let entry = edition.entry(at)?;
            head.chain = related::chain(head.chain, &entry);
            head.most_related = head.most_related.max(related::most(entry.related.len()));
            head.newest = head.newest.max(entry.created);
            head.turns = head.turns.into_iter().chain(entry.release.turns(materials.now)).min();
        }
        for entry in &edition.withdrawn {
            head.newest = head.newest.max(entry.created);
        }
        for entry in &edition.hidden {
            head.turns = head.turns.into_iter().chain(entry.release.turns(materials.now)).min();
        }
        for (name, articles) in edition.sitemap_parts(&materials.zone)? {
            head.sitemap.push((name, newest_version(edition, articles)?));
        }
        Ok(head)
    }
}

/// How databases are opened and made.
pub fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(CACHE);
    builder
}

fn head(database: &Database) -> Result<Head, IndexError> {
    let table = database.begin_read()?.open_table(HEAD)?;
    let head = table.get("")?.ok_or(IndexError::Missing)?;
    Ok(postcard::from_bytes(head.value())?)
}
