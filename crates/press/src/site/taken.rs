//! What the site's own files and folders are called.

use strait_model::paths::{Address, Tool};
use strait_model::{PageName, Site};

/// Files and folders at the top of a site, beside those of pages, tools and editions.
pub const OWN: [&str; 12] =
    ["_hosts", "assets", "data", "former", "media", "ninjs", "oembed", "pictures", "schema", "sitemap", "index.html", "404.html"];
/// Files for machines and scripts there.
const FILES: [&str; 11] = [
    "feed.xml",
    "feed.json",
    "sitemap.xml",
    "sitemap-news.xml",
    "robots.txt",
    "manifest.webmanifest",
    "icon.svg",
    "embed.js",
    "worker.js",
    "_headers",
    "_redirects",
];

/// Whether something of the site's own stands, or may stand one day, at a path below its beginning.
pub fn is_taken(site: &Site, path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    let plain = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz")).unwrap_or(&path);
    let first = plain.split('/').next().unwrap_or_default();
    let is_icon = first.starts_with("icon-") && first.ends_with(".png");
    OWN.contains(&first)
        || FILES.contains(&first)
        || Address::FOLDERS.contains(&first)
        || Tool::ALL.iter().any(|tool| tool.folder() == first)
        || is_edition(site, first)
        || is_standing(site, first)
        || first.starts_with(".strait")
        || is_icon
}

/// Whether an edition begins with a name.
pub fn is_edition(site: &Site, name: &str) -> bool {
    site.editions.iter().any(|edition| edition.path.as_str() == name)
}

/// Whether a page beside the news has a name.
pub fn is_standing(site: &Site, name: &str) -> bool {
    name == PageName::CORRECTIONS || site.pages.iter().any(|page| page.name.as_str() == name)
}
