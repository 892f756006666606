//! Links within a page: to notes, which stand below the text and lead back to their marks, and to blocks.

use super::anchor_name::AnchorNames;
use super::line::joined;
use super::note_marks::{inner, inner_link, is_way_back, trim};
use super::places::{self, each, texts};
use std::collections::{BTreeMap, HashMap, HashSet};
use strait_model::{Block, Notes, Span, Text};

/// What all notes of an article are called; the third is `note-3`.
const NOTE: &str = "note";

/// The sign of the way back; its second character says that it is no picture.
const BACK: &str = "↩\u{fe0e}";

/// Where a link of the source leads.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    /// To the note of this number, from 1.
    Note(usize),
    /// To the block of this number, in the order of the page.
    Block(usize),
}

/// Leads the links of a body to its notes and blocks. All notes stand below the text. Of a place that is not there,
/// `missing` says where else the link leads, if anywhere.
pub fn link(body: &mut Vec<Block>, missing: &mut dyn FnMut(&str) -> Option<String>) {
    let mut items = vec![];
    take(body, &mut items);
    let places = places_of(body, &mut items);
    drop_ways_back(body, &mut items, &places);
    let mut ways = Ways { places, anchors: BTreeMap::new(), met: HashSet::new(), back: HashMap::new(), missing };
    ways.name_blocks(body, &items);
    each(body, &mut |number, block| ways.block(number, block));
    items.iter_mut().for_each(|text| ways.text(text, &mut vec![]));
    for (at, item) in items.iter_mut().enumerate() {
        if let Some(anchor) = ways.back.remove(&(at + 1)) {
            item.push(" ".into());
            item.push(Span { href: Some(format!("#{anchor}")), ..Span::from(BACK) });
        }
    }
    if items.iter().any(|item| !item.is_empty()) {
        // The rule that parted them from the text.
        body.truncate(body.iter().rposition(|block| *block != Block::Divider).map_or(0, |last| last + 1));
        body.push(Block::Notes(Notes { anchor: Some(NOTE.to_owned()), items }));
    }
}

/// Takes the notes out of a body.
fn take(body: &mut Vec<Block>, items: &mut Vec<Text>) {
    body.retain_mut(|block| match block {
        Block::Notes(notes) => {
            items.append(&mut notes.items);
            false
        }
        Block::Aside { body, .. } => {
            take(body, items);
            true
        }
        _ => true,
    });
}

/// The places of a body, by their names at the source; of two that are called alike the first, as in browsers.
fn places_of(body: &mut [Block], items: &mut [Text]) -> HashMap<String, Place> {
    let mut places = HashMap::new();
    for (at, text) in items.iter_mut().enumerate() {
        places::take_from(text).into_iter().for_each(|name| _ = places.entry(name).or_insert(Place::Note(at + 1)));
    }
    each(body, &mut |number, block| {
        places::take(block).into_iter().for_each(|name| _ = places.entry(name).or_insert(Place::Block(number)));
    });
    places
}

/// Takes the source's own ways back out of notes: links to where a mark of the note stands, and numbers and arrows
/// that lead to no note. They are made anew.
fn drop_ways_back(body: &mut [Block], items: &mut [Text], places: &HashMap<String, Place>) {
    let mut marked = HashSet::new();
    each(body, &mut |number, block| {
        let links = texts(block).into_iter().flat_map(|text| text.iter());
        marked.extend(links.filter_map(|span| Some((number, *places.get(inner(span)?)?))));
    });
    for (at, text) in items.iter_mut().enumerate() {
        let leads_back = |name: &str, words: &str| match places.get(name) {
            Some(Place::Note(_)) => false,
            Some(Place::Block(block)) => marked.contains(&(*block, Place::Note(at + 1))) || is_way_back(words),
            None => is_way_back(words),
        };
        let (mut kept, mut from) = (Text::with_capacity(text.len()), 0);
        while let Some(span) = text.get(from) {
            let link = inner_link(text, from);
            let end = link.as_ref().map_or(from + 1, |(range, _)| range.end);
            if !link.is_some_and(|(_, words)| inner(span).is_some_and(|name| leads_back(name, &words))) {
                kept.extend(text.get(from..end).into_iter().flatten().cloned());
            }
            from = end;
        }
        if kept.len() < text.len() {
            *text = joined(kept);
            trim(text);
        }
    }
}

/// The ways between links, blocks and notes.
struct Ways<'a> {
    /// Where places are, by their names at the source.
    places: HashMap<String, Place>,
    /// What blocks are called to which links lead, by their number.
    anchors: BTreeMap<usize, String>,
    /// The notes that the text led to so far.
    met: HashSet<usize>,
    /// The block that a note leads back to, by its number.
    back: HashMap<usize, String>,
    missing: &'a mut dyn FnMut(&str) -> Option<String>,
}

impl Ways<'_> {
    /// Gives anchors to the blocks to which links lead: the first link says which.
    fn name_blocks(&mut self, body: &mut [Block], items: &[Text]) {
        let mut wanted: BTreeMap<usize, String> = BTreeMap::new();
        let mut want = |text: &Text| {
            for name in text.iter().filter_map(inner) {
                if let Some(Place::Block(number)) = self.places.get(name) {
                    wanted.entry(*number).or_insert_with(|| name.to_owned());
                }
            }
        };
        each(body, &mut |_, block| texts(block).into_iter().for_each(|text| want(text)));
        items.iter().for_each(want);
        let mut names = AnchorNames::default();
        self.anchors = wanted.into_iter().map(|(number, name)| (number, names.give(&name))).collect();
    }

    fn block(&mut self, number: usize, block: &mut Block) {
        if let (Some(name), Some(anchor)) = (self.anchors.get(&number), block.anchor_mut()) {
            *anchor = Some(name.clone());
        }
        let mut met = vec![];
        texts(block).into_iter().for_each(|text| self.text(text, &mut met));
        if let (Some(first), Some(anchor)) = (met.first(), block.anchor_mut()) {
            let name = anchor.get_or_insert_with(|| format!("noted-{first}"));
            self.back.extend(met.into_iter().map(|number| (number, name.clone())));
        }
    }

    /// Leads the links of a text; notes that no text led to before are `met`.
    fn text(&mut self, text: &mut Text, met: &mut Vec<usize>) {
        let mut is_lost = false;
        for span in text.iter_mut() {
            let Some(name) = inner(span) else { continue };
            let place = self.places.get(name).copied();
            if let Some(Place::Note(number)) = place
                && self.met.insert(number)
            {
                met.push(number);
            }
            span.href = match place {
                Some(Place::Note(number)) => Some(format!("#{NOTE}-{number}")),
                Some(Place::Block(number)) => self.anchors.get(&number).map(|anchor| format!("#{anchor}")),
                None => (self.missing)(name),
            };
            is_lost |= span.href.is_none();
        }
        if is_lost {
            *text = joined(std::mem::take(text));
        }
    }
}
