//! The elements of a feed's entries, from XML that may be broken.

use super::about::People;
use super::base::{self, Base};
use super::breaks::{cut_in, cut_in_item, endless, has_entry, next_entry, too_large};
use super::characters::{Meant, meant};
use super::field::Field;
use super::names::{Prefixes, attributes, is_root, local, plain};
use super::publication::may_hold;
use crate::fault::FileFault;
use crate::notes::Notes;
use crate::sections::Catalogue;
use crate::stream::{Bounded, LARGEST_ITEM, Lines, Stream, find};
use jiff::tz::Offset;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::collections::BTreeSet;
use std::io::SeekFrom;
use strait_report::problem::Bilingual;
use url::Url;

/// Elements deeper than this are read for their text only.
const DEEPEST: usize = 100;
/// An entry with more elements is no news.
pub const MOST_FIELDS: usize = 5_000;
/// A feed that is broken in more places is none: each may cost the reading of a whole item.
const MOST_BREAKS: usize = 300;

/// A feed: what it says of itself, and its entries.
#[derive(Default)]
pub struct Feed {
    /// Whether anything in it belongs to a feed.
    pub is_known: bool,
    /// Whether it is Atom, where text says whether it is markup.
    pub is_atom: bool,
    /// What it says of itself.
    pub about: Vec<Field>,
    /// How many entries it has.
    pub entries: usize,
    /// Whether WordPress exported it.
    pub is_export: bool,
    /// Which of its entries, counted from 1, were left open or ended too early: more of them may stand elsewhere.
    pub cut: BTreeSet<usize>,
    /// The sections that an export tells of.
    pub catalogue: Catalogue,
    /// Its authors.
    pub people: People,
    /// How far its clock is from UTC.
    pub offset: Option<Offset>,
    prefixes: Prefixes,
    /// Of which page its addresses are, where it says so.
    base: Base,
}

/// Takes an entry.
type Take<'a> = &'a mut dyn FnMut(Vec<Field>) -> std::io::Result<()>;

/// Reads a feed, which may have been found at an address, and hands each entry over. Where it is broken, reading goes
/// on with the next entry.
pub fn read(text: &mut dyn Stream, document: Option<&Url>, notes: &mut Notes, each: Take) -> std::io::Result<Feed> {
    let (mut feed, mut lines) = (Feed::default(), Lines::default());
    let mut next = find(text, 0, &[b"<"])?;
    for _ in 0..MOST_BREAKS {
        let Some(begin) = next else { break };
        text.seek(SeekFrom::Start(begin))?;
        let mut walk = Walk {
            feed: &mut feed,
            document,
            each,
            open: vec![],
            entry: None,
            fields: vec![],
            beyond: 0,
            size: 0,
            is_cut: false,
        };
        let Some((at, error)) = walk.walk(Bounded::of(text))? else { break };
        let line = lines.of(text, begin + at)?;
        notes.add(&format!("line {line}"), FileFault::CutShort(error));
        // The reader may stand anywhere in the broken part; an entry begins where the next is opened.
        next = next_entry(text, begin + at.max(1))?;
    }
    Ok(feed)
}

struct Walk<'a> {
    feed: &'a mut Feed,
    document: Option<&'a Url>,
    each: Take<'a>,
    open: Vec<Open>,
    /// At which depth the entry is open.
    entry: Option<usize>,
    fields: Vec<Field>,
    beyond: usize,
    /// How much the entry says so far, in bytes.
    size: usize,
    /// Whether more of the entry may stand elsewhere.
    is_cut: bool,
}

struct Open {
    name: String,
    /// Its place among the fields, if it is one.
    field: Option<usize>,
    base: Base,
}

