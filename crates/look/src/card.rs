//! Pictures for those articles that have none, where they are shared (Open Graph): the headline, in the paper's colours.
//!
//! The typeface is a file of the newsroom's, and no other is used: the bytes are the same on every machine.

use crate::colours::Four;
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use resvg::tiny_skia::Pixmap;
use resvg::usvg::{self, fontdb};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::FileRef;
use skrifa::{FontRef, MetadataProvider};
use std::fmt::Write;
use std::sync::Arc;

/// What those who show shared pages ask for, in pixels (<https://ogp.me/>, 1.91:1).
pub const WIDTH: u32 = 1200;
/// The same.
pub const HEIGHT: u32 = 630;
/// Where words may stand, in pixels from the left and from the right.
const MARGIN: f32 = 80.0;
/// Headlines are as large as their lines allow, in pixels.
const SIZES: [f32; 5] = [92.0, 80.0, 70.0, 60.0, 52.0];
/// More lines than these are cut.
const MOST_LINES: usize = 4;
/// The size of the paper's name.
const NAME: f32 = 34.0;

/// What cards are printed with.
#[derive(Clone)]
pub struct Card {
    face: Arc<Vec<u8>>,
    fonts: Arc<fontdb::Database>,
    family: String,
    colours: Four,
}

impl Card {
    /// Cards in a typeface; none where the file is none.
    pub fn of(face: Vec<u8>, colours: Four) -> Option<Card> {
        first_font(&face)?;
        let face = Arc::new(face);
        let mut fonts = fontdb::Database::new();
        fonts.load_font_source(fontdb::Source::Binary(face.clone()));
        let family = fonts.faces().next()?.families.first()?.0.clone();
        Some(Card { face, fonts: Arc::new(fonts), family, colours })
    }

    /// The typeface. The rest of what cards are made of stands in the site file.
    pub fn face(&self) -> &[u8] {
        &self.face
    }

    /// The card of a headline, as a PNG; none where the typeface lacks one of its characters.
    pub fn draw(&self, headline: &str, name: &str) -> Option<Vec<u8>> {
        let font = first_font(&self.face)?;
        let has = |words: &str| words.chars().all(|sign| sign.is_whitespace() || font.charmap().map(sign).is_some());
        if headline.trim().is_empty() || !has(headline) {
            return None;
        }
        let (size, lines) = set(&font, headline);
        let name = if has(name) { name } else { "" };
        let options = usvg::Options { fontdb: self.fonts.clone(), font_family: self.family.clone(), ..usvg::Options::default() };
        let tree = usvg::Tree::from_str(&self.drawing(size, &lines, name), &options).ok()?;
        let mut canvas = Pixmap::new(WIDTH, HEIGHT)?;
        resvg::render(&tree, usvg::Transform::identity(), &mut canvas.as_mut());
        canvas.encode_png().ok()
    }

    fn drawing(&self, size: f32, lines: &[String], name: &str) -> String {
        let Four { accent, ground, ink, .. } = self.colours;
        let (leading, base) = (size * 1.35, HEIGHT as f32 - 96.0);
        // In the middle of what is above the name.
        let top = (base - NAME - leading * lines.len() as f32) / 2.0 + size;
        let mut words = String::new();
        for (at, line) in lines.iter().enumerate() {
            // A string takes whatever is written to it.
            let _ = write!(words, "<text x=\"{MARGIN}\" y=\"{}\">{}</text>", top + leading * at as f32, escaped(line));
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
             <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{ground}\"/><rect width=\"{WIDTH}\" height=\"18\" fill=\"{accent}\"/>\
             <g fill=\"{ink}\" font-size=\"{size}\">{words}</g>\
             <rect x=\"{MARGIN}\" y=\"{}\" width=\"56\" height=\"5\" fill=\"{accent}\"/>\
             <text x=\"{MARGIN}\" y=\"{}\" font-size=\"{NAME}\" fill=\"{accent}\">{}</text></svg>",
            base - NAME,
            base + NAME,
            escaped(name),
        )
    }
}

/// The first font of a file, which may be a collection.
fn first_font(face: &[u8]) -> Option<FontRef<'_>> {
    match FileRef::new(face).ok()? {
        FileRef::Font(font) => Some(font),
        FileRef::Collection(fonts) => fonts.get(0).ok(),
    }
}

/// A headline in lines, in the largest size in which it has few enough. One that has too many in any size is cut.
fn set(font: &FontRef, headline: &str) -> (f32, Vec<String>) {
    let room = WIDTH as f32 - 2.0 * MARGIN;
    let mut set = SIZES.into_iter().map(|size| (size, lines(font, headline, size, room)));
    let fitting = set.clone().find(|(_, lines)| lines.len() <= MOST_LINES);
    let (size, mut lines) = fitting.or_else(|| set.next_back()).unwrap_or_default();
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('…');
        }
    }
    (size, lines)
}

/// Lines as wide as there is room, broken where the language may be (UAX #14).
fn lines(font: &FontRef, text: &str, size: f32, room: f32) -> Vec<String> {
    let (glyphs, charmap) = (font.glyph_metrics(Size::new(size), LocationRef::default()), font.charmap());
    let width = |text: &str| -> f32 { text.trim_end().chars().filter_map(|sign| glyphs.advance_width(charmap.map(sign)?)).sum() };
    let breaks = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let ends: Vec<usize> = breaks.segment_str(text).collect();
    let mut lines = vec![String::new()];
    for part in ends.windows(2).filter_map(|ends| text.get(ends[0]..ends[1])) {
        let line = lines.last().map_or("", String::as_str);
        if !line.is_empty() && width(&format!("{line}{part}")) > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(part);
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").chars().filter(|sign| !sign.is_control()).collect()
}
