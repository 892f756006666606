//! What WordPress keeps as the content of a post becomes blocks: what it would expand when it shows a page is expanded.

use super::editor;
use super::library::Library;
use super::shortcodes;
use crate::body::{blocks, blocks_of_lines};
use crate::notes::Notes;
use strait_model::Block;
use url::Url;

/// A post whose content is read.
pub struct Post<'a> {
    /// What the export holds beside its posts.
    pub library: &'a Library,
    /// Its number.
    pub number: Option<u64>,
    /// Its notes, as the block editor keeps them: JSON.
    pub footnotes: Option<String>,
    /// Whether the content is as WordPress shows it, and not as it keeps it.
    pub is_rendered: bool,
}

/// The blocks of a post's content.
pub fn read(html: &str, post: &Post, base: Option<&Url>, notes: &mut Notes) -> Vec<Block> {
    let has_lines = has_lines(html, post.is_rendered);
    let html = editor::expand(html, post, notes);
    let html = shortcodes::expand(&html, post, notes);
    let html = described(&html, post.library);
    match has_lines {
        true => blocks_of_lines(&html, base, notes),
        false => blocks(&html, base, notes),
    }
}

/// Whether lines are paragraphs, as the classic editor keeps them: WordPress makes them so where no block is. What it
/// shows has paragraphs already, unless the site is set to make none.
fn has_lines(html: &str, is_rendered: bool) -> bool {
    let made: &[&str] = if is_rendered { &["<p", "<!-- wp:", "<div", "<br"] } else { &["<!-- wp:"] };
    !made.iter().any(|tag| html.contains(tag))
}

/// Pictures of the library that lack a description get the one that the library has.
fn described(html: &str, library: &Library) -> String {
    let (mut told, mut rest) = (String::with_capacity(html.len()), html);
    while let Some((before, after)) = rest.split_once("<img") {
        told.push_str(before);
        told.push_str("<img");
        let tag = after.split('>').next().unwrap_or_default();
        let number =
            tag.split_once("wp-image-").map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
        let is_bare = ["alt=\"\"", "alt=''"].iter().any(|alt| tag.contains(alt)) || !tag.contains(" alt=");
        let media = number.filter(|_| is_bare).and_then(|number| library.media(number.parse().ok()?));
        if let Some(media) = media.filter(|media| !media.alt.is_empty()) {
            // Of two attributes of a name the first counts.
            told.push_str(&format!(" alt=\"{}\"", shortcodes::escape(&media.alt)));
        }
        rest = after;
    }
    told.push_str(rest);
    told
}
