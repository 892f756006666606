//! Renditions have the sizes and the posture of their originals.

use super::photo_files::{Beside, SIDE, held, jpeg, square, webp, written};
use super::{newsroom, rendition};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};

/// Grey of a size.
fn grey(width: u32, height: u32) -> Vec<u8> {
    written(RgbImage::from_pixel(width, height, Rgb([90; 3])), ImageFormat::Jpeg)
}

#[test]
fn the_width_of_the_original_is_among_the_renditions_and_none_is_wider() {
    let originals =
        [(600, vec![320, 600]), (319, vec![319]), (320, vec![320]), (330, vec![330]), (1, vec![1]), (700, vec![320, 700])];
    let files: Vec<_> = originals.iter().map(|(width, _)| ("", grey(*width, 8))).collect();
    let names: Vec<String> = originals.iter().map(|(width, _)| format!("w{width}.jpg")).collect();
    let files: Vec<_> = names.iter().zip(files).map(|(name, (_, bytes))| (name.as_str(), bytes)).collect();
    let printed = newsroom(&files).print();
    assert!(printed.report.problems.is_empty(), "{:?}", printed.report.problems);
    for (at, (width, wanted)) in originals.iter().enumerate() {
        let story: Value = serde_json::from_str(&printed.text(&format!("data/articles/{at}.json"))).unwrap();
        let lead = &story["article"]["lead"];
        assert_eq!((&lead["widths"], &lead["width"]), (&json!(wanted), &json!(width)));
        let base = lead["src"].as_str().unwrap();
        for width in wanted {
            let file = printed.root.join(format!("{base}-{width}.jpg"));
            assert_eq!(image::image_dimensions(&file).unwrap().0, *width, "{}", file.display());
        }
        let page = printed.html(&format!("article/{at}/index.html"));
        let selector = scraper::Selector::parse(".article-view img, article img").unwrap();
        let img = page.select(&selector).next().unwrap();
        let widest = wanted.last().unwrap();
        assert!(img.attr("srcset").unwrap().ends_with(&format!("{base}-{widest}.jpg {widest}w")), "{:?}", img.attr("srcset"));
        let src = img.attr("src").unwrap().strip_prefix("/paper/").unwrap();
        assert!(printed.has(src), "those who know no srcset find nothing at {src}");
    }
    let ninjs = printed.text("ninjs/0.json");
    assert!(ninjs.contains("-600.jpg") && ninjs.contains("600"), "{ninjs}");
}

#[test]
fn a_film_has_a_poster_that_is_there_however_small() {
    let film = json!({"kind": "video", "src": "media/sail.mp4", "poster": {"src": "small.jpg", "alt": "帆"}});
    let newsroom = newsroom(&[]).article("1", 1, json!({"body": [film]}));
    newsroom.file("content/media/sail.mp4", "film");
    newsroom.file("content/pictures/small.jpg", grey(64, 36));
    let printed = newsroom.print();
    let page = printed.html("article/1/index.html");
    let poster = page.select(&scraper::Selector::parse("video").unwrap()).next().unwrap().attr("poster").unwrap();
    assert!(printed.has(poster.strip_prefix("/paper/").unwrap()), "nothing is at {poster}");
}

#[test]
fn however_the_camera_was_held_the_picture_stands_upright() {
    // Blue at the left of what the sensor saw.
    let photo = || RgbImage::from_fn(SIDE, SIDE / 2, |x, _| if x < SIDE / 2 { Rgb([30, 90, 200]) } else { Rgb([200, 180, 60]) });
    let beside = |orientation| Beside { exif: Some(held(orientation)), ..Beside::default() };
    let png = |orientation| {
        let mut bytes = vec![];
        let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        image::ImageEncoder::set_exif_metadata(&mut encoder, held(orientation)).unwrap();
        DynamicImage::from(photo()).write_with_encoder(encoder).unwrap();
        bytes
    };
    let originals = [
        ("turned.jpg", jpeg(photo(), beside(6))),
        ("turned.png", png(6)),
        ("turned.webp", webp(photo(), beside(6))),
        ("mirrored.jpg", jpeg(photo(), beside(2))),
        ("mirrored.webp", webp(photo(), beside(2))),
        ("plain.jpg", jpeg(photo(), Beside::default())),
    ];
    let printed = newsroom(&originals).print();
    for (at, (src, _)) in originals.iter().enumerate() {
        let picture = rendition(&printed, at, "jpg");
        let is_blue = |x, y| picture.get_pixel(x, y)[2] > 150;
        let (width, height) = picture.dimensions();
        match src.split('.').next().unwrap() {
            "turned" => assert!(width < height && is_blue(9, 4) && !is_blue(9, height - 4), "{src}"),
            "mirrored" => assert!(width > height && !is_blue(4, 9) && is_blue(width - 4, 9), "{src}"),
            _ => assert!(is_blue(4, 9) && !is_blue(width - 4, 9), "{src}"),
        }
    }
}

#[test]
fn what_a_file_holds_counts_and_not_its_name() {
    let drawing = "<?xml version='1.0'?>\n<!-- a sail --><svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'><rect width='64' height='64' fill='#146'/></svg>";
    let originals = [
        ("photo.png", written(square([90; 3]), ImageFormat::Jpeg)),
        ("photo.svg", written(square([90; 3]), ImageFormat::WebP)),
        ("drawing.jpg", drawing.into()),
        ("none", written(square([90; 3]), ImageFormat::Png)),
    ];
    let printed = newsroom(&originals).print();
    assert!(printed.report.problems.is_empty(), "{:?}", printed.report.problems);
    for (at, (src, _)) in originals.iter().enumerate() {
        assert_eq!(rendition(&printed, at, "jpg").dimensions(), (SIDE, SIDE), "{src}");
    }
}
