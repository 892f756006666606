//! What a page says of itself in its `<head>`: the press prints it, the reader updates it.

use crate::model::{Image, RenditionType, Site};
use crate::pages::Page;
use crate::paths::{Address, Paths};
use crate::words::Words;

/// What a page says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The browser tab.
    pub title: String,
    /// A sentence or two.
    pub description: String,
    /// The page's one address; none for a page that nothing should point to.
    pub canonical: Option<String>,
    /// Open Graph's kind: `article` or `website`.
    pub kind: &'static str,
    /// The address of a picture, for cards of others.
    pub picture: Option<String>,
}

/// One element of the head that changes from page to page.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// `link` or `meta`.
    pub element: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
}

impl Head {
    /// The head of a page.
    pub fn of(site: &Site, page: &Page) -> Head {
        let paths = Paths::of(site);
        let canonical = page.address().map(|address| paths.canonical(&address));
        let picture = page.picture().map(|image| paths.canonical_file(&card_rendition(image)));
        Head { title: title(site, page), description: description(site, page), canonical, kind: kind(page), picture }
    }

    /// The elements, without those that say nothing.
    pub fn tags(&self) -> Vec<Tag> {
        let meta = |key, name: &str, value: &str| Tag::new("meta", [(key, name), ("content", value)]);
        let canonical = self.canonical.iter().map(|url| Tag::new("link", [("rel", "canonical"), ("href", url)]));
        let robots = self.canonical.is_none().then(|| meta("name", "robots", "noindex"));
        let og_url = self.canonical.iter().map(|url| meta("property", "og:url", url));
        let picture = self.picture.iter().map(|url| meta("property", "og:image", url));
        let always = [
            meta("name", "description", &self.description),
            meta("property", "og:title", &self.title),
            meta("property", "og:description", &self.description),
            meta("property", "og:type", self.kind),
            meta("name", "twitter:card", if self.picture.is_some() { "summary_large_image" } else { "summary" }),
        ];
        canonical.chain(robots).chain(always).chain(og_url).chain(picture).collect()
    }
}

impl Tag {
    fn new<const N: usize>(element: &'static str, attributes: [(&'static str, &str); N]) -> Tag {
        Tag { element, attributes: attributes.map(|(name, value)| (name, value.to_owned())).to_vec() }
    }
}

fn title(site: &Site, page: &Page) -> String {
    let (name, words) = (&site.name, Words::of(&site.language));
    match page {
        Page::Front(_) => site.tagline.as_ref().map_or_else(|| name.clone(), |tagline| format!("{name} · {tagline}")),
        Page::Section(list) => {
            let section = site.section(&list.section).map_or(list.section.as_str(), |section| &section.name);
            let number = |page: usize| format!(" · {}{}{page}{}", words.archive, words.page_before, words.page_after);
            let page = list.page.map(number).unwrap_or_default();
            format!("{section}{page} - {name}")
        }
        Page::Article(story) if story.article.is_withdrawn() => format!("{} - {name}", words.withdrawn),
        Page::Article(story) => format!("{} - {name}", story.article.headline),
        Page::Related(story) => format!("{}：{} - {name}", words.related_news, story.article.headline),
        #[cfg(not(target_arch = "wasm32"))]
        Page::Tool(tool) => format!("{} - {name}", crate::words::tools::about(*tool, &site.language).title),
        Page::NotFound => format!("{} - {name}", words.not_found),
    }
}

fn description(site: &Site, page: &Page) -> String {
    match page {
        Page::Article(story) if story.article.is_withdrawn() => Words::of(&site.language).withdrawn.to_owned(),
        Page::Article(story) | Page::Related(story) => story.article.summary.clone(),
        Page::Section(list) => {
            site.section(&list.section).and_then(|section| section.about.clone()).unwrap_or_else(|| title(site, page))
        }
        #[cfg(not(target_arch = "wasm32"))]
        Page::Tool(tool) => crate::words::tools::about(*tool, &site.language).intro.to_owned(),
        Page::Front(_) | Page::NotFound => site.tagline.clone().unwrap_or_else(|| site.name.clone()),
    }
}

fn kind(page: &Page) -> &'static str {
    match page.address() {
        Some(Address::Article(_)) => "article",
        _ => "website",
    }
}

/// A JPEG, which every card knows, of the widest rendition that is not too heavy for one.
fn card_rendition(image: &Image) -> String {
    let suits = image.renditions(RenditionType::Jpeg).filter(|rendition| rendition.width <= 1280).last();
    suits.map_or_else(|| image.src.clone(), |rendition| rendition.href)
}
