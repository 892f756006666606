//! A server that speaks S3: `s3s` reads the requests and checks their signatures, `s3s-fs` keeps the files.
//!
//! `s3s-fs` looks whether an object is there and then writes it, in two steps; S3 promises one. So
//! writes go through a lock here, which gives conditional writes the meaning they have at S3. It keeps an object's bytes
//! and its headers in two files, too: so whoever hangs up does not cut a request short between them.

use super::store::Store;
use async_trait::async_trait;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use object_store::aws::AmazonS3Builder;
use s3s::auth::SimpleAuth;
use s3s::dto::*;
use s3s::service::S3ServiceBuilder;
use s3s::{S3, S3Request, S3Response, S3Result, s3_error};
use s3s_fs::FileSystem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// A server for the time of a test.
pub struct Server {
    folder: TempDir,
    address: String,
    /// The next so many writes are answered with 503.
    pub refusals: Arc<AtomicUsize>,
    task: tokio::task::JoinHandle<()>,
}

impl Server {
    pub async fn start() -> Server {
        let folder = super::temporary();
        std::fs::create_dir(folder.path().join("paper")).unwrap();
        let refusals = Arc::new(AtomicUsize::new(0));
        let files = FileSystem::new(folder.path()).unwrap();
        let mut service = S3ServiceBuilder::new(OneByOne(Arc::new(Files {
            files,
            gate: tokio::sync::Mutex::new(()),
            refusals: refusals.clone(),
        })));
        service.set_auth(SimpleAuth::from_single("key", "secret"));
        let service = service.build();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let task = tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                socket.set_nodelay(true).unwrap();
                let service = service.clone();
                tokio::spawn(async move {
                    let _ = Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(socket), service).await;
                });
            }
        });
        Server { folder, address, refusals, task }
    }

    /// The bucket, as a publisher sees it.
    pub fn store(&self) -> Store {
        // As the command does. An error means that it is in use already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let store = AmazonS3Builder::new().with_endpoint(&self.address).with_allow_http(true).with_bucket_name("paper");
        Arc::new(store.with_region("x").with_access_key_id("key").with_secret_access_key("secret").build().unwrap())
    }

    /// What the command needs to find the server.
    pub fn environment(&self) -> [(&str, &str); 5] {
        [
            ("AWS_ENDPOINT_URL", &self.address),
            ("AWS_ALLOW_HTTP", "true"),
            ("AWS_REGION", "x"),
            ("AWS_ACCESS_KEY_ID", "key"),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
        ]
    }

    /// Everything the server has, to be put back later.
    pub fn snapshot(&self) -> TempDir {
        let copy = super::temporary();
        copy_all(&self.folder.path().to_owned(), &copy.path().to_owned());
        copy
    }

    pub fn put_back(&self, snapshot: &TempDir) {
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { std::fs::remove_dir_all(path).unwrap() } else { std::fs::remove_file(path).unwrap() }
        }
        copy_all(&snapshot.path().to_owned(), &self.folder.path().to_owned());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn copy_all(from: &PathBuf, to: &PathBuf) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &target)
        } else {
            std::fs::copy(entry.path(), target).map(drop).unwrap()
        }
    }
}

struct OneByOne(Arc<Files>);

struct Files {
    files: FileSystem,
    gate: tokio::sync::Mutex<()>,
    refusals: Arc<AtomicUsize>,
}

/// Hands a request on, one at a time, and to its end.
macro_rules! hand_on {
    ($($name:ident: $input:ty => $output:ty),* $(,)?) => {
        #[async_trait]
        impl S3 for OneByOne {
            $(async fn $name(&self, request: S3Request<$input>) -> S3Result<S3Response<$output>> {
                let of = self.0.clone();
                let answer = async move {
                    let _gate = of.gate.lock().await;
                    if stringify!($name) == "put_object" && of.refusals.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok() {
                        return Err(s3_error!(SlowDown));
                    }
                    of.files.$name(request).await
                };
                tokio::spawn(answer).await.unwrap()
            })*
        }
    };
}

hand_on! {
    put_object: PutObjectInput => PutObjectOutput,
    get_object: GetObjectInput => GetObjectOutput,
    head_object: HeadObjectInput => HeadObjectOutput,
    copy_object: CopyObjectInput => CopyObjectOutput,
    delete_object: DeleteObjectInput => DeleteObjectOutput,
    delete_objects: DeleteObjectsInput => DeleteObjectsOutput,
    list_objects_v2: ListObjectsV2Input => ListObjectsV2Output,
    create_multipart_upload: CreateMultipartUploadInput => CreateMultipartUploadOutput,
    upload_part: UploadPartInput => UploadPartOutput,
    complete_multipart_upload: CompleteMultipartUploadInput => CompleteMultipartUploadOutput,
    abort_multipart_upload: AbortMultipartUploadInput => AbortMultipartUploadOutput,
}
