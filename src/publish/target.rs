//! Where a site is published to.

use super::PublishError;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as StorePath;
use object_store::prefix::PrefixStore;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, RetryConfig};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

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
    /// Opens `file:///folder` or `s3://bucket/prefix`; the latter with the settings of the usual
    /// `AWS_…` variables (`AWS_ENDPOINT_URL` for stores that are not Amazon's).
    pub fn open(text: &str) -> Result<Target, PublishError> {
        let bad = || PublishError::BadTarget(text.to_owned());
        let url = Url::parse(text).map_err(|_| bad())?;
        match url.scheme() {
            "file" => folder(&url).ok_or_else(bad),
            "s3" => bucket(&url).map_err(PublishError::store(text)),
            _ => Err(bad()),
        }
    }
}

fn folder(url: &Url) -> Option<Target> {
    let root = url.to_file_path().ok()?;
    let prefix = StorePath::from_absolute_path(&root).ok()?;
    Some(Target::Folder { root, store: Arc::new(PrefixStore::new(LocalFileSystem::new(), prefix)) })
}

fn bucket(url: &Url) -> object_store::Result<Target> {
    let second = Duration::from_secs(1);
    // Only for what passes in a moment: the uploader has patience of its own.
    let backoff = BackoffConfig { init_backoff: second / 10, max_backoff: second * 2, base: 2.0 };
    let retry = RetryConfig { backoff, max_retries: 3, retry_timeout: second * 10 };
    let is_plain = std::env::var("AWS_ALLOW_HTTP").is_ok_and(|value| value == "true");
    let client = ClientOptions::new().with_allow_http(is_plain).with_connect_timeout(second * 5).with_timeout(second * 120);
    let host = format!("s3://{}", url.host_str().unwrap_or_default());
    let store = AmazonS3Builder::from_env().with_url(host).with_retry(retry).with_client_options(client).build()?;
    let prefix = StorePath::from_url_path(url.path())?;
    Ok(match prefix.as_ref() {
        "" => Target::Bucket { store: Arc::new(store) },
        _ => Target::Bucket { store: Arc::new(PrefixStore::new(store, prefix)) },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_folders_and_buckets_can_be_published_to() {
        for text in ["site", "/srv/site", "https://example.org/", "ftp://example.org/", "file://host/srv", ""] {
            assert!(matches!(Target::open(text), Err(PublishError::BadTarget(_))), "{text}");
        }
        let Ok(Target::Folder { root, .. }) = Target::open("file:///srv/潮 报") else { panic!("a folder") };
        assert_eq!(root, PathBuf::from("/srv/潮 报"));
    }
}
