//! The headers that a store keeps with a file, and the compressed form it is kept in.
//!
//! A store answers every reader with the same bytes, so a file can have one encoding only. What
//! browsers read is stored as gzip, which every browser and search engine understands (brotli is
//! about a sixth smaller, but not understood by all of them, nor at all over plain HTTP). What
//! machines fetch (feeds, sitemaps, oEmbed, ninjs) is stored as it is: some of them never decompress.

use super::site::{hash, hex};
use flate2::Compression;
use flate2::write::GzEncoder;
use object_store::{Attribute, Attributes};
use std::borrow::Cow;
use std::io::Write;
use strait_press::content_type::{content_type, is_text};
use strait_press::headers::{Kind, cache_control, kind_of};

/// Response headers as a store keeps them.
#[derive(Debug)]
pub struct Dress {
    content_type: String,
    cache_control: &'static str,
    may_compress: bool,
}

/// A file as it is stored.
pub struct Body<'a> {
    /// Its bytes.
    pub bytes: Cow<'a, [u8]>,
    /// What a store must say of them.
    pub attributes: Attributes,
}

impl Dress {
    /// The headers of a file.
    pub fn of(path: &str) -> Dress {
        let kind = kind_of(path);
        let is_for_browsers = match kind {
            Kind::Page | Kind::Frame | Kind::Loader | Kind::Worker | Kind::Hashed => true,
            Kind::Data => path.starts_with("data/"),
            Kind::Plain => false,
        };
        let may_compress = is_for_browsers && is_text(path);
        Dress { content_type: content_type(path), cache_control: cache_control(kind), may_compress }
    }

    /// A short hash: when it changes, the file is stored anew.
    pub fn seal(&self) -> String {
        hash(format!("{self:?}").as_bytes()).chars().take(8).collect()
    }

    /// A file as it is to be stored.
    pub fn put_on<'a>(&self, bytes: &'a [u8]) -> Body<'a> {
        let mut attributes = self.attributes();
        let smaller = self.may_compress.then(|| gzip(bytes)).flatten().filter(|smaller| smaller.len() < bytes.len());
        let bytes = match smaller {
            Some(smaller) => {
                attributes.insert(Attribute::ContentEncoding, "gzip".into());
                Cow::Owned(smaller)
            }
            None => Cow::Borrowed(bytes),
        };
        Body { bytes, attributes }
    }

    /// The headers without an encoding.
    pub fn attributes(&self) -> Attributes {
        Attributes::from_iter([
            (Attribute::ContentType, self.content_type.clone()),
            (Attribute::CacheControl, self.cache_control.to_owned()),
        ])
    }

    /// Whether the file may be stored compressed.
    pub fn may_compress(&self) -> bool {
        self.may_compress
    }
}

/// The content of a stored file.
pub fn undress(stored: Vec<u8>) -> Vec<u8> {
    let mut content = Vec::new();
    let is_gzip = stored.starts_with(&[0x1f, 0x8b]);
    match is_gzip && std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&stored[..]), &mut content).is_ok() {
        true => content,
        false => stored,
    }
}

/// MD5 in hex, as S3 gives it for an ETag.
pub fn md5(bytes: &[u8]) -> String {
    use md5::Digest;
    hex(&md5::Md5::digest(bytes))
}

/// Writing to memory cannot fail; none if it does.
pub fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_stored_compressed_with_its_headers() {
        let page = "<p>潮水</p>".repeat(99);
        let body = Dress::of("article/1/index.html").put_on(page.as_bytes());
        let says = |attribute| body.attributes.get(&attribute).map(|value| value.to_string());
        assert_eq!(says(Attribute::ContentType).as_deref(), Some("text/html; charset=utf-8"));
        assert_eq!(says(Attribute::ContentEncoding).as_deref(), Some("gzip"));
        assert!(says(Attribute::CacheControl).is_some_and(|value| value.starts_with("public, max-age=60")));
        assert_eq!(undress(body.bytes.into_owned()), page.as_bytes());
    }

    #[test]
    fn what_machines_fetch_and_what_is_compressed_already_stays_as_it_is() {
        for path in ["feed.xml", "oembed/1.json", "ninjs/1.json", "pictures/a-1.avif", "robots.txt", "media/talk.mp3"] {
            let body = Dress::of(path).put_on(&[b'x'; 999]);
            assert_eq!((body.bytes.len(), body.attributes.get(&Attribute::ContentEncoding)), (999, None), "{path}");
        }
    }

    #[test]
    fn other_headers_are_another_seal() {
        assert_ne!(Dress::of("index.html").seal(), Dress::of("assets/a.js").seal());
        assert_eq!(Dress::of("index.html").seal(), Dress::of("article/1/index.html").seal());
    }
}
