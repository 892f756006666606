//! What a store remembers of its releases, under `.strait/`.

use super::PublishError;
use super::dress::{gzip, undress};
use super::manifest::Manifest;
use super::plan::Unsure;
use super::upload::{Uploader, location};
use futures_util::{StreamExt, TryStreamExt, stream};
use object_store::path::Path;
use object_store::{Attributes, Error, ObjectStore, ObjectStoreExt};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// The lock of a store.
pub const LOCK: &str = ".strait/lock.json";
/// Says which release stands in a store; in a folder the link `current` does.
const CURRENT: &str = ".strait/current.json";
/// What a publish that is under way may have touched.
const UNSURE: &str = ".strait/unsure.json.gz";
const RELEASES: &str = ".strait/releases";
const ASIDE: &str = ".strait/aside";

/// How many releases one can go back to, the current one included.
pub const KEPT_RELEASES: usize = 5;

/// How many files are looked up at once.
const LOOK_UPS: usize = 16;

/// What a store remembers of its releases.
pub struct Ledger<'a> {
    store: &'a dyn ObjectStore,
}

impl<'a> Ledger<'a> {
    /// The ledger of a store.
    pub fn of(store: &'a dyn ObjectStore) -> Ledger<'a> {
        Ledger { store }
    }

    /// The release that stands in a store, and what an interrupted publish may have touched since.
    pub async fn standing(&self) -> Result<(Manifest, Unsure), PublishError> {
        let current: u64 = self.read(CURRENT).await?.unwrap_or_default();
        let unsure: Unsure = self.read(UNSURE).await?.unwrap_or_default();
        // A publish that was cut short after its last step has left nothing unsure.
        let mut unsure = if unsure.release > current { unsure } else { Unsure::default() };
        let looked_up = stream::iter(&unsure.paths).map(|path| self.find_missing(path)).buffer_unordered(LOOK_UPS);
        unsure.missing = looked_up.try_filter_map(async |missing| Ok(missing)).try_collect().await?;
        Ok((self.release(current).await?.unwrap_or_default(), unsure))
    }

    /// A release, if it is kept.
    pub async fn release(&self, number: u64) -> Result<Option<Manifest>, PublishError> {
        self.read(&manifest_path(number)).await
    }

    /// The releases that one can go back to from `from`, the newest first.
    pub async fn chain(&self, from: &Manifest) -> Result<Vec<Manifest>, PublishError> {
        let mut chain = vec![from.clone()];
        while let Some(previous) = chain.last().and_then(|release| release.previous).filter(|_| chain.len() < KEPT_RELEASES) {
            match self.release(previous).await? {
                Some(release) => chain.push(release),
                None => break,
            }
        }
        Ok(chain)
    }

    /// The numbers of all releases that are remembered.
    pub async fn numbers(&self) -> Result<BTreeSet<u64>, PublishError> {
        let names = self.list(RELEASES).await?;
        Ok(names.iter().filter_map(|name| name.strip_suffix(".json.gz")?.parse().ok()).collect())
    }

    /// The hashes of all files that are put aside.
    pub async fn aside(&self) -> Result<BTreeSet<String>, PublishError> {
        self.list(ASIDE).await
    }

    /// Notes what is about to be touched, before it is touched.
    pub async fn note_unsure(&self, uploader: &Uploader<'_>, unsure: &Unsure) -> Result<(), PublishError> {
        write(uploader, UNSURE, unsure).await
    }

    /// Notes a release.
    pub async fn note_release(&self, uploader: &Uploader<'_>, manifest: &Manifest) -> Result<(), PublishError> {
        write(uploader, &manifest_path(manifest.release), manifest).await
    }

    /// Makes a noted release the one that stands in the store.
    pub async fn note_current(&self, uploader: &Uploader<'_>, number: u64) -> Result<(), PublishError> {
        write(uploader, CURRENT, &number).await?;
        uploader.delete(UNSURE).await
    }

    /// The path, if nothing is there.
    async fn find_missing(&self, path: &str) -> Result<Option<String>, PublishError> {
        match self.store.head(&location(path)?).await {
            Ok(_) => Ok(None),
            Err(Error::NotFound { .. }) => Ok(Some(path.to_owned())),
            Err(source) => Err(PublishError::store(path)(source)),
        }
    }

    /// Reads a gzipped or plain JSON file; none where there is none.
    async fn read<T: DeserializeOwned>(&self, path: &str) -> Result<Option<T>, PublishError> {
        let found = match self.store.get(&Path::from(path)).await {
            Ok(found) => found.bytes().await.map_err(PublishError::store(path))?,
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(source) => return Err(PublishError::store(path)(source)),
        };
        let content = undress(found.to_vec());
        serde_json::from_slice(&content).map(Some).map_err(|source| PublishError::Ledger { path: path.to_owned(), source })
    }

    async fn list(&self, folder: &str) -> Result<BTreeSet<String>, PublishError> {
        let found: Vec<_> =
            self.store.list(Some(&Path::from(folder))).try_collect().await.map_err(PublishError::store(folder))?;
        Ok(found.iter().filter_map(|object| object.location.filename().map(str::to_owned)).collect())
    }
}

/// Where a file that is put aside for a rollback lies.
pub fn aside_path(hash: &str) -> String {
    format!("{ASIDE}/{hash}")
}

/// Where a release is noted.
pub fn manifest_path(number: u64) -> String {
    format!("{RELEASES}/{number}.json.gz")
}

async fn write(uploader: &Uploader<'_>, path: &str, value: &impl Serialize) -> Result<(), PublishError> {
    let json = serde_json::to_vec(value).map_err(|source| PublishError::Ledger { path: path.to_owned(), source })?;
    let bytes = if path.ends_with(".gz") { gzip(&json).unwrap_or(json) } else { json };
    uploader.put(path, bytes.into(), Attributes::new()).await
}
