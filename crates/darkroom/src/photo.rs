//! Photos as cameras leave them.

use super::anatomy::Anatomy;
use super::{PictureError, Remark, Wanted, inks, limits, profile, srgb};
use image::error::ImageError;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use std::io::Cursor;

/// A photo, still encoded.
pub struct Photo<'a> {
    /// The file.
    bytes: &'a [u8],
    format: ImageFormat,
    /// Whether it has its end, and moves.
    anatomy: Anatomy,
    /// Width and height as the camera's sensor had them.
    sensor: (u32, u32),
    /// Bytes of a decoded pixel.
    depth: u64,
    /// Whether its pixels may not be those of a page: of other colours, or transparent.
    is_converted: bool,
    /// How the camera was held (Exif 2.32, 4.6.5, tag 274).
    orientation: Orientation,
}

impl Photo<'_> {
    /// Opens a file; pixels are not yet touched.
    pub fn open(bytes: &[u8], format: ImageFormat) -> Result<Photo<'_>, PictureError> {
        let anatomy = Anatomy::of(format, bytes);
        let mut decoder = decoder(bytes, format, limits::HEADER).map_err(|error| match error {
            PictureError::Broken(_) if !anatomy.is_whole => PictureError::CutShort,
            error => error,
        })?;
        let (sensor, orientation) = (decoder.dimensions(), decoder.orientation().map_err(broken)?);
        let depth = u64::from(decoder.color_type().bytes_per_pixel());
        let is_converted = depth != 3 || decoder.icc_profile().map_err(broken)?.is_some() || format == ImageFormat::Png;
        Ok(Photo { bytes, format, anatomy, sensor, depth, is_converted, orientation })
    }

    /// Width and height in pixels, as people see the picture.
    pub fn size(&self) -> Result<(u32, u32), PictureError> {
        let (width, height) = self.sensor;
        limits::check_photo(width, height, self.bytes.len())?;
        if !self.anatomy.is_whole {
            return Err(PictureError::CutShort);
        }
        Ok(if lies_on_its_side(self.orientation) { (height, width) } else { (width, height) })
    }

    /// What of it is not in its renditions.
    pub fn remarks(&self) -> Vec<Remark> {
        self.anatomy.is_moving.then_some(Remark::Moves).into_iter().collect()
    }

    /// What it takes to make renditions of it, in bytes.
    pub fn memory(&self, wanted: &[Wanted]) -> Result<u64, PictureError> {
        let decoding = match self.format {
            // Coefficients of three components until the last scan, and the pixels.
            ImageFormat::Jpeg | ImageFormat::WebP => 6 + self.depth,
            // The canvas, and the frame on it.
            ImageFormat::Gif => 2 * self.depth,
            _ => self.depth,
        };
        // Those of a page beside those of the photo, or those that were turned.
        let beside = if self.is_converted || self.orientation != Orientation::NoTransforms { 3 } else { 0 };
        let each = decoding.max(self.depth + beside);
        Ok(limits::of_photo(self.size()?, each, self.bytes.len(), wanted))
    }

    /// The pixels as pages show them, upright. What a file says beside its pixels, such as where the photo was taken, is
    /// left behind.
    pub fn decode(self) -> Result<RgbImage, PictureError> {
        let inks = (self.format == ImageFormat::Jpeg).then(|| inks::decode(self.bytes)).flatten();
        let mut photo = DynamicImage::from(inks.unwrap_or_else(|| self.decode_colours())?);
        photo.apply_orientation(self.orientation);
        Ok(photo.into_rgb8())
    }

    fn decode_colours(&self) -> Result<RgbImage, PictureError> {
        let mut decoder = decoder(self.bytes, self.format, limits::MEMORY)?;
        let icc = decoder.icc_profile().map_err(broken)?;
        let profile = profile::of(self.format, self.bytes, icc);
        srgb::of(DynamicImage::from_decoder(decoder).map_err(broken)?, profile.as_ref())
    }
}

fn decoder(bytes: &[u8], format: ImageFormat, most: u64) -> Result<impl ImageDecoder + '_, PictureError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(most);
    reader.limits(limits);
    reader.into_decoder().map_err(broken)
}

fn broken(error: ImageError) -> PictureError {
    match error {
        ImageError::Limits(_) => PictureError::TooMuchMemory,
        error => PictureError::Broken(error.to_string()),
    }
}

fn lies_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}
