//! Originals: photos as cameras leave them, and drawings.

use super::{PictureError, Wanted, limits};
use image::error::ImageError;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use resvg::{tiny_skia, usvg};
use std::io::Cursor;
use std::path::Path;

/// A photo, still encoded.
pub struct Photo<'a> {
    /// The file.
    bytes: &'a [u8],
    format: Option<ImageFormat>,
    /// Width and height as the camera's sensor had them.
    sensor: (u32, u32),
    /// Bytes of a decoded pixel.
    depth: u64,
    /// How the camera was held (Exif 2.32, 4.6.5, tag 274).
    orientation: Orientation,
}

/// A drawing (SVG).
pub struct Drawing(usvg::Tree);

/// Whether a file is a drawing, by its name.
pub fn is_drawing(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("svg"))
}

impl Photo<'_> {
    /// Opens a file; pixels are not yet touched.
    pub fn open(bytes: &[u8]) -> Result<Photo<'_>, PictureError> {
        let (format, mut decoder) = decoder(bytes, header_limits())?;
        let (sensor, orientation) = (decoder.dimensions(), decoder.orientation().map_err(broken)?);
        let depth = u64::from(decoder.color_type().bytes_per_pixel());
        Ok(Photo { bytes, format, sensor, depth, orientation })
    }

    /// Width and height in pixels, as people see the picture.
    pub fn size(&self) -> Result<(u32, u32), PictureError> {
        let (width, height) = self.sensor;
        limits::check_photo(width, height, self.bytes.len())?;
        Ok(if lies_on_its_side(self.orientation) { (height, width) } else { (width, height) })
    }

    /// What it takes to make renditions of it, in bytes.
    pub fn memory(&self, wanted: &[Wanted]) -> Result<u64, PictureError> {
        let decoding = match self.format {
            // Coefficients of three components until the last scan, and the pixels.
            Some(ImageFormat::Jpeg) => 6 + self.depth,
            Some(ImageFormat::WebP) => 6 + self.depth,
            _ => self.depth,
        };
        let turning = if self.orientation == Orientation::NoTransforms { 0 } else { self.depth };
        let plain = if self.depth == 3 { 0 } else { 3 };
        let each = decoding.max(self.depth + turning.max(plain));
        Ok(limits::of_photo(self.size()?, each, self.bytes.len(), wanted))
    }

    /// The pixels, upright. What a file says beside its pixels, such as where the photo was taken, is left behind.
    pub fn decode(self) -> Result<DynamicImage, PictureError> {
        let mut photo = DynamicImage::from_decoder(decoder(self.bytes, taking(limits::MEMORY))?.1).map_err(broken)?;
        photo.apply_orientation(self.orientation);
        Ok(photo.into_rgb8().into())
    }
}

impl Drawing {
    /// Opens a drawing.
    pub fn open(bytes: &[u8]) -> Result<Drawing, PictureError> {
        tree(bytes).map(Drawing)
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.0.size().width() as u32, self.0.size().height() as u32)
    }

    /// The pixels, so wide.
    pub fn draw(self, width: u32) -> Result<DynamicImage, PictureError> {
        let Drawing(tree) = self;
        let scale = width as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut canvas = tiny_skia::Pixmap::new(width, height).ok_or(PictureError::Empty)?;
        canvas.fill(tiny_skia::Color::WHITE);
        resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut canvas.as_mut());
        let pixels = image::RgbaImage::from_raw(width, height, canvas.take()).ok_or(PictureError::Empty)?;
        Ok(DynamicImage::from(pixels).into_rgb8().into())
    }
}

/// Reads a drawing. It may hold pictures, but name none: those would be files of this machine.
pub fn tree(bytes: &[u8]) -> Result<usvg::Tree, PictureError> {
    let options = usvg::Options {
        image_href_resolver: usvg::ImageHrefResolver { resolve_string: Box::new(|_, _| None), ..Default::default() },
        ..usvg::Options::default()
    };
    usvg::Tree::from_data(bytes, &options).map_err(|error| PictureError::Broken(error.to_string()))
}

fn decoder(bytes: &[u8], limits: Limits) -> Result<(Option<ImageFormat>, impl ImageDecoder + '_), PictureError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| broken(error.into()))?;
    reader.limits(limits);
    let format = reader.format();
    Ok((format, reader.into_decoder().map_err(broken)?))
}

/// What a photo may take until its first pixel: a profile of colours may be packed a thousand times smaller than it is.
pub fn header_limits() -> Limits {
    taking(limits::HEADER)
}

fn taking(bytes: u64) -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(bytes);
    limits
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
