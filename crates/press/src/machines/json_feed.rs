//! `feed.json`: JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use super::listed::Listed;
use super::uri::own_uri;
use super::{FEED_PICTURE, Theme, feed_home, picture};
use crate::error::PressError;
use crate::site::output::SiteFile;
use serde::Serialize;
use strait::head::feed_title;
use strait_model::paths::{Address, MachineFile, Paths};
use strait_model::{SectionPath, Site, Timestamp};

#[derive(Serialize)]
struct Feed<'a> {
    version: &'static str,
    title: String,
    home_page_url: String,
    feed_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    icon: Option<String>,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    url: String,
    title: &'a str,
    /// The format asks for content; what a list has of an article is its summary.
    content_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    date_published: &'a Timestamp,
    date_modified: &'a Timestamp,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

/// The feed of a section, or of the whole paper: `newest` first.
pub fn file(site: &Site, theme: &Theme, section: Option<&SectionPath>, newest: &[Listed]) -> Result<SiteFile, PressError> {
    let paths = Paths::of(site);
    let address = MachineFile::JsonFeed(section);
    let feed = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: feed_title(site, section),
        home_page_url: own_uri(paths.canonical(&feed_home(section))),
        feed_url: own_uri(paths.canonical_machine_file(&address)),
        description: section.and_then(|path| site.section(path)?.about.as_deref()).or(site.tagline.as_deref()),
        icon: theme.widest_icon(&paths).map(own_uri),
        language: &site.language,
        authors: [Author { name: &site.name }],
        items: newest.iter().map(|listed| item(&paths, *listed)).collect(),
    };
    Ok((address.to_string(), serde_json::to_vec(&feed)?))
}

fn item<'a>(paths: &Paths, listed: Listed<'a>) -> Item<'a> {
    let headline = listed.headline;
    let address = own_uri(paths.canonical(&Address::Article(headline.id.clone())));
    let picture = headline.picture.as_ref().and_then(|image| picture::file(paths, image, FEED_PICTURE));
    Item {
        id: address.clone(),
        url: address,
        title: &headline.headline,
        content_text: &headline.summary,
        image: picture.map(|file| file.href),
        date_published: &headline.first_created,
        date_modified: listed.version_created,
        authors: listed.writers().map(|name| Author { name }).collect(),
        tags: listed.subjects.iter().map(|subject| subject.name.as_str()).collect(),
        language: headline.language.as_deref(),
    }
}
