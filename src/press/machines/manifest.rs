//! `manifest.webmanifest` (<https://www.w3.org/TR/appmanifest/>): the site on a home screen.

use super::Look;
use super::look::ICON_WIDTHS;
use crate::model::Site;
use crate::paths::{Address, MachineFile, Paths};
use crate::press::PressError;
use crate::press::output::SiteFile;
use serde::Serialize;

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
    /// With the browser's own back button.
    display: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    background_color: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme_color: Option<&'a str>,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    media_type: &'static str,
}

/// The manifest of an edition.
pub fn file(site: &Site, look: &Look) -> Result<SiteFile, PressError> {
    let paths = Paths::of(site);
    let home = paths.page(&Address::Front);
    let ground = look.ground.as_ref().map(|ground| ground.light.as_str());
    let manifest = Manifest {
        id: home.clone(),
        name: &site.name,
        short_name: &site.name,
        description: site.tagline.as_deref(),
        lang: &site.language,
        start_url: home.clone(),
        scope: home,
        display: "minimal-ui",
        background_color: ground,
        theme_color: ground,
        icons: if look.has_icon() { icons(&paths) } else { vec![] },
    };
    Ok((MachineFile::Manifest.to_string(), serde_json::to_vec(&manifest)?))
}

fn icons(paths: &Paths) -> Vec<Icon> {
    let drawing = Icon { src: paths.file("icon.svg"), sizes: "any".to_owned(), media_type: "image/svg+xml" };
    let pixels = ICON_WIDTHS.map(|width| Icon {
        src: paths.file(&MachineFile::Icon(width).to_string()),
        sizes: format!("{width}x{width}"),
        media_type: "image/png",
    });
    pixels.into_iter().chain([drawing]).collect()
}
