//! The compressed copies of text files, which a server sends in their place.

use std::io::{self, Read, Write};

/// An encoding that files have copies in.
pub struct Encoding {
    /// What stands behind a file's name.
    pub ending: &'static str,
    compress: fn(&[u8]) -> io::Result<Vec<u8>>,
    open: for<'a> fn(&'a [u8]) -> Box<dyn Read + 'a>,
}

/// All of them.
pub const ENCODINGS: [Encoding; 2] = [
    Encoding { ending: ".br", compress: strait_codecs::brotli, open: |copy| Box::new(brotli::Decompressor::new(copy, 1 << 16)) },
    Encoding { ending: ".gz", compress: gzip, open: |copy| Box::new(flate2::read::GzDecoder::new(copy)) },
];

impl Encoding {
    /// The name of a file's copy.
    pub fn name_for(&self, name: &str) -> String {
        format!("{name}{}", self.ending)
    }

    /// A file's copy.
    pub fn compressed(&self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        (self.compress)(bytes)
    }

    /// Whether a copy says what its file says.
    pub fn says(&self, copy: &[u8], bytes: &[u8]) -> bool {
        let mut said = Vec::with_capacity(bytes.len() + 1);
        let read = (self.open)(copy).take(bytes.len() as u64 + 1).read_to_end(&mut said);
        read.is_ok() && said == bytes
    }
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    gzip.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compressed_copy_that_is_torn_or_of_another_file_does_not_say_what_its_file_says() {
        let bytes = "潮水".repeat(999).into_bytes();
        for encoding in &ENCODINGS {
            let copy = encoding.compressed(&bytes).unwrap();
            assert!(encoding.says(&copy, &bytes), "{}", encoding.ending);
            assert!(!encoding.says(&copy, &bytes[1..]) && !encoding.says(&copy, &[&bytes[..], b"x"].concat()));
            for end in 0..copy.len() {
                assert!(!encoding.says(&copy[..end], &bytes), "{} up to {end}", encoding.ending);
            }
        }
    }
}
