//! Where a site is published to.

use super::{Destination, PublishError};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as StorePath;
use object_store::prefix::PrefixStore;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, RetryConfig};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Where a site is published to.
pub enum Target {
    /// A folder that a web server serves.
    Folder {
        /// The folder; the server is pointed at `current` in it.
        root: PathBuf,
        /// The same folder, seen as a store.
        store: Arc<dyn ObjectStore>,
    },
    /// S3, or a store that speaks like it.
    Bucket {
        /// The bucket, or what lies below a prefix in it.
        store: Arc<dyn ObjectStore>,
    },
}

impl Target {
    /// Opens a destination; a bucket with the settings of the usual `AWS_…` variables (`AWS_ENDPOINT_URL` for stores
    /// that are not Amazon's).
    pub fn open(destination: Destination) -> Result<Target, PublishError> {
        match destination {
            Destination::Folder(root) => folder(root),
            Destination::Bucket { name, prefix } => {
                let address = format!("s3://{name}");
                bucket(name, prefix).map_err(PublishError::store(address))
            }
        }
    }
}

fn folder(root: PathBuf) -> Result<Target, PublishError> {
    let prefix = StorePath::from_absolute_path(&root).map_err(|_| PublishError::BadFile(root.clone()))?;
    Ok(Target::Folder { root, store: Arc::new(PrefixStore::new(LocalFileSystem::new(), prefix)) })
}

fn bucket(name: String, prefix: Option<StorePath>) -> object_store::Result<Target> {
    let second = Duration::from_secs(1);
    // Only for what passes in a moment: the uploader has patience of its own.
    let backoff = BackoffConfig { init_backoff: second / 10, max_backoff: second * 2, base: 2.0 };
    let retry = RetryConfig { backoff, max_retries: 3, retry_timeout: second * 10 };
    let is_plain = std::env::var("AWS_ALLOW_HTTP").is_ok_and(|value| value == "true");
    let client = ClientOptions::new().with_allow_http(is_plain).with_connect_timeout(second * 5).with_timeout(second * 120);
    // The one crypto library that is built in. An error means that it is in use already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let store = AmazonS3Builder::from_env().with_url(format!("s3://{name}"));
    let store = store.with_retry(retry).with_client_options(client).build()?;
    Ok(match prefix {
        None => Target::Bucket { store: Arc::new(store) },
        Some(prefix) => Target::Bucket { store: Arc::new(PrefixStore::new(store, prefix)) },
    })
}
