//! The compressed copies of text files, which a server sends in their place.

use super::PressError;
use super::disk::{with_ending, write_whole};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The paths of a file's twins.
pub fn twins(path: &Path) -> [PathBuf; 2] {
    [".br", ".gz"].map(|ending| with_ending(path, ending))
}

/// Writes a file's twins, each whole or not at all.
pub fn write_twins(path: &Path, bytes: &[u8]) -> Result<(), PressError> {
    let [brotli_path, gzip_path] = twins(path);
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    brotli.write_all(bytes).map_err(PressError::disk(&brotli_path))?;
    write_whole(&brotli_path, &brotli.into_inner())?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes).map_err(PressError::disk(&gzip_path))?;
    write_whole(&gzip_path, &gzip.finish().map_err(PressError::disk(&gzip_path))?)
}
