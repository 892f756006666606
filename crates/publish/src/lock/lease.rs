//! The lock of a store: an object that is created only if it is not there, and renewed only if
//! nobody else changed it (HTTP `If-None-Match` and `If-Match`).
//!
//! A holder that dies leaves the object behind. Another may take it over when it has not been
//! renewed for the length of a lease by the clock *and* stays as it is for another length while
//! the other watches, so that clocks that differ do no harm. A holder that could not renew for half
//! a lease stops by itself, so it has stopped before anyone takes over.

use super::Holder;
use crate::PublishError;
use crate::ledger::LOCK;
use jiff::Timestamp;
use object_store::path::Path;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutMode, PutOptions, UpdateVersion};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};
use tokio::task::JoinHandle;

/// How often a store is asked to take the lock back.
const RELEASE_ATTEMPTS: usize = 3;

type Store = Arc<dyn ObjectStore>;

/// The lock of a store, held and renewed until it is released.
pub struct Lease {
    store: Store,
    holder: Holder,
    length: Duration,
    life: Arc<Life>,
    renewal: JoinHandle<()>,
}

/// What the renewal tells the publisher.
struct Life {
    is_lost: AtomicBool,
    /// By both clocks: one stands still while a machine sleeps, the other can be set.
    renewed: Mutex<(Instant, SystemTime)>,
}

impl Lease {
    /// Takes the lock, or says who has it. Waits for one `length` where the holder seems dead.
    pub async fn take(store: Store, length: Duration, say: &dyn Fn(&str)) -> Result<Lease, PublishError> {
        let holder = Holder::this_process();
        let mut version = put(&store, &holder, PutMode::Create).await?;
        if version.is_none() {
            version = take_over(&store, &holder, length, say).await?;
        }
        let Some(version) = version else {
            let (other, _) = read(&store).await?.ok_or(PublishError::LockLost)?;
            return Err(PublishError::Locked(Box::new(other)));
        };
        let life = Arc::new(Life { is_lost: AtomicBool::new(false), renewed: Mutex::new(now()) });
        let renewal = tokio::spawn(renew(store.clone(), holder.clone(), version, length, life.clone()));
        Ok(Lease { store, holder, length, life, renewal })
    }

    /// Whether it is safe to write: the lock is ours, and was renewed not long ago.
    pub fn check(&self) -> Result<(), PublishError> {
        let (instant, clock) = self.life.renewed.lock().map(|renewed| *renewed).unwrap_or_else(|poisoned| *poisoned.into_inner());
        let elapsed = instant.elapsed().max(clock.elapsed().unwrap_or_default());
        match self.life.is_lost.load(Ordering::SeqCst) || elapsed > self.length / 2 {
            true => Err(PublishError::LockLost),
            false => Ok(()),
        }
    }

    /// Ends when it is no longer safe to write.
    pub async fn lost(&self) -> PublishError {
        loop {
            if let Err(error) = self.check() {
                return error;
            }
            tokio::time::sleep(self.length / 12).await;
        }
    }

    /// Gives the lock back. With a store that does not answer it runs out by itself.
    pub async fn release(self) {
        self.renewal.abort();
        for _ in 0..RELEASE_ATTEMPTS {
            let attempt = tokio::time::timeout(self.length / 12, self.try_release()).await;
            if attempt.is_ok_and(|outcome| outcome.is_ok()) {
                return;
            }
        }
    }

    async fn try_release(&self) -> Result<(), PublishError> {
        let is_ours = read(&self.store).await?.is_some_and(|(found, _)| found.is(&self.holder));
        if is_ours && self.check().is_ok() {
            self.store.delete(&Path::from(LOCK)).await.map_err(PublishError::store(LOCK))?;
        }
        Ok(())
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.renewal.abort();
    }
}

fn now() -> (Instant, SystemTime) {
    (Instant::now(), SystemTime::now())
}

/// Takes the lock of a holder that gives no sign of life. None: it lives.
async fn take_over(
    store: &Store,
    holder: &Holder,
    length: Duration,
    say: &dyn Fn(&str),
) -> Result<Option<UpdateVersion>, PublishError> {
    let Some((other, seen)) = read(store).await? else {
        return put(store, holder, PutMode::Create).await;
    };
    if other.is(holder) {
        // The answer to our own request got lost.
        return Ok(Some(seen));
    }
    if Timestamp::now().duration_since(other.seen).unsigned_abs() <= length {
        return Ok(None);
    }
    say(&format!("{}: no sign of life since {:.0}; waiting {} s before taking over", other.who, other.seen, length.as_secs()));
    tokio::time::sleep(length).await;
    match read(store).await? {
        None => put(store, holder, PutMode::Create).await,
        Some((_, version)) if version == seen => put(store, holder, PutMode::Update(version)).await,
        Some(_) => Ok(None),
    }
}

