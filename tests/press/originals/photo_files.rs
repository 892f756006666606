//! Photos and charts in all formats, written here.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

/// The side of a test's picture.
pub const SIDE: u32 = 64;

/// A picture in a format.
pub fn written(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A square of one colour.
pub fn square(colour: [u8; 3]) -> RgbImage {
    RgbImage::from_pixel(SIDE, SIDE, Rgb(colour))
}

/// What stands beside a photo's pixels.
#[derive(Default)]
pub struct Beside {
    pub icc: Option<Vec<u8>>,
    pub exif: Option<Vec<u8>>,
}

fn encode(mut encoder: impl ImageEncoder, picture: &DynamicImage, beside: Beside) {
    beside.icc.into_iter().for_each(|icc| encoder.set_icc_profile(icc).unwrap());
    beside.exif.into_iter().for_each(|exif| encoder.set_exif_metadata(exif).unwrap());
    encoder.write_image(picture.as_bytes(), picture.width(), picture.height(), picture.color().into()).unwrap();
}

pub fn jpeg(picture: impl Into<DynamicImage>, beside: Beside) -> Vec<u8> {
    let mut bytes = vec![];
    encode(JpegEncoder::new_with_quality(&mut bytes, 98), &picture.into(), beside);
    bytes
}

pub fn webp(picture: impl Into<DynamicImage>, beside: Beside) -> Vec<u8> {
    let mut bytes = vec![];
    encode(WebPEncoder::new_lossless(&mut bytes), &picture.into(), beside);
    bytes
}

/// A PNG of rows that are all alike, with chunks before its pixels.
pub fn png(colour: png::ColorType, depth: png::BitDepth, row: &[u8], change: impl FnOnce(&mut png::Info)) -> Vec<u8> {
    let mut info = png::Info::with_size(SIDE, SIDE);
    (info.color_type, info.bit_depth) = (colour, depth);
    change(&mut info);
    let mut bytes = vec![];
    let mut writer = png::Encoder::with_info(&mut bytes, info).unwrap().write_header().unwrap();
    writer.write_image_data(&row.repeat(SIDE as usize)).unwrap();
    writer.finish().unwrap();
    bytes
}

/// Adds a chunk behind a PNG's header.
pub fn with_chunk(png: &[u8], name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(name);
    sum.update(data);
    let chunk = [&(data.len() as u32).to_be_bytes()[..], name, data, &sum.sum().to_be_bytes()].concat();
    [&png[..33], &chunk, &png[33..]].concat()
}

/// Exif in little-endian TIFF that says how the camera was held.
pub fn held(orientation: u8) -> Vec<u8> {
    let field = [&0x0112_u16.to_le_bytes()[..], &3_u16.to_le_bytes(), &1_u32.to_le_bytes(), &[orientation, 0, 0, 0]].concat();
    [&b"II*\0\x08\0\0\0\x01\0"[..], &field, &[0; 4]].concat()
}

/// A GIF of frames of one colour each, the first of which may be transparent in its left half.
pub fn gif(frames: &[[u8; 3]], is_transparent: bool) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for colour in frames {
        let pixels = image::RgbaImage::from_fn(SIDE, SIDE, |x, _| {
            image::Rgba([colour[0], colour[1], colour[2], if is_transparent && x < SIDE / 2 { 0 } else { 255 }])
        });
        encoder.encode_frame(image::Frame::new(pixels)).unwrap();
    }
    drop(encoder);
    bytes
}

fn riff_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&name[..], &(data.len() as u32).to_le_bytes(), data, &vec![0; data.len() % 2]].concat()
}

/// A WebP of frames of one colour each.
pub fn moving_webp(frames: &[[u8; 3]]) -> Vec<u8> {
    let side = &(SIDE - 1).to_le_bytes()[..3];
    let frame = |colour: &[u8; 3]| {
        let still = webp(square(*colour), Beside::default());
        riff_chunk(b"ANMF", &[&[0; 6][..], side, side, &[100, 0, 0, 0], &still[12..]].concat())
    };
    let canvas = riff_chunk(b"VP8X", &[&[0b10, 0, 0, 0][..], side, side].concat());
    let body = [canvas, riff_chunk(b"ANIM", &[0; 6]), frames.iter().flat_map(frame).collect()].concat();
    [&b"RIFF"[..], &(body.len() as u32 + 4).to_le_bytes(), b"WEBP", &body].concat()
}

/// A PNG that moves.
pub fn moving_png(frames: &[[u8; 3]]) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = png::Encoder::new(&mut bytes, SIDE, SIDE);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_animated(frames.len() as u32, 0).unwrap();
    let mut writer = encoder.write_header().unwrap();
    frames.iter().for_each(|colour| writer.write_image_data(square(*colour).as_raw()).unwrap());
    writer.finish().unwrap();
    bytes
}
