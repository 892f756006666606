//! The pages that stand beside the news, and the links to them that every page has.

use super::Newsroom;
use crate::fingerprint::{Fingerprint, Key};
use crate::newsroom::originals::is_local;
use crate::site::taken::is_edition;
use jiff::tz::TimeZone;
use serde_json::Error;
use std::path::PathBuf;
use strait::words::standing::Words;
use strait_confined::{Confined, ConfinedError};
use strait_model::{Block, PageLink, PageName, PagePlace, ShownFile, Site};
use strait_standing::{FiledPage, StandingPages};

/// Reads the pages of a newsroom that may be shown at a moment, and puts the links to them on its site. Every paper has a
/// page of corrections, whether it says something beside them or not.
pub fn read(content: &Confined, site: &mut Site, now: jiff::Timestamp) -> Result<StandingPages, ConfinedError> {
    let zone = TimeZone::get(&site.time_zone).unwrap_or(TimeZone::UTC);
    let mut read = StandingPages::read(content, &zone, now, |name| is_edition(site, name))?;
    let pages = &mut read.pages;
    if !pages.iter().any(|page| page.link.name.is_of_corrections()) {
        pages.push(bare_corrections(site));
    }
    site.pages = pages.iter().map(|page| page.link.clone()).collect();
    Ok(read)
}

/// The page of corrections of a newsroom that says nothing of its own there.
fn bare_corrections(site: &Site) -> FiledPage {
    let title = Words::of(&site.language).corrections.to_owned();
    let link = PageLink { name: PageName::corrections(), label: title.clone(), title, place: PagePlace::Footer };
    FiledPage::new(PathBuf::new(), link)
}

impl Newsroom {
    /// A hash of all that stands on the pages beside the news, but for their pictures.
    pub fn pages_key(&self) -> Result<Key, Error> {
        let keys = self.pages.iter().map(page_key).collect::<Result<Vec<_>, _>>()?;
        Ok(Fingerprint::default().numbers(keys).key())
    }
}

/// A hash of all that a page says by itself.
pub fn page_key(page: &FiledPage) -> Result<Key, Error> {
    let FiledPage { link, description, language, updated, body, .. } = page;
    let said = serde_json::to_vec(&(link, description, language, updated, body))?;
    Ok(Fingerprint::default().part(said).key())
}

/// The originals of a page's pictures that lie in the newsroom.
pub fn originals_of(page: &FiledPage) -> impl Iterator<Item = &str> {
    page.body.iter().flat_map(Block::files).filter_map(|file| match file {
        ShownFile::Picture(image) => Some(image.src.as_str()).filter(|src| is_local(src)),
        ShownFile::Media(_) => None,
    })
}
