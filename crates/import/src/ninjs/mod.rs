//! IPTC ninjs 1.x, 2.x and 3.x, and the dialect of Superdesk.
//!
//! 1.x writes `versioncreated`, `body_html`, `headline`, `byline`, and objects of renditions and associations;
//! 2.x lists (`bodies`, `headlines`, `renditions`, `associations`) and `by`; 3.x the same in camel case
//! (`versionCreated`, `altIds`) and `embargoedUntil`. Superdesk has `guid` for `uri`, `firstpublished`,
//! `authors`, `evolvedfrom`, `service`, and pictures under `featuremedia` and `editor_0`…
//! (<https://iptc.org/std/ninjs/>). Names are compared without case, so one reader reads them all.

mod item;
mod media;
mod people;
mod publication;
mod shown;
mod text;

use super::about::About;
use super::dispatch::Dispatch;
use super::notes::Notes;
use super::stream::Stream;
use super::{Reading, Take};
use serde_json::Value;
use std::io::Result;

/// Where lists of items are kept in an answer, by who answers.
const LISTS: [&str; 7] = ["_items", "items", "newsItems", "newsitems", "results", "hits", "data"];

/// Lists in lists are followed so deep.
const DEEPEST: usize = 4;

/// The items of a file, handed over one by one: one, an array, a list in an object, or one a line.
pub fn read(file: Box<dyn Stream>, reading: &Reading, notes: &mut Notes, each: Take) -> Result<()> {
    super::json::read(file, &LISTS, notes, &mut |place, value, notes| {
        let mut dispatches = vec![];
        collect(&value, place, DEEPEST, reading, notes, &mut dispatches);
        dispatches.into_iter().try_for_each(&mut *each)
    })
}

/// What the items of a file that are published tell of who sends them.
pub fn describe(file: Box<dyn Stream>, now: jiff::Timestamp, about: &mut About) -> Result<()> {
    super::json::read(file, &LISTS, &mut Notes::of(""), &mut |_, value, _| {
        item::describe(&value, now, about);
        Ok(())
    })
}

fn collect(value: &Value, place: &str, depth: usize, reading: &Reading, notes: &mut Notes, dispatches: &mut Vec<Dispatch>) {
    match value {
        Value::Array(items) if depth > 0 => {
            for (at, item) in items.iter().enumerate() {
                collect(item, &format!("{place}/{at}"), depth - 1, reading, notes, dispatches);
            }
        }
        Value::Object(object) => {
            let list = LISTS
                .iter()
                .find_map(|name| object.get(*name).filter(|list| list.is_array() || list.is_object()).map(|list| (name, list)));
            match list.filter(|_| depth > 0 && !object.contains_key("uri") && !object.contains_key("guid")) {
                Some((name, list)) => collect(list, &format!("{place}/{name}"), depth - 1, reading, notes, dispatches),
                None => item::read(value, place, None, reading, notes, dispatches),
            }
        }
        _ => {
            notes.enter(place);
            notes.skip(super::json::kind(value));
        }
    }
}
