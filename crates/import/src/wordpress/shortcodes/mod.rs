//! Shortcodes, which WordPress expands when it shows a page, and sometimes did not.

mod attributes;
mod encoded;
mod known;
mod unknown;

use super::content::Post;
use crate::notes::Notes;
use std::collections::{BTreeMap, HashSet};

pub use encoded::decoded;

/// Elements in which nothing is a shortcode, and what ends them.
const VERBATIM: [(&str, &str); 5] =
    [("pre", "</pre"), ("code", "</code"), ("script", "</script"), ("style", "</style"), ("textarea", "</textarea")];

/// Shortcodes of one word and nothing else.
const ALONE: [&str; 8] = ["clear", "columns", "divider", "newsletter", "nextpage", "separator", "sitemap", "toc"];

/// How many pictures and recordings of the library a post shows: more are no article.
const MOST_PICTURES: usize = 2_000;

/// A note in brackets is no longer, in bytes.
const LONGEST_NOTE: usize = 4_000;

/// HTML in place of the shortcodes that are known. Of others the tags go and the text stays, and they are noted;
/// what only looks like one (`[sic]`, `[1]`) stays as it is.
pub fn expand(html: &str, post: &Post, notes: &mut Notes) -> String {
    let mut expansion = Expansion {
        // The closing tags that there are: read once, so that a body of brackets costs no more than its length.
        closed: html.split("[/").skip(1).filter_map(|rest| rest.split(']').next()).collect(),
        post,
        rest: html,
        expanded: String::with_capacity(html.len()),
        endless: HashSet::new(),
        unended: HashSet::new(),
        links: vec![],
        footnotes: vec![],
        pictures: MOST_PICTURES,
    };
    expansion.walk(notes);
    expansion.finish()
}

/// A text in which shortcodes are expanded.
struct Expansion<'a> {
    closed: HashSet<&'a str>,
    post: &'a Post<'a>,
    rest: &'a str,
    expanded: String,
    /// What was looked for and is not in the rest: it is looked for once.
    endless: HashSet<&'static str>,
    /// Shortcodes that have no more end in the rest.
    unended: HashSet<String>,
    /// The shortcodes that became links and are still open.
    links: Vec<String>,
    /// The notes that were found.
    footnotes: Vec<String>,
    /// How many pictures and recordings of the library may still be shown.
    pictures: usize,
}

impl<'a> Expansion<'a> {
    fn walk(&mut self, notes: &mut Notes) {
        while let Some(at) = self.rest.find(['[', '<', '(']) {
            self.keep(at);
            match self.rest.as_bytes().first() {
                Some(b'<') => self.keep_tag(),
                Some(b'(') => self.take_note(),
                _ => self.take_shortcode(notes),
            }
        }
    }

    fn finish(mut self) -> String {
        self.expanded.push_str(self.rest);
        if !self.footnotes.is_empty() {
            let items = self.footnotes.iter().enumerate();
            let items: String = items.map(|(at, note)| format!("<li id=\"short-note-{}\">{note}</li>", at + 1)).collect();
            self.expanded.push_str(&format!("<ol class=\"footnotes\">{items}</ol>"));
        }
        self.expanded
    }

