//! Whether an original can be made into renditions, told from its first and last bytes: decoding every
//! photograph of an archive would take hours.

use super::faults::PlaceFault;
use super::shape::shortened;
use crate::confined::{Confined, ConfinedError};
use crate::darkroom::{Darkroom, PictureError, check_photo, header_limits, is_drawing};
use crate::problem::Told;
use image::{ImageFormat, ImageReader};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// Above this, in bytes, an original is slow to make.
const HUGE_BYTES: u64 = 20 << 20;
/// Above this, in pixels, it is too; six thousand by six thousand.
const HUGE_PIXELS: usize = 36_000_000;
/// Above this no drawing is read: it is data, not a drawing.
const HUGE_DRAWING: u64 = 8 << 20;

/// Why no rendition can be made.
#[derive(Debug, thiserror::Error)]
enum OriginalError {
    #[error("{0}")]
    Disk(#[from] std::io::Error),
    #[error(transparent)]
    Confined(#[from] ConfinedError),
    #[error("{0}")]
    Header(#[from] image::ImageError),
    #[error("{0}")]
    Picture(#[from] PictureError),
    #[error("its end is missing")]
    CutShort,
    #[error("a drawing of more than 8 MB")]
    DrawingTooLarge,
}

/// What is wrong with an original, by its path below `pictures`.
pub fn check(inside: &Confined, src: &str, darkroom: &Darkroom) -> Option<PlaceFault> {
    match size(inside, src, darkroom) {
        Err(OriginalError::Picture(error)) if error.is_too_much() => Some(PlaceFault::TooMuchPicture { why: error.words() }),
        Err(error) => Some(PlaceFault::BrokenPicture { why: shortened(&error.to_string()) }),
        Ok((bytes, width, height)) => {
            let megabytes = usize::try_from(bytes >> 20).unwrap_or(usize::MAX);
            let (width, height) = (width as usize, height as usize);
            let is_huge = bytes > HUGE_BYTES || width.saturating_mul(height) > HUGE_PIXELS;
            is_huge.then_some(PlaceFault::HugePicture { megabytes, width, height })
        }
    }
}

/// Its bytes, width and height.
fn size(inside: &Confined, src: &str, darkroom: &Darkroom) -> Result<(u64, u32, u32), OriginalError> {
    let (mut file, metadata) = inside.file(format!("pictures/{src}"))?;
    let bytes = metadata.len();
    if is_drawing(Path::new(src)) {
        if bytes > HUGE_DRAWING {
            return Err(OriginalError::DrawingTooLarge);
        }
        let mut drawing = Vec::new();
        file.read_to_end(&mut drawing)?;
        let (width, height) = darkroom.look(Path::new(src), &drawing)?;
        return Ok((bytes, width, height));
    }
    let mut reader = ImageReader::new(BufReader::new(file.try_clone()?)).with_guessed_format()?;
    reader.limits(header_limits());
    let format = reader.format();
    let (width, height) = reader.into_dimensions()?;
    check_photo(width, height, usize::try_from(bytes).unwrap_or(usize::MAX))?;
    match is_whole(&mut file, bytes, format)? {
        true => Ok((bytes, width, height)),
        false => Err(OriginalError::CutShort),
    }
}

/// Whether a file has its end: what an upload that broke off has not.
fn is_whole(file: &mut File, bytes: u64, format: Option<ImageFormat>) -> Result<bool, std::io::Error> {
    match format {
        Some(ImageFormat::Jpeg) => Ok(tail(file, bytes, 64 << 10)?.windows(2).any(|pair| pair == [0xff, 0xd9])),
        Some(ImageFormat::Png) => Ok(tail(file, bytes, 64 << 10)?.windows(4).any(|word| word == b"IEND")),
        Some(ImageFormat::WebP) => {
            let mut head = [0; 8];
            file.rewind()?;
            file.read_exact(&mut head)?;
            let [_, _, _, _, a, b, c, d] = head;
            Ok(u64::from(u32::from_le_bytes([a, b, c, d])) + 8 <= bytes)
        }
        _ => Ok(true),
    }
}

fn tail(file: &mut File, bytes: u64, length: u64) -> Result<Vec<u8>, std::io::Error> {
    let mut end = Vec::new();
    file.seek(SeekFrom::Start(bytes.saturating_sub(length)))?;
    file.take(length).read_to_end(&mut end)?;
    Ok(end)
}
