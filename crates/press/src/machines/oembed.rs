//! `oembed/article/ID.json` and its like: oEmbed 1.0 (<https://oembed.com/>), so that a pasted link becomes a frame.

use super::listed::writers;
use super::picture;
use super::snippet::{CARD_HEIGHT, LIST_HEIGHT, Snippet, WIDTH};
use super::uri::own_uri;
use super::xml;
use crate::error::PressError;
use crate::site::output::SiteFile;
use serde::Serialize;
use std::borrow::Cow;
use strait_model::paths::{Address, Answer, FrameAddress, MachineFile, Paths};
use strait_model::{Article, Section, Site};

/// How long others may keep the answer, in seconds.
const CACHE_AGE: u32 = 3_600;
/// The width of the thumbnail, in pixels.
const PICTURE_WIDTH: u32 = 640;

/// What an embedding site is told; without `html` only what makes a link.
#[derive(Default, Serialize)]
struct Oembed<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_name: Option<Cow<'a, str>>,
    provider_name: Cow<'a, str>,
    provider_url: String,
    cache_age: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail_width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail_height: Option<u32>,
}

/// The answers for an article.
pub fn article_files(site: &Site, article: &Article) -> Result<[SiteFile; 2], PressError> {
    let paths = Paths::of(site);
    let names: Vec<&str> = writers(&article.by).collect();
    let author = if names.is_empty() { article.source.name.clone() } else { names.join("、") };
    // The three go together or not at all.
    let thumbnail = article.lead.as_ref().and_then(|image| picture::file(&paths, image, PICTURE_WIDTH));
    let thumbnail = thumbnail.filter(|file| file.width > 0 && file.height > 0);
    let snippet = Snippet {
        frame: paths.frame(&FrameAddress::Card(article.id.clone())),
        page: paths.canonical(&Address::Article(article.id.clone())),
        title: &article.headline,
        summary: &article.summary,
        source: &article.source.name,
        height: CARD_HEIGHT,
    };
    let oembed = Oembed {
        author_name: Some(author.into()),
        thumbnail_width: thumbnail.as_ref().map(|file| file.width),
        thumbnail_height: thumbnail.as_ref().map(|file| file.height),
        thumbnail_url: thumbnail.map(|file| file.href),
        ..Oembed::of(site, &paths, &snippet)
    };
    oembed.files(|answer| MachineFile::Oembed(&article.id, answer))
}

/// The answers for a section.
pub fn section_files(site: &Site, section: &Section) -> Result<[SiteFile; 2], PressError> {
    let paths = Paths::of(site);
    let snippet = Snippet {
        frame: paths.frame(&FrameAddress::Section(section.path.clone())),
        page: paths.canonical(&Address::Section(section.path.clone())),
        title: &section.name,
        summary: section.about.as_deref().unwrap_or_default(),
        source: &site.name,
        height: LIST_HEIGHT,
    };
    Oembed::of(site, &paths, &snippet).files(|answer| MachineFile::SectionOembed(&section.path, answer))
}

impl<'a> Oembed<'a> {
    fn of(site: &'a Site, paths: &Paths, snippet: &Snippet<'a>) -> Oembed<'a> {
        let is_rich = site.has_embeds();
        Oembed {
            version: "1.0",
            kind: if is_rich { "rich" } else { "link" },
            title: snippet.title.into(),
            provider_name: site.name.as_str().into(),
            provider_url: own_uri(paths.canonical(&Address::Front)),
            cache_age: CACHE_AGE,
            html: is_rich.then(|| snippet.html(paths)),
            width: is_rich.then_some(WIDTH),
            height: is_rich.then_some(snippet.height),
            ..Oembed::default()
        }
    }

    fn files<'b>(self, file: impl Fn(Answer) -> MachineFile<'b>) -> Result<[SiteFile; 2], PressError> {
        let json = (file(Answer::Json).to_string(), serde_json::to_vec(&self)?);
        Ok([json, (file(Answer::Xml).to_string(), xml::document("oembed", &self.for_xml())?)])
    }

    /// The same without what XML cannot write.
    fn for_xml(self) -> Oembed<'a> {
        let clean = |text: Cow<'a, str>| Cow::Owned(xml::text(&text).into_owned());
        Oembed {
            title: clean(self.title),
            author_name: self.author_name.map(clean),
            provider_name: clean(self.provider_name),
            html: self.html.map(|html| xml::text(&html).into_owned()),
            ..self
        }
    }
}
