//! Renditions: one size of a picture in one encoding.

use super::PictureError;
use image::DynamicImage;
use strait_model::RenditionType;

const AVIF_QUALITY: u8 = 58;
const AVIF_SPEED: u8 = 8;
const WEBP_QUALITY: f32 = 74.0;
const JPEG_QUALITY: u8 = 76;

/// Writes a picture in an encoding.
pub fn encode(picture: &DynamicImage, encoding: RenditionType) -> Result<Vec<u8>, PictureError> {
    match encoding {
        RenditionType::Avif => strait_codecs::avif(picture, AVIF_SPEED, AVIF_QUALITY).map_err(broken),
        RenditionType::Webp => {
            let rgb = picture.to_rgb8();
            let encoder = webp::Encoder::from_rgb(rgb.as_raw(), rgb.width(), rgb.height());
            let encoded =
                encoder.encode_simple(false, WEBP_QUALITY).map_err(|error| PictureError::Broken(format!("WebP: {error:?}")))?;
            Ok(encoded.to_vec())
        }
        RenditionType::Jpeg => strait_codecs::jpeg(picture, JPEG_QUALITY).map_err(broken),
    }
}

fn broken(error: image::ImageError) -> PictureError {
    PictureError::Broken(error.to_string())
}