/// Keeps the lock alive until it is lost.
async fn renew(store: Store, mut holder: Holder, mut version: UpdateVersion, length: Duration, life: Arc<Life>) {
    loop {
        tokio::time::sleep(length / 6).await;
        let before = now();
        holder.seen = Timestamp::now();
        match put(&store, &holder, PutMode::Update(version.clone())).await {
            Ok(Some(next)) => version = next,
            Ok(None) => match read(&store).await {
                // Our own renewal, whose answer got lost.
                Ok(Some((found, found_version))) if found.is(&holder) => version = found_version,
                Ok(_) => return life.is_lost.store(true, Ordering::SeqCst),
                Err(_) => continue,
            },
            // The next attempt may succeed; if none does, `check` notices.
            Err(_) => continue,
        }
        if let Ok(mut renewed) = life.renewed.lock() {
            *renewed = before;
        }
    }
}

/// Writes the lock. None: someone else's is there.
async fn put(store: &Store, holder: &Holder, mode: PutMode) -> Result<Option<UpdateVersion>, PublishError> {
    let bytes = serde_json::to_vec(holder).unwrap_or_default();
    let options = PutOptions { mode, ..PutOptions::default() };
    match store.put_opts(&Path::from(LOCK), bytes.into(), options).await {
        Ok(result) => Ok(Some(result.into())),
        Err(Error::AlreadyExists { .. } | Error::Precondition { .. }) => Ok(None),
        Err(source) => Err(PublishError::store(LOCK)(source)),
    }
}

async fn read(store: &Store) -> Result<Option<(Holder, UpdateVersion)>, PublishError> {
    let found = match store.get(&Path::from(LOCK)).await {
        Ok(found) => found,
        Err(Error::NotFound { .. }) => return Ok(None),
        Err(source) => return Err(PublishError::store(LOCK)(source)),
    };
    let version = UpdateVersion { e_tag: found.meta.e_tag.clone(), version: found.meta.version.clone() };
    let bytes = found.bytes().await.map_err(PublishError::store(LOCK))?;
    let holder = serde_json::from_slice(&bytes).map_err(|source| PublishError::Ledger { path: LOCK.to_owned(), source })?;
    Ok(Some((holder, version)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use object_store::memory::InMemory;

    const LENGTH: Duration = Duration::from_millis(120);

    async fn take(store: &Store, length: Duration) -> Result<Lease, PublishError> {
        Lease::take(store.clone(), length, &|_| {}).await
    }

    #[tokio::test]
    async fn a_living_holder_is_left_alone_however_long_it_takes() {
        let store: Store = Arc::new(InMemory::new());
        let first = take(&store, LENGTH).await.unwrap();
        for _ in 0..3 {
            tokio::time::sleep(LENGTH).await;
            assert!(matches!(take(&store, LENGTH).await, Err(PublishError::Locked(_))));
        }
        assert!(first.check().is_ok());
        first.release().await;
        assert!(take(&store, LENGTH).await.is_ok());
    }

    #[tokio::test]
    async fn a_dead_holder_is_followed_by_one_and_only_one() {
        let store: Store = Arc::new(InMemory::new());
        drop(take(&store, LENGTH).await.unwrap());
        assert!(matches!(take(&store, LENGTH).await, Err(PublishError::Locked(_))), "it may still live");
        tokio::time::sleep(LENGTH * 2).await;
        let heirs = futures_util::future::join_all((0..8).map(|_| take(&store, LENGTH))).await;
        assert_eq!(heirs.iter().filter(|heir| heir.is_ok()).count(), 1);
    }

    #[tokio::test]
    async fn a_holder_whose_lock_was_taken_over_stops() {
        let store: Store = Arc::new(InMemory::new());
        let first = take(&store, LENGTH).await.unwrap();
        put(&store, &Holder::this_process(), PutMode::Overwrite).await.unwrap();
        tokio::time::sleep(LENGTH).await;
        assert!(matches!(first.check(), Err(PublishError::LockLost)));
        first.release().await;
        assert!(read(&store).await.unwrap().is_some(), "the other's lock stays");
    }
}
