//! Walks through the tags of a body and keeps what blocks can hold.

use super::sink::{Kind, Sink};
use super::tokens::{Tag, Token, read};
use crate::import::fault::ImportFault;
use crate::import::href::{self, Refusal};
use crate::import::notes::Notes;
use crate::import::text::{shorten, turns};
use crate::model::{Block, Span};
use url::Url;

/// Elements deeper than this are read for their text only. Browsers stop at 512.
const DEEPEST: usize = 200;

/// What ends with an element.
enum Effect {
    /// Nothing.
    None,
    /// The paragraph.
    Block,
    /// What was gathered in it.
    Sink,
    /// Its marks: these were before.
    Marks(Span),
    /// The reading above a ruby's base.
    Reading,
}

struct Open {
    name: String,
    effect: Effect,
}

/// A walk through a body.
pub struct Walker<'a> {
    pub(super) base: Option<&'a Url>,
    pub(super) notes: &'a mut Notes,
    open: Vec<Open>,
    sinks: Vec<Sink>,
    marks: Span,
    /// An element whose content is skipped, and how often it is nested in itself.
    skipped: Option<(String, usize)>,
    /// How many elements are open below the deepest.
    beyond: usize,
    reading: Option<String>,
    at: usize,
    /// What `<source>` offers to the `<img>` after it.
    pub(super) source: String,
    /// The address of the last picture, which `<noscript>` may repeat.
    pub(super) last_picture: String,
    /// A picture without an address, for which `<noscript>` may have one.
    pub(super) lost_picture: Option<ImportFault>,
}

