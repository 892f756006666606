//! The inner loops of the press: encoders whose code is made where they are first called, however their own crates are
//! optimised. They are called here, in a crate that is small and optimised in every profile; so the press and its tests can
//! be compiled quickly, and still draw and pack as fast as the command that is shipped.

use image::codecs::avif::AvifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageResult};
use std::io::{self, Write};

/// A picture as AVIF, by one thread. `speed` is 1 to 10, `quality` 1 to 100.
#[inline(never)]
pub fn avif(picture: &DynamicImage, speed: u8, quality: u8) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = AvifEncoder::new_with_speed_quality(&mut bytes, speed, quality).with_num_threads(Some(1));
    picture.write_with_encoder(encoder)?;
    Ok(bytes)
}

/// A picture as JPEG. `quality` is 1 to 100.
#[inline(never)]
pub fn jpeg(picture: &DynamicImage, quality: u8) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality))?;
    Ok(bytes)
}

/// Bytes in brotli's closest packing.
#[inline(never)]
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    brotli.write_all(bytes)?;
    Ok(brotli.into_inner())
}
