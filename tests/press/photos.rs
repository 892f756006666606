//! Photos come upright, without what cameras write beside the pixels.

use crate::newsroom::SmallNewsroom;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};
use serde_json::{Value, json};
use std::fs;

/// Exif in little-endian TIFF: orientation 6 (turn right by 90°), and a GPS block with a latitude.
fn exif() -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0".to_vec();
    let field = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    exif.extend(2_u16.to_le_bytes());
    exif.extend(field(0x0112, 3, 1, [6, 0, 0, 0]));
    exif.extend(field(0x8825, 4, 1, 38_u32.to_le_bytes()));
    exif.extend([0; 4]);
    exif.extend(1_u16.to_le_bytes());
    exif.extend(field(0x0001, 2, 2, *b"N\0\0\0"));
    exif.extend([0; 4]);
    exif.extend(b"24.4798,118.0894 Gulangyu");
    exif
}

/// Lying on its side: the sky, which is blue, is at the left.
fn photo() -> Vec<u8> {
    let pixels = RgbImage::from_fn(400, 300, |x, _| if x < 300 { Rgb([30, 90, 200]) } else { Rgb([200, 180, 60]) });
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_exif_metadata(exif()).unwrap();
    encoder.write_image(&pixels, 400, 300, ExtendedColorType::Rgb8).unwrap();
    bytes
}

#[test]
fn a_photo_is_turned_upright_and_tells_nothing_of_where_it_was_taken() {
    let original = photo();
    assert!(original.windows(8).any(|bytes| bytes == b"Gulangyu"), "the original tells it");
    let newsroom = SmallNewsroom::new().article("1", 1, json!({"lead": {"src": "beach.JPG", "alt": "海滩"}}));
    newsroom.file("content/pictures/beach.JPG", &original);
    let printed = newsroom.print();
    assert!(printed.report.problems.is_empty(), "{:?}", printed.report.problems);

    let story: Value = serde_json::from_str(&printed.text("data/articles/1.json")).unwrap();
    let lead = &story["article"]["lead"];
    assert_eq!((&lead["width"], &lead["height"]), (&json!(300), &json!(400)));
    let colour = lead["colour"].as_str().unwrap();
    let channel = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
    assert!(channel(5) > 150 && channel(1) < 80, "{colour} is no blue");
    assert!(printed.text("article/1/index.html").contains(&format!("data-colour=\"{colour}\"")));

    let base = lead["src"].as_str().unwrap();
    let mut seen = 0;
    for ending in ["avif", "webp", "jpg"] {
        let bytes = fs::read(printed.root.join(format!("{base}-300.{ending}"))).unwrap();
        for trace in [&b"Gulangyu"[..], b"Exif", b"GPS"] {
            assert!(!bytes.windows(trace.len()).any(|part| part == trace), "{ending} says {}", String::from_utf8_lossy(trace));
        }
        if ending != "avif" {
            let upright = image::load_from_memory(&bytes).unwrap().to_rgb8();
            let (top, bottom) = (upright.get_pixel(150, 20), upright.get_pixel(150, 390));
            assert!(top[2] > 150 && bottom[0] > 150, "{ending}: {top:?} above {bottom:?}");
            seen += 1;
        }
    }
    assert_eq!(seen, 2);
}
