//! Drawings (SVG). They read no file but themselves, and fonts that were chosen before.

use super::fonts::Fonts;
use super::remark::Sign;
use super::{PictureError, Remark, srgb};
use image::RgbImage;
use resvg::usvg::{self, FontFamily, FontResolver, ImageHrefResolver};
use resvg::{tiny_skia, usvg::fontdb::Database};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// A drawing.
pub struct Drawing {
    tree: usvg::Tree,
    remarks: BTreeSet<Remark>,
}

impl Drawing {
    /// Opens a drawing, with the fonts that its words need.
    pub fn open(bytes: &[u8], fonts: &Fonts, database: Database) -> Result<Drawing, PictureError> {
        let told = Mutex::new(remarks_of_text(std::str::from_utf8(bytes).unwrap_or_default()));
        let tell = |remark| {
            told.lock().unwrap_or_else(PoisonError::into_inner).insert(remark);
        };
        let options = usvg::Options {
            font_family: fonts.serif.clone(),
            fontdb: Arc::new(database),
            font_resolver: resolver(fonts, &tell),
            image_href_resolver: ImageHrefResolver {
                resolve_string: Box::new(|href, _| {
                    tell(Remark::UndrawnPart(href.chars().take(60).collect()));
                    None
                }),
                ..ImageHrefResolver::default()
            },
            ..usvg::Options::default()
        };
        let tree = usvg::Tree::from_data(bytes, &options).map_err(|error| PictureError::Broken(error.to_string()))?;
        drop(options);
        Ok(Drawing { tree, remarks: told.into_inner().unwrap_or_else(PoisonError::into_inner) })
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.tree.size().width() as u32, self.tree.size().height() as u32)
    }

    /// What of it is not drawn, or not as it should be.
    pub fn remarks(self) -> Vec<Remark> {
        self.remarks.into_iter().collect()
    }

    /// The pixels, so wide.
    pub fn draw(self, width: u32) -> Result<RgbImage, PictureError> {
        let tree = self.tree;
        let scale = width as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut canvas = tiny_skia::Pixmap::new(width, height).ok_or(PictureError::Empty)?;
        let [red, green, blue] = srgb::GROUND;
        canvas.fill(tiny_skia::Color::from_rgba8(red, green, blue, 255));
        resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut canvas.as_mut());
        let pixels = image::RgbaImage::from_raw(width, height, canvas.take()).ok_or(PictureError::Empty)?;
        Ok(image::DynamicImage::from(pixels).into_rgb8())
    }
}

/// Reads a drawing of this house, such as its sign.
pub fn tree(bytes: &[u8]) -> Result<usvg::Tree, PictureError> {
    let fonts = Fonts::of(bytes);
    Drawing::open(bytes, &fonts, fonts.read()).map(|drawing| drawing.tree)
}

/// What the text of a drawing says of parts that are not drawn whatever they are.
fn remarks_of_text(text: &str) -> BTreeSet<Remark> {
    let moves = ["<animate", "<set ", "@keyframes"].iter().any(|sign| text.contains(sign)).then_some(Remark::Moves);
    let foreign = text.contains("<foreignObject").then(|| Remark::UndrawnPart("foreignObject".to_owned()));
    moves.into_iter().chain(foreign).collect()
}

/// Chooses fonts among those that were read, and tells which are missing.
fn resolver<'a>(fonts: &'a Fonts, tell: &'a (dyn Fn(Remark) + Send + Sync)) -> FontResolver<'a> {
    let select = FontResolver::default_font_selector();
    FontResolver {
        select_font: Box::new(move |font, database| {
            if let Some(missing) = missing_family(font.families(), database) {
                tell(Remark::MissingFont(missing.chars().take(60).collect()));
            }
            let chosen = select(font, database);
            if chosen.is_none() {
                tell(Remark::NoFont);
            }
            chosen
        }),
        select_fallback: Box::new(move |character, asked, database| {
            let found = fonts.with(character, asked, database);
            if found.is_none() {
                tell(Remark::MissingCharacter(Sign(character)));
            }
            found
        }),
    }
}

/// The first family of a list of which none is there, and for which no other will do.
fn missing_family<'a>(families: &'a [FontFamily], database: &Database) -> Option<&'a str> {
    let is_there = |name: &str| database.faces().any(|face| face.families.iter().any(|(family, _)| family == name));
    let will_do = |family: &FontFamily| !matches!(family, FontFamily::Named(name) if !is_there(name));
    let first =
        families.iter().find_map(|family| if let FontFamily::Named(name) = family { Some(name.as_str()) } else { None })?;
    (!database.is_empty() && !families.iter().any(will_do)).then_some(first)
}
