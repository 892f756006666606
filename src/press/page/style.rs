//! Which CSS stands in a page: that of its kind, and no more.
//!
//! All that a kind *can* show is in its sheet, whatever news comes: so a policy names all sheets before the first page
//! is printed. The reader adopts the whole of the CSS before it opens a page of another kind.

use crate::model::Block;
use crate::pages::Page;

/// A kind of page, as far as its look goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageStyle {
    /// The front page.
    Front,
    /// What lists articles, pages of a few words, and those of tools.
    List,
    /// An article of text and pictures.
    Article,
    /// An article that has more.
    RichArticle,
}

impl PageStyle {
    /// All of them, in the order of their sheets in a built reader.
    pub const ALL: [PageStyle; 4] = [PageStyle::Front, PageStyle::List, PageStyle::Article, PageStyle::RichArticle];

    /// The kind of a page.
    pub fn of(page: &Page) -> PageStyle {
        match page {
            Page::Front(_) => PageStyle::Front,
            Page::Section(_) | Page::Related(_) | Page::Tool(_) | Page::NotFound => PageStyle::List,
            Page::Article(story) if story.article.body.iter().any(is_rich) => PageStyle::RichArticle,
            Page::Article(_) => PageStyle::Article,
        }
    }
}

/// What few bodies have (`style/views/rich_blocks.css`).
fn is_rich(block: &Block) -> bool {
    match block {
        Block::Paragraph { .. } | Block::Heading(_) | Block::Image(_) | Block::Quote(_) | Block::List(_) => false,
        Block::Video(_) | Block::Divider | Block::Unknown => false,
        Block::Gallery(_) | Block::Table(_) | Block::Audio(_) | Block::Embed(_) | Block::Aside { .. } => true,
        Block::Code(_) | Block::Verse(_) | Block::Notes(_) => true,
    }
}
