//! Places of a body that links lead to, while it is read: a place goes with the words or the picture at it, through
//! whatever becomes of them, until its block is known.
//!
//! In a text a place is a span without words. Elsewhere it waits in the block's anchor. Neither outlasts the reading.

use super::tokens::Tag;
use percent_encoding::percent_decode_str;
use strait_model::{Block, Span, Text};

/// What no address and no anchor holds.
const SIGN: char = '\0';

/// The places that an element names.
pub fn named(tag: &Tag) -> impl Iterator<Item = String> {
    let name = if tag.name == "a" { tag.get("name") } else { "" };
    let id = tag.get("id");
    [id, if name == id { "" } else { name }].into_iter().filter(|name| !name.is_empty()).map(key)
}

/// What a place is known by, however links spell it.
pub fn key(name: &str) -> String {
    percent_decode_str(name).decode_utf8_lossy().replace(SIGN, "")
}

/// A place in a text.
fn mark(name: String) -> Span {
    Span { href: Some(format!("{SIGN}{name}")), ..Span::default() }
}

/// The place that a span is.
pub fn of_span(span: &Span) -> Option<&str> {
    span.href.as_deref()?.strip_prefix(SIGN)
}

/// The places in a text.
pub fn in_text(text: &[Span]) -> impl Iterator<Item = &str> {
    text.iter().filter_map(of_span)
}

/// Puts places at the beginning of a text.
pub fn put(names: Vec<String>, text: &mut Text) {
    text.splice(0..0, names.into_iter().map(mark));
}

/// Takes the places out of a text.
pub fn take_from(text: &mut Text) -> Vec<String> {
    let names = in_text(text).map(str::to_owned).collect();
    text.retain(|span| of_span(span).is_none());
    names
}

/// Puts places at a block; those are left that it cannot keep.
pub fn add(names: &mut Vec<String>, block: &mut Block) {
    if names.is_empty() {
        return;
    }
    if let Some(text) = first_text(block) {
        put(std::mem::take(names), text);
    } else if let Some(anchor) = block.anchor_mut() {
        names.drain(..).for_each(|name| wait(anchor, &name));
    }
}

/// The text that goes along when a block becomes part of another.
fn first_text(block: &mut Block) -> Option<&mut Text> {
    match block {
        Block::Table(_) => None,
        block => texts(block).into_iter().next(),
    }
}

fn wait(anchor: &mut Option<String>, name: &str) {
    let anchor = anchor.get_or_insert_default();
    anchor.push(SIGN);
    anchor.push_str(name);
}

/// Takes the places that wait in an anchor.
pub fn take_waiting(anchor: &mut Option<String>) -> Vec<String> {
    let waiting = anchor.take_if(|anchor| anchor.starts_with(SIGN)).unwrap_or_default();
    waiting.split(SIGN).skip(1).map(str::to_owned).collect()
}

/// Takes all places of a block, but for those of blocks in it.
pub fn take(block: &mut Block) -> Vec<String> {
    let mut names = block.anchor_mut().map(take_waiting).unwrap_or_default();
    texts(block).into_iter().for_each(|text| names.extend(take_from(text)));
    names
}

/// The texts of a block that may hold links, but for those of blocks in it.
pub fn texts(block: &mut Block) -> Vec<&mut Text> {
    match block {
        Block::Paragraph { text, .. } => vec![text],
        Block::Heading(heading) => vec![&mut heading.text],
        Block::Quote(quote) => vec![&mut quote.text],
        Block::Code(lines) | Block::Verse(lines) => vec![&mut lines.text],
        Block::List(list) => list.items.iter_mut().collect(),
        Block::Notes(notes) => notes.items.iter_mut().collect(),
        Block::Table(table) => std::iter::once(&mut table.header).chain(table.rows.iter_mut().flatten()).collect(),
        _ => vec![],
    }
}

/// Visits the blocks of a body with their number, in the order of the page; those in asides too.
pub fn each(body: &mut [Block], visit: &mut dyn FnMut(usize, &mut Block)) {
    fn walk(body: &mut [Block], number: &mut usize, visit: &mut dyn FnMut(usize, &mut Block)) {
        for block in body {
            visit(*number, block);
            *number += 1;
            if let Block::Aside { body, .. } = block {
                walk(body, number, visit);
            }
        }
    }
    walk(body, &mut 0, visit);
}

/// Leads the links to a block that is taken out of a body to the one that now stands there, or to the last.
pub fn hand_on(anchor: Option<&str>, body: &mut [Block], at: usize) {
    let (Some(anchor), Some(last)) = (anchor, body.len().checked_sub(1)) else { return };
    let Some(heir) = body.get_mut(at.min(last)).and_then(Block::anchor_mut) else { return };
    let Some(own) = heir.clone() else {
        *heir = Some(anchor.to_owned());
        return;
    };
    let (old, new) = (format!("#{anchor}"), format!("#{own}"));
    let lead = |span: &mut Span| {
        if span.href.as_ref() == Some(&old) {
            span.href = Some(new.clone());
        }
    };
    each(body, &mut |_, block| texts(block).into_iter().flatten().for_each(lead));
}
