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
use super::dispatch::Dispatch;
use super::fault::ImportFault;
use super::notes::Notes;

pub use encoding::decode;

/// The items of a feed.
pub fn read(bytes: &[u8], reading: &Reading, notes: &mut Notes) -> Vec<Dispatch> {
    let text = decode(bytes, notes);
    let feed = xml::read(&text, notes);
    if feed.entries.is_empty() {
        match feed.is_known {
            true => notes.add("", ImportFault::NoItems),
            false => notes.add("", ImportFault::BadFile("RSS / Atom".to_owned())),
        }
    }
    entry::dispatches(&feed, reading, notes)
}
