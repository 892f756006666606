//! `sitemap-news.xml`: Google's news sitemap
//! (<https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap>).

use super::listed::Listed;
use super::uri::own_uri;
use super::xml::{document, text};
use crate::model::{Site, Timestamp};
use crate::paths::{Address, MachineFile, Paths};
use crate::press::PressError;
use crate::press::output::SiteFile;
use jiff::ToSpan;
use serde::Serialize;
use std::borrow::Cow;

/// How many articles Google takes.
const LONGEST: usize = 1_000;

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

/// The articles of the two days before `now`, out of `newest`, which is newest first.
pub fn file(site: &Site, newest: &[Listed], now: jiff::Timestamp) -> Result<SiteFile, PressError> {
    let paths = Paths::of(site);
    let url = |listed: &Listed<'_>| is_fresh(&listed.headline.first_created, now);
    let fresh = newest.iter().filter(|listed| url(listed)).take(LONGEST);
    let set = UrlSet {
        sitemap: "http://www.sitemaps.org/schemas/sitemap/0.9",
        news: "http://www.google.com/schemas/sitemap-news/0.9",
        url: fresh.map(|listed| entry(site, &paths, *listed)).collect(),
    };
    Ok((MachineFile::NewsSitemap.to_string(), document("urlset", &set)?))
}

/// Whether an article is of the two days before `now`.
pub fn is_fresh(first_created: &Timestamp, now: jiff::Timestamp) -> bool {
    // Fails only at the end of time, when nothing is fresh.
    now.checked_sub(48.hours()).is_ok_and(|begin| first_created.instant() > begin)
}

fn entry<'a>(site: &'a Site, paths: &Paths, listed: Listed<'a>) -> Url<'a> {
    let headline = listed.headline;
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

    #[test]
    fn the_third_day_is_not_fresh() {
        let now = "2024-10-01T00:00:00Z".parse().unwrap();
        let at = |text: &str| Timestamp::try_from(text.to_owned()).unwrap();
        assert!(is_fresh(&at("2024-09-29T08:00:01+08:00"), now));
        assert!(!is_fresh(&at("2024-09-29T08:00:00+08:00"), now));
    }
}
