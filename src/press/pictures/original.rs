//! Originals: photos as cameras leave them, and drawings.

use super::PictureError;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader};
use resvg::{tiny_skia, usvg};
use std::io::Cursor;
use std::path::Path;

/// An original that was opened but not yet drawn.
pub enum Original<'a> {
    /// A drawing (SVG).
    Drawing(Box<usvg::Tree>),
    /// A photo, still encoded.
    Photo {
        /// The file.
        bytes: &'a [u8],
        /// Width and height as the camera's sensor had them.
        size: (u32, u32),
        /// How the camera was held (Exif 2.32, 4.6.5, tag 274).
        orientation: Orientation,
    },
}

impl Original<'_> {
    /// Opens a file; pixels are not yet touched.
    pub fn open<'a>(path: &Path, bytes: &'a [u8]) -> Result<Original<'a>, PictureError> {
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("svg")) {
            return Ok(Original::Drawing(Box::new(usvg::Tree::from_data(bytes, &usvg::Options::default())?)));
        }
        let mut decoder = decoder(bytes)?;
        let (size, orientation) = (decoder.dimensions(), decoder.orientation()?);
        Ok(Original::Photo { bytes, size, orientation })
    }

    /// Width and height in pixels, as people see the picture.
    pub fn size(&self) -> (u32, u32) {
        match self {
            Original::Drawing(tree) => (tree.size().width() as u32, tree.size().height() as u32),
            Original::Photo { size: (width, height), orientation, .. } => match lies_on_its_side(*orientation) {
                true => (*height, *width),
                false => (*width, *height),
            },
        }
    }

    /// The pixels, upright, at least `width` wide where the original is. What a file says beside its pixels,
    /// such as where the photo was taken, is left behind.
    pub fn draw(self, width: u32) -> Result<DynamicImage, PictureError> {
        let tree = match self {
            Original::Photo { bytes, orientation, .. } => {
                let mut photo = DynamicImage::from_decoder(decoder(bytes)?)?;
                photo.apply_orientation(orientation);
                return Ok(photo.to_rgb8().into());
            }
            Original::Drawing(tree) => tree,
        };
        let scale = width as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut canvas = tiny_skia::Pixmap::new(width, height).ok_or(PictureError::Empty)?;
        canvas.fill(tiny_skia::Color::WHITE);
        resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut canvas.as_mut());
        let pixels = image::RgbaImage::from_raw(width, height, canvas.take()).ok_or(PictureError::Empty)?;
        Ok(DynamicImage::from(pixels).to_rgb8().into())
    }
}

fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, PictureError> {
    Ok(ImageReader::new(Cursor::new(bytes)).with_guessed_format()?.into_decoder()?)
}

fn lies_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}
