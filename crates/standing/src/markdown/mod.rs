//! CommonMark, with tables, as blocks. HTML in it is text.

mod inline;
mod lists;
mod walk;

use crate::front_matter;
use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag};
use serde_json::{Map, Value};
use std::ops::Range;
use strait_faults::StandingFault;
use strait_model::Block;

/// A page as it is written.
#[derive(Debug, Default)]
pub struct Written {
    /// Its front matter.
    pub fields: Map<String, Value>,
    /// The words of a first heading of the first level.
    pub title: Option<String>,
    /// Its blocks.
    pub body: Vec<Block>,
    /// The line of the file that each block begins in, counted from 1.
    pub lines: Vec<usize>,
    /// The first line with HTML.
    pub html: Option<usize>,
}

/// What cannot be read, and in which line.
pub type Unreadable = (Option<usize>, StandingFault);

/// Reads a page.
pub fn read(text: &str) -> Result<Written, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let unreadable = |error: String, line| (Some(line), StandingFault::BadFrontMatter { error });
    let (fields, begin) = match front_matter_of(text) {
        Some((kind, inside, end)) => {
            // Its first line stands below the one that opens it.
            (front_matter::read(kind, &inside).map_err(|found| unreadable(found.why, found.line + 1))?, end)
        }
        // It says whether the page may be shown: one that is not understood must not be taken for words.
        None if has_opening(text) => return Err(unreadable("it does not end".to_owned(), 1)),
        None => (Map::new(), 0),
    };
    Ok(Written { fields, ..walk::read(text, begin) })
}

/// Whether a page begins as with front matter: of YAML, TOML or JSON.
fn has_opening(text: &str) -> bool {
    let first = text.trim_start().lines().next().unwrap_or_default().trim_end();
    first == "---" || first == "+++" || first.starts_with('{')
}

/// The kind of front matter that a page begins with, its words, and where it ends.
fn front_matter_of(text: &str) -> Option<(MetadataBlockKind, String, usize)> {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut events = Parser::new_ext(text, options).into_offset_iter();
    let (Event::Start(Tag::MetadataBlock(kind)), Range { start: 0, end }) = events.next()? else { return None };
    let mut inside = String::new();
    while let Some((Event::Text(words), _)) = events.next() {
        inside.push_str(&words);
    }
    Some((kind, inside, end))
}
