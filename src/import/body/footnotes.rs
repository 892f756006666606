//! Notes: marks in the text lead to them, and they lead back.

use super::line::joined;
use crate::model::{Block, Notes, Span, Text};
use std::collections::{HashMap, HashSet};

/// What all notes of an article are called; the third is `note-3`.
const NOTE: &str = "note";

/// The sign of the way back; its second character says that it is no picture.
const BACK: &str = "↩\u{fe0e}";

/// Links of the text to notes, whose names at the source are `names`, in the order of the notes. All notes stand
/// below the text. Links to other places of the page are handed to `lose`.
pub fn link(body: &mut Vec<Block>, names: &[String], mut lose: impl FnMut(&str)) {
    let numbers: HashMap<&str, usize> = names.iter().enumerate().rev().map(|(at, name)| (name.as_str(), at + 1)).collect();
    let mut items = vec![];
    take(body, &mut items);
    let mut ways = Ways { numbers, met: HashSet::new(), back: HashMap::new(), lose: &mut lose };
    body.iter_mut().for_each(|block| ways.block(block));
    items.iter_mut().for_each(|text| ways.text(text, &mut vec![]));
    let mut back = ways.back;
    for (at, item) in items.iter_mut().enumerate() {
        if let Some(anchor) = back.remove(&(at + 1)) {
            item.push(" ".into());
            item.push(Span { href: Some(format!("#{anchor}")), ..Span::from(BACK) });
        }
    }
    if items.iter().any(|item| !item.is_empty()) {
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

/// The ways between marks and notes.
struct Ways<'a> {
    /// The number of a note, by its name at the source.
    numbers: HashMap<&'a str, usize>,
    /// The notes that the text led to so far.
    met: HashSet<usize>,
    /// The block that a note leads back to, by its number.
    back: HashMap<usize, String>,
    lose: &'a mut dyn FnMut(&str),
}

impl Ways<'_> {
    fn block(&mut self, block: &mut Block) {
        let mut met = vec![];
        match block {
            Block::Paragraph { text, .. } => self.text(text, &mut met),
            Block::Heading(heading) => self.text(&mut heading.text, &mut met),
            Block::Quote(quote) => self.text(&mut quote.text, &mut met),
            Block::Code(lines) | Block::Verse(lines) => self.text(&mut lines.text, &mut met),
            Block::List(list) => list.items.iter_mut().for_each(|item| self.text(item, &mut met)),
            Block::Table(table) => {
                self.text(&mut table.header, &mut met);
                table.rows.iter_mut().flatten().for_each(|cell| self.text(cell, &mut met));
            }
            Block::Aside { body, .. } => body.iter_mut().for_each(|block| self.block(block)),
            _ => {}
        }
        if let (Some(first), Some(anchor)) = (met.first(), block.anchor_mut()) {
            let name = anchor.get_or_insert_with(|| format!("noted-{first}"));
            self.back.extend(met.into_iter().map(|number| (number, name.clone())));
        }
    }

    /// Links what leads to notes; those that no text led to before are `met`.
    fn text(&mut self, text: &mut Text, met: &mut Vec<usize>) {
        let mut is_lost = false;
        for span in text.iter_mut() {
            let Some(name) = span.href.as_deref().and_then(|href| href.strip_prefix('#')) else { continue };
            let Some(number) = self.numbers.get(name).copied() else {
                (self.lose)(name);
                (span.href, is_lost) = (None, true);
                continue;
            };
            span.href = Some(format!("#{NOTE}-{number}"));
            if self.met.insert(number) {
                met.push(number);
            }
        }
        if is_lost {
            *text = joined(std::mem::take(text));
        }
    }
}
