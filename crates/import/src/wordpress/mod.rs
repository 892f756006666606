//! WordPress: answers of its REST interface as files or fetched, and its export.
//! <https://developer.wordpress.org/rest-api/reference/posts/>

mod authors;
pub mod content;
mod editor;
pub mod fetch;
pub mod library;
mod post;
pub mod shortcodes;
pub mod terms;

use super::about::About;
use super::notes::Notes;
use super::stream::Stream;
use super::{Reading, Take};
use serde_json::Value;
use std::io::Result;

/// What a file tells of the site.
pub fn describe(mut file: Box<dyn Stream>, now: jiff::Timestamp, about: &mut About) -> Result<()> {
    if is_export(&mut *file)? {
        return super::feed::describe(file, about);
    }
    super::json::read(file, &[], &mut Notes::of(""), &mut |_, value, _| {
        terms::describe(&value, about);
        if value.get("content").is_some() || value.get("title").is_some() {
            about.items += 1;
            post::describe(&value, now, about);
        }
        Ok(())
    })
}

fn is_export(file: &mut dyn Stream) -> Result<bool> {
    let head = file.fill_buf()?;
    Ok(head.iter().find(|byte| !byte.is_ascii_whitespace() && byte.is_ascii()).is_some_and(|byte| *byte == b'<'))
}

/// The posts of a file, handed over one by one: an answer of `/wp-json/wp/v2/posts`, one post, or an export in XML.
pub fn read(mut file: Box<dyn Stream>, reading: &Reading, notes: &mut Notes, each: Take) -> Result<()> {
    if is_export(&mut *file)? {
        return super::feed::read_export(file, reading, notes, each);
    }
    super::json::read(file, &[], notes, &mut |place, post, notes| {
        notes.enter(place);
        notes.call(&post::title(&post));
        match post.get("content").is_some() || post.get("title").is_some() {
            true => each(post::read(&post, place, reading, notes)),
            // The site is set up by it, if at all.
            false if terms::tells_of_site(&post) => Ok(()),
            // An error answers `{"code": "rest_…", "message": …}`.
            false => {
                notes.skip(&super::text::shorten(
                    post.get("code").and_then(Value::as_str).unwrap_or(super::json::kind(&post)),
                    40,
                ));
                Ok(())
            }
        }
    })
}
