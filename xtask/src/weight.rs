//! How heavy a file is on the wire.

use std::fs;
use std::io::{self, Write};
use std::ops::Add;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::error::{ChoreError, at};

/// Bytes as they lie, and as they travel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Weight {
    /// Uncompressed.
    pub raw: usize,
    /// With gzip 9.
    pub gzip: usize,
    /// With brotli 11.
    pub brotli: usize,
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// Weighs a file.
pub fn weigh(path: &Path) -> Result<Weight, ChoreError> {
    let bytes = fs::read(path).map_err(at(path))?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes).map_err(at(path))?;
    let gzip = gzip.finish().map_err(at(path))?;
    Ok(Weight { raw: bytes.len(), gzip: gzip.len(), brotli: brotli(&bytes).map_err(at(path))? })
}

/// How many bytes are left after brotli 11.
pub fn brotli(bytes: &[u8]) -> io::Result<usize> {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    packed.write_all(bytes)?;
    Ok(packed.into_inner().len())
}

/// A number with its thousands apart: "139,420".
pub fn in_words(bytes: usize) -> String {
    let digits = bytes.to_string();
    let mut words = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let cases = [(0, "0"), (999, "999"), (1_000, "1,000"), (139_420, "139,420"), (1_234_567, "1,234,567")];
        for (bytes, words) in cases {
            assert_eq!(in_words(bytes), words);
        }
    }

    #[test]
    fn a_dull_file_travels_lighter_than_it_lies() {
        let path = std::env::temp_dir().join(format!("strait-xtask-weight-{}", std::process::id()));
        fs::write(&path, "dull ".repeat(1_000)).expect("writable");
        let weight = weigh(&path).expect("readable");
        fs::remove_file(&path).expect("ours");
        assert_eq!(weight.raw, 5_000);
        assert!(weight.brotli > 0 && weight.brotli < weight.gzip && weight.gzip < 200, "{weight:?}");
    }
}
