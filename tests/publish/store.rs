//! A store in memory or behind a server, seen as a site.

use super::site::Site;
use futures_util::{StreamExt, TryStreamExt, stream};
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{Attribute, ObjectStore, ObjectStoreExt};
use std::io::Read;
use std::sync::Arc;
use strait_publish::Target;

pub type Store = Arc<dyn ObjectStore>;

pub fn in_memory() -> Store {
    Arc::new(InMemory::new())
}

pub fn bucket(store: &Store) -> Target {
    Target::Bucket { store: store.clone() }
}

/// Everything that readers can get, decompressed where the store says that it is compressed.
pub async fn site_in(store: &Store) -> Site {
    let is_for_readers = |path: &Path| !path.as_ref().starts_with(".strait/");
    let objects: Vec<_> = store.list(None).try_collect().await.unwrap();
    let paths = objects.into_iter().map(|object| object.location).filter(is_for_readers);
    stream::iter(paths).map(|path| content(store, path)).buffer_unordered(16).collect().await
}

async fn content(store: &Store, path: Path) -> (String, Vec<u8>) {
    let found = store.get(&path).await.unwrap();
    let is_gzip = found.attributes.get(&Attribute::ContentEncoding).is_some_and(|value| value.as_ref() == "gzip");
    let bytes = found.bytes().await.unwrap();
    let mut content = Vec::new();
    match is_gzip {
        true => flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut content).map(drop).unwrap(),
        false => content.extend(&bytes),
    }
    (path.to_string(), content)
}

/// The store holds exactly the site, beside hashed files of earlier ones.
pub async fn check_holds(store: &Store, site: &Site) {
    let held = site_in(store).await;
    for (path, bytes) in site {
        assert!(held.get(path) == Some(bytes), "{path} is not as printed");
    }
    let more: Vec<_> = held.keys().filter(|path| !site.contains_key(*path) && !super::site::is_hashed(path)).collect();
    assert!(more.is_empty(), "left behind: {more:?}");
}
