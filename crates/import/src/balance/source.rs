//! What readers see of a body at its source.

use super::Load;
use super::address::{is_picture, is_within, known_by, of_picture};
use super::elements::{INLINE, UNSEEN, VOID, is_hidden};
use super::named::Named;
use super::scan::{Piece, scan};
use super::scripted::{self, Mute};
use crate::body::{FURNITURE, is_component};
use std::collections::{HashMap, HashSet};
use url::Url;

/// The longest number of a note, in characters.
const MARK: usize = 6;

/// What readers see of text without markup.
pub fn of_text(text: &str) -> Load {
    let mut load = Load::default();
    load.words.add(text);
    load
}

/// What readers see of the HTML of a page, but for elements that were named.
pub fn of_html(html: &str, page: Option<&Url>, named: &Named) -> Load {
    let mut count = Count { page: page.cloned(), named: named.elements.clone(), ..Count::default() };
    scan(html, |piece| count.take(piece));
    count.end_link();
    count.load
}

/// A count that is under way.
#[derive(Default)]
struct Count {
    load: Load,
    page: Option<Url>,
    /// The words of links within the page.
    marks: HashSet<String>,
    /// Elements that were named, and are met yet.
    named: HashMap<String, usize>,
    /// What is left out: an element, how often it is nested in itself, and whether its pictures stand for others.
    left_out: Option<(String, usize)>,
    link: Option<Link>,
    /// An object that is open, and whether a player was counted in it.
    object: Option<bool>,
    mute: Option<Mute>,
    /// What `<source>` offers for the picture after it.
    offered: Vec<String>,
    /// Whether the last player was named by an element, which may hold its frame.
    is_scripted: bool,
    /// Whether the film or recording that is left out may name itself in what it holds.
    is_recording: bool,
}

/// A link that is open.
struct Link {
    /// Whether it leads to a place of the same page.
    is_within: bool,
    /// Where its words begin.
    begin: usize,
    href: String,
    has_words: bool,
    has_picture: bool,
    /// Whether it only shows its picture, or leads to the page of it.
    is_of_picture: bool,
}

/// The attributes of an element.
pub type Attributes = HashMap<String, String>;

