//! What cannot be made is named, and articles are printed without it; what moves is named, and stands still.

use super::photo_files::{Beside, SIDE, gif, jpeg, moving_png, moving_webp, square, webp, written};
use super::{newsroom, rendition, told};
use image::{ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};

fn noise() -> RgbImage {
    RgbImage::from_fn(SIDE, SIDE, |x, y| Rgb([(x * 37 % 251) as u8, (y * 91 % 241) as u8, (x * y % 239) as u8]))
}

fn cut(bytes: Vec<u8>) -> Vec<u8> {
    bytes[..bytes.len() * 2 / 3].to_vec()
}

/// A JPEG with a small picture of itself before it, as cameras write them, which has its end.
fn with_thumbnail() -> Vec<u8> {
    let thumbnail = jpeg(square([90; 3]), Beside::default());
    let whole = jpeg(noise(), Beside::default());
    let segment = [&[0xff, 0xed][..], &(thumbnail.len() as u16 + 2).to_be_bytes(), &thumbnail].concat();
    [&whole[..2], &segment, &whole[2..]].concat()
}

/// A box of ISO base media (ISO/IEC 14496-12) that says its brand.
fn iso(brand: &[u8; 4]) -> Vec<u8> {
    [&24_u32.to_be_bytes()[..], b"ftyp", brand, &[0; 4], b"mif1", brand, &[0; 99]].concat()
}

#[test]
fn what_is_cut_short_or_no_picture_is_named_as_what_it_is() {
    let after = [jpeg(noise(), Beside::default()), vec![7; 100_000]].concat();
    let originals = [
        ("cut.jpg", cut(jpeg(noise(), Beside::default())), "end"),
        ("thumbnail.jpg", cut(with_thumbnail()), "end"),
        ("padded.jpg", [cut(jpeg(noise(), Beside::default())), vec![0; 100_000]].concat(), "end"),
        ("cut.png", cut(written(noise(), ImageFormat::Png)), "end"),
        ("cut.webp", cut(webp(noise(), Beside::default())), "end"),
        ("cut.gif", cut(gif(&[[90; 3]], false)), "end"),
        ("phone.heic", iso(b"heic"), "HEIC"),
        ("phone.jpg", iso(b"heix"), "HEIC"),
        ("new.jpg", iso(b"avif"), "AVIF"),
        ("scan.tif", b"II*\0\x08\0\0\0\0\0\0\0\0\0\0\0".to_vec(), "TIFF"),
        ("old.bmp", [&b"BM"[..], &[0; 99]].concat(), "BMP"),
        ("page.jpg", b"<!DOCTYPE html><html><body><svg></svg>Not found</body></html>".to_vec(), "HTML"),
        ("paper.png", b"%PDF-1.7 ...".to_vec(), "PDF"),
        ("note.jpg", b"no picture".to_vec(), "no picture"),
        // The controls, which are whole.
        ("whole.jpg", with_thumbnail(), ""),
        ("followed.jpg", after, ""),
    ];
    let files: Vec<_> = originals.iter().map(|(src, bytes, _)| (*src, bytes.clone())).collect();
    let printed = newsroom(&files).print();
    let told = told(&printed);
    for (at, (src, _, word)) in originals.iter().enumerate() {
        let of_it: Vec<_> = told.iter().filter(|(file, ..)| file == src).collect();
        let page = printed.text(&format!("article/{at}/index.html"));
        // Related news may show pictures of others.
        let (page, _) = page.split_once("</article>").unwrap();
        if word.is_empty() {
            assert!(of_it.is_empty() && page.contains("<img"), "{src}: {of_it:?}");
            continue;
        }
        assert_eq!(of_it.len(), 1, "{src}: {of_it:?}");
        assert_eq!(of_it[0].1, "broken-picture", "{src}");
        assert!(of_it[0].2.contains(word), "{src} should say {word}: {}", of_it[0].2);
        assert!(!page.contains("<img") && !page.contains(src) && !page.contains(&format!("图{at}")), "{src} leaves a hole");
        assert!(page.contains(&format!("正文{at}")), "the article is printed");
    }
}

