//! What is sent: bytes that are there, or a file bit by bit.
//!
//! No file stays open while a reader takes its time: then a thousand slow readers would stop all others. Each bit is
//! read from the file anew, and what was printed anew meanwhile breaks off, so that no two prints are mixed.

use super::conditions::Version;
use cap_std::fs::Metadata;
use futures_util::stream::{self, TryStreamExt};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::{Bytes, Frame};
use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::PathBuf;
use strait_confined::Confined;

/// What is sent.
pub type Body = UnsyncBoxBody<Bytes, io::Error>;

/// How much of a file is read at once.
const BIT: u64 = 1 << 16;

/// All of some bytes.
pub fn whole(bytes: impl Into<Bytes>) -> Body {
    Full::new(bytes.into()).map_err(|never| match never {}).boxed_unsync()
}

/// A file that was found.
pub struct Found {
    /// The site's folder, as it is called: it may be a link to a release.
    pub root: PathBuf,
    /// Where it lies in there.
    pub path: String,
    /// What it is told by.
    pub version: Version,
    /// Open, for the first bit.
    pub file: File,
}

impl Found {
    /// Some of its bytes.
    pub fn body(self, bytes: Range<u64>) -> io::Result<Body> {
        let Found { root, path, version, mut file } = self;
        let first = read(&mut file, &bytes)?;
        let rest = Rest { root, path, version, bytes: bytes.start + first.len() as u64..bytes.end };
        if rest.bytes.is_empty() {
            return Ok(whole(first));
        }
        let bits = stream::try_unfold((Some(first), rest), |(first, rest)| async move {
            match first {
                Some(first) => Ok(Some((first, (None, rest)))),
                None => tokio::task::spawn_blocking(|| rest.read()).await.map_err(io::Error::other)?,
            }
        });
        Ok(StreamBody::new(bits.map_ok(Frame::data)).boxed_unsync())
    }

    /// All of it, for who changes it.
    pub fn bytes(mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// What the disk says of a file, as far as it tells one version from another.
pub fn version(metadata: &Metadata, ending: &'static str) -> io::Result<Version> {
    Ok(Version { length: metadata.len(), modified: metadata.modified()?.into_std(), ending })
}

/// What is still to be sent.
struct Rest {
    root: PathBuf,
    path: String,
    version: Version,
    bytes: Range<u64>,
}

/// One bit, and what comes after it.
type Step = Option<(Bytes, (Option<Bytes>, Rest))>;

impl Rest {
    fn read(mut self) -> io::Result<Step> {
        if self.bytes.is_empty() {
            return Ok(None);
        }
        let (mut file, metadata) = Confined::open(&self.root)?.file(&self.path)?;
        if version(&metadata, self.version.ending)? != self.version {
            return Err(io::Error::new(ErrorKind::StaleNetworkFileHandle, "the file was printed anew while it was sent"));
        }
        let bit = read(&mut file, &self.bytes)?;
        self.bytes.start += bit.len() as u64;
        Ok(Some((bit, (None, self))))
    }
}

/// Reads from the beginning of a range as much as is sent at once.
fn read(file: &mut File, bytes: &Range<u64>) -> io::Result<Bytes> {
    let mut bit = vec![0; usize::try_from((bytes.end - bytes.start).min(BIT)).unwrap_or_default()];
    file.seek(SeekFrom::Start(bytes.start))?;
    file.read_exact(&mut bit)?;
    Ok(bit.into())
}