impl Count {
    fn take(&mut self, piece: Piece) {
        self.listen(&piece);
        if let Some((name, depth)) = &mut self.left_out {
            match &piece {
                Piece::Open(opened, attributes, is_closed) => {
                    let is_late = name == "noscript" && opened == "img";
                    *depth += usize::from(opened == name && !is_closed);
                    if is_late {
                        self.again(attributes);
                    }
                    if opened == "source"
                        && self.is_recording
                        && let Some(last) = self.load.players.last_mut()
                    {
                        last.extend(attributes.get("src").cloned());
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
        // The button of a file repeats its link.
        let is_button = attributes.get("class").is_some_and(|class| class.contains("wp-block-file__button"));
        if is_button || is_hidden(attributes) || self.is_named(name, attributes) {
            return self.leave_out(name, is_closed);
        }
        let get = |name: &str| attributes.get(name).map_or("", |value| value.trim());
        match name {
            "a" => {
                self.end_link();
                let href = get("href");
                let is_of_picture = get("rel").contains("attachment") || is_picture(href);
                let is_within = is_within(href, self.page.as_ref());
                let (href, begin) = (href.to_owned(), self.load.words.length());
                self.link = Some(Link { is_within, begin, href, has_words: false, has_picture: false, is_of_picture });
            }
            "img" | "amp-img" | "amp-anim" | "image" => self.picture(attributes),
            "iframe" if get("src").to_ascii_lowercase().starts_with("javascript") => {}
            "iframe" | "video" | "audio" | "amp-video" | "amp-audio" => {
                let known = ["src", "data-src", "data-lazy-src"].map(get).into_iter().filter(|address| !address.is_empty());
                self.player(name, known.map(str::to_owned).collect());
            }
            name if is_component(name) => {
                let known = scripted::player(name, attributes).unwrap_or_else(|| scripted::addresses(attributes));
                self.player(name, known);
            }
            "object" => {
                self.object = Some(false);
                self.old_player(!get("data").is_empty(), get("data"));
            }
            "param" => self.old_player(["movie", "src"].contains(&get("name")), get("value")),
            "embed" => self.old_player(!get("src").is_empty(), get("src")),
            "source" => self.offered.extend(of_picture(attributes)),
            _ if UNSEEN.contains(&name) => {}
            _ => self.scripted(name, attributes, is_closed),
        }
        if UNSEEN.contains(&name) || is_component(name) {
            self.leave_out(name, is_closed);
        }
    }

    /// A player as pages had them before `<iframe>`: an object names it in several ways, for several browsers.
    fn old_player(&mut self, is_one: bool, address: &str) {
        let is_known = self.object == Some(true);
        match self.load.players.last_mut() {
            Some(last) if is_one && is_known => last.push(address.to_owned()),
            _ if is_one => self.load.players.push(vec![address.to_owned()]),
            _ => {}
        }
        self.object = self.object.map(|known| known || is_one);
    }

    /// A player; an element around its frame may have named it already.
    fn player(&mut self, name: &str, known: Vec<String>) {
        self.is_recording = name != "iframe";
        match self.load.players.last_mut() {
            Some(last) if std::mem::take(&mut self.is_scripted) && scripted::is_same(last, &known) => last.extend(known),
            _ => self.load.players.push(known),
        }
    }

    /// What scripts, or styles, show where an element is.
    fn scripted(&mut self, name: &str, attributes: &Attributes, is_closed: bool) {
        if let Some(known) = scripted::player(name, attributes) {
            self.mute = None;
            self.load.players.push(known);
            self.is_scripted = true;
        } else if let Some(address) = scripted::background(attributes) {
            self.mute = None;
            self.load.pictures.push(vec![known_by(&address)]);
        } else if self.mute.is_none() && !is_closed && !VOID.contains(&name) {
            let addresses = scripted::addresses(attributes);
            self.mute = Some(Mute { name: name.to_owned(), depth: 1, addresses }).filter(|mute| !mute.addresses.is_empty());
        }
    }

    /// An element with an address that shows nothing at its end may be a player of somebody.
    fn listen(&mut self, piece: &Piece) {
        let Some(mut mute) = self.mute.take() else { return };
        match piece {
            Piece::Text(text) if !text.trim().is_empty() => return,
            Piece::Open(name, ..) if scripted::SHOWN.contains(&name.as_str()) => return,
            Piece::Open(name, ..) => mute.depth += usize::from(*name == mute.name),
            Piece::Close(name) => mute.depth -= usize::from(*name == mute.name),
            Piece::Text(_) => {}
        }
        match mute.depth {
            0 => self.load.players.push(mute.addresses),
            _ => self.mute = Some(mute),
        }
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
                    self.load.players.pop();
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
        let mut known = of_picture(attributes);
        known.append(&mut self.offered);
        // The link around it may lead to its larger file.
        known.extend(self.link.as_ref().filter(|link| is_picture(&link.href)).map(|link| known_by(&link.href)));
        self.load.pictures.push(known);
    }

    /// A picture for those without scripts is the one before it.
    fn again(&mut self, attributes: &Attributes) {
        match self.load.pictures.last_mut() {
            Some(last) => last.extend(of_picture(attributes)),
            None => self.load.pictures.push(of_picture(attributes)),
        }
    }

    fn end_link(&mut self) {
        let Some(link) = self.link.take().filter(|link| !link.href.is_empty()) else { return };
        if link.is_within {
            // A note repeats the number by which the text leads to it; an article numbers its notes itself.
            let words = self.load.words.since(link.begin).trim().to_owned();
            if words.chars().count() <= MARK && !self.marks.insert(words) {
                self.load.words.cut(link.begin);
            }
        } else if link.has_words || (link.has_picture && !link.is_of_picture) {
            self.load.links.push(link.href);
        }
    }
}
