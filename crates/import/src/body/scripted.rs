//! What scripts make of elements where readers see a page: players of other providers, and pictures behind words.

use super::elements::is_void;
use super::picture_size::is_picture_address;
use super::players;
use super::tokens::{Tag, Token};
use super::walk::Walker;
use crate::fault::BodyFault;
use crate::href;
use crate::text::shorten;
use serde_json::Value;
use strait_model::{Block, Embed, Image};

/// Elements that name what they play by its number, the attribute that does, and the address of what it names.
const NUMBERED: [(&str, &str, &str); 4] = [
    ("lite-youtube", "videoid", "https://www.youtube.com/watch?v="),
    ("youtube-video", "videoid", "https://www.youtube.com/watch?v="),
    ("lite-vimeo", "videoid", "https://vimeo.com/"),
    ("flourish-embed", "data-src", "https://flo.uri.sh/"),
];

/// Classes by which scripts know elements that are players.
const CLASSES: [&str; 7] =
    ["tiktok-embed", "instagram-media", "fb-video", "fb-post", "flourish-embed", "reddit-embed-bq", "bluesky-embed"];

/// Elements whose addresses are looked after elsewhere.
const OTHERS: [&str; 12] =
    ["a", "img", "amp-img", "image", "source", "video", "audio", "iframe", "amp-video", "amp-audio", "object", "embed"];

/// An element that shows nothing so far, and has an address.
pub(super) struct Mute {
    name: String,
    /// How often it is nested in itself.
    depth: usize,
    fault: BodyFault,
}

impl Walker<'_> {
    /// Takes what scripts, or styles, show where an element is, which stays what it is.
    pub(super) fn scripted(&mut self, tag: &Tag) {
        if OTHERS.contains(&tag.name.as_str()) || tag.name.starts_with("amp-") {
            return;
        }
        if let Some(embed) = self.scripted_player(tag) {
            self.mute = None;
            self.is_scripted = true;
            return self.push(Block::Embed(embed));
        }
        if let Some(src) = background(tag).and_then(|raw| href::web(&raw, self.base).ok()) {
            self.mute = None;
            self.last_picture.clone_from(&src);
            return self.push(Block::Image(Image { src, ..Image::default() }));
        }
        if self.mute.is_none()
            && !is_void(&tag.name)
            && let Some((name, address)) = addresses(tag).next()
        {
            let fault = BodyFault::LostMedia(format!("<{} {name}={}>", tag.name, shorten(address, 60)));
            self.mute = Some(Mute { name: tag.name.clone(), depth: 1, fault });
        }
    }

    /// Adds what is framed. An element around it may have named it already.
    pub(super) fn push_frame(&mut self, embed: Embed) {
        let is_scripted = std::mem::take(&mut self.is_scripted);
        match self.sink().and_then(|sink| sink.blocks.last_mut()) {
            Some(Block::Embed(last)) if is_scripted && last.src == embed.src => {
                *last = Embed { anchor: last.anchor.take(), ..embed };
            }
            _ => self.push(Block::Embed(embed)),
        }
    }

    /// An element with an address that shows nothing at its end is told.
    pub(super) fn listen(&mut self, token: &Token) {
        let Some(mut mute) = self.mute.take() else { return };
        match token {
            Token::Text(text) if !text.trim().is_empty() => return,
            Token::Open(tag) if OTHERS.contains(&tag.name.as_str()) => return,
            Token::Open(tag) => mute.depth += usize::from(tag.name == mute.name),
            Token::Close(name) => mute.depth -= usize::from(*name == mute.name),
            Token::Text(_) => {}
        }
        match mute.depth {
            0 => self.note(mute.fault),
            _ => self.mute = Some(mute),
        }
    }

    fn scripted_player(&self, tag: &Tag) -> Option<Embed> {
        let numbered = NUMBERED.iter().find(|(name, ..)| tag.name == *name || tag.has_class(name));
        let numbered = numbered.filter(|(_, name, _)| !tag.get(name).is_empty() && !tag.get(name).contains("//"));
        if let Some((_, name, start)) = numbered {
            let address = href::web(&format!("{start}{}", tag.get(name)), None).ok()?;
            return Some(players::known_embed(&address).unwrap_or_else(|| players::embed(&address, "")));
        }
        let told: Vec<String> = addresses(tag).filter_map(|(_, raw)| href::web(raw, None).ok()).collect();
        let is_player = CLASSES.iter().any(|class| tag.has_class(class));
        let known = told.iter().find_map(|address| players::known_embed(address));
        let is_words = tag.attributes.contains_key("cite") && !is_player;
        let known = known.filter(|_| !is_words).or_else(|| settings(tag.get("data-settings")));
        known.or_else(|| told.first().filter(|_| is_player).map(|address| players::embed(address, "")))
    }
}

/// The web addresses that scripts find at an element. Pictures are none.
fn addresses(tag: &Tag) -> impl Iterator<Item = (&str, &str)> {
    let all = tag.attributes.iter().map(|(name, value)| (name.as_str(), value.trim()));
    all.filter(|(name, value)| {
        (matches!(*name, "src" | "cite") || name.starts_with("data-"))
            && ["https://", "http://", "//"].iter().any(|start| value.starts_with(start))
            && !is_picture_address(value)
    })
}

/// The player among the settings that Elementor's scripts read.
fn settings(json: &str) -> Option<Embed> {
    let settings: Value = serde_json::from_str(json).ok()?;
    let values = settings.as_object()?.iter().filter(|(name, _)| name.ends_with("_url")).map(|(_, value)| value);
    values.filter_map(Value::as_str).find_map(players::known_embed)
}

/// The picture that an element is set on.
fn background(tag: &Tag) -> Option<String> {
    let (_, after) = tag.get("style").split_once("background")?;
    let (_, after) = after.split_once("url(")?;
    let address = after.split_once(')')?.0.trim().trim_matches(['"', '\'']);
    (is_picture_address(address) || tag.has_class("wp-block-cover")).then(|| address.to_owned())
}
