//! Photos that say that they are larger than any memory, or hide something that is.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use std::io::Write;

fn packed(bytes: &[u8], times: usize) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(vec![], Compression::fast());
    (0..times).for_each(|_| packer.write_all(bytes).unwrap());
    packer.finish().unwrap()
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(name);
    sum.update(data);
    [&(data.len() as u32).to_be_bytes()[..], name, data, &sum.sum().to_be_bytes()].concat()
}

/// A PNG of a size that has but a few of its rows, with chunks before them.
fn png(width: u32, height: u32, depth: u8, colour: u8, chunks: &[u8]) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[depth, colour, 0, 0, 0]].concat();
    let rows = packed(&[0; 4096], 16);
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &header), chunks, &chunk(b"IDAT", &rows), &chunk(b"IEND", &[])].concat()
}

fn riff(chunks: &[u8]) -> Vec<u8> {
    [&b"RIFF"[..], &(chunks.len() as u32 + 4).to_le_bytes(), b"WEBP", chunks].concat()
}

fn riff_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&name[..], &(data.len() as u32).to_le_bytes(), data, &vec![0; data.len() % 2]].concat()
}

/// A lossless WebP that says its size and little else.
fn webp(width: u32, height: u32) -> Vec<u8> {
    let bits = (width - 1) | (height - 1) << 14;
    riff(&riff_chunk(b"VP8L", &[&[0x2f][..], &bits.to_le_bytes(), &[0; 64]].concat()))
}

/// A canvas of a size, with frames.
fn moving_webp(width: u32, height: u32) -> Vec<u8> {
    let canvas = [&[0b10, 0, 0, 0][..], &(width - 1).to_le_bytes()[..3], &(height - 1).to_le_bytes()[..3]].concat();
    let bits = (width - 1) | (height - 1) << 14;
    let inner = riff_chunk(b"VP8L", &[&[0x2f][..], &bits.to_le_bytes(), &[0; 64]].concat());
    let place = [&[0; 6][..], &(width - 1).to_le_bytes()[..3], &(height - 1).to_le_bytes()[..3], &[1, 0, 0, 0]].concat();
    let frames = riff_chunk(b"ANMF", &[place, inner].concat()).repeat(50);
    riff(&[riff_chunk(b"VP8X", &canvas), riff_chunk(b"ANIM", &[0; 6]), frames].concat())
}

fn jpeg(exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = JpegEncoder::new(&mut bytes);
    exif.into_iter().for_each(|exif| encoder.set_exif_metadata(exif).unwrap());
    encoder.write_image(&[90; 32 * 32 * 3], 32, 32, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// A JPEG that says another size than it has.
fn lying_jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg(None);
    let at = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap() + 5;
    bytes[at..at + 2].copy_from_slice(&height.to_be_bytes());
    bytes[at + 2..at + 4].copy_from_slice(&width.to_be_bytes());
    bytes
}

/// The photos, each with a word that its refusal must say.
pub fn all() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let profile = [&b"icc\0\0"[..], &packed(&vec![0; 1 << 20], 512)].concat();
    let text = [&b"Comment\0\0"[..], &packed(&vec![b'a'; 1 << 20], 512)].concat();
    let whole = jpeg(None);
    vec![
        ("square.png", png(20_000, 20_000, 8, 2, &[]), "20000 × 20000"),
        ("endless.png", png(0x7fff_ffff, 0x7fff_ffff, 8, 2, &[]), "picture"),
        ("deep.png", png(7_000, 7_000, 16, 6, &[]), "picture"),
        ("thread.png", png(1, 60_000, 8, 2, &[]), "high as wide"),
        ("bits.png", png(60_000, 60_000, 1, 0, &[]), "60000 × 60000"),
        ("profile.png", png(20_000, 9_000, 8, 2, &chunk(b"iCCP", &profile)), "picture"),
        ("text.png", png(20_000, 9_000, 8, 2, &chunk(b"zTXt", &text).repeat(4)), "picture"),
        ("cut.png", png(400, 400, 8, 2, &[])[..60].to_vec(), "broken"),
        ("short.png", png(400, 4_000, 8, 2, &[]), "broken"),
        ("square.webp", webp(16_383, 16_383), "16383 × 16383"),
        ("moving.webp", moving_webp(16_383, 16_383), "16383 × 16383"),
        ("vast.webp", moving_webp(1 << 24, 200), "16777216 × 200"),
        ("hollow.webp", webp(6_000, 6_000), "picture"),
        ("square.jpg", lying_jpeg(65_500, 65_500), "65500 × 65500"),
        ("thread.jpg", lying_jpeg(30, 65_500), "high as wide"),
        ("cut.jpg", whole[..whole.len() / 3].to_vec(), "broken"),
        ("drawing.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9e9'/>".to_vec(), "picture"),
        ("film.png", [&b"GIF89a\xff\xff\xff\xff"[..], &[0; 99]].concat(), "65535 × 65535"),
        ("empty.png", vec![], "broken"),
        ("zeros.webp", vec![0; 4096], "broken"),
    ]
}
