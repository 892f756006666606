//! WordPress: answers of its REST interface as files or fetched, and its export.
//! <https://developer.wordpress.org/rest-api/reference/posts/>

pub mod fetch;
mod post;
pub mod shortcodes;

use super::Reading;
use super::dispatch::Dispatch;
use super::notes::Notes;
use serde_json::Value;
use std::collections::HashMap;

/// Pictures by the number that WordPress gives them.
pub type Attachments = HashMap<String, String>;

/// The posts of a file: an answer of `/wp-json/wp/v2/posts`, one post, or an export in XML.
pub fn read(bytes: &[u8], reading: &Reading, notes: &mut Notes) -> Vec<Dispatch> {
    let is_export = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && byte.is_ascii()).is_some_and(|byte| *byte == b'<');
    if is_export {
        return super::feed::read(bytes, reading, notes);
    }
    let mut dispatches = vec![];
    for document in super::json::documents(bytes, notes) {
        let posts = match &document {
            Value::Array(posts) => posts.iter().enumerate().map(|(at, post)| (format!("/{at}"), post)).collect(),
            post => vec![(String::new(), post)],
        };
        for (place, post) in posts {
            notes.enter(&place);
            match post.get("content").is_some() || post.get("title").is_some() {
                true => dispatches.push(post::read(post, &place, reading, notes)),
                // An error answers `{"code": "rest_…", "message": …}`.
                false => notes.skip(post.get("code").and_then(Value::as_str).unwrap_or(super::json::kind(post))),
            }
        }
    }
    dispatches
}
