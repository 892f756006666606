//! RSS 0.9 to 2.0, Atom, WordPress' export (which is RSS), and what is met instead of them.
//!
//! quick-xml gives tags and text and is told not to mind what does not match; feed crates end at the first
//! broken item, and recurse where feeds nest. Entities that a document defines itself are never expanded.

mod encoding;
mod entry;
mod media;
mod publication;
mod xml;

use super::Reading;
use super::Take;
use super::fault::ImportFault;
use super::notes::Notes;
use super::stream::Stream;
use super::wordpress::Attachments;
use std::io::Result;
use xml::Field;

pub use encoding::decode;

/// The items of a feed, handed over one by one. It is read twice: what the feed says of itself, and the pictures
/// that WordPress' export names by number, may come after the items that need them.
pub fn read(file: Box<dyn Stream>, reading: &Reading, notes: &mut Notes, each: Take) -> Result<()> {
    let mut text = decode(file, notes)?;
    let mut attachments = Attachments::new();
    let feed = xml::read(&mut *text, notes, &mut |fields| {
        attachments.extend(entry::attachment(&fields));
        Ok(())
    })?;
    if feed.entries == 0 {
        match feed.is_known {
            true => notes.add("", ImportFault::NoItems),
            false => notes.add("", ImportFault::BadFile("RSS / Atom".to_owned())),
        }
    }
    let mut at = 0;
    let take = &mut |fields: Vec<Field>| {
        at += 1;
        entry::dispatch(at, &fields, &feed, &attachments, reading, notes).map_or(Ok(()), &mut *each)
    };
    // What is broken was told at the first reading.
    xml::read(&mut *text, &mut Notes::of(""), take).map(drop)
}
