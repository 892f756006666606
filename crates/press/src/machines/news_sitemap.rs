//! `sitemap-news.xml`: Google's news sitemap
//! (<https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap>).

use super::uri::own_uri;
use super::xml::{document, text};
use crate::error::PressError;
use crate::site::output::SiteFile;
use jiff::ToSpan;
use serde::Serialize;
use std::borrow::Cow;
use strait_model::paths::{Address, MachineFile, Paths};
use strait_model::{Headline, Site, Timestamp};

/// How many articles Google takes.
pub const LONGEST: usize = 1_000;

#[derive(Serialize)]
struct UrlSet<'a> {
    #[serde(rename = "@xmlns")]
    sitemap: &'static str,
    #[serde(rename = "@xmlns:news")]
    news: &'static str,
    url: Vec<Url<'a>>,
}

#[derive(Serialize)]
struct Url<'a> {
    loc: String,
    #[serde(rename = "news:news")]
    news: News<'a>,
}

#[derive(Serialize)]
struct News<'a> {
    #[serde(rename = "news:publication")]
    publication: Publication<'a>,
    #[serde(rename = "news:publication_date")]
    published: &'a Timestamp,
    #[serde(rename = "news:title")]
    title: Cow<'a, str>,
}

#[derive(Serialize)]
struct Publication<'a> {
    #[serde(rename = "news:name")]
    name: Cow<'a, str>,
    #[serde(rename = "news:language")]
    language: String,
}

/// The sitemap of fresh articles, at most [`LONGEST`], newest first.
pub fn file(site: &Site, fresh: &[Headline]) -> Result<SiteFile, PressError> {
    let paths = Paths::of(site);
    let set = UrlSet {
        sitemap: "http://www.sitemaps.org/schemas/sitemap/0.9",
        news: "http://www.google.com/schemas/sitemap-news/0.9",
        url: fresh.iter().map(|headline| entry(site, &paths, headline)).collect(),
    };
    Ok((MachineFile::NewsSitemap.to_string(), document("urlset", &set)?))
}

/// Fresh is what was first published after this: two days before `now`. In microseconds since 1970.
pub fn fresh_since(now: jiff::Timestamp) -> i64 {
    // Fails only where time begins, when all is fresh.
    now.checked_sub(48.hours()).map_or(i64::MIN, jiff::Timestamp::as_microsecond)
}

fn entry<'a>(site: &'a Site, paths: &Paths, headline: &'a Headline) -> Url<'a> {
    let language = headline.language.as_deref().unwrap_or(&site.language);
    Url {
        loc: own_uri(paths.canonical(&Address::Article(headline.id.clone()))),
        news: News {
            publication: Publication { name: text(&site.name), language: google_language(language) },
            published: &headline.first_created,
            title: text(&headline.headline),
        },
    }
}

/// What Google calls a language: ISO 639 alone, but for the two ways of writing Chinese.
fn google_language(tag: &str) -> String {
    let mut parts = tag.split('-');
    match parts.next().unwrap_or_default() {
        "zh" if parts.any(|part| matches!(part, "Hant" | "TW" | "HK" | "MO")) => "zh-tw".to_owned(),
        "zh" => "zh-cn".to_owned(),
        language => language.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_named_by_its_script_and_others_by_their_language() {
        for (tag, expected) in
            [("zh-Hans", "zh-cn"), ("zh", "zh-cn"), ("zh-Hant-HK", "zh-tw"), ("zh-TW", "zh-tw"), ("en-GB", "en")]
        {
            assert_eq!(google_language(tag), expected);
        }
    }
}
