//! RSS 0.9 to 2.0, Atom, WordPress' export (which is RSS), and what is met instead of them.
//!
//! quick-xml gives tags and text and is told not to mind what does not match; feed crates end at the first
//! broken item, and recurse where feeds nest. Entities that a document defines itself are never expanded.

mod about;
mod base;
mod body;
mod breaks;
mod characters;
mod encoding;
mod entry;
mod field;
mod holdings;
mod media;
mod names;
mod people;
mod podcast;
mod publication;
mod terms;
mod xml;

use super::Reading;
use super::Take;
use super::about::About;
use super::fault::FileFault;
use super::notes::Notes;
use super::stream::Stream;
use super::wordpress::library::{Libraries, Library};
use field::Field;
use std::io::Result;
use std::rc::Rc;

pub use encoding::decode;

/// The items of a feed, handed over one by one.
pub fn read(file: Box<dyn Stream>, reading: &Reading, notes: &mut Notes, each: Take) -> Result<()> {
    read_as(false, file, reading, notes, each)
}

/// The items of a file that is said to be WordPress' export: nothing in it is published that does not say so.
pub fn read_export(file: Box<dyn Stream>, reading: &Reading, notes: &mut Notes, each: Take) -> Result<()> {
    read_as(true, file, reading, notes, each)
}

/// What a feed tells of itself.
pub fn describe(file: Box<dyn Stream>, about: &mut About) -> Result<()> {
    let mut text = decode(file, &mut Notes::of(""))?;
    let mut offset = None;
    let mut feed = xml::read(&mut *text, None, &mut Notes::of(""), &mut |fields| {
        offset = offset.or_else(|| about::offset(&fields));
        fields.iter().for_each(|field| about.script.note(&field.text));
        Ok(())
    })?;
    feed.offset = offset;
    about::describe(&feed, about);
    Ok(())
}

/// Keeps what posts of other files may name in this file of an export.
pub fn stock(file: Box<dyn Stream>, reading: &Reading, libraries: &mut Libraries) -> Result<()> {
    let notes = &mut Notes::of("");
    let mut text = decode(file, notes)?;
    let (mut at, mut library) = (0, Library::default());
    let feed = xml::read(&mut *text, None, notes, &mut |fields| {
        at += 1;
        holdings::keep(at, &fields, reading, &mut library)
    })?;
    library.forget(&feed.cut);
    let all = Rc::get_mut(libraries.entry(about::site(&feed.about)).or_default());
    all.map_or(Ok(()), |all| all.take_in(&library))
}

/// A feed is read twice: what it says of itself, what posts of WordPress' export name by number, and what shows
/// that an item ended too early may come after the items that need them.
fn read_as(is_export: bool, file: Box<dyn Stream>, reading: &Reading, notes: &mut Notes, each: Take) -> Result<()> {
    let mut text = decode(file, notes)?;
    let (mut at, mut library, mut guests) = (0, Library::default(), vec![]);
    let mut feed = xml::read(&mut *text, reading.base.as_ref(), notes, &mut |fields| {
        at += 1;
        guests.extend(about::guest(&fields).map(|guest| (at, guest)));
        holdings::keep(at, &fields, reading, &mut library)
    })?;
    library.forget(&feed.cut);
    library.look_in(reading.libraries.get(&about::site(&feed.about)).cloned());
    feed.is_export |= is_export;
    feed.catalogue = about::catalogue(&feed.about);
    feed.people = about::people(&feed.about);
    feed.people.extend(guests.into_iter().filter(|(at, _)| !feed.cut.contains(at)).map(|(_, guest)| guest));
    if feed.entries == 0 {
        match feed.is_known {
            true => notes.add("", FileFault::NoItems),
            false => notes.add("", FileFault::BadFile("RSS / Atom".to_owned())),
        }
    }
    let mut at = 0;
    let take = &mut |fields: Vec<Field>| {
        at += 1;
        each(entry::dispatch(at, &fields, &feed, &library, reading, notes))
    };
    // What is broken was told at the first reading.
    xml::read(&mut *text, reading.base.as_ref(), &mut Notes::of(""), take).map(drop)
}
