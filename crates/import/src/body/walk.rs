//! Walks through the tags of a body and keeps what blocks can hold.

use super::effect::{Effect, Open};
use super::elements::is_void;
use super::footnotes;
use super::inner::Target;
use super::list::ListDraft;
use super::places;
use super::scripted::Mute;
use super::sink::{Kind, Sink};
use super::tokens::{Tag, Token, read};
use crate::fault::{BodyFault, FileFault, ImportFault};
use crate::notes::Notes;
use crate::text::{shorten, turns};
use std::collections::BTreeMap;
use strait_model::{Block, Span};
use strait_report::problem::Bilingual;
use url::Url;

/// Elements deeper than this are read for their text only. Browsers stop at 512.
const DEEPEST: usize = 200;

/// A walk through a body.
pub struct Walker<'a> {
    pub(super) base: Option<&'a Url>,
    pub(super) notes: &'a mut Notes,
    pub(super) open: Vec<Open>,
    pub(super) sinks: Vec<Sink>,
    pub(super) marks: Span,
    /// An element whose content is skipped, and how often it is nested in itself.
    pub(super) skipped: Option<(String, usize)>,
    /// How many elements are open below the deepest.
    pub(super) beyond: usize,
    pub(super) reading: Option<String>,
    pub(super) at: usize,
    /// What `<source>` offers to the `<img>` after it.
    pub(super) source: String,
    /// The address of the last picture, which `<noscript>` may repeat.
    pub(super) last_picture: String,
    /// A picture without an address, for which `<noscript>` may have one.
    pub(super) lost_picture: Option<BodyFault>,
    /// An element with an address that showed nothing so far.
    pub(super) mute: Option<Mute>,
    /// Whether the last player was named by an element, which may hold its frame.
    pub(super) is_scripted: bool,
    /// Whether a line of the source is one to readers, as in systems that make paragraphs of lines.
    has_lines: bool,
    /// The places of the page to which links lead.
    pub(super) targets: BTreeMap<String, Target>,
    /// The place to which the link leads that is open, if it is the first.
    pub(super) marking: Option<String>,
    /// Places at which nothing stood so far.
    pub(super) pending: Vec<String>,
}

