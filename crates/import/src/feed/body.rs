//! Where feeds put what readers read: body, summary and pictures of an entry.

use super::base::Base;
use super::entry::Entry;
use super::field::Field;
use super::media;
use crate::balance::{Account, Written, accounted};
use crate::body::{blocks, words};
use crate::dispatch::Dispatch;
use crate::fault::BodyFault;
use crate::notes::Notes;
use crate::text::{one_line, shorten};
use crate::wordpress::content::{self, Post};
use crate::wordpress::shortcodes;
use strait_model::Block;
use url::Url;

/// Elements that hold a body, the best first. `body` is XHTML's.
const BODIES: [&str; 5] = ["content:encoded", "content", "body", "turbo:content", "yandex:full-text"];
/// Elements that hold the story in short, or all of it where there is no other.
const SHORT: [&str; 11] = [
    "excerpt:encoded",
    "description",
    "summary",
    "dc:description",
    "dcterms:description",
    "dcterms:abstract",
    "itunes:summary",
    "media:description",
    "media:group/media:description",
    "itunes:subtitle",
    "media:text",
];
/// How markup begins that was escaped once more than it should be.
const ESCAPED: [&str; 8] = ["&lt;p&gt;", "&lt;p ", "&lt;div", "&lt;h", "&lt;ul", "&lt;figure", "&lt;img ", "&lt;a "];

/// What an element holds, as HTML.
pub struct Text {
    /// The markup.
    pub html: String,
    /// Of which page its addresses are, where the feed says so.
    base: Base,
}

/// A name in one line, as readers read it: many feeds escape it twice.
pub fn plain(name: &str) -> String {
    if name.contains('&') { words(name, &mut Notes::of("")) } else { one_line(name) }
}

/// What the first element of a path holds.
pub fn text(entry: &Entry, path: &str, notes: &mut Notes) -> Option<Text> {
    let field = entry.all(path).find(|field| field.is_filled())?;
    let html = match () {
        () if field.has_elements => field.markup.clone(),
        () if entry.is_atom() => of_atom(field, notes)?,
        () => field.text.clone(),
    };
    Some(Text { html, base: field.base.clone() })
}

/// Body, summary and pictures.
pub fn fill_in(entry: &Entry, dispatch: &mut Dispatch, base: Option<&Url>, notes: &mut Notes) {
    for path in BODIES.iter().chain(&SHORT) {
        let Some(text) = text(entry, path, notes) else { continue };
        (dispatch.body, dispatch.account) = body(entry, &text, base, notes);
        if dispatch.body.is_empty() {
            continue;
        }
        if BODIES.contains(path) {
            let short = SHORT.iter().find_map(|path| self::text(entry, path, notes));
            dispatch.summary = short.map(|text| words(&text.html, notes)).filter(|words| !words.is_empty());
        }
        break;
    }
    if let Some(elsewhere) = entry.all("content").map(|content| content.get("src")).find(|src| !src.is_empty()) {
        notes.add("/content", BodyFault::Unkept(format!("<content src={}>", shorten(elsewhere, 80))));
    }
    let found = media::read(entry, base, notes);
    let featured = entry.featured(notes);
    found.show_in(dispatch, featured, notes);
}

fn body(entry: &Entry, text: &Text, base: Option<&Url>, notes: &mut Notes) -> (Vec<Block>, Account) {
    let base = text.base.as_deref().or(base);
    if entry.is_export() {
        let post = Post {
            library: entry.library,
            number: entry.text("wp:post_id").and_then(|number| number.parse().ok()),
            footnotes: entry.meta("footnotes"),
            is_rendered: false,
        };
        let html = shortcodes::decoded(&text.html);
        return accounted(&html, Written::WithShortcodes, base, notes, |notes| content::read(&html, &post, base, notes));
    }
    let html = in_paragraphs(unescaped(&text.html));
    accounted(&html, Written::Html, base, notes, |notes| blocks(&html, base, notes))
}

/// What Atom calls text is no markup; what is neither is named, and so is what stands elsewhere.
fn of_atom(field: &Field, notes: &mut Notes) -> Option<String> {
    let kind = field.get("type").to_ascii_lowercase();
    match kind.split(';').next().unwrap_or_default() {
        "html" | "xhtml" | "text/html" | "application/xhtml+xml" => Some(field.text.clone()),
        kind if kind.is_empty() || kind == "text" || kind.starts_with("text/") => {
            let lines = field.text.trim().lines().map(|line| line.replace('&', "&amp;").replace('<', "&lt;"));
            Some(lines.collect::<Vec<_>>().join("<br>"))
        }
        kind => {
            notes.add(&format!("/{}", field.path), BodyFault::Unkept(format!("<{} type={}>", field.path, shorten(kind, 40))));
            None
        }
    }
}

/// Text without markup keeps its empty lines.
fn in_paragraphs(html: String) -> String {
    let text = html.replace("\r\n", "\n");
    match text.contains('<') || !text.contains("\n\n") {
        true => html,
        false => text.split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>")).collect(),
    }
}

/// Markup that was escaped twice, and has no other.
fn unescaped(html: &str) -> String {
    let text = html.trim();
    let is_twice = !text.contains('<') && text.ends_with("&gt;") && ESCAPED.iter().any(|begin| text.starts_with(begin));
    match is_twice {
        true => text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"),
        false => html.to_owned(),
    }
}
