//! What readers see of a body at its source.

use super::Load;
use super::named::Named;
use super::scan::{Piece, scan};
use std::collections::HashMap;

/// Elements of which readers see nothing.
const UNSEEN: [&str; 14] = [
    "script", "style", "template", "noembed", "noframes", "head", "title", "datalist", "rp", "iframe", "noscript", "video",
    "audio", "colgroup",
];
/// What pages in AMP write for a player; what is in it stands for it until it plays.
const COMPONENTS: [&str; 24] = [
    "amp-youtube",
    "amp-vimeo",
    "amp-dailymotion",
    "amp-twitter",
    "amp-instagram",
    "amp-soundcloud",
    "amp-vine",
    "amp-imgur",
    "amp-gist",
    "amp-izlesene",
    "amp-facebook",
    "amp-facebook-page",
    "amp-facebook-comments",
    "amp-tiktok",
    "amp-pinterest",
    "amp-reddit",
    "amp-embedly-card",
    "amp-brightcove",
    "amp-3d-gltf",
    "amp-hulu",
    "amp-playbuzz",
    "amp-google-document-embed",
    "amp-iframe",
    "amp-video-iframe",
];
/// Elements that do not part words.
const INLINE: [&str; 33] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
];
/// Elements without content.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Classes of what sites add to articles, and importers may leave out.
const FURNITURE: [&str; 5] =
    ["sharedaddy", "jp-relatedposts", "screen-reader-text", "sd-sharing", "addtoany_share_save_container"];
/// Attributes that may hold a picture's address, or several.
const PICTURES: [&str; 9] = [
    "src",
    "srcset",
    "data-src",
    "data-srcset",
    "data-lazy-src",
    "data-lazy-srcset",
    "data-original",
    "data-orig-file",
    "data-actualsrc",
];

/// What readers see of text without markup.
pub fn of_text(text: &str) -> Load {
    let mut load = Load::default();
    load.words.add(text);
    load
}

/// What readers see of HTML, but for elements that were named.
pub fn of_html(html: &str, named: &Named) -> Load {
    let mut count = Count { load: Load::default(), named: named.elements.clone(), left_out: None, link: None, object: None };
    scan(html, |piece| count.take(piece));
    count.end_link();
    count.load
}

/// A count that is under way.
struct Count {
    load: Load,
    /// Elements that were named, and are met yet.
    named: HashMap<String, usize>,
    /// What is left out: an element, how often it is nested in itself, and whether its pictures stand for others.
    left_out: Option<(String, usize)>,
    link: Option<Link>,
    /// An object that is open, and whether a player was counted in it.
    object: Option<bool>,
}

/// A link that is open.
struct Link {
    /// Whether it is one that readers take.
    is_real: bool,
    has_words: bool,
    has_picture: bool,
    /// Whether it only shows its picture, or leads to the page of it.
    is_of_picture: bool,
}

type Attributes = HashMap<String, String>;

impl Count {
    fn take(&mut self, piece: Piece) {
        if let Some((name, depth)) = &mut self.left_out {
            match &piece {
                Piece::Open(opened, attributes, is_closed) => {
                    let is_late = name == "noscript" && opened == "img";
                    *depth += usize::from(opened == name && !is_closed);
                    if is_late {
                        self.again(attributes);
                    }
                }
                Piece::Close(closed) => {
                    *depth -= usize::from(closed == name);
                    if *depth == 0 {
                        self.left_out = None;
                    }
                }
                Piece::Text(_) => {}
            }
            return;
        }
        match piece {
            Piece::Text(text) => {
                if let Some(link) = self.link.as_mut() {
                    link.has_words |= !text.trim().is_empty();
                }
                self.load.words.add(&text);
            }
            Piece::Open(name, attributes, is_closed) => self.open(&name, &attributes, is_closed),
            Piece::Close(name) => {
                match name.as_str() {
                    "a" => self.end_link(),
                    "object" => self.object = None,
                    _ => {}
                }
                self.part(&name);
            }
        }
    }

    fn open(&mut self, name: &str, attributes: &Attributes, is_closed: bool) {
        self.part(name);
        if is_hidden(attributes) || self.is_named(name, attributes) {
            return self.leave_out(name, is_closed);
        }
        let get = |name: &str| attributes.get(name).map_or("", |value| value.trim());
        match name {
            "a" => {
                self.end_link();
                let href = get("href");
                let is_of_picture = get("rel").contains("attachment") || is_picture(href);
                let is_real = !href.is_empty() && !href.starts_with('#');
                self.link = Some(Link { is_real, has_words: false, has_picture: false, is_of_picture });
            }
            "img" | "amp-img" | "amp-anim" | "image" => self.picture(attributes),
            "iframe" if get("src").to_ascii_lowercase().starts_with("javascript") => {}
            "iframe" | "video" | "audio" | "amp-video" | "amp-audio" => self.load.players += 1,
            name if is_component(name) => self.load.players += 1,
            "object" => {
                self.object = Some(false);
                self.old_player(!get("data").is_empty());
            }
            "param" => self.old_player(["movie", "src"].contains(&get("name"))),
            "embed" => self.old_player(!get("src").is_empty()),
            _ => {}
        }
        if UNSEEN.contains(&name) || is_component(name) {
            self.leave_out(name, is_closed);
        }
    }

