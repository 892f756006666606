//! `feed.xml`: RSS 2.0 (<https://www.rssboard.org/rss-specification>) with Atom's link to itself,
//! Dublin Core's creators and Media RSS' pictures.

use super::listed::Listed;
use super::picture::{self, PictureFile};
use super::uri::own_uri;
use super::xml::{document, text};
use super::{FEED_PICTURE, feed_home};
use crate::error::PressError;
use crate::site::output::SiteFile;
use quick_xml::escape::partial_escape;
use serde::Serialize;
use std::borrow::Cow;
use strait::head::feed_title;
use strait_model::paths::{Address, MachineFile, Paths};
use strait_model::{SectionPath, Site, Timestamp};

#[derive(Serialize)]
struct Rss<'a> {
    #[serde(rename = "@version")]
    version: &'static str,
    #[serde(rename = "@xmlns:atom")]
    atom: &'static str,
    #[serde(rename = "@xmlns:dc")]
    dublin_core: &'static str,
    #[serde(rename = "@xmlns:media")]
    media: &'static str,
    channel: Channel<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Channel<'a> {
    title: Cow<'a, str>,
    link: String,
    description: Cow<'a, str>,
    language: &'a str,
    copyright: Cow<'a, str>,
    /// When the newest change was published, not when the file was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_build_date: Option<String>,
    generator: &'static str,
    #[serde(rename = "atom:link")]
    itself: AtomLink,
    item: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct AtomLink {
    #[serde(rename = "@href")]
    href: String,
    #[serde(rename = "@rel")]
    rel: &'static str,
    #[serde(rename = "@type")]
    media_type: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Item<'a> {
    title: Cow<'a, str>,
    link: String,
    /// HTML, by the specification: so the summary, which is text, is escaped once more.
    description: String,
    #[serde(rename = "dc:creator")]
    creators: Vec<Cow<'a, str>>,
    category: Vec<Cow<'a, str>>,
    guid: Guid,
    pub_date: String,
    #[serde(rename = "media:content", skip_serializing_if = "Option::is_none")]
    picture: Option<MediaContent>,
    #[serde(rename = "media:thumbnail", skip_serializing_if = "Option::is_none")]
    thumbnail: Option<MediaThumbnail>,
}

#[derive(Serialize)]
struct Guid {
    #[serde(rename = "@isPermaLink")]
    is_permalink: bool,
    #[serde(rename = "$text")]
    address: String,
}

#[derive(Serialize)]
struct MediaContent {
    #[serde(rename = "@medium")]
    medium: &'static str,
    #[serde(flatten)]
    file: MediaThumbnail,
}

#[derive(Serialize)]
struct MediaThumbnail {
    #[serde(rename = "@url")]
    url: String,
    #[serde(rename = "@width", skip_serializing_if = "is_unknown")]
    width: u32,
    #[serde(rename = "@height", skip_serializing_if = "is_unknown")]
    height: u32,
}

/// The feed of a section, or of the whole paper: `newest` first.
pub fn file(site: &Site, section: Option<&SectionPath>, newest: &[Listed]) -> Result<SiteFile, PressError> {
    let paths = Paths::of(site);
    let address = MachineFile::Rss(section);
    let title = feed_title(site, section);
    let about = section.and_then(|path| site.section(path)?.about.as_deref()).or(site.tagline.as_deref());
    let channel = Channel {
        link: own_uri(paths.canonical(&feed_home(section))),
        description: text(about.unwrap_or(&title)),
        title: text(&title),
        language: &site.language,
        copyright: text(&site.copyright_notice),
        last_build_date: newest.iter().map(|listed| listed.version_created).max_by_key(|at| at.instant()).map(rfc_822),
        generator: "Strait",
        itself: AtomLink {
            href: own_uri(paths.canonical_machine_file(&address)),
            rel: "self",
            media_type: "application/rss+xml",
        },
        item: newest.iter().map(|listed| item(&paths, *listed)).collect(),
    };
    let rss = Rss {
        version: "2.0",
        atom: "http://www.w3.org/2005/Atom",
        dublin_core: "http://purl.org/dc/elements/1.1/",
        media: "http://search.yahoo.com/mrss/",
        channel,
    };
    Ok((address.to_string(), document("rss", &rss)?))
}

fn item<'a>(paths: &Paths, listed: Listed<'a>) -> Item<'a> {
    let headline = listed.headline;
    let link = own_uri(paths.canonical(&Address::Article(headline.id.clone())));
    let picture = |width| headline.picture.as_ref().and_then(|image| picture::file(paths, image, width));
    Item {
        title: text(&headline.headline),
        description: partial_escape(text(&headline.summary)).into_owned(),
        creators: listed.writers().map(text).collect(),
        category: listed.subjects.iter().map(|subject| text(&subject.name)).collect(),
        guid: Guid { is_permalink: true, address: link.clone() },
        link,
        pub_date: rfc_822(&headline.first_created),
        picture: picture(FEED_PICTURE).map(|file| MediaContent { medium: "image", file: thumbnail(file) }),
        thumbnail: picture(0).map(thumbnail),
    }
}

fn thumbnail(PictureFile { href: url, width, height }: PictureFile) -> MediaThumbnail {
    MediaThumbnail { url, width, height }
}

/// `Mon, 30 Sep 2024 00:12:00 GMT` (RFC 822 with RFC 1123's year, as RSS asks).
fn rfc_822(at: &Timestamp) -> String {
    at.instant().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

fn is_unknown(pixels: &u32) -> bool {
    *pixels == 0
}
