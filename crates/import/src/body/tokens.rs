//! Tags and text of HTML, with the place where they stand.

use super::long_tags::curbed;
use html5gum::{DefaultEmitter, State, Token as Gum, Tokenizer};
use std::collections::BTreeMap;

/// A tag that opens an element.
pub struct Tag {
    /// In lower case.
    pub name: String,
    /// By name in lower case; of two that are alike the first.
    pub attributes: BTreeMap<String, String>,
    /// Where it begins, in bytes.
    pub at: usize,
}

/// Elements that systems which write XML end in their own tag, `<video/>`: to a browser all that follows is in them.
const WHOLE: [&str; 7] = ["video", "audio", "iframe", "object", "canvas", "amp-video", "amp-audio"];

/// A piece of HTML. Comments and declarations are none.
pub enum Token {
    /// `<a>`
    Open(Tag),
    /// `</a>`
    Close(String),
    /// Text with its entities resolved.
    Text(String),
}

impl Tag {
    /// An attribute's value; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", |value| value.trim())
    }

    /// A whole number among the attributes, as of `width="640px"`.
    pub fn number(&self, name: &str) -> u32 {
        let digits: String = self.get(name).chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(0)
    }

    /// Whether the element is of a class, or of one that is named after it.
    pub fn has_class(&self, wanted: &str) -> bool {
        self.get("class").split_ascii_whitespace().any(|class| class == wanted)
    }
}

/// Hands each piece of a text to `each`, in order.
pub fn read(html: &str, mut each: impl FnMut(Token)) {
    let html = curbed(html);
    let mut tokenizer = Tokenizer::new_with_emitter(&*html, DefaultEmitter::<usize>::new_with_span());
    while let Some(Ok(token)) = tokenizer.next() {
        match token {
            Gum::StartTag(tag) => {
                let name = text(&tag.name);
                if let Some(state) = state_within(&name) {
                    tokenizer.set_state(state);
                }
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                let is_whole = tag.self_closing && WHOLE.contains(&name.as_str());
                each(Token::Open(Tag { name: name.clone(), attributes, at: tag.span.start }));
                if is_whole {
                    tokenizer.set_state(State::Data);
                    each(Token::Close(name));
                }
            }
            Gum::EndTag(tag) => each(Token::Close(text(&tag.name))),
            Gum::String(string) => each(Token::Text(text(&string))),
            Gum::Comment(_) | Gum::Doctype(_) | Gum::Error(_) => {}
        }
    }
}

/// Elements whose content is no markup. `noscript` is not among them: here nothing runs scripts, and lazy
/// pictures have their plain form in it.
fn state_within(name: &str) -> Option<State> {
    match name {
        "script" => Some(State::ScriptData),
        "style" | "iframe" | "xmp" | "noembed" | "noframes" => Some(State::RawText),
        "textarea" | "title" => Some(State::RcData),
        _ => None,
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
