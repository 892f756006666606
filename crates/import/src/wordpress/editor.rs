//! Blocks of WordPress' editor that only name what they show: synced patterns, notes, and what a site makes when it
//! shows a page.

use super::content::Post;
use super::library::Holding;
use super::shortcodes::escape;
use crate::fault::{BodyFault, GateFault};
use crate::notes::Notes;
use crate::text::shorten;
use serde_json::Value;

/// How deep patterns may stand in patterns.
const DEEPEST: usize = 8;

/// How many patterns a post may show, and how long they may be together, in bytes: each may hold others.
const MOST_PATTERNS: usize = 200;
const LONGEST: usize = 4 << 20;

/// Blocks that show other pages, or nothing: no part of an article.
const FURNITURE: [&str; 17] = [
    "archives",
    "avatar",
    "calendar",
    "categories",
    "comments",
    "latest-comments",
    "latest-posts",
    "loginout",
    "navigation",
    "page-list",
    "query",
    "rss",
    "search",
    "social-link",
    "spacer",
    "tag-cloud",
    "jetpack/related-posts",
];

/// Content with the blocks in it that stand for something else. What cannot be had is named.
pub fn expand(html: &str, post: &Post, notes: &mut Notes) -> String {
    let mut expansion = Expansion { post, patterns: 0, length: 0, has_notes: false };
    let mut expanded = expansion.expand(html, 0, notes);
    if !expansion.has_notes && expanded.contains("data-fn=") {
        expanded.push_str(&post.footnotes.as_deref().and_then(listed).unwrap_or_default());
    }
    expanded
}

struct Expansion<'a> {
    post: &'a Post<'a>,
    patterns: usize,
    length: usize,
    has_notes: bool,
}

impl Expansion<'_> {
    fn expand(&mut self, html: &str, depth: usize, notes: &mut Notes) -> String {
        let (mut expanded, mut rest) = (String::with_capacity(html.len()), html);
        while let Some((before, after)) = rest.split_once("<!-- wp:") {
            expanded.push_str(before);
            let Some((inner, after)) = after.split_once("-->") else { break };
            rest = after;
            if let Some(inner) = inner.trim_end().strip_suffix('/') {
                let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
                let attributes = serde_json::from_str(attributes.trim()).unwrap_or_default();
                expanded.push_str(&self.block(name, &attributes, depth, notes));
            }
        }
        expanded.push_str(rest);
        expanded
    }

    /// What stands in place of a block.
    fn block(&mut self, name: &str, attributes: &Value, depth: usize, notes: &mut Notes) -> String {
        let name = name.strip_prefix("core/").unwrap_or(name);
        match name {
            "block" => self.pattern(attributes.get("ref").and_then(Value::as_u64), depth, notes),
            "footnotes" if self.post.footnotes.is_some() => {
                self.has_notes = true;
                self.post.footnotes.as_deref().and_then(listed).unwrap_or_else(|| lost("footnotes", notes))
            }
            _ if name == "embed" || name.starts_with("core-embed/") => match attributes.get("url").and_then(Value::as_str) {
                Some(url) => format!("<p>{}</p>", escape(url)),
                None => lost(name, notes),
            },
            "separator" => "<hr>".to_owned(),
            "more" | "nextpage" | "paragraph" => String::new(),
            _ if FURNITURE.contains(&name) || name.starts_with("post-") || name.starts_with("site-") => {
                notes.add("", BodyFault::Removed(format!("<!-- wp:{name} -->")));
                String::new()
            }
            _ => lost(name, notes),
        }
    }

    /// What a synced pattern holds. It passes the gate by itself: a draft in a published post stays one.
    fn pattern(&mut self, number: Option<u64>, depth: usize, notes: &mut Notes) -> String {
        self.patterns += 1;
        let name = || number.map_or_else(|| "block".to_owned(), |number| format!("block {number}"));
        if depth >= DEEPEST || self.patterns > MOST_PATTERNS {
            return lost(&name(), notes);
        }
        match number.and_then(|number| self.post.library.get(number)) {
            Some(Holding::Pattern(html)) if self.length + html.len() > LONGEST => lost(&name(), notes),
            Some(Holding::Pattern(html)) => {
                self.length += html.len();
                format!("<div>{}</div>", self.expand(&html, depth + 1, notes))
            }
            Some(Holding::Held(reason)) => {
                notes.add("", GateFault::HeldPart(format!("{}: {reason}", name())));
                String::new()
            }
            _ => lost(&name(), notes),
        }
    }
}

fn lost(name: &str, notes: &mut Notes) -> String {
    let is_pattern = name.starts_with("block ");
    let fault = if is_pattern { BodyFault::LostPattern } else { BodyFault::LostBlock };
    notes.add("", fault(shorten(name, 60)));
    String::new()
}

/// Notes as the block editor keeps them, as a list; none where it is no such list.
fn listed(json: &str) -> Option<String> {
    let notes: Vec<Value> = serde_json::from_str(json).ok()?;
    let text = |note: &Value, name: &str| note.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let item = |note: &Value| format!("<li id=\"{}\">{}</li>", escape(&text(note, "id")), text(note, "content"));
    let items: String = notes.iter().map(item).collect();
    Some(format!("<ol class=\"wp-block-footnotes\">{items}</ol>"))
}
