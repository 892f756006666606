//! Renditions: one size of a picture in one encoding.

use super::PictureError;
use crate::model::RenditionType;
use image::DynamicImage;
use image::codecs::avif::AvifEncoder;
use image::codecs::jpeg::JpegEncoder;

const AVIF_QUALITY: u8 = 58;
const AVIF_SPEED: u8 = 8;
const WEBP_QUALITY: f32 = 74.0;
const JPEG_QUALITY: u8 = 76;

/// Writes a picture in an encoding.
pub fn encode(picture: &DynamicImage, encoding: RenditionType) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    match encoding {
        RenditionType::Avif => {
            let encoder = AvifEncoder::new_with_speed_quality(&mut bytes, AVIF_SPEED, AVIF_QUALITY).with_num_threads(Some(1));
            picture.write_with_encoder(encoder).map_err(broken)?;
        }
        RenditionType::Webp => {
            let rgb = picture.to_rgb8();
            let encoder = webp::Encoder::from_rgb(rgb.as_raw(), rgb.width(), rgb.height());
            let encoded =
                encoder.encode_simple(false, WEBP_QUALITY).map_err(|error| PictureError::Broken(format!("WebP: {error:?}")))?;
            bytes.extend_from_slice(&encoded);
        }
        RenditionType::Jpeg => {
            picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)).map_err(broken)?;
        }
    }
    Ok(bytes)
}

fn broken(error: image::ImageError) -> PictureError {
    PictureError::Broken(error.to_string())
}
