//! Carries bytes to a store, and does not believe that they arrived until it has seen it.

use super::PublishError;
use super::dress::{Dress, md5};
use super::lock::lease::Lease;
use super::site::{hex, open_again};
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use object_store::path::Path;
use object_store::{Attributes, Error, MultipartUpload, ObjectStore, ObjectStoreExt, PutMultipartOptions, PutOptions};
use sha2::{Digest, Sha256};
use std::future::Future;
use std::io::Read;
use std::time::Duration;

/// Files of this size and above are sent in parts, so that a film needs no more memory than a page.
pub const IN_PARTS_FROM: u64 = 8 << 20;
/// The size of a part (S3 wants at least 5 MiB).
const PART: usize = 5 << 20;
/// Bytes per second of the slowest line that is waited for.
const SLOWEST: u64 = 64 << 10;

/// How patient a publisher is.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How many files are on their way at once.
    pub parallel: usize,
    /// How often each is tried.
    pub attempts: u32,
    /// The pause after the first failure; it doubles with each.
    pub pause: Duration,
    /// How long an answer may take, beside the time that the bytes need.
    pub answer: Duration,
    /// For how long the lock of a store holds without a sign of life.
    pub lease: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        let second = Duration::from_secs(1);
        Patience { parallel: 16, attempts: 5, pause: second / 2, answer: second * 15, lease: second * 60 }
    }
}

/// Carries files to a store.
pub struct Uploader<'a> {
    /// The store.
    pub store: &'a dyn ObjectStore,
    /// How patiently.
    pub patience: Patience,
    /// What must hold while writing; a folder's lock cannot be lost.
    pub lease: Option<&'a Lease>,
}

impl Uploader<'_> {
    /// Puts bytes there.
    pub async fn put(&self, path: &str, bytes: Bytes, attributes: Attributes) -> Result<(), PublishError> {
        let location = location(path)?;
        let sum = md5(&bytes);
        self.patiently(path, bytes.len() as u64, async || {
            let options = PutOptions { attributes: attributes.clone(), ..PutOptions::default() };
            let result = self.store.put_opts(&location, bytes.clone().into(), options).await;
            let e_tag = result.map_err(PublishError::store(path))?.e_tag;
            // Most stores answer with the MD5 of what they got. Where that is something else, we look.
            if e_tag.is_some_and(|e_tag| e_tag.trim_matches('"') == sum) {
                return Ok(());
            }
            let found = self.store.get(&location).await.map_err(PublishError::store(path))?;
            let found = found.bytes().await.map_err(PublishError::store(path))?;
            if found == bytes { Ok(()) } else { Err(PublishError::Damaged(path.to_owned())) }
        })
        .await
    }

    /// Puts a large file there, in parts. `hash`: its SHA-256 in hex.
    pub async fn put_in_parts(&self, path: &str, file: &std::path::Path, size: u64, hash: &str) -> Result<(), PublishError> {
        let location = location(path)?;
        self.patiently(path, size * 2, async || {
            // A folder takes no headers: there the web server gives them.
            let attributes = if self.lease.is_some() { Dress::of(path).attributes() } else { Attributes::new() };
            let options = PutMultipartOptions { attributes, ..PutMultipartOptions::default() };
            let mut upload = self.store.put_multipart_opts(&location, options).await.map_err(PublishError::store(path))?;
            if let Err(error) = self.send_parts(path, file, hash, upload.as_mut()).await {
                // Parts that stay behind are the store's to clear away.
                let _ = upload.abort().await;
                return Err(error);
            }
            match self.hash_of(&location).await? == hash {
                true => Ok(()),
                false => Err(PublishError::Damaged(path.to_owned())),
            }
        })
        .await
    }

    async fn send_parts(
        &self,
        path: &str,
        file: &std::path::Path,
        hash: &str,
        upload: &mut dyn MultipartUpload,
    ) -> Result<(), PublishError> {
        let mut reader = open_again(file)?;
        let mut hasher = Sha256::new();
        loop {
            let mut part = Vec::with_capacity(PART);
            reader.by_ref().take(PART as u64).read_to_end(&mut part).map_err(PublishError::disk(file))?;
            if part.is_empty() {
                break;
            }
            hasher.update(&part);
            self.check()?;
            upload.put_part(part.into()).await.map_err(PublishError::store(path))?;
        }
        if hex(&hasher.finalize()) != hash {
            return Err(PublishError::ChangedMeanwhile(file.to_owned()));
        }
        upload.complete().await.map_err(PublishError::store(path)).map(|_| ())
    }

    /// The SHA-256 of what the store holds, in hex.
    async fn hash_of(&self, location: &Path) -> Result<String, PublishError> {
        let lost = || PublishError::store(location.as_ref());
        let mut bytes = self.store.get(location).await.map_err(lost())?.into_stream();
        let mut hasher = Sha256::new();
        while let Some(chunk) = bytes.try_next().await.map_err(lost())? {
            hasher.update(&chunk);
        }
        Ok(hex(&hasher.finalize()))
    }

    /// Copies an object within the store.
    pub async fn copy(&self, from: &str, to: &str) -> Result<(), PublishError> {
        let (from, to) = (location(from)?, location(to)?);
        self.patiently(from.as_ref(), 0, async || self.store.copy(&from, &to).await.map_err(PublishError::store(from.as_ref())))
            .await
    }

    /// Deletes an object; one that is gone is gone.
    pub async fn delete(&self, path: &str) -> Result<(), PublishError> {
        let location = location(path)?;
        self.patiently(path, 0, async || match self.store.delete(&location).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(source) => Err(PublishError::store(path)(source)),
        })
        .await
    }

    /// As [`Uploader::copy`], with paths that are made on the way.
    pub async fn copy_owned(&self, from: String, to: String) -> Result<(), PublishError> {
        self.copy(&from, &to).await
    }

    /// As [`Uploader::delete`], with a path that is made on the way.
    pub async fn delete_owned(&self, path: String) -> Result<(), PublishError> {
        self.delete(&path).await
    }

    /// Does something for each of `items`, several at once.
    pub async fn each<T, F: Future<Output = Result<(), PublishError>>>(
        &self,
        items: impl IntoIterator<Item = T>,
        work: impl Fn(T) -> F,
    ) -> Result<(), PublishError> {
        stream::iter(items).map(work).buffer_unordered(self.patience.parallel.max(1)).try_collect().await
    }

    fn check(&self) -> Result<(), PublishError> {
        self.lease.map_or(Ok(()), Lease::check)
    }

    /// Tries until it works, or until it is clear that it will not.
    async fn patiently(
        &self,
        path: &str,
        size: u64,
        attempt: impl AsyncFn() -> Result<(), PublishError>,
    ) -> Result<(), PublishError> {
        let limit = self.patience.answer + Duration::from_secs(size / SLOWEST);
        let mut pause = self.patience.pause;
        for tries_left in (0..self.patience.attempts.max(1)).rev() {
            self.check()?;
            let outcome = tokio::time::timeout(limit, attempt()).await;
            match outcome.unwrap_or_else(|_| Err(PublishError::TimedOut(path.to_owned()))) {
                Err(error) if tries_left > 0 && error.may_pass() => {}
                outcome => return outcome,
            }
            tokio::time::sleep(pause).await;
            pause *= 2;
        }
        Err(PublishError::TimedOut(path.to_owned()))
    }
}

/// A path as a store knows it.
pub fn location(path: &str) -> Result<Path, PublishError> {
    Path::parse(path).map_err(|_| PublishError::BadFile(path.into()))
}
