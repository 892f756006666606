//! Pictures, films and players in a body, and what is left out of it.

use super::amp::{self, Component};
use super::elements::is_void;
use super::picture_size::{is_picture_address, size, size_in_name, widest, without_size};
use super::players;
use super::sink::Kind;
use super::tokens::Tag;
use super::walk::Walker;
use crate::fault::BodyFault;
use crate::href::{self, Refusal};
use crate::text::{one_line, shorten};
use strait_model::{Block, Image};

/// Where systems that load pictures late keep the address, the best first.
const LATE: [&str; 6] = ["data-orig-file", "data-src", "data-lazy-src", "data-original", "data-actualsrc", "data-lazyload"];
const LATE_SETS: [&str; 3] = ["data-srcset", "data-lazy-srcset", "srcset"];

/// Classes of what sites add to articles, and importers leave out.
pub const FURNITURE: [&str; 8] = [
    "sharedaddy",
    "jp-relatedposts",
    "screen-reader-text",
    "sd-sharing",
    "addtoany_share_save_container",
    // What shows and hides a table of contents.
    "ez-toc-title-toggle",
    "lwptoc_toggle",
    "toc_toggle",
];

impl Walker<'_> {
    /// Leaves out what holds nothing to read, and notes it. False: it stays.
    pub(super) fn is_left_out(&mut self, tag: &Tag) -> bool {
        let name = tag.name.as_str();
        if self.is_old_player(tag) {
            return true;
        }
        if let Some(component) = amp::component(tag) {
            self.component(tag, component);
            return true;
        }
        let fault = match name {
            // What it shows is told by what is in it.
            "object" if tag.get("data").is_empty() => return false,
            "script" | "style" | "template" | "link" | "base" | "meta" | "noembed" | "noframes" => {
                BodyFault::Removed(format!("<{name}>"))
            }
            "object" | "applet" | "embed" | "frame" | "frameset" | "canvas" | "svg" | "math" | "select" | "button"
            | "textarea" | "portal" | "fencedframe" => BodyFault::Unkept(format!("<{name}>")),
            "input" | "area" | "param" => BodyFault::Removed(format!("<{name}>")),
            "head" | "title" | "rp" | "colgroup" | "datalist" => {
                self.skip(name);
                return true;
            }
            "iframe" => return self.frame(tag),
            _ => match hidden(tag) {
                Some(how) => BodyFault::Hidden(format!("<{name} {how}>")),
                None => return false,
            },
        };
        self.note(fault);
        self.skip(name);
        true
    }

    /// Takes a component of AMP pages.
    fn component(&mut self, tag: &Tag, component: Component) {
        let embed = |address: &str| {
            href::web(address, self.base).ok().map(|address| players::embed(&address, &one_line(tag.get("title"))))
        };
        let block = match &component {
            _ if hidden(tag).is_some() => return self.note_left_out(tag, BodyFault::Hidden),
            Component::Frame => {
                self.frame(tag);
                return;
            }
            Component::Player(address) => embed(address),
            Component::Lost => None,
            Component::Nothing => return self.note_left_out(tag, BodyFault::Removed),
        };
        match block {
            Some(embed) => {
                self.push(Block::Embed(embed));
                self.skip(&tag.name);
            }
            None => self.note_left_out(tag, BodyFault::Unkept),
        }
    }

    fn note_left_out(&mut self, tag: &Tag, fault: impl Fn(String) -> BodyFault) {
        self.note(fault(format!("<{}>", tag.name)));
        self.skip(&tag.name);
    }

    /// Takes a player as pages had them before `<iframe>`: an `<object>`, its `<param>`, or an `<embed>`, and often
    /// one in the other. False: it is none, or of nobody that is known.
    fn is_old_player(&mut self, tag: &Tag) -> bool {
        let raw = match tag.name.as_str() {
            "object" => tag.get("data"),
            "embed" => tag.get("src"),
            "param" if matches!(tag.get("name").to_ascii_lowercase().as_str(), "movie" | "src") => tag.get("value"),
            _ => return false,
        };
        let embed = href::web(raw, self.base).ok().and_then(|address| players::known_embed(&address));
        let Some(block) = embed.map(Block::Embed) else { return false };
        let is_again =
            |last: &Block| matches!((last, &block), (Block::Embed(last), Block::Embed(embed)) if last.src == embed.src);
        if !self.sink().is_some_and(|sink| sink.blocks.last().is_some_and(is_again)) {
            self.push(block);
        }
        self.skip(&tag.name);
        true
    }

    /// Takes a picture, film or recording. False: it is none.
    pub(super) fn is_media(&mut self, tag: &Tag) -> bool {
        match tag.name.as_str() {
            "img" | "amp-img" | "amp-anim" | "image" => self.picture(tag),
            "source" => self.source(tag),
            "track" => {}
            "video" | "audio" | "amp-video" | "amp-audio" => self.recording(tag),
            _ => return false,
        }
        true
    }

    fn picture(&mut self, tag: &Tag) {
        if tag.has_class("emoji") || tag.has_class("wp-smiley") {
            return self.text(tag.get("alt"));
        }
        let is_tracker = |name: &str| tag.attributes.contains_key(name) && tag.number(name) <= 1 && !tag.get(name).contains('%');
        if is_tracker("width") || is_tracker("height") {
            return self.note(BodyFault::Removed("<img width=1>".to_owned()));
        }
        let repeats = self.is_in("noscript");
        let Some((src, width)) = self.best_picture(tag) else {
            if !repeats {
                self.tell_lost_picture();
                self.lost_picture = Some(BodyFault::LostMedia(format!("<img src={}>", shorten(tag.get("src"), 60))));
            }
            return;
        };
        if repeats && (self.lost_picture.take().is_none() && without_size(&src) == without_size(&self.last_picture)) {
            return;
        }
        self.tell_lost_picture();
        self.last_picture.clone_from(&src);
        let (src, width, height) = match self.original(&src) {
            Some(original) => {
                let (width, height) = size_in_name(&original).unwrap_or_default();
                (original, width, height)
            }
            None => {
                let (width, height) = size_in_name(&src).unwrap_or_else(|| size(tag, width));
                (src, width, height)
            }
        };
        self.push(Block::Image(Image { src, width, height, alt: one_line(tag.get("alt")), ..Image::default() }));
    }

    /// The address of the best form of a picture, and its width where a set names it.
    fn best_picture(&mut self, tag: &Tag) -> Option<(String, u32)> {
        let offered = std::mem::take(&mut self.source);
        let sets = LATE_SETS.iter().map(|name| tag.get(name)).chain([offered.as_str()]);
        let of_sets = sets.filter_map(widest).next();
        let late = LATE.iter().map(|name| tag.get(name)).find(|raw| self.picture_address(raw).is_some());
        let candidates = [of_sets, late.map(|raw| (raw.to_owned(), 0)), Some((tag.get("src").to_owned(), 0))];
        candidates.into_iter().flatten().find_map(|(raw, width)| Some((self.picture_address(&raw)?, width)))
    }

    /// The larger file of a rendition, to which the link around it leads.
    fn original(&self, src: &str) -> Option<String> {
        let (width, _) = size_in_name(src)?;
        let link = self.marks.href.as_deref().filter(|link| is_picture_address(link))?;
        let is_larger = size_in_name(link).is_none_or(|(larger, _)| larger > width);
        (is_larger && without_size(link) == without_size(src)).then(|| link.to_owned())
    }

    fn picture_address(&self, raw: &str) -> Option<String> {
        match href::web(raw, self.base) {
            Ok(address) => Some(address),
            // It may lie beside the file.
            Err(Refusal::Broken) if self.base.is_none() && href::is_beside(raw) => Some(raw.to_owned()),
            Err(_) => None,
        }
    }

    fn source(&mut self, tag: &Tag) {
        let (src, base) = (tag.get("src"), self.base);
        match self.sink().map(|sink| &mut sink.kind) {
            Some(Kind::Recording { src: found @ None, .. }) => *found = href::web(src, base).ok(),
            Some(Kind::Recording { .. }) => {}
            _ => {
                let set = if tag.get("data-srcset").is_empty() { tag.get("srcset") } else { tag.get("data-srcset") };
                self.source = set.to_owned();
            }
        }
    }

    fn recording(&mut self, tag: &Tag) {
        let address = |name: &str| href::web(tag.get(name), self.base).ok();
        let src = address("src").or_else(|| address("data-src"));
        let title = one_line(if tag.get("title").is_empty() { tag.get("aria-label") } else { tag.get("title") });
        let kind = Kind::Recording { is_film: tag.name.ends_with("video"), src, poster: address("poster"), title };
        self.gather(&tag.name, kind);
        if let Some(sink) = self.sinks.last_mut() {
            sink.loose.append(&mut self.pending);
        }
    }

    fn frame(&mut self, tag: &Tag) -> bool {
        let raw =
            ["data-src", "data-lazy-src", "src"].iter().map(|name| tag.get(name)).find(|raw| href::web(raw, self.base).is_ok());
        let is_tracker = tag.attributes.contains_key("width") && tag.number("width") <= 1 && !tag.get("width").contains('%');
        match raw.and_then(|raw| href::web(raw, self.base).ok()) {
            _ if is_tracker || hidden(tag).is_some() => self.note(BodyFault::Hidden(format!("<{}>", tag.name))),
            Some(address) => self.push_frame(players::embed(&address, &one_line(tag.get("title")))),
            None if tag.get("src").to_ascii_lowercase().trim_start().starts_with("javascript") => {
                self.note(BodyFault::UnsafeLink(shorten(tag.get("src"), 80)));
            }
            None => self.note(BodyFault::LostMedia(format!("<iframe src={}>", shorten(tag.get("src"), 60)))),
        }
        self.skip(&tag.name);
        true
    }
}

/// How an element is hidden from readers at its source.
fn hidden(tag: &Tag) -> Option<&'static str> {
    let style: String = tag.get("style").to_ascii_lowercase().chars().filter(|character| !character.is_whitespace()).collect();
    match () {
        () if is_void(&tag.name) && tag.name != "img" => None,
        () if tag.attributes.contains_key("hidden") => Some("hidden"),
        () if style.contains("display:none") => Some("display:none"),
        () if style.contains("visibility:hidden") => Some("visibility:hidden"),
        () if FURNITURE.iter().any(|class| tag.has_class(class)) => Some("class=…"),
        () => None,
    }
}
