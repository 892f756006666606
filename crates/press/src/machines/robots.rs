//! `robots.txt` (RFC 9309): who may read the paper, and where the sitemaps are.

use super::uri::own_uri;
use crate::site::output::SiteFile;
use strait_model::paths::{MachineFile, Paths};
use strait_model::{Robots, Site};

/// Those who gather texts to train models with, as public lists of crawlers name them (2026): OpenAI, Anthropic, Google,
/// Apple, Common Crawl, Meta, ByteDance, Amazon, Cohere, Allen AI. Who does not keep to the RFC is not kept out.
const TRAINERS: [&str; 10] = [
    "GPTBot",
    "ClaudeBot",
    "Google-Extended",
    "Applebot-Extended",
    "CCBot",
    "meta-externalagent",
    "Bytespider",
    "Amazonbot",
    "cohere-training-data-crawler",
    "AI2Bot",
];

/// The file for all editions of a paper. Crawlers ask for it at the root of a host only.
pub fn file(editions: &[&Site]) -> SiteFile {
    let sitemaps = editions.iter().flat_map(|site| {
        let paths = Paths::of(site);
        [MachineFile::SitemapIndex, MachineFile::NewsSitemap].map(|file| own_uri(paths.canonical_machine_file(&file)))
    });
    let lines: String = sitemaps.map(|address| format!("Sitemap: {address}\n")).collect();
    let refused = editions.first().map_or_else(String::new, |site| refused(&site.robots));
    (MachineFile::Robots.to_string(), format!("{refused}User-agent: *\nAllow: /\n\n{lines}").into_bytes())
}

/// A group of its own for those who may read nothing: each reads the group that names it, and no other.
fn refused(robots: &Robots) -> String {
    let trainers = if robots.training { &[][..] } else { &TRAINERS[..] };
    let names = trainers.iter().copied().chain(robots.refuse.iter().map(|name| name.as_str()));
    let lines: String = names.map(|name| format!("User-agent: {name}\n")).collect();
    if lines.is_empty() { lines } else { format!("{lines}Disallow: /\n\n") }
}
