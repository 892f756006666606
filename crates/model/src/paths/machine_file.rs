//! The files that are for machines: feeds, sitemaps, ninjs, oEmbed.

use super::Paths;
use crate::{ArticleId, SectionPath};
use std::fmt;

/// The two languages in which oEmbed answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What nearly everybody asks for.
    Json,
    /// What the standard has beside it.
    Xml,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Answer::Json => "json",
            Answer::Xml => "xml",
        })
    }
}

/// A file for machines. `Display` gives its path below the site's beginning: `section/news/feed.xml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MachineFile<'a> {
    /// The newest of the paper or of a section, as RSS.
    Rss(Option<&'a SectionPath>),
    /// The same as JSON Feed.
    JsonFeed(Option<&'a SectionPath>),
    /// An article for partners.
    Ninjs(&'a ArticleId),
    /// What sites that embed an article ask for.
    Oembed(&'a ArticleId, Answer),
    /// The same for a section.
    SectionOembed(&'a SectionPath, Answer),
    /// The list of sitemaps.
    SitemapIndex,
    /// A sitemap by its name.
    Sitemap(&'a str),
    /// The sitemap of the last two days.
    NewsSitemap,
    /// What crawlers ask for first.
    Robots,
    /// What a phone asks for before it keeps the site on its home screen.
    Manifest,
    /// The icon as pixels, so many wide.
    Icon(u32),
    /// The same on a ground to its edges, of which a phone cuts its own shape.
    MaskableIcon(u32),
    /// The same for the home screen of an iPhone, which knows neither shape nor transparency.
    TouchIcon(u32),
}

impl fmt::Display for MachineFile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MachineFile::Rss(None) => f.write_str("feed.xml"),
            MachineFile::Rss(Some(section)) => write!(f, "section/{section}/feed.xml"),
            MachineFile::JsonFeed(None) => f.write_str("feed.json"),
            MachineFile::JsonFeed(Some(section)) => write!(f, "section/{section}/feed.json"),
            MachineFile::Ninjs(id) => write!(f, "ninjs/{id}.json"),
            MachineFile::Oembed(id, answer) => write!(f, "oembed/article/{id}.{answer}"),
            MachineFile::SectionOembed(section, answer) => write!(f, "oembed/section/{section}.{answer}"),
            MachineFile::SitemapIndex => f.write_str("sitemap.xml"),
            MachineFile::Sitemap(name) => write!(f, "sitemap/{name}.xml"),
            MachineFile::NewsSitemap => f.write_str("sitemap-news.xml"),
            MachineFile::Robots => f.write_str("robots.txt"),
            MachineFile::Manifest => f.write_str("manifest.webmanifest"),
            MachineFile::Icon(width) => write!(f, "icon-{width}.png"),
            MachineFile::MaskableIcon(width) => write!(f, "icon-maskable-{width}.png"),
            MachineFile::TouchIcon(width) => write!(f, "icon-touch-{width}.png"),
        }
    }
}

impl Paths {
    /// The address of a file for machines on the site's own host: `/paper/feed.xml`.
    pub fn machine_file(&self, file: &MachineFile) -> String {
        format!("{}{file}", self.base)
    }

    /// The same with its host.
    pub fn canonical_machine_file(&self, file: &MachineFile) -> String {
        format!("{}{}{file}", self.origin, self.base)
    }

    /// A path on the site's own host, with its host. Whole addresses stay.
    pub fn with_origin(&self, href: &str) -> String {
        match href.starts_with('/') {
            true => format!("{}{href}", self.origin),
            false => href.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_has_feeds_of_its_own_beside_its_page() {
        let section = SectionPath::try_from("news/city".to_owned()).unwrap();
        assert_eq!(MachineFile::Rss(Some(&section)).to_string(), "section/news/city/feed.xml");
        assert_eq!(MachineFile::JsonFeed(None).to_string(), "feed.json");
    }
}
