//! A store that dies, lies, dawdles or refuses, as told.

use async_trait::async_trait;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use object_store::path::Path;
use object_store::{
    CopyOptions, Error, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMultipartOptions,
    PutOptions, PutPayload, PutResult, Result,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// After so many writes nothing works any more: the publisher is dead.
    DeadAfter(usize),
    /// Each write takes a while.
    Slow(Duration),
    /// Every so-manieth write is refused.
    Refuses(usize),
    /// Every so-manieth write arrives with a byte changed.
    Damages(usize),
    /// Every so-manieth write is never answered.
    Hangs(usize),
    /// After so many writes none is answered.
    HangsAfter(usize),
}

#[derive(Debug)]
pub struct Faulty {
    inner: Arc<dyn ObjectStore>,
    fault: Fault,
    writes: Arc<AtomicUsize>,
    pub bytes: AtomicU64,
}

impl Faulty {
    pub fn new(inner: &Arc<dyn ObjectStore>, fault: Fault) -> Arc<Faulty> {
        Arc::new(Faulty { inner: inner.clone(), fault, writes: Arc::default(), bytes: AtomicU64::new(0) })
    }

    /// How many writes were asked for.
    pub fn writes(&self) -> usize {
        self.writes.load(Ordering::SeqCst)
    }

    fn alive(&self) -> Result<()> {
        match self.fault {
            Fault::DeadAfter(last) if self.writes() > last => Err(refused()),
            _ => Ok(()),
        }
    }

    /// Whether this write is to arrive damaged.
    async fn write(&self) -> Result<bool> {
        let number = self.writes.fetch_add(1, Ordering::SeqCst) + 1;
        match self.fault {
            Fault::DeadAfter(last) if number > last => return Err(refused()),
            Fault::Slow(time) => tokio::time::sleep(time).await,
            Fault::Refuses(every) if number.is_multiple_of(every) => return Err(refused()),
            Fault::Hangs(every) if number.is_multiple_of(every) => std::future::pending().await,
            Fault::HangsAfter(last) if number > last => std::future::pending().await,
            Fault::Damages(every) => return Ok(number.is_multiple_of(every)),
            _ => {}
        }
        Ok(false)
    }
}

fn refused() -> Error {
    Error::Generic { store: "faulty", source: "as told".into() }
}

impl std::fmt::Display for Faulty {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Faulty({})", self.inner)
    }
}

#[async_trait]
impl ObjectStore for Faulty {
    async fn put_opts(&self, location: &Path, payload: PutPayload, options: PutOptions) -> Result<PutResult> {
        let is_damaged = self.write().await?;
        self.bytes.fetch_add(payload.content_length() as u64, Ordering::SeqCst);
        let mut bytes = Vec::with_capacity(payload.content_length());
        payload.iter().for_each(|chunk| bytes.extend_from_slice(chunk));
        // The notes of the publisher have no hash in them that could tell.
        if let (true, Some(last)) = (is_damaged, bytes.last_mut()) {
            *last ^= 1;
        }
        self.inner.put_opts(location, bytes.into(), options).await
    }

    async fn put_multipart_opts(&self, location: &Path, options: PutMultipartOptions) -> Result<Box<dyn MultipartUpload>> {
        self.write().await?;
        self.inner.put_multipart_opts(location, options).await
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.alive()?;
        self.inner.get_opts(location, options).await
    }

    fn delete_stream(&self, locations: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        let (inner, fault, writes) = (self.inner.clone(), self.fault, self.writes.clone());
        let one = move |location: Result<Path>| {
            let (one, location) =
                (Faulty { inner: inner.clone(), fault, writes: writes.clone(), bytes: AtomicU64::new(0) }, location);
            async move {
                one.write().await?;
                let location = location?;
                object_store::ObjectStoreExt::delete(&one.inner, &location).await?;
                Ok(location)
            }
        };
        locations.then(one).boxed()
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.inner.list(prefix)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.inner.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.write().await?;
        self.inner.copy_opts(from, to, options).await
    }
}
