//! Every code is read by a decoder that we did not write.

use crate::newsroom::SmallNewsroom;
use resvg::{tiny_skia, usvg};
use serde_json::json;

fn decode(svg: &str) -> String {
    let svg = svg
        .replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1)
        .replace("class=\"qr-code__light\"", "fill=\"#fff\"")
        .replace("class=\"qr-code__dark\"", "stroke=\"#000\"");
    let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
    let scale = 4.0;
    let size = (tree.size().width() * scale) as u32;
    let mut canvas = tiny_skia::Pixmap::new(size, size).unwrap();
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let pixel = |x: usize, y: usize| canvas.pixel(x as u32, y as u32).map_or(255, |pixel| pixel.red());
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size as usize, size as usize, pixel);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn the_code_on_an_article_says_its_canonical_address() {
    let long = "a-very-long-article-id-0123456789-0123456789-0123456789-01234567";
    let printed = SmallNewsroom::new().article("20240930-2000001", 1, json!({})).article(long, 2, json!({})).print();
    for id in ["20240930-2000001", long] {
        let page = printed.text(&format!("article/{id}/index.html"));
        let (begin, end) = (page.find("<svg").unwrap(), page.find("</svg>").unwrap());
        assert_eq!(decode(&page[begin..end + 6]), format!("https://tide.example/paper/article/{id}/"));
    }
}
