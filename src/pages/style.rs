//! Which CSS stands in a page: that of its kind, and no more.
//!
//! All that a kind *can* show is in its sheet, whatever news comes: so a policy names all sheets before the first page
//! is printed. The reader adopts the whole of the CSS before it opens a page of another kind.

use strait_model::{Article, Block, Image, Span};

/// A kind of page, as far as its look goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageStyle {
    /// The front page.
    Front,
    /// What lists articles, pages of a few words, and those of tools.
    List,
    /// An article of paragraphs, headings, wide pictures, quotes and lists, in Chinese.
    Article,
    /// An article that has more, is corrected, or was withdrawn.
    RichArticle,
    /// What stands beside the news.
    Standing,
}

impl PageStyle {
    /// All of them, in the order of their sheets in a built reader.
    pub const ALL: [PageStyle; 5] =
        [PageStyle::Front, PageStyle::List, PageStyle::Article, PageStyle::RichArticle, PageStyle::Standing];

    /// The kind of an article's page.
    pub fn of_article(article: &Article) -> PageStyle {
        if is_rich(article) { PageStyle::RichArticle } else { PageStyle::Article }
    }
}

/// What few articles have (`style/views/rich_blocks.css`).
fn is_rich(article: &Article) -> bool {
    let Article { language, corrections, lead, body, .. } = article;
    let is_told_more = article.is_withdrawn() || article.is_updated() || !corrections.is_empty();
    is_told_more || !language.starts_with("zh") || lead.as_ref().is_some_and(Image::is_portrait) || body.iter().any(is_rich_block)
}

fn is_rich_block(block: &Block) -> bool {
    match block {
        Block::Paragraph { text, .. } => is_rich_text(text),
        Block::Heading(heading) => heading.level == 3 || is_rich_text(&heading.text),
        Block::Quote(quote) => is_rich_text(&quote.text),
        Block::List(list) => list.items.iter().any(|item| is_rich_text(item)),
        Block::Image(image) => image.is_portrait(),
        Block::Unknown => false,
        Block::Video(_) | Block::Divider | Block::Gallery(_) | Block::Table(_) | Block::Audio(_) | Block::Embed(_) => true,
        Block::Aside { .. } | Block::Code(_) | Block::Verse(_) | Block::Notes(_) => true,
    }
}

fn is_rich_text(text: &[Span]) -> bool {
    text.iter().any(|span| span.superscript || span.subscript || span.ruby.is_some())
}
