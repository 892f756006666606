//! What machines show of the site's theme: its ground colour and its icon.

use crate::site::output::SiteFile;
use resvg::tiny_skia;
use strait_model::paths::{MachineFile, Paths};

/// The widths of the icon as pixels: a home screen, a splash screen.
pub const ICON_WIDTHS: [u32; 2] = [192, 512];
/// The width of the icon that phones cut a shape of.
pub const MASKABLE_WIDTH: u32 = 512;
/// The width of the icon for an iPhone's home screen.
pub const TOUCH_WIDTH: u32 = 180;
/// How much of a maskable icon no shape cuts off (<https://www.w3.org/TR/appmanifest/#icon-masks>): the circle's square.
const SAFE: f32 = 0.7;
/// The style token behind everything.
const GROUND: &str = "--paper:";

/// What machines show of the site's theme.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// The ground of a page in the light and in the dark theme; none where the CSS has no such token.
    pub ground: Option<Ground>,
    /// The icon as pixels; none where there is no icon that can be drawn.
    icons: Vec<SiteFile>,
}

/// The ground of a page, as CSS writes colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// In the light theme.
    pub light: String,
    /// In the dark theme.
    pub dark: String,
}

impl Theme {
    /// The theme of a paper: its ground, and the drawing of its icon.
    pub fn of(ground: Option<Ground>, icon: Option<&[u8]>) -> Theme {
        let icons = icon.and_then(|svg| icons(svg, ground.as_ref())).unwrap_or_default();
        Theme { ground, icons }
    }

    /// The icons as files of the site.
    pub fn files(&self) -> Vec<SiteFile> {
        self.icons.clone()
    }

    /// Whether there is an icon.
    pub fn has_icon(&self) -> bool {
        !self.icons.is_empty()
    }

    /// The address of the widest icon. The icon belongs to all editions.
    pub fn widest_icon(&self, paths: &Paths) -> Option<String> {
        let width = ICON_WIDTHS.last().filter(|_| self.has_icon())?;
        Some(paths.canonical_file(&MachineFile::Icon(*width).to_string()))
    }
}

impl Ground {
    /// The ground that CSS paints.
    pub fn of(css: &str) -> Option<Ground> {
        let dark = css.match_indices("prefers-color-scheme").map(|(at, words)| &css[at + words.len()..]);
        let dark = dark.filter(|rest| rest.trim_start_matches([':', ' ']).starts_with("dark")).find_map(token);
        let light = token(css)?;
        Some(Ground { dark: dark.unwrap_or_else(|| light.clone()), light })
    }
}

/// The first value of the ground's token: a colour in hexadecimal, or none.
fn token(css: &str) -> Option<String> {
    let value = css.split(GROUND).nth(1)?.split([';', '}']).next()?.trim();
    let is_colour = value.starts_with('#') && value.chars().skip(1).all(|digit| digit.is_ascii_hexdigit());
    is_colour.then(|| value.to_owned())
}

/// All icons of a drawing.
fn icons(svg: &[u8], ground: Option<&Ground>) -> Option<Vec<SiteFile>> {
    let colour = ground.and_then(|ground| colour(&ground.light)).unwrap_or(tiny_skia::Color::WHITE);
    let mut icons = Vec::new();
    for width in ICON_WIDTHS {
        icons.push((MachineFile::Icon(width).to_string(), draw(svg, width, 1.0, None)?));
    }
    icons.push((MachineFile::MaskableIcon(MASKABLE_WIDTH).to_string(), draw(svg, MASKABLE_WIDTH, SAFE, Some(colour))?));
    icons.push((MachineFile::TouchIcon(TOUCH_WIDTH).to_string(), draw(svg, TOUCH_WIDTH, 1.0, Some(colour))?));
    Some(icons)
}

/// A colour in hexadecimal with six digits.
fn colour(text: &str) -> Option<tiny_skia::Color> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(tiny_skia::Color::from_rgba8(part(0)?, part(2)?, part(4)?, 255))
}

/// A drawing as a square PNG: how much of the width it fills, and on which ground.
fn draw(svg: &[u8], width: u32, fills: f32, ground: Option<tiny_skia::Color>) -> Option<Vec<u8>> {
    let tree = strait_darkroom::tree(svg).ok()?;
    let (wide, high, whole) = (tree.size().width(), tree.size().height(), width as f32);
    let scale = fills * whole / wide.max(high);
    let place =
        tiny_skia::Transform::from_scale(scale, scale).post_translate((whole - wide * scale) / 2.0, (whole - high * scale) / 2.0);
    let mut canvas = tiny_skia::Pixmap::new(width, width)?;
    ground.into_iter().for_each(|colour| canvas.fill(colour));
    resvg::render(&tree, place, &mut canvas.as_mut());
    let pixels = image::RgbaImage::from_raw(width, width, canvas.take_demultiplied())?;
    let mut png = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut png, image::ImageFormat::Png).ok()?;
    Some(png.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ground_is_read_from_the_style_minified_or_not() {
        let expected = Some(Ground { light: "#fbf9f4".to_owned(), dark: "#10191d".to_owned() });
        for css in [
            ":root{--paper:#fbf9f4;--ink:#000}@media (prefers-color-scheme:dark){:root{--paper:#10191d}}",
            ":root {\n  --paper: #fbf9f4;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --paper: #10191d;\n  }\n}",
        ] {
            assert_eq!(Ground::of(css), expected);
        }
        assert_eq!(Ground::of("body{}"), None);
        assert_eq!(Ground::of(":root{--paper:\"><script>"), None);
    }

    #[test]
    fn the_icon_is_drawn_in_both_widths() {
        let svg =
            br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#f00"/></svg>"##;
        let files = Theme::of(None, Some(svg)).files();
        let names = ["icon-192.png", "icon-512.png", "icon-maskable-512.png", "icon-touch-180.png"];
        for ((path, png), (name, width)) in files.iter().zip(names.into_iter().zip([192, 512, 512, 180])) {
            assert_eq!(path, name);
            let picture = image::load_from_memory(png).unwrap();
            assert_eq!((picture.width(), picture.height()), (width, width));
            assert_eq!(picture.to_rgba8().get_pixel(width / 2, width / 2).0, [255, 0, 0, 255]);
        }
        assert_eq!(files.len(), 4);
        assert!(!Theme::of(None, Some(b"no drawing")).has_icon());
    }
}
