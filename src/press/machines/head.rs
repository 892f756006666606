//! What a printed page says to machines in its `<head>`, beside what changes in place (`crate::head`).
//! The reader never writes these: whoever looks for them loads the page.

use super::feed_title;
use super::json_ld;
use super::look::{Look, TOUCH_WIDTH};
use super::picture;
use super::uri::own_uri;
use crate::model::{Article, Image, Site};
use crate::pages::Page;
use crate::paths::{Answer, MachineFile, Paths};
use crate::press::PressError;
use quick_xml::escape::escape;
use std::fmt::Write;

/// The widest picture of a card, as `crate::head` chooses it, in pixels.
const CARD_WIDTH: u32 = 1280;

/// The elements of a page. `has_partner_files`: whether there is a card to lead to.
pub fn print(site: &Site, page: &Page, look: &Look, has_partner_files: bool) -> Result<String, PressError> {
    let paths = Paths::of(site);
    let mut head = Elements(String::new());
    head.property("og:site_name", &site.name);
    head.property("og:locale", &locale(page_language(site, page)));
    if let Some(image) = page.picture() {
        head.picture(&paths, image);
    }
    if let Some(article) = page_article(page) {
        head.article(site, article);
        if has_partner_files {
            head.oembed(&paths, &article.headline, |answer| MachineFile::Oembed(&article.id, answer));
        }
    }
    if let Page::Section(list) = page
        && has_partner_files
        && let Some(section) = site.section(&list.section).filter(|_| list.page.is_none())
    {
        head.oembed(&paths, &section.name, |answer| MachineFile::SectionOembed(&section.path, answer));
    }
    head.feeds(site, &paths, page);
    head.look(&paths, look);
    head.data(&json_ld::of(site, &paths, page, look)?);
    Ok(head.0)
}

/// Elements while they are written.
struct Elements(String);

impl Elements {
    fn picture(&mut self, paths: &Paths, image: &Image) {
        let Some(file) = picture::file(paths, image, CARD_WIDTH) else { return };
        if file.width > 0 && file.height > 0 {
            self.property("og:image:width", &file.width.to_string());
            self.property("og:image:height", &file.height.to_string());
        }
        if !image.alt.is_empty() {
            self.property("og:image:alt", &image.alt);
            // The one property that a Twitter card does not take over from Open Graph.
            self.write(format_args!("<meta name=\"twitter:image:alt\" content=\"{}\">", escape(image.alt.as_str())));
        }
    }

    fn article(&mut self, site: &Site, article: &Article) {
        // What Google Discover asks for before it shows a picture in full width.
        self.write(format_args!("<meta name=\"googlebot\" content=\"max-image-preview:large\">"));
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
    fn oembed<'a>(&mut self, paths: &Paths, title: &str, file: impl Fn(Answer) -> MachineFile<'a>) {
        for (answer, media_type) in [(Answer::Json, "application/json+oembed"), (Answer::Xml, "text/xml+oembed")] {
            self.alternate(media_type, title, &own_uri(paths.canonical_machine_file(&file(answer))));
        }
    }

    /// The paper's feeds; on a section's page also its own.
    fn feeds(&mut self, site: &Site, paths: &Paths, page: &Page) {
        let section = match page {
            Page::Section(list) => Some(Some(&list.section)),
            _ => None,
        };
        for section in section.into_iter().chain([None]) {
            let title = feed_title(site, section);
            self.alternate("application/rss+xml", &title, &paths.machine_file(&MachineFile::Rss(section)));
            self.alternate("application/feed+json", &title, &paths.machine_file(&MachineFile::JsonFeed(section)));
        }
    }

    fn look(&mut self, paths: &Paths, look: &Look) {
        self.write(format_args!("<link rel=\"manifest\" href=\"{}\">", escape(paths.machine_file(&MachineFile::Manifest))));
        if look.has_icon() {
            let icon = paths.file(&MachineFile::TouchIcon(TOUCH_WIDTH).to_string());
            self.write(format_args!("<link rel=\"apple-touch-icon\" href=\"{}\">", escape(icon.as_str())));
        }
        let Some(ground) = &look.ground else { return };
        for (theme, colour) in [("light", &ground.light), ("dark", &ground.dark)] {
            let colour = escape(colour.as_str());
            self.write(format_args!("<meta name=\"theme-color\" media=\"(prefers-color-scheme:{theme})\" content=\"{colour}\">"));
        }
    }

    /// JSON-LD. No text in it can end the element or begin another.
    fn data(&mut self, json: &str) {
        if !json.is_empty() {
            let json = json.replace('<', "\\u003c");
            self.write(format_args!("<script type=\"application/ld+json\">{json}</script>"));
        }
    }

    fn property(&mut self, name: &str, value: &str) {
        self.write(format_args!("<meta property=\"{name}\" content=\"{}\">", escape(value)));
    }

    fn alternate(&mut self, media_type: &str, title: &str, href: &str) {
        let (title, href) = (escape(title), escape(href));
        self.write(format_args!("<link rel=\"alternate\" type=\"{media_type}\" title=\"{title}\" href=\"{href}\">"));
    }

    fn write(&mut self, html: std::fmt::Arguments) {
        // A string takes whatever is written to it.
        let _ = self.0.write_fmt(html);
    }
}

/// The article that a page is, unless it is withdrawn.
pub fn page_article(page: &Page) -> Option<&Article> {
    match page {
        Page::Article(story) if !story.article.is_withdrawn() => Some(&story.article),
        _ => None,
    }
}

fn page_language<'a>(site: &'a Site, page: &'a Page) -> &'a str {
    page_article(page).map_or(&site.language, |article| &article.language)
}

/// Open Graph's name of a language: `zh_CN`.
fn locale(tag: &str) -> String {
    let region = tag.split('-').skip(1).find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase()));
    let language = tag.split('-').next().unwrap_or_default();
    match (language, region) {
        (_, Some(region)) => format!("{language}_{region}"),
        ("zh", None) if tag.contains("Hant") => "zh_TW".to_owned(),
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
