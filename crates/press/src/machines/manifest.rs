//! `manifest.webmanifest` (<https://www.w3.org/TR/appmanifest/>): the site on a home screen.

use super::Theme;
use super::theme::{ICON_WIDTHS, MASKABLE_WIDTH};
use crate::error::PressError;
use crate::site::output::SiteFile;
use serde::Serialize;
use strait::words::tools;
use strait_model::Site;
use strait_model::paths::{Address, MachineFile, Paths, Tool};

#[derive(Serialize)]
struct Manifest<'a> {
    id: String,
    name: &'a str,
    short_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    lang: &'a str,
    start_url: String,
    scope: String,
    /// What every phone knows; where a browser can, with its own back button.
    display: &'static str,
    display_override: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    background_color: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme_color: Option<&'a str>,
    icons: Vec<Icon>,
    shortcuts: Vec<Shortcut>,
}

#[derive(Serialize)]
struct Shortcut {
    name: &'static str,
    url: String,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    media_type: &'static str,
    purpose: &'static str,
}

/// The manifest of an edition.
pub fn file(site: &Site, theme: &Theme) -> Result<SiteFile, PressError> {
    let paths = Paths::of(site);
    let home = paths.page(&Address::Front);
    let ground = theme.ground.as_ref().map(|ground| ground.light.as_str());
    let manifest = Manifest {
        id: home.clone(),
        name: &site.name,
        short_name: &site.name,
        description: site.tagline.as_deref(),
        lang: &site.language,
        start_url: home.clone(),
        scope: home,
        display: "standalone",
        display_override: ["minimal-ui"],
        background_color: ground,
        theme_color: ground,
        icons: if theme.has_icon() { icons(&paths) } else { vec![] },
        shortcuts: [Tool::Saved, Tool::Search].map(|tool| shortcut(site, &paths, tool)).into(),
    };
    Ok((MachineFile::Manifest.to_string(), serde_json::to_vec(&manifest)?))
}

/// What a long press on the icon leads to.
fn shortcut(site: &Site, paths: &Paths, tool: Tool) -> Shortcut {
    Shortcut { name: tools::about(tool, &site.language).title, url: paths.page(&Address::Tool(tool)) }
}

fn icons(paths: &Paths) -> Vec<Icon> {
    let drawing = Icon { src: paths.file("icon.svg"), sizes: "any".to_owned(), media_type: "image/svg+xml", purpose: "any" };
    let pixels = |file: MachineFile, width: u32, purpose: &'static str| Icon {
        src: paths.file(&file.to_string()),
        sizes: format!("{width}x{width}"),
        media_type: "image/png",
        purpose,
    };
    let whole = ICON_WIDTHS.map(|width| pixels(MachineFile::Icon(width), width, "any"));
    let maskable = pixels(MachineFile::MaskableIcon(MASKABLE_WIDTH), MASKABLE_WIDTH, "maskable");
    whole.into_iter().chain([maskable, drawing]).collect()
}
