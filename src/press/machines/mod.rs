//! Everything for machines, one file for each format. All are pure functions of the model: they
//! take the `Site` of one edition and derive every address from it.

mod body;
pub mod head;
mod json_feed;
mod json_ld;
mod listed;
mod look;
pub mod manifest;
pub mod news_sitemap;
mod ninjs;
mod oembed;
mod picture;
pub mod robots;
mod rss;
pub mod sitemap;
mod uri;
mod xml;

use super::PressError;
use super::edition::Edition;
use super::output::SiteFile;
use super::script::Translation;
use crate::model::{Article, Headline, SectionPath, Site, Story};
use crate::paths::Address;

pub use listed::Listed;
pub use look::{Ground, Look};
pub use oembed::Card;

/// How many articles a feed holds.
pub const FEED_LENGTH: usize = 30;
/// The width of pictures in feeds, in pixels.
const FEED_PICTURE: u32 = 960;

/// The files of an article; of a withdrawn one only the document that says so.
pub fn article_files(site: &Site, story: &Story) -> Result<Vec<SiteFile>, PressError> {
    let mut files = vec![ninjs::file(site, story)?];
    if !story.article.is_withdrawn() {
        // `Card::Rich` once there is a page to frame.
        files.push(oembed::file(site, &story.article, Card::Link)?);
    }
    Ok(files)
}

/// The feeds of a section, or of the whole paper. Of `newest`, the first [`FEED_LENGTH`] are taken.
pub fn list_files(
    site: &Site,
    look: &Look,
    section: Option<&SectionPath>,
    newest: &[Listed],
) -> Result<Vec<SiteFile>, PressError> {
    let newest = newest.get(..FEED_LENGTH).unwrap_or(newest);
    Ok(vec![rss::file(site, section, newest)?, json_feed::file(site, look, section, newest)?])
}

/// What all editions share: `sites` are theirs, the newsroom's own first.
pub(super) fn shared_files(sites: &[&Site], look: &Look) -> Vec<SiteFile> {
    std::iter::once(robots::file(sites)).chain(look.files()).collect()
}

/// All files for machines of an edition; of the newsroom's own where there is no translation.
pub(super) fn files(
    edition: &Edition,
    other: Option<&Translation>,
    sites: &[&Site],
    look: &Look,
    now: jiff::Timestamp,
) -> Result<Vec<SiteFile>, PressError> {
    let (site, folder) = other.map_or((edition.site(), ""), |other| (other.site(), other.folder()));
    let mut files = vec![manifest::file(site, look)?];
    for story in edition.stories() {
        files.extend(article_files(site, &other.map_or_else(|| story.clone(), |other| other.story(story.clone())))?);
    }
    let headlines = edition.latest(usize::MAX);
    let headlines: Vec<Headline> = match other {
        Some(other) => other.headlines(headlines),
        None => headlines,
    };
    let articles = edition.articles().iter().map(|article| other.map_or_else(|| article.clone(), |other| other.article(article)));
    let articles: Vec<Article> = articles.collect();
    let listed: Vec<Listed> = articles.iter().zip(&headlines).map(|(article, headline)| Listed::of(article, headline)).collect();
    files.extend(list_files(site, look, None, &listed)?);
    for section in edition.sections() {
        let is_in_it = |listed: &&Listed| listed.headline.section.lineage().any(|path| path == section.path);
        let newest: Vec<Listed> = listed.iter().filter(is_in_it).take(FEED_LENGTH).copied().collect();
        files.extend(list_files(site, look, Some(&section.path), &newest)?);
    }
    files.push(news_sitemap::file(site, &listed, now)?);
    let entries = articles.iter().map(sitemap::SitemapEntry::of);
    files.extend(sitemap::files(site, sites, entries)?);
    Ok(files.into_iter().map(|(path, bytes)| (format!("{folder}{path}"), bytes)).collect())
}

/// What a feed is called: the paper, and the section.
fn feed_title(site: &Site, section: Option<&SectionPath>) -> String {
    match section.map(|path| site.section(path).map_or(path.as_str(), |section| &section.name)) {
        Some(section) => format!("{} · {section}", site.name),
        None => site.name.clone(),
    }
}

/// The page whose news a feed holds.
fn feed_home(section: Option<&SectionPath>) -> Address {
    section.map_or(Address::Front, |section| Address::Section(section.clone()))
}
