//! `oembed/article/ID.json`: oEmbed 1.0 (<https://oembed.com/>), so that a pasted link becomes a card.

use super::listed::writers;
use super::picture;
use super::uri::own_uri;
use crate::model::{Article, Site};
use crate::paths::{Address, MachineFile, Paths};
use crate::press::PressError;
use crate::press::output::SiteFile;
use serde::Serialize;

/// How long others may keep the answer, in seconds.
const CACHE_AGE: u32 = 3_600;
/// The width of the thumbnail, in pixels.
const PICTURE_WIDTH: u32 = 640;

/// What an embedding site is given.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Card {
    /// Only what makes a link: its words and its picture.
    Link,
    /// A frame to show.
    Rich {
        /// The frame's markup.
        html: String,
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
    },
}

#[derive(Serialize)]
struct Oembed<'a> {
    version: &'static str,
    #[serde(flatten)]
    card: Card,
    title: &'a str,
    author_name: String,
    provider_name: &'a str,
    provider_url: String,
    cache_age: u32,
    #[serde(flatten)]
    thumbnail: Option<Thumbnail>,
}

#[derive(Serialize)]
struct Thumbnail {
    #[serde(rename = "thumbnail_url")]
    url: String,
    #[serde(rename = "thumbnail_width")]
    width: u32,
    #[serde(rename = "thumbnail_height")]
    height: u32,
}

/// The card of an article.
pub fn file(site: &Site, article: &Article, card: Card) -> Result<SiteFile, PressError> {
    let paths = Paths::of(site);
    let names: Vec<&str> = writers(&article.by).collect();
    let author_name = if names.is_empty() { article.source.name.clone() } else { names.join("、") };
    // The three go together or not at all.
    let thumbnail = article.lead.as_ref().and_then(|image| picture::file(&paths, image, PICTURE_WIDTH));
    let thumbnail = thumbnail.filter(|file| file.width > 0 && file.height > 0);
    let oembed = Oembed {
        version: "1.0",
        card,
        title: &article.headline,
        author_name,
        provider_name: &site.name,
        provider_url: own_uri(paths.canonical(&Address::Front)),
        cache_age: CACHE_AGE,
        thumbnail: thumbnail.map(|file| Thumbnail { url: file.href, width: file.width, height: file.height }),
    };
    Ok((MachineFile::Oembed(&article.id).to_string(), serde_json::to_vec(&oembed)?))
}
