//! `robots.txt` (RFC 9309): everything may be read, and where the sitemaps are.

use super::uri::own_uri;
use crate::site::output::SiteFile;
use strait_model::Site;
use strait_model::paths::{MachineFile, Paths};

/// The file for all editions of a paper. Crawlers ask for it at the root of a host only.
pub fn file(editions: &[&Site]) -> SiteFile {
    let sitemaps = editions.iter().flat_map(|site| {
        let paths = Paths::of(site);
        [MachineFile::SitemapIndex, MachineFile::NewsSitemap].map(|file| own_uri(paths.canonical_machine_file(&file)))
    });
    let lines: String = sitemaps.map(|address| format!("Sitemap: {address}\n")).collect();
    (MachineFile::Robots.to_string(), format!("User-agent: *\nAllow: /\n\n{lines}").into_bytes())
}
