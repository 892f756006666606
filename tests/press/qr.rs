//! Every code is read by a decoder that we did not write.

use crate::newsroom::{SmallNewsroom, traditional};
use resvg::{tiny_skia, usvg};
use serde_json::json;

/// Reads a code as a camera sees it: so many pixels a module, turned by some degrees, on a dark page.
fn decode_at(svg: &str, scale: f32, degrees: f32) -> Option<String> {
    let svg = svg
        .replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1)
        .replace("class=\"qr-code__light\"", "fill=\"#fff\"")
        .replace("class=\"qr-code__dark\"", "fill=\"none\" stroke=\"#000\"");
    let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
    let (code, size) = (tree.size().width() * scale, (tree.size().width() * scale * 1.5) as u32);
    let mut canvas = tiny_skia::Pixmap::new(size, size).unwrap();
    canvas.fill(tiny_skia::Color::from_rgba8(0x10, 0x19, 0x1d, 255));
    let (middle, edge) = (size as f32 / 2.0, (size as f32 - code) / 2.0);
    let turned = tiny_skia::Transform::from_rotate_at(degrees, middle, middle);
    let placed = turned.pre_translate(edge, edge).pre_scale(scale, scale);
    resvg::render(&tree, placed, &mut canvas.as_mut());
    let pixel = |x: usize, y: usize| canvas.pixel(x as u32, y as u32).map_or(255, |pixel| pixel.red());
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size as usize, size as usize, pixel);
    let grids = image.detect_grids();
    grids.first()?.decode().ok().map(|(_, said)| said)
}

/// What a code says, near and far, straight and askew.
fn decode(svg: &str) -> String {
    let said = decode_at(svg, 4.0, 0.0).unwrap();
    for (scale, degrees) in [(2.5, 0.0), (3.5, 0.0), (5.0, 0.0), (3.0, 8.0), (5.0, -15.0), (9.0, 30.0)] {
        assert_eq!(decode_at(svg, scale, degrees).as_ref(), Some(&said), "{scale} pixels a module, {degrees} degrees");
    }
    said
}

/// The codes of a page: the one on screen, and the one on paper where that is another.
fn codes(page: &str) -> Vec<&str> {
    let begins = page.match_indices("<svg").map(|(begin, _)| &page[begin..]);
    begins.map(|svg| &svg[..svg.find("</svg>").unwrap() + 6]).collect()
}

#[test]
fn the_code_on_an_article_says_its_canonical_address() {
    let long = "a-very-long-article-id-0123456789-0123456789-0123456789-01234567";
    let printed = SmallNewsroom::new().article("20240930-2000001", 1, json!({})).article(long, 2, json!({})).print();
    for id in ["20240930-2000001", long] {
        let page = printed.text(&format!("article/{id}/index.html"));
        let codes = codes(&page);
        assert_eq!(codes.len(), 1, "it stands on paper too");
        assert_eq!(decode(codes[0]), format!("https://tide.example/paper/article/{id}/"));
    }
}

#[test]
fn a_mark_stands_in_the_code_on_screen_and_nowhere_else() {
    let site = json!({"qrMark": "from=qr", "editions": [traditional()]});
    let printed = SmallNewsroom::new().with(site).article("1", 1, json!({})).print();
    for (folder, address) in
        [("", "https://tide.example/paper/article/1/"), ("hant/", "https://tide.example/paper/hant/article/1/")]
    {
        let page = printed.text(&format!("{folder}article/1/index.html"));
        let codes = codes(&page);
        assert_eq!(decode(codes[0]), format!("{address}?from=qr"));
        assert!(codes[1].contains("qr-code--paper"));
        assert_eq!(decode(codes[1]), address);
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")));
        assert_eq!(page.matches("from=qr").count(), 0, "only the reader is told, in the paper's data");
    }
}

#[test]
fn a_mark_that_would_change_the_address_is_refused() {
    let newsroom = SmallNewsroom::new().with(json!({"qrMark": "a#b"})).article("1", 1, json!({}));
    let refused = newsroom.try_to_print_to("site", |_| {}).unwrap_err().to_string();
    let site = std::fs::read_to_string(newsroom.path("content/site.json")).unwrap();
    let before: Vec<&str> = site.split("\"a#b\"").next().unwrap().lines().collect();
    let (line, column) = (before.len(), before.last().unwrap().chars().count() + 1);
    assert!(refused.contains(&format!("site.json:{line}:{column} at /qrMark: ")), "{refused}");
}
