//! Photos for printers: JPEG of four inks, as Adobe writes it.

use super::{PictureError, profile, srgb};
use image::RgbImage;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// The pixels of a JPEG of four inks as pages show them. None: it has other colours.
pub fn decode(bytes: &[u8]) -> Option<Result<RgbImage, PictureError>> {
    let options = DecoderOptions::default().set_strict_mode(false).set_max_width(usize::MAX).set_max_height(usize::MAX);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    // What has no header that can be read is refused by whoever reads all kinds.
    decoder.decode_headers().ok()?;
    let space = decoder.input_colorspace().filter(|space| matches!(space, ColorSpace::CMYK | ColorSpace::YCCK))?;
    // As they stand in the file: what a decoder makes of them knows no profile.
    decoder.set_options(options.jpeg_set_out_colorspace(space));
    Some(develop(decoder, space))
}

fn develop(mut decoder: JpegDecoder<ZCursor<&[u8]>>, space: ColorSpace) -> Result<RgbImage, PictureError> {
    let mut samples = decoder.decode().map_err(|error| PictureError::Broken(error.to_string()))?;
    let (width, height) = decoder.dimensions().ok_or(PictureError::Empty)?;
    for pixel in samples.as_chunks_mut().0 {
        *pixel = if space == ColorSpace::YCCK { inks_of_ycck(*pixel) } else { pixel.map(|left| 255 - left) };
    }
    let profile = decoder.icc_profile().and_then(|icc| profile::of_icc(&icc));
    srgb::of_inks(&samples, (width as u32, height as u32), profile.as_ref())
}

/// Inks of luminance and chroma (ITU-T T.871, 7), which are those of what the inks leave, turned round; black is as it is left.
fn inks_of_ycck([luma, blue, red, black]: [u8; 4]) -> [u8; 4] {
    let (luma, blue, red) = (f32::from(luma), f32::from(blue) - 128.0, f32::from(red) - 128.0);
    let ink = |value: f32| value.round().clamp(0.0, 255.0) as u8;
    [ink(luma + 1.402 * red), ink(luma - 0.344_136 * blue - 0.714_136 * red), ink(luma + 1.772 * blue), 255 - black]
}