#[test]
fn an_article_is_printed_without_what_cannot_be_made() {
    let image = |src: &str, caption: &str| json!({"kind": "image", "src": src, "alt": "a", "caption": caption});
    let body = json!([
        {"kind": "paragraph", "text": ["首段"]},
        image("cut.jpg", "断"),
        {"kind": "gallery", "images": [{"src": "good.jpg", "alt": "a", "caption": "好"}, {"src": "cut.jpg", "alt": "a", "caption": "断"}]},
        {"kind": "gallery", "images": [{"src": "missing.jpg", "alt": "a", "caption": "无"}]},
        {"kind": "aside", "body": [{"kind": "paragraph", "text": ["旁"]}, image("cut.jpg", "断")]},
        image("https://media.example/there.jpg", "远"),
        {"kind": "paragraph", "text": ["末段"]},
    ]);
    let newsroom = newsroom(&[]).article("1", 1, json!({"lead": {"src": "cut.jpg", "alt": "a", "caption": "断"}, "body": body}));
    newsroom.file("content/pictures/cut.jpg", cut(jpeg(noise(), Beside::default())));
    newsroom.file("content/pictures/good.jpg", jpeg(noise(), Beside::default()));
    let printed = newsroom.print();
    let named: Vec<_> = told(&printed).into_iter().map(|(file, ..)| file).collect();
    assert_eq!(named, ["cut.jpg", "missing.jpg"]);
    for path in ["article/1/index.html", "data/articles/1.json", "ninjs/1.json", "index.html", "feed.xml"] {
        let text = printed.text(path);
        for trace in ["cut.jpg", "missing.jpg", "断"] {
            assert!(!text.contains(trace), "{path} has {trace}");
        }
    }
    let story: Value = serde_json::from_str(&printed.text("data/articles/1.json")).unwrap();
    let kinds: Vec<_> =
        story["article"]["body"].as_array().unwrap().iter().map(|block| block["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["paragraph", "gallery", "aside", "image", "paragraph"]);
    assert!(story["article"]["lead"].is_null());
    // Told each time, and mended when the original is there.
    assert_eq!(told(&newsroom.print()).len(), 2);
    newsroom.file("content/pictures/cut.jpg", jpeg(noise(), Beside::default()));
    let mended = newsroom.print();
    assert_eq!(told(&mended).len(), 1);
    assert!(mended.text("article/1/index.html").contains("断") && mended.text("index.html").contains("pictures/cut-"));
}

#[test]
fn what_moves_stands_still_and_is_named_each_time() {
    let (first, second) = ([30, 90, 200], [200, 180, 60]);
    let drawing = |inside: &str| {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'><rect width='64' height='64' fill='#1e5ac8'>{inside}</rect></svg>"
        )
    };
    let originals = [
        ("moving.gif", gif(&[first, second], false)),
        ("moving.webp", moving_webp(&[first, second])),
        ("moving.png", moving_png(&[first, second])),
        ("moving.svg", drawing("<animate attributeName='x' to='9' dur='1s'/>").into()),
        ("still.gif", gif(&[first], false)),
        ("still.webp", moving_webp(&[first])),
        ("still.png", written(square(first), ImageFormat::Png)),
        ("still.svg", drawing("").into()),
    ];
    let newsroom = newsroom(&originals);
    let printed = newsroom.print();
    for again in [&printed, &newsroom.print()] {
        let named: Vec<_> = told(again).into_iter().map(|(file, name, _)| (file, name)).collect();
        let wanted = ["moving.gif", "moving.png", "moving.svg", "moving.webp"].map(|src| (src.to_owned(), "moving-picture"));
        assert_eq!(named, wanted);
    }
    for (at, (src, _)) in originals.iter().enumerate() {
        let found = rendition(&printed, at, "jpg").get_pixel(20, 20).0;
        assert!(super::is_near(found, first), "{src}: {found:?}");
    }
}
