//! The compressed copies of text files, which a server sends in their place.

use super::PressError;
use super::disk::Place;
use std::io::Write;

/// The names of a file's twins.
pub fn twins(name: &str) -> [String; 2] {
    [".br", ".gz"].map(|ending| format!("{name}{ending}"))
}

/// Writes a file's twins, each whole or not at all.
pub fn write_twins(place: &Place, bytes: &[u8]) -> Result<(), PressError> {
    let path = place.folder.path().join(place.name);
    let [brotli_name, gzip_name] = twins(place.name);
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    brotli.write_all(bytes).map_err(PressError::disk(&path))?;
    place.folder.write_whole(brotli_name, &brotli.into_inner())?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes).map_err(PressError::disk(&path))?;
    Ok(place.folder.write_whole(gzip_name, &gzip.finish().map_err(PressError::disk(&path))?)?)
}
