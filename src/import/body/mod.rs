//! HTML in, typed blocks out.
//!
//! The sanitiser is the types: html5gum tells tags from text by the standard's own state machine, known
//! elements become blocks and spans, and nothing here writes HTML, so that there is nothing for a second
//! parser to read otherwise. No tree is built: the standard's repairs cost the square of the depth, and
//! bodies of 100,000 levels do come.

mod effect;
mod elements;
mod line;
mod long_tags;
mod media;
mod players;
mod sink;
mod table;
mod tokens;
mod walk;

use super::notes::Notes;
use crate::model::{Block, plain};
use url::Url;

pub use media::{is_picture_address, without_size};
pub use players::embed;

/// The blocks of an HTML body. What cannot be kept is noted. Relative addresses are those of `base`;
/// without one, pictures keep theirs: they may lie beside the file.
pub fn blocks(html: &str, base: Option<&Url>, notes: &mut Notes) -> Vec<Block> {
    walk::Walker::new(base, notes).walk(html)
}

/// The words of a text that may hold markup and entities, in one line.
pub fn words(html: &str, notes: &mut Notes) -> String {
    let blocks = blocks(html, None, notes);
    let lines: Vec<String> = blocks.iter().flat_map(block_words).collect();
    super::text::one_line(&lines.join(" "))
}

/// The words of plain text, a paragraph for each of its lines.
pub fn paragraphs(text: &str) -> Vec<Block> {
    let lines = text.lines().map(super::text::one_line).filter(|line| !line.is_empty());
    lines.map(|line| Block::paragraph(vec![line.as_str().into()])).collect()
}

/// The running words of a block.
pub fn block_words(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph { text, .. } => vec![plain(text)],
        Block::Heading(heading) => vec![plain(&heading.text)],
        Block::Quote(quote) => vec![plain(&quote.text)],
        Block::List(list) => list.items.iter().map(|item| plain(item)).collect(),
        Block::Table(table) => table.rows.iter().flatten().map(|cell| plain(cell)).collect(),
        Block::Aside { body, .. } => body.iter().flat_map(block_words).collect(),
        _ => vec![],
    }
}
