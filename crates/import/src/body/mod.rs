//! HTML in, typed blocks out.
//!
//! The sanitiser is the types: html5gum tells tags from text by the standard's own state machine, known
//! elements become blocks and spans, and nothing here writes HTML, so that there is nothing for a second
//! parser to read otherwise. No tree is built: the standard's repairs cost the square of the depth, and
//! bodies of 100,000 levels do come.

mod amp;
mod anchor_name;
mod close;
mod effect;
mod elements;
mod footnotes;
mod inner;
mod line;
mod list;
mod long_tags;
mod media;
mod note_marks;
mod picture_size;
mod places;
mod players;
mod quote;
mod scripted;
mod shown;
mod sink;
mod table;
mod tokens;
mod walk;

use super::notes::Notes;
use strait_model::{Block, Lines, Quote, plain};
use url::Url;

pub use amp::is_component;
pub use media::FURNITURE;
pub use picture_size::{is_picture_address, without_size};
pub use places::hand_on;
pub use players::{embed, is_player, known_embed};

/// The blocks of an HTML body. What cannot be kept is noted. Relative addresses are those of `base`;
/// without one, pictures keep theirs: they may lie beside the file.
pub fn blocks(html: &str, base: Option<&Url>, notes: &mut Notes) -> Vec<Block> {
    walk::Walker::new(base, false, notes).walk(html)
}

/// The same of text whose lines are paragraphs, as WordPress' classic editor keeps it.
pub fn blocks_of_lines(html: &str, base: Option<&Url>, notes: &mut Notes) -> Vec<Block> {
    walk::Walker::new(base, true, notes).walk(html)
}

/// The words of a text that may hold markup and entities, in one line.
pub fn words(html: &str, notes: &mut Notes) -> String {
    let blocks = blocks(html, None, notes);
    let words = |block: &Block| match block {
        // An address alone is a player in a body only.
        Block::Embed(embed) => vec![embed.href.clone()],
        Block::Code(lines) => vec![plain(&lines.text)],
        block => block_words(block),
    };
    let lines: Vec<String> = blocks.iter().flat_map(words).collect();
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
        Block::Quote(Quote { text, .. }) | Block::Verse(Lines { text, .. }) => vec![plain(text).replace('\n', " ")],
        Block::List(list) => list.items.iter().map(|item| plain(item)).collect(),
        Block::Table(table) => table.rows.iter().flatten().map(|cell| plain(cell)).collect(),
        Block::Aside { body, .. } => body.iter().flat_map(block_words).collect(),
        _ => vec![],
    }
}