    /// A player as pages had them before `<iframe>`: an object names it in several ways, for several browsers.
    fn old_player(&mut self, is_one: bool) {
        let is_known = self.object == Some(true);
        self.load.players += usize::from(is_one && !is_known);
        self.object = self.object.map(|known| known || is_one);
    }

    /// Whether this element was named as left out.
    fn is_named(&mut self, name: &str, attributes: &Attributes) -> bool {
        let is_furniture =
            || attributes.get("class").is_some_and(|class| class.split_whitespace().any(|class| FURNITURE.contains(&class)));
        let may_be = matches!(
            name,
            "object"
                | "applet"
                | "embed"
                | "frame"
                | "frameset"
                | "canvas"
                | "svg"
                | "math"
                | "select"
                | "button"
                | "textarea"
                | "portal"
                | "fencedframe"
                | "script"
                | "style"
                | "template"
                | "iframe"
        ) || name.starts_with("amp-")
            || is_furniture();
        match self.named.get_mut(name).filter(|left| may_be && **left > 0) {
            Some(left) => {
                *left -= 1;
                if name == "embed" && self.object == Some(true) {
                    // It is the player that the object named before.
                    self.load.players = self.load.players.saturating_sub(1);
                    self.object = Some(false);
                }
                true
            }
            None => false,
        }
    }

    fn leave_out(&mut self, name: &str, is_closed: bool) {
        if !is_closed && !VOID.contains(&name) {
            self.left_out = Some((name.to_owned(), 1));
        }
    }

    fn part(&mut self, name: &str) {
        if !INLINE.contains(&name) {
            self.load.words.part();
        }
    }

    fn picture(&mut self, attributes: &Attributes) {
        let class = attributes.get("class").map_or("", String::as_str);
        if class.split_whitespace().any(|class| matches!(class, "emoji" | "wp-smiley")) {
            return;
        }
        if let Some(link) = self.link.as_mut() {
            link.has_picture = true;
        }
        self.load.pictures.push(addresses(attributes));
    }

    /// A picture for those without scripts is the one before it.
    fn again(&mut self, attributes: &Attributes) {
        match self.load.pictures.last_mut() {
            Some(last) => last.extend(addresses(attributes)),
            None => self.load.pictures.push(addresses(attributes)),
        }
    }

    fn end_link(&mut self) {
        let Some(link) = self.link.take().filter(|link| link.is_real) else { return };
        self.load.links += usize::from(link.has_words || (link.has_picture && !link.is_of_picture));
    }
}

fn is_component(name: &str) -> bool {
    COMPONENTS.contains(&name) || name.starts_with("amp-") && name.ends_with("-player")
}

fn is_hidden(attributes: &Attributes) -> bool {
    let style: String =
        attributes.get("style").into_iter().flat_map(|style| style.chars()).filter(|sign| !sign.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    attributes.contains_key("hidden") || style.contains("display:none") || style.contains("visibility:hidden")
}

fn addresses(attributes: &Attributes) -> Vec<String> {
    let values = attributes.iter().filter(|(name, _)| PICTURES.contains(&name.as_str())).map(|(_, value)| value.trim());
    let parts = values.flat_map(|value| value.split([' ', '\n']).chain(Some(value).filter(|value| value.contains([' ', '\n']))));
    parts.map(|part| known_by(part.trim_end_matches(','))).filter(|name| !name.is_empty()).collect()
}

fn is_picture(href: &str) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    ["jpg", "jpeg", "png", "webp", "avif", "gif", "svg"].iter().any(|ending| path.ends_with(&format!(".{ending}")))
}

/// What a picture's address is known by, wherever it was moved: the last part of its path, and what is asked for.
pub fn known_by(address: &str) -> String {
    if address.starts_with("data:") {
        return String::new();
    }
    if !address.contains(['%', '#', '?']) {
        return address.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_lowercase();
    }
    let address = address.split('#').next().unwrap_or_default();
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let last = percent_encoding::percent_decode_str(last).decode_utf8_lossy().into_owned();
    let query = percent_encoding::percent_decode_str(query).decode_utf8_lossy().into_owned();
    format!("{last}?{query}").trim_end_matches('?').to_lowercase()
}
