//! What is kept of shortcodes that nobody here can expand: what they lead to, show and say.

use super::{Expansion, Shortcode, escape, known};
use crate::body::is_picture_address;
use crate::fault::BodyFault;
use crate::notes::Notes;

/// Attributes whose words readers see, in the order in which they are shown. Those of a button stand on it.
const WORDS: [&str; 9] = ["title", "heading", "subtitle", "text", "content", "quote", "caption", "author", "job_title"];

impl Expansion<'_> {
    /// What an unknown shortcode leads to is kept as a link; where it stands for a picture or a player, as that. What it
    /// says stands before what is in it.
    pub(super) fn unknown(&mut self, code: &Shortcode, notes: &mut Notes) -> String {
        if code.is_end {
            return if self.links.pop_if(|name| *name == code.name).is_some() { "</a>".to_owned() } else { String::new() };
        }
        notes.add("", BodyFault::Shortcode(code.name.clone()));
        let address = code.address();
        let said = words(code);
        let is_button = code.name.contains("btn") || code.name.contains("button");
        let label =
            if code.get("button_text").is_empty() && is_button { said.join(" ") } else { code.get("button_text").to_owned() };
        let picture =
            ["src", "image", "url", ""].map(|name| code.get(name)).into_iter().find(|src| is_web(src) && is_picture_address(src));
        let mut html = String::new();
        if let Some(picture) = picture {
            let alt = Some(code.get("alt")).filter(|alt| !alt.is_empty()).map(|alt| format!(" alt=\"{}\"", escape(alt)));
            html.push_str(&format!("<img src=\"{}\"{}>", escape(picture), alt.unwrap_or_default()));
        }
        if !is_button {
            said.iter().for_each(|words| html.push_str(&format!("<p>{}</p>", escape(words))));
        }
        match address.filter(|address| Some(address.as_str()) != picture) {
            Some(address) if !label.is_empty() => {
                html.push_str(&format!("<p><a href=\"{}\">{}</a></p>", escape(&address), escape(&label)));
            }
            Some(address) if code.is_closed && !known::plays(&address) => {
                self.links.push(code.name.clone());
                html.push_str(&format!("<a href=\"{}\">", escape(&address)));
            }
            Some(address) => html.push_str(&known::shown(&address)),
            None if !label.is_empty() => html.push_str(&format!("<p>{}</p>", escape(&label))),
            None => {}
        }
        html
    }
}

impl Shortcode {
    /// Where it leads.
    fn address(&self) -> Option<String> {
        let told = self.any(&["src", "url", "link", "href", "button_url", "image", "video", ""]);
        // `url:https%3A%2F%2Fa.example|target:_blank`
        let listed = told.split('|').find_map(|part| part.strip_prefix("url:"));
        let address = listed.map(|part| percent_encoding::percent_decode_str(part).decode_utf8_lossy().into_owned());
        Some(address.unwrap_or_else(|| told.to_owned())).filter(|address| is_web(address))
    }
}

fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// What it says; a form's name and what only switches something on are no words of the article.
fn words(code: &Shortcode) -> Vec<&str> {
    let is_switch = |word: &str| {
        matches!(word, "true" | "false" | "yes" | "no" | "on" | "off") || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_form = code.name.contains("form");
    let said = WORDS.iter().map(|name| code.get(name).trim()).filter(|words| !is_form && !is_switch(words) && !is_web(words));
    said.collect()
}