impl Walk<'_> {
    /// Walks to the end, or to where the text is broken: the place and what is wrong.
    fn walk(&mut self, text: Bounded) -> std::io::Result<Option<(u64, Bilingual)>> {
        let renewal = text.renewal();
        let (mut reader, mut buffer) = (Reader::from_reader(text), vec![]);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        config.expand_empty_elements = true;
        loop {
            let before = reader.buffer_position();
            renewal.renew();
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                _ if self.size as u64 > LARGEST_ITEM => {
                    return Ok(Some((before, too_large())));
                }
                // A tag that does not end takes the next entry for an attribute.
                Ok(Event::Start(tag)) if has_entry(tag.attributes_raw()) => {
                    return Ok(Some((before, endless(&plain(tag.name().as_ref())))));
                }
                Ok(Event::Start(tag)) => self.open(&tag)?,
                Ok(Event::End(tag)) => self.close(&self.feed.prefixes.name(tag.name().as_ref()))?,
                Ok(Event::Text(text)) => self.put(&text.into_inner(), None),
                Ok(Event::CData(text)) => {
                    let text = text.into_inner();
                    // One that did not end goes on to the end of the next.
                    self.is_cut |= has_entry(&text) && text.contains("<![CDATA[");
                    self.put(&text, None);
                }
                Ok(Event::Comment(text)) => self.is_cut |= has_entry(&text.into_inner()),
                Ok(Event::GeneralRef(reference)) => self.refer(&reference),
                Ok(Event::Eof) if self.entry.is_some() => return Ok(Some((before, cut_in_item()))),
                Ok(Event::Eof) => {
                    self.note_about();
                    let root = self.open.iter().find(|open| is_root(&open.name));
                    return Ok(root.map(|root| (before, cut_in(&root.name))));
                }
                Ok(_) => {}
                Err(error) => return Ok(Some((before, Bilingual::new(error.to_string(), error.to_string())))),
            }
        }
    }

    /// What stands outside entries is said of the feed.
    fn note_about(&mut self) {
        let room = MOST_FIELDS.saturating_sub(self.feed.about.len());
        self.feed.about.extend(std::mem::take(&mut self.fields).into_iter().take(room));
        self.size = 0;
    }

    fn open(&mut self, tag: &BytesStart) -> std::io::Result<()> {
        let attributes = attributes(tag);
        if tag.attributes_raw().contains("xmlns") {
            self.feed.prefixes.note(&attributes);
            self.feed.is_export |=
                attributes.iter().any(|(_, value)| value.to_ascii_lowercase().contains("wordpress.org/export"));
        }
        let name = self.feed.prefixes.name(tag.name().as_ref());
        self.feed.is_export |= local(&name) == "wxr_version";
        match name.as_str() {
            "feed" => (self.feed.is_known, self.feed.is_atom) = (true, true),
            "rss" | "rdf" | "channel" => self.feed.is_known = true,
            "item" | "entry" => self.begin_entry()?,
            // RFC 6721
            "at:deleted-entry" => self.begin_entry()?,
            _ => {}
        }
        if self.open.len() >= DEEPEST || self.fields.len() >= MOST_FIELDS {
            self.beyond += 1;
            self.is_cut |= may_hold(&name);
            return Ok(());
        }
        let around = self.open.last().map_or_else(|| self.feed.base.clone(), |open| open.base.clone());
        let base = base::within(&around, self.document, &attributes);
        let markup = match base.as_deref().filter(|_| base != self.base_of_markup()) {
            Some(base) => base::absolute(&name, &attributes, base),
            None => format!("<{name}{}>", tag.attributes_raw()),
        };
        self.mark_up(&markup, true);
        let above = if self.entry.is_some() { self.entry.unwrap_or(0) + 1 } else { 0 };
        let is_root = self.entry.is_none() && is_root(&name);
        let path: Vec<&str> = self
            .open
            .iter()
            .skip(above.min(self.open.len()))
            .filter(|open| open.field.is_some())
            .map(|open| open.name.as_str())
            .collect();
        let path = path.into_iter().chain([name.as_str()]).collect::<Vec<_>>().join("/");
        let is_comments = path.starts_with("wp:comment/") && name != "wp:comment_approved" && !may_hold(&name);
        let field = (!is_root && !is_comments).then_some(self.fields.len());
        match field {
            Some(_) => self.fields.push(Field { path, attributes, base: base.clone(), ..Field::default() }),
            None if is_root => self.feed.base.clone_from(&base),
            // Of comments only the number is told, and a post may have thousands.
            None => {}
        }
        self.open.push(Open { name, field, base });
        Ok(())
    }

    /// An entry begins; one that was not ended ends. One that begins inside of another's elements is a part of it.
    fn begin_entry(&mut self) -> std::io::Result<()> {
        let mut is_part = false;
        if let Some(depth) = self.entry {
            is_part = self.is_left_open(depth);
            self.is_cut = true;
            self.end_entry(depth)?;
        }
        self.is_cut = is_part;
        self.note_about();
        self.feed.is_known = true;
        self.entry = Some(self.open.len());
        self.beyond = 0;
        Ok(())
    }

    fn is_left_open(&self, depth: usize) -> bool {
        self.beyond > 0 || self.open.len() > depth + 1
    }

    fn end_entry(&mut self, depth: usize) -> std::io::Result<()> {
        let is_cut = std::mem::take(&mut self.is_cut) || self.is_left_open(depth);
        self.open.truncate(depth);
        self.entry = None;
        self.beyond = 0;
        self.size = 0;
        self.feed.entries += 1;
        if is_cut {
            self.feed.cut.insert(self.feed.entries);
        }
        (self.each)(std::mem::take(&mut self.fields))
    }

    fn close(&mut self, name: &str) -> std::io::Result<()> {
        if matches!(name, "item" | "entry" | "at:deleted-entry") {
            let Some(depth) = self.entry else {
                // The last one ended before its end.
                self.feed.cut.insert(self.feed.entries);
                return Ok(());
            };
            return self.end_entry(depth);
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            return Ok(());
        }
        let floor = self.entry.map_or(0, |depth| depth + 1);
        if let Some(at) = self.open.iter().rposition(|open| open.name == name).filter(|at| *at >= floor) {
            self.open.truncate(at);
            self.mark_up(&format!("</{name}>"), true);
        }
        Ok(())
    }

    fn refer(&mut self, reference: &BytesRef) {
        let name = reference.xml10_content().into_owned();
        let written = format!("&{name};");
        match meant(reference, &name) {
            Meant::One(character) => self.put(character.encode_utf8(&mut [0; 4]), Some(&written)),
            Meant::Nothing => {}
            Meant::Unknown => self.put(&written, Some(&written)),
        }
    }

    /// Adds text to the element that is open.
    fn put(&mut self, text: &str, written: Option<&str>) {
        if let Some(field) = self.open.last().and_then(|open| open.field).and_then(|at| self.fields.get_mut(at)) {
            field.text.push_str(text);
        }
        self.mark_up(written.unwrap_or(text), false);
    }

    /// Of which page the addresses of the outermost field are.
    fn base_of_markup(&self) -> Base {
        let floor = self.entry.map_or(0, |depth| depth + 1);
        self.open.get(floor).and_then(|open| open.field).and_then(|at| self.fields.get(at)?.base.clone())
    }

    /// Adds what was written to the outermost field that is open, which may be a body in XHTML.
    fn mark_up(&mut self, written: &str, is_tag: bool) {
        self.size += written.len();
        let floor = self.entry.map_or(0, |depth| depth + 1);
        if let Some(field) = self.open.get(floor).and_then(|open| open.field).and_then(|at| self.fields.get_mut(at)) {
            field.markup.push_str(written);
            field.has_elements |= is_tag;
        }
    }
}
