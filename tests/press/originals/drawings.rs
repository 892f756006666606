//! Words in drawings are drawn, with the fonts of this machine, or named.

use super::{newsroom, rendition, told};
use image::RgbImage;

fn drawing(inside: &str) -> Vec<u8> {
    format!("<svg xmlns='http://www.w3.org/2000/svg' width='160' height='80'><rect width='160' height='80' fill='#fff'/>{inside}</svg>").into()
}

fn dark_pixels(picture: &RgbImage) -> usize {
    picture.pixels().filter(|pixel| pixel[0] < 128).count()
}

#[test]
fn words_in_a_drawing_are_drawn_or_named() {
    let words =
        |family: &str, words: &str| drawing(&format!("<text x='9' y='60' font-size='48' font-family='{family}'>{words}</text>"));
    let originals = [
        ("latin.svg", words("sans-serif", "Tide")),
        ("chinese.svg", words("sans-serif", "潮汐")),
        ("escaped.svg", words("serif", "&#x6f6e;&#27728;")),
        ("bold.svg", drawing("<text x='9' y='60' font-size='48' font-weight='bold'>潮汐</text>")),
        ("nameless.svg", drawing("<text x='9' y='60' font-size='48'>Tide</text>")),
        ("wordless.svg", drawing("")),
    ];
    let printed = newsroom(&originals).print();
    let told = told(&printed);
    for (at, (src, _)) in originals.iter().enumerate() {
        let ink = dark_pixels(&rendition(&printed, at, "jpg"));
        let is_named = told.iter().any(|(file, name, _)| file == src && ["no-font", "missing-character"].contains(name));
        match *src {
            "wordless.svg" => assert!(ink == 0 && !is_named, "the control has ink"),
            _ => assert!((ink > 200) != is_named, "{src}: {ink} dark pixels, {told:?}"),
        }
    }
}

#[test]
fn what_of_a_drawing_is_not_drawn_is_named() {
    let text = |family: &str, words: &str| drawing(&format!("<text x='9' y='40' font-family=\"{family}\">{words}</text>"));
    let cases = [
        ("face.svg", text("Tidal Unseen", "Tide"), "missing-font", "Tidal Unseen"),
        ("sign.svg", text("sans-serif", "\u{f1234}"), "missing-character", "U+F1234"),
        ("outside.svg", drawing("<image href='photo.jpg' width='9' height='9'/>"), "undrawn-part", "photo.jpg"),
        (
            "page.svg",
            drawing("<foreignObject width='9' height='9'><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>"),
            "undrawn-part",
            "foreignObject",
        ),
        // The controls: another font was offered, and all is there.
        ("offered.svg", text("'Tidal Unseen', sans-serif", "Tide"), "", ""),
        ("whole.svg", drawing("<circle r='9'/>"), "", ""),
    ];
    let files: Vec<_> = cases.iter().map(|(src, bytes, ..)| (*src, bytes.clone())).collect();
    let newsroom = newsroom(&files);
    for printed in [newsroom.print(), newsroom.print()] {
        let told = told(&printed);
        let has_fonts = !told.iter().any(|(_, name, _)| *name == "no-font");
        for (src, _, name, word) in &cases {
            let of_it: Vec<_> = told.iter().filter(|(file, ..)| file == src).collect();
            match name.is_empty() {
                true => assert!(of_it.is_empty() || !has_fonts, "{src}: {of_it:?}"),
                false => assert!(
                    !has_fonts || of_it.iter().any(|(_, found, what)| found == name && what.contains(word)),
                    "{src}: {of_it:?}"
                ),
            }
        }
    }
}

#[test]
fn a_photo_in_a_drawing_is_drawn() {
    use base64::Engine;
    let photo = super::photo_files::written(super::photo_files::square([20, 90, 140]), image::ImageFormat::Png);
    let data = base64::engine::general_purpose::STANDARD.encode(photo);
    let bytes = drawing(&format!("<image href='data:image/png;base64,{data}' width='80' height='80'/>"));
    let printed = newsroom(&[("holder.svg", bytes)]).print();
    let picture = rendition(&printed, 0, "jpg");
    assert!(super::is_near(picture.get_pixel(40, 40).0, [20, 90, 140]), "{:?}", picture.get_pixel(40, 40));
    assert!(super::is_near(picture.get_pixel(120, 40).0, [255; 3]));
}
