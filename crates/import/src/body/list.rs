//! Lists while they are read: numbers, and lists within them.

use super::tokens::Tag;
use crate::fault::BodyFault;
use strait_model::{Block, List, Sublist, Text};

/// A list while it is read.
#[derive(Default)]
pub struct ListDraft {
    /// Whether its points are notes, to which marks in the text lead.
    pub is_notes: bool,
    /// The points that are read now: from where the source numbers on.
    part: List,
    /// How many of them are points of the list itself.
    own: u32,
    /// How many those of all parts are.
    all: u32,
    /// The parts before.
    parts: Vec<List>,
}

impl ListDraft {
    /// A list without points yet.
    pub fn of(tag: &Tag, note: &mut dyn FnMut(BodyFault)) -> ListDraft {
        let ordered = tag.name == "ol";
        let is_of_letters = ordered && !matches!(tag.get("type"), "" | "1");
        let start = tag.get("start");
        let number = start.parse().ok().filter(|_| ordered);
        if is_of_letters || (ordered && !start.is_empty() && number.is_none()) {
            note(BodyFault::Flattened("<ol type, start>"));
        }
        let part = List {
            ordered,
            start: number.filter(|number| *number != 1 || tag.attributes.contains_key("reversed")),
            reversed: ordered && tag.attributes.contains_key("reversed"),
            ..List::default()
        };
        ListDraft { is_notes: is_notes(tag), part, ..ListDraft::default() }
    }

    /// Whether it has no points.
    pub fn is_empty(&self) -> bool {
        self.part.items.is_empty() && self.parts.is_empty()
    }

    /// Adds a point with the lists below it. `value` is its number, where the source sets one.
    pub fn add(&mut self, text: Option<Text>, below: Vec<List>, value: Option<u32>) {
        if self.is_notes {
            return self.add_note(text.unwrap_or_default(), below);
        }
        if let Some(value) = value.filter(|value| self.part.ordered && self.next_number() != Some(*value)) {
            self.number_on(value);
        }
        // What is numbered is told even where it has no words: the numbers after it count it.
        if let Some(text) = text.or_else(|| (self.part.ordered && below.is_empty()).then(Text::new)) {
            self.part.items.push(text);
            self.count(1);
        }
        below.into_iter().for_each(|list| self.add_below(list));
    }

    /// What is a point so far is a note.
    pub fn begin_notes(&mut self) {
        self.is_notes |= self.is_empty();
    }

    /// Adds a note, which is told even where it has no words: each has its name.
    fn add_note(&mut self, mut text: Text, below: Vec<List>) {
        for item in below.into_iter().flat_map(|list| list.items) {
            text.push(" ".into());
            text.extend(item);
        }
        self.part.items.push(text);
    }

    fn count(&mut self, points: u32) {
        self.own += points;
        self.all += points;
    }

    /// Adds a list below the last point; where there is none, its points become points of this one.
    pub fn add_below(&mut self, list: List) {
        let List { ordered, start, reversed, mut items, sublists, .. } = list;
        let first = self.part.items.len();
        let count = items.len();
        let is_below = self.own > 0 && count > 0;
        if is_below {
            self.part.sublists.push(Sublist { first, count, ordered, start, reversed });
        }
        self.part.sublists.extend(sublists.into_iter().map(|deeper| Sublist { first: deeper.first + first, ..deeper }));
        self.part.items.append(&mut items);
        self.count(if is_below { 0 } else { count as u32 });
    }

    /// The list; several, where its numbers leap.
    pub fn finish(mut self) -> Vec<List> {
        let is_counted_down = self.part.reversed && !self.parts.is_empty();
        self.end_part();
        if let Some(first) = self.parts.first_mut().filter(|part| is_counted_down && part.start.is_none()) {
            first.start = Some(self.all);
        }
        self.parts
    }

    /// The number that the next point has of itself; none is known where they count down from how many there are.
    fn next_number(&self) -> Option<u32> {
        match (self.part.reversed, self.part.start) {
            (false, start) => Some(start.unwrap_or(1).saturating_add(self.own)),
            (true, start) => start?.checked_sub(self.own),
        }
    }

    fn number_on(&mut self, value: u32) {
        let next = List { ordered: true, start: Some(value), reversed: self.part.reversed, ..List::default() };
        self.end_part();
        self.part = next;
    }

    fn end_part(&mut self) {
        let part = std::mem::take(&mut self.part);
        self.own = 0;
        if part.items.iter().any(|text| !text.is_empty()) {
            self.parts.push(part);
        }
    }
}

impl From<ListDraft> for Vec<Block> {
    fn from(draft: ListDraft) -> Vec<Block> {
        match draft.is_notes {
            true => vec![Block::Notes(strait_model::Notes { anchor: None, items: draft.part.items })],
            false => draft.finish().into_iter().map(Block::List).collect(),
        }
    }
}

/// Whether systems that make notes call a list so.
fn is_notes(tag: &Tag) -> bool {
    ["wp-block-footnotes", "footnotes", "footnote-list", "easy-footnotes-wrapper", "modern-footnotes-list"]
        .iter()
        .any(|class| tag.has_class(class))
}
