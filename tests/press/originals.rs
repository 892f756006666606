//! Originals of all kinds look as their makers saw them; what cannot be made is named, and left out.

mod colours;
mod drawings;
mod flat_jpeg;
mod left_out;
mod photo_files;
mod shapes;

use crate::newsroom::{Printed, SmallNewsroom};
use image::RgbImage;
use serde_json::json;

/// A newsroom with an article for each original, which it opens with.
pub fn newsroom(originals: &[(&str, Vec<u8>)]) -> SmallNewsroom {
    let mut newsroom = SmallNewsroom::new();
    for (at, (src, bytes)) in originals.iter().enumerate() {
        newsroom.file(&format!("content/pictures/{src}"), bytes);
        newsroom = newsroom.article(&at.to_string(), 1, json!({"lead": {"src": src, "alt": "a", "caption": format!("图{at}")}}));
    }
    newsroom
}

/// The picture that an article opens with, as it was printed: its widest rendition in an encoding.
pub fn rendition(printed: &Printed, article: usize, ending: &str) -> RgbImage {
    let story: serde_json::Value = serde_json::from_str(&printed.text(&format!("data/articles/{article}.json"))).unwrap();
    let lead = &story["article"]["lead"];
    let (src, widths) = (lead["src"].as_str().unwrap(), lead["widths"].as_array().unwrap());
    let path = printed.root.join(format!("{src}-{}.{ending}", widths.last().unwrap()));
    image::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).to_rgb8()
}

/// Whether two colours are one, but for what encoders make of them.
pub fn is_near(found: [u8; 3], wanted: [u8; 3]) -> bool {
    found.iter().zip(wanted).all(|(found, wanted)| found.abs_diff(wanted) <= 6)
}

/// What was said of each original: its name, the fault's, and the words.
pub fn told(printed: &Printed) -> Vec<(String, &'static str, String)> {
    let told = |problem: &strait_report::problem::Problem| {
        (problem.file.file_name().unwrap().to_string_lossy().into_owned(), problem.name, problem.what.en.clone())
    };
    printed.report.problems.iter().map(told).collect()
}
