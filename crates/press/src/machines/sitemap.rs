//! `sitemap.xml` and the sitemaps that it lists (<https://www.sitemaps.org/protocol.html>), with
//! Google's pictures and, where there are several editions, each article in the others.
//!
//! Articles are parted by the month in which they were first published, a month of many into
//! several parts. So a new article, a late one, or one that goes changes its own month alone.

use super::picture;
use super::uri::own_uri;
use super::xml::document;
use crate::error::PressError;
use crate::site::output::SiteFile;
use serde::Serialize;
use std::ops::Range;
use strait_model::paths::{Address, MachineFile, Paths};
use strait_model::{ArticleId, Headline, Image, Section, Site, Timestamp};

/// How many articles a part holds. The protocol allows 50,000 and 50 MB.
pub const PART_SIZE: usize = 5_000;
/// The sitemap of the front page and the sections.
const SECTIONS: &str = "sections";
/// The width of pictures, in pixels.
const PICTURE_WIDTH: u32 = 1440;

/// What a sitemap says of an article.
#[derive(Clone, Copy, Debug)]
pub struct SitemapEntry<'a> {
    /// Whose it is.
    pub id: &'a ArticleId,
    /// When this version was published.
    pub version_created: &'a Timestamp,
    /// Its lead picture.
    pub picture: Option<&'a Image>,
}

#[derive(Serialize)]
struct UrlSet {
    #[serde(rename = "@xmlns")]
    sitemap: &'static str,
    #[serde(rename = "@xmlns:image")]
    image: &'static str,
    #[serde(rename = "@xmlns:xhtml")]
    xhtml: &'static str,
    url: Vec<Url>,
}

#[derive(Serialize)]
struct Url {
    loc: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lastmod: Option<String>,
    #[serde(rename = "xhtml:link")]
    alternates: Vec<Alternate>,
    #[serde(rename = "image:image", skip_serializing_if = "Option::is_none")]
    image: Option<SitemapImage>,
}

#[derive(Serialize)]
struct Alternate {
    #[serde(rename = "@rel")]
    rel: &'static str,
    #[serde(rename = "@hreflang")]
    language: String,
    #[serde(rename = "@href")]
    href: String,
}

#[derive(Serialize)]
struct SitemapImage {
    #[serde(rename = "image:loc")]
    loc: String,
}

#[derive(Serialize)]
struct SitemapIndex {
    #[serde(rename = "@xmlns")]
    sitemap: &'static str,
    #[serde(rename = "sitemap")]
    parts: Vec<IndexEntry>,
}

#[derive(Serialize)]
struct IndexEntry {
    loc: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lastmod: Option<String>,
}

impl<'a> SitemapEntry<'a> {
    /// What is said of an article.
    pub fn of(headline: &'a Headline, version_created: &'a Timestamp) -> SitemapEntry<'a> {
        SitemapEntry { id: &headline.id, version_created, picture: headline.picture.as_ref() }
    }
}

/// The parts of a month's articles, which are named by places, the oldest first: `2024-09`, then `2024-09-2` ….
pub fn parts(month: &str, articles: Range<usize>) -> impl Iterator<Item = (String, Range<usize>)> {
    let end = articles.end;
    articles.step_by(PART_SIZE).enumerate().map(move |(number, begin)| {
        let name = if number == 0 { month.to_owned() } else { format!("{month}-{}", number + 1) };
        (name, begin..end.min(begin + PART_SIZE))
    })
}

/// One part. `editions` are all editions of the paper, the newsroom's own first; `site` is one of them.
pub fn part_file(site: &Site, editions: &[&Site], name: &str, entries: &[SitemapEntry]) -> Result<SiteFile, PressError> {
    let paths = Paths::of(site);
    let image = |entry: &SitemapEntry| picture::file(&paths, entry.picture?, PICTURE_WIDTH);
    let urls = entries.iter().map(|entry| Url {
        lastmod: Some(entry.version_created.to_string()),
        image: image(entry).map(|file| SitemapImage { loc: file.href }),
        ..url(site, editions, &Address::Article(entry.id.clone()))
    });
    url_set(name, urls.collect())
}

/// The front page, the sections, and the pages beside the news. It names no times, so that it changes with the tree alone.
pub fn sections_file(site: &Site, editions: &[&Site]) -> Result<SiteFile, PressError> {
    let sections = site.sections.iter().flat_map(Section::flatten).map(|section| Address::Section(section.path.clone()));
    let standing = site.pages.iter().map(|page| Address::Standing(page.name.clone()));
    let addresses = std::iter::once(Address::Front).chain(sections).chain(standing);
    url_set(SECTIONS, addresses.map(|address| url(site, editions, &address)).collect())
}

/// The list of all parts. Each comes with the time of its newest version.
pub fn index_file<'a>(
    site: &Site,
    parts: impl IntoIterator<Item = (&'a str, Option<&'a Timestamp>)>,
) -> Result<SiteFile, PressError> {
    let paths = Paths::of(site);
    let entry = |(name, lastmod): (&str, Option<&Timestamp>)| IndexEntry {
        loc: own_uri(paths.canonical_machine_file(&MachineFile::Sitemap(name))),
        lastmod: lastmod.map(Timestamp::to_string),
    };
    let parts = std::iter::once((SECTIONS, None)).chain(parts).map(entry).collect();
    let index = SitemapIndex { sitemap: NAMESPACE, parts };
    Ok((MachineFile::SitemapIndex.to_string(), document("sitemapindex", &index)?))
}

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

fn url(site: &Site, editions: &[&Site], address: &Address) -> Url {
    let canonical = |site: &Site| own_uri(Paths::of(site).canonical(address));
    let alternate =
        |language: &str, site: &Site| Alternate { rel: "alternate", language: language.to_owned(), href: canonical(site) };
    let alternates = match editions {
        [own, _, ..] => {
            let each = editions.iter().map(|edition| alternate(&edition.language, edition));
            each.chain([alternate("x-default", own)]).collect()
        }
        _ => vec![],
    };
    Url { loc: canonical(site), lastmod: None, alternates, image: None }
}

fn url_set(name: &str, url: Vec<Url>) -> Result<SiteFile, PressError> {
    let set = UrlSet {
        sitemap: NAMESPACE,
        image: "http://www.google.com/schemas/sitemap-image/1.1",
        xhtml: "http://www.w3.org/1999/xhtml",
        url,
    };
    Ok((MachineFile::Sitemap(name).to_string(), document("urlset", &set)?))
}
