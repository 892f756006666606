//! Where the bytes of a release come from.

use crate::PublishError;
use crate::dress::{Dress, undress};
use crate::ledger::aside_path;
use crate::manifest::Entry;
use crate::site::{PrintedSite, hash, open_again};
use crate::upload::{IN_PARTS_FROM, Uploader, location};
use object_store::path::Path;
use object_store::{Error, ObjectStore, ObjectStoreExt};
use std::io::Read;

/// Where the bytes of a release come from.
pub enum Source<'a> {
    /// The printed site.
    Site(&'a PrintedSite),
    /// The store itself, for a rollback.
    Store,
}

impl Source<'_> {
    /// Writes a file of a release into the store.
    pub async fn write(&self, uploader: &Uploader<'_>, path: &str, entry: &Entry) -> Result<(), PublishError> {
        let bytes = match self {
            Source::Site(site) if is_sent_in_parts(path, entry) => {
                return uploader.put_in_parts(path, &site.path(path), entry.size, &entry.hash).await;
            }
            Source::Site(site) => {
                let file = site.path(path);
                let mut bytes = Vec::new();
                open_again(&file)?.read_to_end(&mut bytes).map_err(PublishError::disk(&file))?;
                if hash(&bytes) != entry.hash {
                    return Err(PublishError::ChangedMeanwhile(file));
                }
                bytes
            }
            Source::Store => stored(uploader.store, path, entry).await?,
        };
        let name = path.to_owned();
        // Compressing takes a while, and must not hold up what else is on its way.
        let work = tokio::task::spawn_blocking(move || {
            let body = Dress::of(&name).put_on(&bytes);
            (body.bytes.into_owned(), body.attributes)
        });
        let (bytes, attributes) = work.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
        uploader.put(path, bytes.into(), attributes).await
    }
}

fn is_sent_in_parts(path: &str, entry: &Entry) -> bool {
    entry.size >= IN_PARTS_FROM && !Dress::of(path).may_compress()
}

/// A file of an earlier release: put aside, or, if it never changed since, in its place.
async fn stored(store: &dyn ObjectStore, path: &str, entry: &Entry) -> Result<Vec<u8>, PublishError> {
    let lost = || PublishError::store(path);
    let found = match store.get(&Path::from(aside_path(&entry.hash))).await {
        Err(Error::NotFound { .. }) => store.get(&location(path)?).await.map_err(lost())?,
        found => found.map_err(lost())?,
    };
    let content = undress(found.bytes().await.map_err(lost())?.to_vec());
    match hash(&content) == entry.hash {
        true => Ok(content),
        false => Err(PublishError::Damaged(path.to_owned())),
    }
}