    /// Keeps so many bytes as they are.
    fn keep(&mut self, length: usize) {
        let (kept, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.expanded.push_str(kept);
        self.rest = rest;
    }

    /// What stands before `end`, which is read past too.
    fn take_until(&mut self, end: &'static str) -> Option<&'a str> {
        if self.endless.contains(end) {
            return None;
        }
        let Some((taken, rest)) = self.rest.split_once(end) else {
            self.endless.insert(end);
            return None;
        };
        self.rest = rest;
        Some(taken)
    }

    /// Keeps a tag with its attributes, and what is in it where that is no text.
    fn keep_tag(&mut self) {
        let after = self.rest.get(1..).unwrap_or_default();
        let is_of = |name: &str| after.strip_prefix(name).is_some_and(|after| after.starts_with(['>', ' ', '\n']));
        let is_tag = after.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '/' || sign == '!');
        let end = VERBATIM.into_iter().find(|(name, _)| is_of(name)).map(|(_, end)| end).or(is_tag.then_some(">"));
        match end.and_then(|end| Some((self.take_until(end)?, end))) {
            Some((kept, end)) => {
                self.expanded.push_str(kept);
                self.expanded.push_str(end);
            }
            None => self.keep(1),
        }
    }

    /// `((a note))`
    fn take_note(&mut self) {
        let after = self.rest.strip_prefix("((").filter(|after| !after.starts_with('(') && !self.post.is_rendered);
        let near = after.map_or("", |after| after.get(..after.floor_char_boundary(LONGEST_NOTE)).unwrap_or_default());
        // Code and sums have brackets in brackets too, and few spaces.
        let note = near.split_once("))").map(|(note, _)| note);
        match note.filter(|note| !note.contains("((") && !note.contains("\n\n") && note.contains(' ')) {
            Some(note) => {
                self.rest = self.rest.get(note.len() + 4..).unwrap_or_default();
                self.add_note(note);
            }
            None => self.keep(1),
        }
    }

    fn add_note(&mut self, note: &str) {
        self.footnotes.push(note.trim().to_owned());
        let number = self.footnotes.len();
        self.expanded.push_str(&format!("<sup><a href=\"#short-note-{number}\">{number}</a></sup>"));
    }

    fn take_shortcode(&mut self, notes: &mut Notes) {
        // `[[gallery]]` is how one writes of it.
        let escaped = self.rest.strip_prefix('[').filter(|rest| rest.starts_with('['));
        if let Some(code) = escaped.and_then(|rest| Shortcode::parse(rest, &self.closed))
            && self.rest.get(code.length + 1..).is_some_and(|rest| rest.starts_with(']'))
        {
            self.rest = self.rest.get(1..).unwrap_or_default();
            self.keep(code.length);
            self.rest = self.rest.get(1..).unwrap_or_default();
            return;
        }
        let code = Shortcode::parse(self.rest, &self.closed).or_else(|| self.alone());
        let Some(code) = code else { return self.keep(1) };
        self.rest = self.rest.get(code.length..).unwrap_or_default();
        let content = code.takes_content().then(|| self.content(&code.name)).flatten();
        if let Some(note) = content.filter(|_| known::is_note(&code.name)) {
            return self.add_note(note);
        }
        let html = known::html(&code, content, &mut Shelf { post: self.post, left: &mut self.pictures }, notes)
            .unwrap_or_else(|| self.unknown(&code, notes));
        self.expanded.push_str(&html);
    }

    /// A shortcode that says so only by its name and by standing alone on its line.
    fn alone(&self) -> Option<Shortcode> {
        let before = self.expanded.trim_end_matches([' ', '\t', '\r']);
        let length = end_of(self.rest)? + 1;
        let after = self.rest.get(length..)?.trim_start_matches([' ', '\t', '\r']);
        let is_alone =
            (before.is_empty() || before.ends_with(['\n', '>'])) && (after.is_empty() || after.starts_with(['\n', '<']));
        let inner = self.rest.get(1..length - 1)?.trim_end_matches('/').trim_end();
        let (name, told) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            && name.starts_with(|sign: char| sign.is_ascii_lowercase());
        let is_code = name.contains(['-', '_']) || (ALONE.contains(&name) && told.is_empty());
        (is_alone && is_name && is_code).then(|| Shortcode {
            name: name.to_owned(),
            attributes: attributes::read(told),
            is_end: false,
            is_closed: false,
            length,
        })
    }

    /// What stands between a shortcode and its end, which is read past.
    fn content(&mut self, name: &str) -> Option<&'a str> {
        if self.unended.contains(name) {
            return None;
        }
        let Some((content, after)) = self.rest.split_once(&format!("[/{name}]")) else {
            self.unended.insert(name.to_owned());
            return None;
        };
        self.rest = after;
        Some(content)
    }
}

/// What the export holds beside the post, and how much of it may still be shown.
struct Shelf<'a> {
    post: &'a Post<'a>,
    left: &'a mut usize,
}

/// A shortcode, or its end.
struct Shortcode {
    name: String,
    attributes: BTreeMap<String, String>,
    is_end: bool,
    is_closed: bool,
    length: usize,
}

impl Shortcode {
    /// The shortcode that a text begins with.
    fn parse(text: &str, closed: &HashSet<&str>) -> Option<Shortcode> {
        let end = end_of(text)?;
        let inner = text.get(1..end)?.trim_end_matches('/');
        let is_end = inner.starts_with('/');
        let inner = inner.trim_start_matches('/');
        let name_end =
            inner.find(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-'))).unwrap_or(inner.len());
        let (name, rest) = inner.split_at(name_end);
        let is_name = name.starts_with(|sign: char| sign.is_ascii_alphabetic())
            && (rest.is_empty() || rest.starts_with([' ', '\n', '\u{a0}', '=']));
        let attributes = attributes::read(rest);
        // Without attributes or an end it is a word in brackets, and so are several.
        let is_code = known::is_known(name)
            && (name == "gallery" || known::shows(name, rest.trim_matches([' ', '\n', '\u{a0}', '='])))
            || attributes.keys().any(|key| !key.is_empty())
            || closed.contains(name)
            || (name.contains(['_']) && rest.is_empty());
        (is_name && is_code).then(|| Shortcode {
            name: name.to_owned(),
            attributes,
            is_end,
            is_closed: closed.contains(name),
            length: end + 1,
        })
    }

    fn takes_content(&self) -> bool {
        !self.is_end && self.is_closed && known::takes_content(&self.name)
    }

    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The first of these attributes that is there.
    fn any(&self, names: &[&str]) -> &str {
        names.iter().map(|name| self.get(name)).find(|value| !value.is_empty()).unwrap_or_default()
    }
}

/// Where the bracket stands that ends a shortcode. One that opens before it, outside of quotation marks, says that it
/// is none: a body of brackets costs no more than its length.
fn end_of(text: &str) -> Option<usize> {
    let (mut is_quoted, mut is_value) = (false, false);
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'"' if is_quoted || is_value => is_quoted = !is_quoted,
            b']' if !is_quoted => return Some(at),
            b'[' if !is_quoted => return None,
            _ => {}
        }
        is_value = byte == b'=';
    }
    None
}

/// Text in an attribute. What WordPress rendered is escaped already.
pub fn escape(text: &str) -> String {
    text.replace("&amp;", "&")
        .replace("&#038;", "&")
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests;
