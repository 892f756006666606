//! Everything for machines, one file for each format. All are pure functions of the model: they
//! take the `Site` of one edition and derive every address from it.

mod body;
pub mod head;
mod json_feed;
mod json_ld;
mod listed;
pub mod manifest;
pub mod news_sitemap;
mod ninjs;
mod oembed;
mod picture;
pub mod robots;
mod rss;
pub mod sitemap;
mod snippet;
mod theme;
mod uri;
mod xml;

use crate::error::PressError;
use crate::site::output::SiteFile;
use strait_model::paths::Address;
use strait_model::{SectionPath, Site, Story};

pub use listed::Listed;
pub use theme::{Ground, Theme};

/// How many articles a feed holds.
pub const FEED_LENGTH: usize = 30;
/// The width of pictures in feeds, in pixels.
const FEED_PICTURE: u32 = 960;

/// The files of an article; of a withdrawn one only the document that says so.
pub fn article_files(site: &Site, story: &Story) -> Result<Vec<SiteFile>, PressError> {
    let mut files = vec![ninjs::file(site, story)?];
    if !story.article.is_withdrawn() {
        files.extend(oembed::article_files(site, &story.article)?);
    }
    Ok(files)
}

/// What sites are told that embed a section; nothing of one that the paper does not have.
pub fn section_files(site: &Site, section: &SectionPath) -> Result<Vec<SiteFile>, PressError> {
    let files = site.section(section).map(|section| oembed::section_files(site, section)).transpose()?;
    Ok(files.into_iter().flatten().collect())
}

/// The feeds of a section, or of the whole paper. Of `newest`, the first [`FEED_LENGTH`] are taken.
pub fn list_files(
    site: &Site,
    theme: &Theme,
    section: Option<&SectionPath>,
    newest: &[Listed],
) -> Result<Vec<SiteFile>, PressError> {
    let newest = newest.get(..FEED_LENGTH).unwrap_or(newest);
    Ok(vec![rss::file(site, section, newest)?, json_feed::file(site, theme, section, newest)?])
}

/// What all editions share: `sites` are theirs, the newsroom's own first.
pub fn shared_files(sites: &[&Site], theme: &Theme) -> Vec<SiteFile> {
    std::iter::once(robots::file(sites)).chain(theme.files()).collect()
}

/// The page whose news a feed holds.
fn feed_home(section: Option<&SectionPath>) -> Address {
    section.map_or(Address::Front, |section| Address::Section(section.clone()))
}