impl<'a> Walker<'a> {
    /// A walk that has not begun.
    pub fn new(base: Option<&'a Url>, notes: &'a mut Notes) -> Walker<'a> {
        Walker {
            base,
            notes,
            open: vec![],
            sinks: vec![Sink::new(Kind::Root)],
            marks: Span::default(),
            skipped: None,
            beyond: 0,
            reading: None,
            at: 0,
            source: String::new(),
            last_picture: String::new(),
            lost_picture: None,
        }
    }

    /// The blocks of a body.
    pub fn walk(mut self, html: &str) -> Vec<Block> {
        read(html, |token| match token {
            Token::Open(tag) => self.open(&tag),
            Token::Close(name) => self.close(&name),
            Token::Text(text) => self.text(&text),
        });
        if let Some((name, _)) = self.skipped.take() {
            self.note(ImportFault::CutShort(format!("<{name}>")));
        }
        self.tell_lost_picture();
        self.close_down_to(0);
        self.flush();
        self.sinks.pop().map(|sink| sink.blocks).unwrap_or_default()
    }

    /// Notes what could not be kept, where the walk is.
    pub(super) fn note(&mut self, fault: ImportFault) {
        self.notes.add(&format!(" @{}", self.at), fault);
    }

    /// Notes that the last picture is lost after all.
    pub(super) fn tell_lost_picture(&mut self) {
        if let Some(fault) = self.lost_picture.take() {
            self.note(fault);
        }
    }

    /// Adds a block after the paragraph that it interrupts.
    pub(super) fn push(&mut self, block: Block) {
        self.flush();
        if let Some(sink) = self.sinks.last_mut() {
            sink.blocks.push(block);
        }
    }

    /// Adds text where the walk is.
    pub(super) fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        if turns(text) {
            self.note(ImportFault::Turned);
        }
        if let Some(reading) = &mut self.reading {
            reading.push_str(text);
        } else if self.is_in("pre") {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.break_line();
                }
                self.put(line);
            }
        } else {
            self.put(text);
        }
    }

    /// The innermost thing that is being gathered.
    pub(super) fn sink(&mut self) -> Option<&mut Sink> {
        self.sinks.last_mut()
    }

    /// Whether the walk is inside an element.
    pub(super) fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|open| open.name == name)
    }

    /// Opens an element that gathers blocks of its own.
    pub(super) fn gather(&mut self, name: &str, kind: Kind) {
        self.flush();
        if self.enter(name, Effect::Sink) {
            self.sinks.push(Sink::new(kind));
        }
    }

    /// Leaves out an element with all that is in it.
    pub(super) fn skip(&mut self, name: &str) {
        if !is_void(name) {
            self.skipped = Some((name.to_owned(), 1));
        }
    }

    fn put(&mut self, text: &str) {
        if let Some(sink) = self.sinks.last_mut() {
            sink.line.push(text, &self.marks);
        }
    }

    fn flush(&mut self) {
        if let Some(sink) = self.sinks.last_mut() {
            sink.flush();
        }
    }

    fn break_line(&mut self) {
        match self.sinks.last().is_some_and(Sink::is_of_blocks) {
            true => self.flush(),
            false => self.put(" "),
        }
    }

    fn open(&mut self, tag: &Tag) {
        if let Some((name, depth)) = &mut self.skipped {
            *depth += usize::from(*name == tag.name);
            return;
        }
        self.at = tag.at;
        if self.is_left_out(tag) || self.is_media(tag) {
            return;
        }
        let name = tag.name.as_str();
        match name {
            "br" => self.break_line(),
            "hr" => self.push(Block::Divider),
            "wbr" => {}
            "a" => self.open_link(tag),
            "b" | "strong" => self.mark(name, |marks| marks.strong = true),
            "i" | "em" | "dfn" | "var" => self.mark(name, |marks| marks.emphasis = true),
            "sup" => self.mark(name, |marks| marks.superscript = true),
            "sub" => self.mark(name, |marks| marks.subscript = true),
            "span" => self.open_span(tag),
            "s" | "strike" | "del" => {
                self.note(ImportFault::Struck);
                self.enter(name, Effect::None);
            }
            "q" => {
                self.put("“");
                self.enter(name, Effect::None);
            }
            "ruby" | "rt" => self.open_ruby(name),
            _ => self.open_block(tag),
        }
    }

    fn open_block(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        match name {
            "h1" | "h2" => self.gather_block(name, Kind::Heading(2)),
            "h3" | "h4" | "h5" | "h6" => self.gather_block(name, Kind::Heading(3)),
            "ul" | "ol" | "div" | "dl" | "figure" if is_gallery(tag) => self.gather_block(name, Kind::Gallery),
            "ul" | "menu" | "dir" => self.gather_block(name, Kind::list(false)),
            "ol" => self.gather_block(name, Kind::list(true)),
            "li" => self.open_within(name, &["ul", "ol", "menu", "dir"], Kind::Item),
            "blockquote" => self.gather_block(name, Kind::Quote { cite: None }),
            "cite" if self.is_in("blockquote") => self.gather(name, Kind::Cite),
            "cite" => self.mark(name, |marks| marks.emphasis = true),
            "footer" if self.is_in("blockquote") => self.gather(name, Kind::Cite),
            "aside" | "details" => self.gather_block(name, Kind::Aside { title: None }),
            "summary" => self.gather_block(name, Kind::Title),
            "figure" => self.gather_block(name, Kind::Figure { caption: None }),
            "figcaption" => self.gather_block(name, Kind::Caption),
            "table" => self.gather_block(name, Kind::Table(Box::default())),
            "caption" => self.open_within(name, &["table"], Kind::Caption),
            "tr" => self.open_row(),
            "td" | "th" => self.open_cell(tag),
            "dt" => {
                self.close_paragraph();
                self.flush();
                self.mark(name, |marks| marks.strong = true);
            }
            _ if is_block(name) => {
                self.close_paragraph();
                self.flush();
                self.enter(name, Effect::Block);
            }
            _ => {
                self.enter(name, Effect::None);
            }
        }
    }

    fn gather_block(&mut self, name: &str, kind: Kind) {
        self.close_paragraph();
        self.gather(name, kind);
    }

    /// Opens an item of a list or the like: the one before it ends; without a list around it, it is a paragraph.
    fn open_within(&mut self, name: &str, parents: &[&str], kind: Kind) {
        let parent = self.open.iter().rposition(|open| parents.contains(&open.name.as_str()));
        let Some(parent) = parent.filter(|parent| self.open.get(*parent).is_some_and(|open| matches!(open.effect, Effect::Sink)))
        else {
            self.flush();
            self.enter(name, Effect::Block);
            return;
        };
        self.close_down_to(parent + 1);
        // A gallery is a list too, but it gathers pictures and has no items.
        match self.sinks.last().is_some_and(|sink| sink.holds(&kind)) {
            true => self.gather(name, kind),
            false => {
                self.flush();
                self.enter(name, Effect::Block);
            }
        }
    }

    fn open_row(&mut self) {
        if let Some(table) = self.open.iter().rposition(|open| open.name == "table") {
            self.close_down_to(table + 1);
            self.flush();
            if let Some(Kind::Table(draft)) = self.sinks.last_mut().map(|sink| &mut sink.kind) {
                draft.begin_row();
            }
        }
    }

    fn open_cell(&mut self, tag: &Tag) {
        let is_header = tag.name == "th" || self.is_in("thead");
        let span = |name: &str, most: u32| tag.number(name).clamp(1, most) as usize;
        // The most that browsers take is 1000 and 65534: as a table of news neither makes sense.
        let kind = Kind::Cell { is_header, columns: span("colspan", 50), rows: span("rowspan", 200) };
        self.open_within(&tag.name, &["table"], kind);
    }

    fn open_span(&mut self, tag: &Tag) {
        // Word processors write marks so.
        let style: String =
            tag.get("style").to_ascii_lowercase().chars().filter(|character| !character.is_whitespace()).collect();
        let is_strong =
            ["bold", "600", "700", "800", "900"].iter().any(|weight| style.contains(&format!("font-weight:{weight}")));
        let is_stressed = style.contains("font-style:italic");
        self.mark("span", |marks| {
            marks.strong |= is_strong;
            marks.emphasis |= is_stressed;
        });
    }

    fn open_link(&mut self, tag: &Tag) {
        self.close("a");
        let raw = tag.get("href");
        let short = || shorten(raw, 80);
        let href = match href::link(raw, self.base) {
            Ok(href) => Some(href),
            Err(Refusal::Unsafe) => {
                self.note(ImportFault::UnsafeLink(short()));
                None
            }
            Err(_) if raw.is_empty() => None,
            Err(_) => {
                self.note(ImportFault::DeadLink(short()));
                None
            }
        };
        self.mark("a", |marks| marks.href = href);
    }

    fn open_ruby(&mut self, name: &str) {
        if name == "rt" {
            self.reading = Some(String::new());
            self.enter(name, Effect::Reading);
        } else if let Some(sink) = self.sinks.last_mut() {
            sink.line.begin_ruby();
            self.enter(name, Effect::None);
        }
    }

    fn mark(&mut self, name: &str, change: impl FnOnce(&mut Span)) {
        let before = self.marks.clone();
        if self.enter(name, Effect::Marks(before)) {
            change(&mut self.marks);
        }
    }

    /// Notes that an element is open. False: it is too deep to be more than its text.
    fn enter(&mut self, name: &str, effect: Effect) -> bool {
        let is_deep = self.open.len() >= DEEPEST;
        match is_deep {
            true => {
                self.beyond += 1;
                self.note(ImportFault::TooDeep);
            }
            false => self.open.push(Open { name: name.to_owned(), effect }),
        }
        !is_deep
    }

    fn close(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= usize::from(skipped == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        if name == "br" {
            return self.break_line();
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            return if is_block(name) { self.flush() } else { () };
        }
        // What is in a cell cannot end what is around the table.
        let walls: &[&str] = match name {
            "table" => &[],
            "tr" | "td" | "th" | "caption" | "thead" | "tbody" | "tfoot" => &["table"],
            "li" => &["ul", "ol", "table"],
            _ => &["td", "th", "caption"],
        };
        let found = self.open.iter().rposition(|open| open.name == name || walls.contains(&open.name.as_str()));
        match found.filter(|at| self.open.get(*at).is_some_and(|open| open.name == name)) {
            Some(at) => self.close_down_to(at),
            None if is_block(name) => self.flush(),
            None => {}
        }
    }

    /// A block ends the paragraph that is open.
    fn close_paragraph(&mut self) {
        let innermost = self.open.iter().rposition(|open| open.name == "p" || matches!(open.effect, Effect::Sink));
        if let Some(at) = innermost.filter(|at| self.open.get(*at).is_some_and(|open| open.name == "p")) {
            self.close_down_to(at);
        }
    }

    fn close_down_to(&mut self, length: usize) {
        while self.open.len() > length {
            let Some(open) = self.open.pop() else { return };
            match open.effect {
                Effect::None if open.name == "q" => self.put("”"),
                Effect::None => {}
                Effect::Block => self.flush(),
                Effect::Sink => self.close_sink(),
                Effect::Marks(before) => {
                    if open.name == "dt" {
                        self.flush();
                    }
                    self.marks = before;
                }
                Effect::Reading => {
                    let reading = self.reading.take().unwrap_or_default();
                    if let Some(sink) = self.sinks.last_mut() {
                        sink.line.end_ruby(&reading);
                    }
                }
            }
        }
    }

    fn close_sink(&mut self) {
        self.flush();
        let Some(sink) = self.sinks.pop() else { return };
        let place = format!(" @{}", self.at);
        match self.sinks.last_mut() {
            Some(parent) => sink.close_into(parent, &mut |fault| self.notes.add(&place, fault)),
            None => self.sinks.push(sink),
        }
    }
}

/// Elements that have no content.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "body"
            | "center"
            | "dd"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "footer"
            | "form"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "tr"
            | "td"
            | "th"
            | "noscript"
            | "hl2"
            | "block"
            | "body.content"
    )
}

fn is_gallery(tag: &Tag) -> bool {
    [
        "gallery",
        "wp-block-gallery",
        "blocks-gallery-grid",
        "tiled-gallery",
        "wp-block-jetpack-tiled-gallery",
        "wp-block-jetpack-slideshow",
    ]
    .iter()
    .any(|class| tag.has_class(class))
}