impl<'a> Walker<'a> {
    /// A walk that has not begun. `has_lines`: a line of the source is one to readers.
    pub fn new(base: Option<&'a Url>, has_lines: bool, notes: &'a mut Notes) -> Walker<'a> {
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
            mute: None,
            is_scripted: false,
            has_lines,
            targets: BTreeMap::new(),
            marking: None,
            pending: vec![],
        }
    }

    /// The blocks of a body.
    pub fn walk(mut self, html: &str) -> Vec<Block> {
        read(html, |token| {
            self.listen(&token);
            match token {
                Token::Open(tag) => self.meet(&tag),
                Token::Close(name) => self.close(&name),
                Token::Text(text) => self.text(&text),
            }
        });
        if let Some((name, _)) = self.skipped.take() {
            self.note(FileFault::CutShort(Bilingual::new(format!("<{name}>"), format!("<{name}>"))));
        }
        self.tell_lost_picture();
        self.close_down_to(0);
        self.flush();
        let mut blocks = self.sinks.pop().map(|sink| sink.finish(std::mem::take(&mut self.pending))).unwrap_or_default();
        footnotes::link(&mut blocks, &mut |name| self.miss(name));
        blocks
    }

    /// Where a link leads whose place is not there.
    fn miss(&mut self, name: &str) -> Option<String> {
        let target = self.targets.get(name);
        let whole = target.and_then(|target| target.whole.clone());
        if whole.is_none() {
            self.at = target.map_or(self.at, |target| target.at);
            self.note(BodyFault::DeadLink(shorten(&format!("#{name}"), 80)));
        }
        whole
    }

    /// Notes what could not be kept, where the walk is.
    pub(super) fn note(&mut self, fault: impl Into<ImportFault>) {
        self.notes.add(&format!(" @{}", self.at), fault);
    }

    /// Notes that the last picture is lost after all.
    pub(super) fn tell_lost_picture(&mut self) {
        if let Some(fault) = self.lost_picture.take() {
            self.note(fault);
        }
    }

    /// Adds a block after the paragraph that it interrupts.
    pub(super) fn push(&mut self, mut block: Block) {
        self.flush();
        places::add(&mut self.pending, &mut block);
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
            self.note(BodyFault::Turned);
        }
        if let Some(reading) = &mut self.reading {
            reading.push_str(text);
        } else if self.has_lines && self.sinks.last().is_some_and(Sink::has_lines) {
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

    /// The list whose item is being gathered.
    pub(super) fn list_around(&mut self) -> Option<&mut ListDraft> {
        match self.sinks.as_mut_slice() {
            [.., Sink { kind: Kind::List(list), .. }, Sink { kind: Kind::Item { .. }, .. }] => Some(list),
            _ => None,
        }
    }

    /// Opens an element that gathers blocks of its own.
    pub(super) fn gather(&mut self, name: &str, kind: Kind) {
        self.gather_in(name, Sink::new(kind));
    }

    /// Opens an element that gathers in a way of its own.
    pub(super) fn gather_in(&mut self, name: &str, sink: Sink) {
        self.flush();
        self.enter(name, Effect::Sink);
        self.sinks.push(sink);
    }

    /// Leaves out an element with all that is in it.
    pub(super) fn skip(&mut self, name: &str) {
        if !is_void(name) {
            self.skipped = Some((name.to_owned(), 1));
        }
    }

    fn meet(&mut self, tag: &Tag) {
        match &mut self.skipped {
            Some((name, depth)) => *depth += usize::from(*name == tag.name),
            None => {
                self.at = tag.at;
                self.open(tag);
            }
        }
    }

    /// Adds text to what is being gathered.
    pub(super) fn put(&mut self, text: &str) {
        let is_blank = text.trim().is_empty();
        self.listen_to_mark(text);
        if let Some(sink) = self.sinks.last_mut() {
            if !is_blank {
                sink.line.places.append(&mut self.pending);
            }
            sink.line.push(text, &self.marks);
        }
    }

    /// Ends the paragraph.
    pub(super) fn flush(&mut self) {
        let from = self.sinks.last().map_or(0, |sink| sink.blocks.len());
        if let Some(sink) = self.sinks.last_mut() {
            sink.flush();
        }
        self.find_note(from);
    }

    /// Ends a line: where paragraphs stay apart, it is one.
    pub(super) fn break_line(&mut self) {
        match self.sinks.last() {
            Some(sink) if sink.has_lines() => self.flush(),
            Some(sink) if sink.line.is_kept() => self.put("\n"),
            _ => self.put(" "),
        }
    }

    /// Opens an element that marks its text.
    pub(super) fn mark(&mut self, name: &str, change: impl FnOnce(&mut Span)) {
        let before = self.marks.clone();
        self.enter(name, Effect::Marks(before));
        change(&mut self.marks);
    }

    /// Notes that an element is open.
    pub(super) fn enter(&mut self, name: &str, effect: Effect) {
        self.open.push(Open { name: name.to_owned(), effect });
    }

    /// Whether an element stands deeper than anyone reads; then only its text is kept.
    pub(super) fn is_too_deep(&mut self, name: &str) -> bool {
        let is_deep = self.open.len() >= DEEPEST && !is_void(name);
        if is_deep {
            if self.beyond == 0 {
                self.note(BodyFault::TooDeep);
            }
            self.beyond += 1;
            self.break_at(name);
        }
        is_deep
    }

    /// What is read from here on is the reading of a ruby.
    pub(super) fn begin_reading(&mut self) {
        self.reading = Some(String::new());
    }
}
