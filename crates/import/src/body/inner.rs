//! Links, and the places of the page that they lead to, while a body is read; and which of its paragraphs are notes.

use super::note_marks::{is_mark, take_way_back};
use super::places;
use super::sink::{Kind, Sink, text_and_others};
use super::tokens::Tag;
use super::walk::Walker;
use crate::fault::BodyFault;
use crate::href::{self, Refusal};
use crate::text::shorten;
use strait_model::{Block, FormerAddress, Notes, Text};
use url::Url;

/// So many bytes of a link's words tell whether it is the mark of a note.
const MARK: usize = 24;
/// How word processors and converters call what holds a note, before its number.
const NAMES: [&str; 8] = ["ftn", "edn", "sdfootnote", "sdendnote", "footnote", "endnote", "fn", "note"];

/// A place of the page to which a link was met.
pub struct Target {
    /// Where the first link stands.
    pub at: usize,
    /// The words of the first link.
    words: String,
    /// The address of the page with the place, where a link says all of it.
    pub whole: Option<String>,
}

impl Walker<'_> {
    /// Opens a link.
    pub(super) fn open_link(&mut self, tag: &Tag) {
        self.close("a");
        let raw = tag.get("href");
        let short = || shorten(raw, 80);
        let href = match href::link(raw, self.base) {
            Ok(href) => Some(match self.own_place(&href) {
                Some(name) => self.link_within(name, Some(href.clone())),
                None => href,
            }),
            Err(Refusal::Fragment) if raw.len() > 1 => Some(self.link_within(raw.get(1..).unwrap_or_default(), None)),
            Err(Refusal::Unsafe) => {
                self.note(BodyFault::UnsafeLink(short()));
                None
            }
            Err(_) if raw.is_empty() => None,
            Err(_) => {
                self.note(BodyFault::DeadLink(short()));
                None
            }
        };
        self.mark("a", |marks| marks.href = href);
    }

    /// Notes a link to a place of the page; says what stands for it until the place is known.
    fn link_within(&mut self, name: &str, whole: Option<String>) -> String {
        let (name, at) = (places::key(name), self.at);
        let is_first = !self.targets.contains_key(&name);
        let target = self.targets.entry(name.clone()).or_insert(Target { at, words: String::new(), whole: None });
        target.whole = target.whole.take().or(whole);
        self.marking = is_first.then(|| name.clone());
        format!("#{name}")
    }

    /// The place to which an address leads that is the page's own.
    fn own_place<'h>(&self, href: &'h str) -> Option<&'h str> {
        let (address, name) = href.split_once('#').filter(|(_, name)| !name.is_empty())?;
        let own = self.base.filter(|base| base.path() != "/" || base.query().is_some()).and_then(page)?;
        let key = page(&Url::parse(address).ok()?)?;
        // A split article has further pages.
        let further = |rest: &str| rest.trim_start_matches('/').bytes().all(|byte| byte.is_ascii_digit());
        key.strip_prefix(own.trim_end_matches('/')).filter(|rest| rest.is_empty() || rest.starts_with('/') && further(rest))?;
        Some(name)
    }

    /// Takes in the words of a link, to know whether it is the mark of a note.
    pub(super) fn listen_to_mark(&mut self, text: &str) {
        let target = self.marking.as_ref().and_then(|name| self.targets.get_mut(name));
        if let Some(target) = target.filter(|target| target.words.len() < MARK) {
            target.words.push_str(text);
        }
    }

    /// Whether a mark in the text leads to one of these places.
    pub(super) fn is_marked<'n>(&self, mut names: impl Iterator<Item = &'n str>) -> bool {
        names.any(|name| self.targets.get(name).is_some_and(|target| is_mark(&target.words)))
    }

    /// The places of an element that stands within a line are that line's.
    pub(super) fn find_places(&mut self) {
        if let Some(sink) = self.sinks.last_mut().filter(|sink| !sink.line.is_empty()) {
            sink.line.places.append(&mut self.pending);
        }
    }

    /// A paragraph to which a mark leads, and which leads back, is a note.
    pub(super) fn find_note(&mut self, from: usize) {
        let Some(sink) = self.sinks.last().filter(|sink| matches!(sink.kind, Kind::Root | Kind::Aside { .. })) else { return };
        let Some(Block::Paragraph { text, .. }) = sink.blocks.get(from) else { return };
        if !self.is_marked(places::in_text(text)) {
            return;
        }
        let mut text = text.clone();
        if !take_way_back(&mut text) {
            return;
        }
        if let Some(block) = self.sinks.last_mut().and_then(|sink| sink.blocks.get_mut(from)) {
            *block = note(text);
        }
    }

    /// Ends what may hold a note: it is one where a mark leads to it, and it leads back.
    pub(super) fn end_note(&self, sink: &mut Sink) {
        let of_first = sink.blocks.first().and_then(|block| match block {
            Block::Paragraph { text, .. } => Some(text),
            _ => None,
        });
        let text = of_first.filter(|text| self.is_marked(sink.loose.iter().map(String::as_str).chain(places::in_text(text))));
        if text.is_none_or(|text| !take_way_back(&mut in_full(text))) {
            return;
        }
        let (text, others) = text_and_others(std::mem::take(&mut sink.blocks));
        let mut text = text.unwrap_or_default();
        take_way_back(&mut text);
        sink.blocks = std::iter::once(note(text)).chain(others).collect();
    }

    /// A point to which a mark leads, and which leads back, makes its list one of notes.
    pub(super) fn is_first_note(&self, sink: &Sink) -> bool {
        sink.blocks.iter().any(|block| match block {
            Block::Paragraph { text, .. } => self.is_marked(places::in_text(text)) && take_way_back(&mut text.clone()),
            _ => false,
        })
    }
}

/// Whether an element is made to hold a note.
pub fn may_be_note(tag: &Tag) -> bool {
    let id = tag.get("id").trim_start_matches('_');
    let number = NAMES.iter().find_map(|name| id.strip_prefix(name)).map(|rest| rest.trim_start_matches(['-', '_', ':']));
    let is_numbered = number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    let style: String = tag.get("style").to_ascii_lowercase().split_whitespace().collect();
    let is_of_word = ["footnote", "endnote"].iter().any(|kind| {
        let rest = style.split_once("mso-element:").and_then(|(_, rest)| rest.strip_prefix(kind));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(';'))
    });
    is_numbered || is_of_word || tag.has_class("footnote")
}

fn note(text: Text) -> Block {
    Block::Notes(Notes { anchor: None, items: vec![text] })
}

/// A text that has words beside its first: those of the paragraphs after it.
fn in_full(text: &Text) -> Text {
    text.iter().cloned().chain([".".into()]).collect()
}

/// Which page of the web an address is.
fn page(url: &Url) -> Option<String> {
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    let address = format!("{}{}{query}", url.origin().ascii_serialization(), url.path());
    address.parse::<FormerAddress>().ok()?.whole_key()
}
