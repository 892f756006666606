//! WordPress: answers of its REST interface as files or fetched, and its export.
//! <https://developer.wordpress.org/rest-api/reference/posts/>

pub mod fetch;
mod post;
pub mod shortcodes;

use super::notes::Notes;
use super::stream::Stream;
use super::{Reading, Take};
use serde_json::Value;
use std::collections::HashMap;
use std::io::Result;

/// Pictures by the number that WordPress gives them.
pub type Attachments = HashMap<String, String>;

/// The posts of a file, handed over one by one: an answer of `/wp-json/wp/v2/posts`, one post, or an export in XML.
pub fn read(mut file: Box<dyn Stream>, reading: &Reading, notes: &mut Notes, each: Take) -> Result<()> {
    let head = file.fill_buf()?;
    let is_export = head.iter().find(|byte| !byte.is_ascii_whitespace() && byte.is_ascii()).is_some_and(|byte| *byte == b'<');
    if is_export {
        return super::feed::read_export(file, reading, notes, each);
    }
    super::json::read(file, &[], notes, &mut |place, post, notes| {
        notes.enter(place);
        match post.get("content").is_some() || post.get("title").is_some() {
            true => each(post::read(&post, place, reading, notes)),
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
