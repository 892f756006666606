//! What a feed, or WordPress' export, says of itself: its name, its sections, and who its people are.

use super::field::Field;
use super::publication;
use super::xml::Feed;
use crate::about::{About, clock, say};
use crate::body::words;
use crate::notes::Notes;
use crate::sections::{Catalogue, Category, Label};
use crate::text::one_line;
use crate::{href, time};
use jiff::tz::{Offset, TimeZone};
use std::collections::HashMap;
use url::Url;

/// Names as readers know them, by the names that people log in with.
pub type People = HashMap<String, String>;

/// Takes in what a feed says of itself.
pub fn describe(feed: &Feed, about: &mut About) {
    let plain = |html: String| words(&html, &mut Notes::of(""));
    let text = |paths: &[&str]| paths.iter().find_map(|path| text(&feed.about, path));
    feed.about.iter().for_each(|field| about.script.note(&field.text));
    say(&mut about.name, text(&["title"]).map(plain));
    say(&mut about.tagline, text(&["description", "subtitle"]).map(plain));
    about.says_language(text(&["language", "dc:language"]));
    let home = text(&["wp:base_blog_url"]).or_else(|| home(&feed.about).map(String::from));
    say(&mut about.url, home.map(|home| format!("{}/", home.trim_end_matches('/'))));
    say(&mut about.copyright, text(&["copyright", "rights"]).map(plain));
    about.offset = about.offset.or(feed.offset);
    about.items += feed.entries;
}

/// The page of the web that a feed says it is of, whole: `xml:base` says to what a relative address is.
pub fn home(about: &[Field]) -> Option<Url> {
    let links = about.iter().filter(|field| field.path == "link" && matches!(field.get("rel"), "" | "alternate"));
    links
        .filter(|link| !address_in(link).is_empty())
        .find_map(|link| href::web(address_in(link), link.base.as_deref()).ok()?.parse().ok())
}

/// The address that an element holds, in Atom or in RSS.
pub fn address_in(field: &Field) -> &str {
    if field.get("href").is_empty() { field.text.trim() } else { field.get("href") }
}

/// The categories of an export.
pub fn catalogue(about: &[Field]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for group in groups(about, "wp:category") {
        let of = |name: &str| text(group, &format!("wp:category/{name}")).unwrap_or_default();
        let plain = |html: String| words(&html, &mut Notes::of(""));
        let label = Label {
            name: plain(of("wp:cat_name")),
            slug: of("wp:category_nicename"),
            about: plain(of("wp:category_description")),
            ..Label::default()
        };
        catalogue.add(Category { number: of("wp:term_id"), label, parent: of("wp:category_parent") });
    }
    catalogue
}

/// Which site an export is of: files of one site name each other's pictures.
pub fn site(about: &[Field]) -> String {
    let address = ["wp:base_blog_url", "link", "title"].into_iter().find_map(|path| text(about, path)).unwrap_or_default();
    address.trim_end_matches('/').to_ascii_lowercase()
}

/// The authors of an export.
pub fn people(about: &[Field]) -> People {
    let person = |group: &[Field]| {
        let of = |name: &str| text(group, &format!("wp:author/{name}"));
        let full = || Some(format!("{} {}", of("wp:author_first_name")?, of("wp:author_last_name")?));
        Some((of("wp:author_login")?, one_line(&of("wp:author_display_name").or_else(full)?)))
    };
    groups(about, "wp:author").into_iter().filter_map(person).collect()
}

/// A guest among the authors, whom plugins keep as an item.
pub fn guest(fields: &[Field]) -> Option<(String, String)> {
    let kind = publication::named(fields, "post_type").next().map(|kind| kind.text.trim());
    let is_shown = publication::words(fields).all(|status| ["publish", ""].contains(&status.trim()));
    (kind == Some("guest-author") && is_shown && !fields.iter().any(publication::is_password)).then_some(())?;
    let keys = fields.iter().filter(|field| field.path == "wp:postmeta/wp:meta_key");
    let values = fields.iter().filter(|field| field.path == "wp:postmeta/wp:meta_value");
    let meta: HashMap<&str, &str> = keys.zip(values).map(|(key, value)| (key.text.trim(), value.text.trim())).collect();
    let login = meta.get("cap-user_login").filter(|login| !login.is_empty())?;
    let name =
        meta.get("cap-display_name").copied().or_else(|| Some(fields.iter().find(|field| field.path == "title")?.text.trim()))?;
    Some(((*login).to_owned(), one_line(name)))
}

/// How far the clock of an entry's source is from UTC: WordPress tells both times, others the offset, if any.
pub fn offset(fields: &[Field]) -> Option<Offset> {
    let utc = |path: &str| time::read(&text(fields, path)?, &TimeZone::UTC).map(|time| time.instant());
    let both = utc("wp:post_date").zip(utc("wp:post_date_gmt"));
    let written =
        || ["pubdate", "published", "updated", "dc:date"].iter().find_map(|path| crate::about::offset_of(&text(fields, path)?));
    both.and_then(|(own, gmt)| clock(own, gmt)).or_else(written)
}

fn text(fields: &[Field], path: &str) -> Option<String> {
    fields.iter().filter(|field| field.path == path).map(|field| field.text.trim().to_owned()).find(|text| !text.is_empty())
}

/// The fields of each element of a name, one element after the other.
fn groups<'a>(fields: &'a [Field], name: &str) -> Vec<&'a [Field]> {
    let begins: Vec<usize> = fields.iter().enumerate().filter(|(_, field)| field.path == name).map(|(at, _)| at).collect();
    let ends = begins.iter().skip(1).copied().chain([fields.len()]);
    begins.iter().copied().zip(ends).filter_map(|(begin, end)| fields.get(begin..end)).collect()
}
