//! What a page says of itself in its `<head>`: the press prints it, the reader updates it.

use crate::pages::{Page, PageKind};
use strait_model::paths::{Address, Answer, MachineFile, Paths};
use strait_model::{Article, Image, RenditionType, SectionPath, Site, is_traditional};

/// What a page says of itself: one list for the press and for the reader.
///
/// Not in it: what is the same on all pages (icons, manifest, CSS), and data for search engines, which the press alone
/// prints: whoever looks for that loads the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The browser tab.
    pub title: String,
    /// The elements, in order.
    pub tags: Vec<Tag>,
}

/// One element of the head.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// `link` or `meta`.
    pub element: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
}

/// The widest picture that a card shows, in pixels.
const CARD_WIDTH: u32 = 1280;

impl Head {
    /// The head of a page.
    pub fn of(site: &Site, page: &Page) -> Head {
        let paths = Paths::of(site);
        let title = page.title(site);
        let mut tags = Tags(vec![]);
        tags.page(site, &paths, page, &title);
        tags.alternate_languages(site, &paths, page);
        if let Some(article) = page.article() {
            tags.article(site, article);
        }
        if site.has_embeds() {
            tags.oembed(site, &paths, page);
        }
        tags.feeds(site, &paths, page);
        Head { title, tags: tags.0 }
    }
}

/// Elements while they are gathered.
struct Tags(Vec<Tag>);

impl Tags {
    fn add(&mut self, element: &'static str, attributes: &[(&'static str, &str)]) {
        let attributes = attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        self.0.push(Tag { element, attributes });
    }

    fn name(&mut self, name: &str, content: &str) {
        self.add("meta", &[("name", name), ("content", content)]);
    }

    fn property(&mut self, property: &str, content: &str) {
        self.add("meta", &[("property", property), ("content", content)]);
    }

    fn page(&mut self, site: &Site, paths: &Paths, page: &Page, title: &str) {
        let (description, address, picture) = (page.description(site), page.address(), page.picture());
        match &address {
            Some(address) => self.add("link", &[("rel", "canonical"), ("href", &paths.canonical(address))]),
            None => self.name("robots", "noindex"),
        }
        self.name("description", &description);
        self.property("og:title", title);
        self.property("og:description", &description);
        self.property("og:type", if matches!(address, Some(Address::Article(_))) { "article" } else { "website" });
        self.name("twitter:card", if picture.is_some() { "summary_large_image" } else { "summary" });
        if let Some(address) = &address {
            self.property("og:url", &paths.canonical(address));
        }
        self.property("og:site_name", &site.name);
        let language = page.article().map_or(site.language.as_str(), |article| &article.language);
        self.property("og:locale", &locale(language));
        picture.into_iter().for_each(|image| self.picture(paths, image));
    }

    /// A JPEG, which every card knows, of the widest rendition that is not too heavy for one.
    fn picture(&mut self, paths: &Paths, image: &Image) {
        let suits = image.renditions(RenditionType::Jpeg).filter(|rendition| rendition.width <= CARD_WIDTH).last();
        let (href, width) = suits.map_or((image.src.clone(), image.width), |rendition| (rendition.href, rendition.width));
        self.property("og:image", &paths.canonical_file(&href));
        let height = image.height_at(width);
        if width > 0 && height > 0 {
            self.property("og:image:width", &width.to_string());
            self.property("og:image:height", &height.to_string());
        }
        if !image.alt.is_empty() {
            self.property("og:image:alt", &image.alt);
            // The one property that a Twitter card does not take over from Open Graph.
            self.name("twitter:image:alt", &image.alt);
        }
    }

    /// Where the page is in each edition, for search engines; the newsroom's own is for everybody else.
    fn alternate_languages(&mut self, site: &Site, paths: &Paths, page: &Page) {
        let Some(address) = page.address() else { return };
        for edition in &site.editions {
            self.alternate_language(&edition.language, &paths.canonical_alternate(edition, &address));
        }
        if let Some(own) = site.editions.iter().find(|edition| edition.path.is_empty()) {
            self.alternate_language("x-default", &paths.canonical_alternate(own, &address));
        }
    }

    fn alternate_language(&mut self, language: &str, href: &str) {
        self.add("link", &[("rel", "alternate"), ("hreflang", language), ("href", href)]);
    }

    fn article(&mut self, site: &Site, article: &Article) {
        // What Google Discover asks for before it shows a picture in full width.
        self.name("googlebot", "max-image-preview:large");
        self.property("article:published_time", article.first_created.as_str());
        if article.is_updated() {
            self.property("article:modified_time", article.version_created.as_str());
        }
        if let Some(section) = site.section(&article.section) {
            self.property("article:section", &section.name);
        }
        article.subjects.iter().for_each(|subject| self.property("article:tag", &subject.name));
    }

    /// Where a site that embeds the page asks. JSON first: WordPress stops there.
    fn oembed(&mut self, site: &Site, paths: &Paths, page: &Page) {
        for (answer, media_type) in [(Answer::Json, "application/json+oembed"), (Answer::Xml, "text/xml+oembed")] {
            let Some((title, file)) = page.oembed(site, answer) else { return };
            self.alternate(media_type, title, &paths.canonical_machine_file(&file));
        }
    }

    /// The paper's feeds; on a section's page also its own.
    fn feeds(&mut self, site: &Site, paths: &Paths, page: &Page) {
        for section in page.feed().map(Some).into_iter().chain([None]) {
            let title = feed_title(site, section);
            self.alternate("application/rss+xml", &title, &paths.machine_file(&MachineFile::Rss(section)));
            self.alternate("application/feed+json", &title, &paths.machine_file(&MachineFile::JsonFeed(section)));
        }
    }

    fn alternate(&mut self, media_type: &str, title: &str, href: &str) {
        self.add("link", &[("rel", "alternate"), ("type", media_type), ("title", title), ("href", href)]);
    }
}

/// What a feed is called.
pub fn feed_title(site: &Site, section: Option<&SectionPath>) -> String {
    match section.map(|path| site.section(path).map_or(path.as_str(), |section| &section.name)) {
        Some(section) => format!("{} · {section}", site.name),
        None => site.name.clone(),
    }
}

/// Open Graph's name of a language: `zh_CN`.
fn locale(tag: &str) -> String {
    let region = tag.split('-').skip(1).find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase()));
    let language = tag.split('-').next().unwrap_or_default();
    match (language, region) {
        (_, Some(region)) => format!("{language}_{region}"),
        ("zh", None) if is_traditional(tag) => "zh_TW".to_owned(),
        ("zh", None) => "zh_CN".to_owned(),
        ("en", None) => "en_GB".to_owned(),
        (_, None) => language.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_language_and_country() {
        for (tag, expected) in
            [("zh-Hans", "zh_CN"), ("zh-Hant", "zh_TW"), ("zh-Hant-HK", "zh_HK"), ("en", "en_GB"), ("de-AT", "de_AT")]
        {
            assert_eq!(locale(tag), expected);
        }
    }
}
