//! Tags and text of HTML, found by the plainest means.

use html5gum::{Token, Tokenizer};
use std::collections::HashMap;

/// A piece of HTML.
pub enum Piece {
    /// A tag that opens, its attributes, and whether it ends itself.
    Open(String, HashMap<String, String>, bool),
    /// A tag that closes.
    Close(String),
    /// Text, its references resolved.
    Text(String),
}

/// Elements whose content is no markup.
const RAW: [&str; 8] = ["script", "style", "iframe", "noembed", "noframes", "xmp", "textarea", "title"];

/// Hands over the pieces of a text.
pub fn scan(html: &str, mut each: impl FnMut(Piece)) {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        if !text.is_empty() {
            each(Piece::Text(resolved(text)));
        }
        let next = tag[1..].chars().next().unwrap_or(' ');
        rest = match next {
            _ if tag.starts_with("<!--") => after(tag, "-->", 4),
            '!' | '?' => after(tag, ">", 1),
            '/' if tag[2..].starts_with(|sign: char| sign.is_ascii_alphabetic()) => {
                let (name, rest) = name(&tag[2..]);
                each(Piece::Close(name));
                after(rest, ">", 0)
            }
            '/' => after(tag, ">", 2),
            next if next.is_ascii_alphabetic() => {
                let (name, rest) = name(&tag[1..]);
                let (attributes, is_closed, mut rest) = attributes(rest);
                let raw = RAW.contains(&name.as_str()) && !is_closed;
                each(Piece::Open(name.clone(), attributes, is_closed));
                if raw {
                    rest = raw_end(rest, &name);
                }
                rest
            }
            _ => {
                each(Piece::Text("<".to_owned()));
                &tag[1..]
            }
        };
    }
    if !rest.is_empty() {
        each(Piece::Text(resolved(rest)));
    }
}

fn after<'a>(text: &'a str, end: &str, from: usize) -> &'a str {
    text[from..].find(end).map_or("", |at| &text[from + at + end.len()..])
}

fn name(text: &str) -> (String, &str) {
    let end = text.find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '/' | '>')).unwrap_or(text.len());
    (text[..end].to_ascii_lowercase(), &text[end..])
}

/// The attributes of a tag, of two that are alike the first; whether it ends itself; and what follows it.
fn attributes(mut rest: &str) -> (HashMap<String, String>, bool, &str) {
    let (mut attributes, mut is_closed) = (HashMap::new(), false);
    loop {
        rest = rest.trim_start_matches(|sign: char| sign.is_ascii_whitespace());
        match rest.chars().next() {
            None => return (attributes, is_closed, ""),
            Some('>') => return (attributes, is_closed, &rest[1..]),
            Some('/') => (is_closed, rest) = (true, &rest[1..]),
            Some(first) => {
                is_closed = false;
                let begin = first.len_utf8();
                let is_end = |sign: char| sign.is_ascii_whitespace() || matches!(sign, '/' | '>' | '=');
                let end = rest[begin..].find(is_end).map_or(rest.len(), |at| begin + at);
                let name = rest[..end].to_ascii_lowercase();
                rest = rest[end..].trim_start_matches(|sign: char| sign.is_ascii_whitespace());
                let mut value = "";
                if let Some(after) = rest.strip_prefix('=') {
                    (value, rest) = self::value(after.trim_start_matches(|sign: char| sign.is_ascii_whitespace()));
                }
                attributes.entry(name).or_insert_with(|| resolved(value));
            }
        }
    }
}

fn value(text: &str) -> (&str, &str) {
    match text.chars().next().filter(|quote| matches!(quote, '"' | '\'')) {
        Some(quote) => text[1..].split_once(quote).unwrap_or((&text[1..], "")),
        None => {
            let end = text.find(|sign: char| sign.is_ascii_whitespace() || sign == '>').unwrap_or(text.len());
            text.split_at(end)
        }
    }
}

/// Where content that is no markup ends.
fn raw_end<'a>(text: &'a str, name: &str) -> &'a str {
    let mut from = 0;
    while let Some(at) = text[from..].find("</") {
        let inner = &text[from + at + 2..];
        let is_it = inner.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
        let ends = inner.get(name.len()..).is_none_or(|rest| !rest.starts_with(|sign: char| sign.is_ascii_alphanumeric()));
        if is_it && ends {
            return &text[from + at..];
        }
        from += at + 2;
    }
    ""
}

/// Text with its references resolved; without a `<` in it there is no tag for the tokenizer to find.
fn resolved(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let text = text.replace('<', "&lt;");
    let tokens = Tokenizer::new(&text).flatten();
    let strings = tokens.filter_map(|token| match token {
        Token::String(string) => Some(String::from_utf8_lossy(&string).into_owned()),
        _ => None,
    });
    strings.collect()
}
