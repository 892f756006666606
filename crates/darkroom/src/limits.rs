//! How much a picture may ask for, known before it gets it.

use super::{PictureError, Wanted};

/// What all pictures at work may take together, in bytes: with the rest of the command less than 600 MB.
pub const MEMORY: u64 = 464 << 20;
/// What originals may take in the memory of the command itself, however many jobs there are; one of the largest fits.
pub const ORIGINALS: u64 = 96 << 20;
/// Processor time to open and draw an original, in seconds.
pub const SECONDS: u64 = 10;
/// Time by the clock for the same, where a machine does other things too, or counts no processor time.
pub const PATIENCE: u64 = 120;
/// Time for the encoders, whose work is known from the pixels.
pub const ENCODING: u64 = 900;

/// A photo may have as many pixels as this size.
pub const LARGEST: (u32, u32) = (8192, 6144);
/// What stands before a photo's pixels may take so many bytes, unpacked.
pub const HEADER: u64 = 8 << 20;
/// A file with more bytes is no picture for a page.
const MOST_BYTES: u64 = 64 << 20;
/// So many pixels a rendition may have: an encoder of AVIF takes 66 bytes for each.
const MOST_IN_RENDITION: u64 = 6_000_000;
/// WebP has no taller ones.
const TALLEST: u64 = 16_383;

/// What a process takes before it has opened anything, and a drawing's tree with it.
const SMALL: u64 = 24 << 20;
const TREE: u64 = 64 << 20;
/// The encoder of AVIF, a pixel.
const ENCODER: u64 = 66;
/// Lanczos in floating point, a pixel of as wide an original and as high a rendition.
const SCALING: u64 = 16;

/// Refuses what no rendition can be made of: no size, or taller than any screen is scrolled.
pub fn check_shape(width: u32, height: u32) -> Result<(), PictureError> {
    match width > 0 && height > 0 {
        false => Err(PictureError::Empty),
        true if fitting(&[width.min(320)], width, height).is_empty() => Err(PictureError::TooTall { width, height }),
        true => Ok(()),
    }
}

/// Refuses a photo of more pixels or bytes than are decoded.
pub fn check_photo(width: u32, height: u32, bytes: usize) -> Result<(), PictureError> {
    let (wide, high) = LARGEST;
    match () {
        () if u64::from(width) * u64::from(height) > u64::from(wide) * u64::from(high) => {
            Err(PictureError::TooManyPixels { width, height })
        }
        () => check_bytes(bytes as u64),
    }
}

/// Refuses a file of more bytes than are read.
pub fn check_bytes(bytes: u64) -> Result<(), PictureError> {
    match bytes > MOST_BYTES {
        true => Err(PictureError::TooManyBytes { megabytes: usize::try_from(bytes >> 20).unwrap_or(usize::MAX) }),
        false => Ok(()),
    }
}

/// Those of some widths whose renditions can be encoded; of a very tall picture only the narrow ones.
pub fn fitting(widths: &[u32], width: u32, height: u32) -> Vec<u32> {
    let fits = |candidate: &u32| {
        let tall = rendition_height(*candidate, width, height);
        tall <= TALLEST && u64::from(*candidate) * tall <= MOST_IN_RENDITION
    };
    widths.iter().copied().filter(fits).collect()
}

/// The height of a rendition.
pub fn rendition_height(candidate: u32, width: u32, height: u32) -> u64 {
    (u64::from(height) * u64::from(candidate) / u64::from(width.max(1))).max(1)
}

/// What a drawing should take, in bytes.
pub fn of_drawing(bytes: &[u8], wanted: &[Wanted]) -> u64 {
    // How tall it is nobody knows here; most are not taller than wide, and others are tried again with more.
    let widest = wanted.iter().map(|(width, _)| u64::from(*width)).max().unwrap_or(0);
    SMALL + TREE + 2 * bytes.len() as u64 + widest * widest * ENCODER
}

/// What a photo should take, in bytes, which has so many for each pixel while it is decoded.
pub fn of_photo((width, height): (u32, u32), each: u64, bytes: usize, wanted: &[Wanted]) -> u64 {
    let pixels = u64::from(width) * u64::from(height);
    let encoding = |(wide, _): &Wanted| {
        let tall = rendition_height(*wide, width, height);
        pixels * 3 + (u64::from(*wide) * tall * ENCODER).max(u64::from(width) * tall * SCALING)
    };
    let later = wanted.iter().map(encoding).max().unwrap_or(0);
    SMALL + bytes as u64 + later.max(pixels * each)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_newsrooms_have_is_let_in_and_what_bites_is_not() {
        for (width, height) in [(1, 1), (600, 400), (8160, 6120), (6120, 8160), (1080, 15_000), (20_000, 100), (320, 16_000)] {
            assert!(check_shape(width, height).is_ok() && check_photo(width, height, 1).is_ok(), "{width} × {height}");
        }
        for (width, height) in [(1600, 400_000), (1600, 2_000_000), (1, 20_000), (1, u32::MAX), (0, 9), (9, 0)] {
            assert!(check_shape(width, height).is_err(), "{width} × {height}");
        }
        for (width, height) in [(20_000, 20_000), (16_383, 16_383), (u32::MAX, u32::MAX)] {
            assert!(check_photo(width, height, 1).is_err(), "{width} × {height}");
        }
        assert!(check_photo(9, 9, 65 << 20).is_err());
    }

    #[test]
    fn a_tall_picture_has_only_renditions_that_can_be_encoded() {
        let widths = [320, 640, 960, 1440];
        assert_eq!(fitting(&widths, 1600, 900), widths);
        assert_eq!(fitting(&widths, 1080, 15_000), [320, 640]);
        assert!(fitting(&widths, 1600, 400_000).is_empty());
        assert_eq!(fitting(&widths, u32::MAX, u32::MAX), widths);
    }
}
