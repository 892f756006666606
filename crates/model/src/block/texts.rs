//! The words of a block, for whoever goes through all of them: to convert, to search, to know a block by.

use super::{Audio, Block, Embed, Gallery, Heading, Lines, Notes, Quote, Table, Video};
use crate::{Image, List, Span, Text};

/// One of a block's texts.
#[derive(Debug)]
pub enum BlockText<Marked, Plain, Picture> {
    /// Running text with its marks.
    Marked(Marked),
    /// Words without marks: a caption, a name.
    Plain(Plain),
    /// What is read by machines.
    Code(Marked),
    /// A picture, which has words of its own.
    Picture(Picture),
    /// A picture that stands for a film.
    Poster(Picture),
}

/// Makes a visit of all texts, in the order of the page; those that are lent may be changed or not.
macro_rules! visit_texts {
    ($(#[$doc:meta])* $visit:ident ($self:ident: $own:ty) $text:ty) => {
        $(#[$doc])*
        pub fn $visit<'a>($self: $own, visit: &mut dyn FnMut($text)) {
            match $self {
                Block::Paragraph { text, .. } | Block::Verse(Lines { text, .. }) => visit(BlockText::Marked(text)),
                Block::Code(Lines { text, .. }) => visit(BlockText::Code(text)),
                Block::Heading(Heading { kicker, text, .. }) => {
                    kicker.into_iter().for_each(|kicker| visit(BlockText::Plain(kicker)));
                    visit(BlockText::Marked(text));
                }
                Block::Image(image) => visit(BlockText::Picture(image)),
                Block::Gallery(Gallery { images, .. }) => images.into_iter().for_each(|image| visit(BlockText::Picture(image))),
                Block::Quote(Quote { text, cite, .. }) => {
                    visit(BlockText::Marked(text));
                    cite.into_iter().for_each(|cite| visit(BlockText::Plain(cite)));
                }
                Block::List(List { items, .. }) | Block::Notes(Notes { items, .. }) => {
                    items.into_iter().for_each(|item| visit(BlockText::Marked(item)));
                }
                Block::Table(Table { caption, header, rows, .. }) => {
                    caption.into_iter().for_each(|caption| visit(BlockText::Plain(caption)));
                    header.into_iter().for_each(|Span { text, .. }| visit(BlockText::Plain(text)));
                    rows.into_iter().flatten().for_each(|cell| visit(BlockText::Marked(cell)));
                }
                Block::Video(Video { poster, caption, .. }) => {
                    poster.into_iter().for_each(|poster| visit(BlockText::Poster(poster)));
                    caption.into_iter().for_each(|caption| visit(BlockText::Plain(caption)));
                }
                Block::Audio(Audio { title, caption, .. }) => {
                    visit(BlockText::Plain(title));
                    caption.into_iter().for_each(|caption| visit(BlockText::Plain(caption)));
                }
                Block::Embed(Embed { title, .. }) => visit(BlockText::Plain(title)),
                Block::Aside { title, body, .. } => {
                    title.into_iter().for_each(|title| visit(BlockText::Plain(title)));
                    body.into_iter().for_each(|block| block.$visit(visit));
                }
                Block::Divider | Block::Unknown => {}
            }
        }
    };
}

impl Block {
    visit_texts! {
        /// Visits all its texts; an aside's, those of its blocks.
        each_text(self: &'a Block) BlockText<&'a Text, &'a String, &'a Image>
    }

    visit_texts! {
        /// The same, to change them.
        each_text_mut(self: &'a mut Block) BlockText<&'a mut Text, &'a mut String, &'a mut Image>
    }

    /// What it is known by among others: its words, or the file that it shows. Its anchor is made of that.
    pub fn known_by(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match self {
            Block::Paragraph { text, .. } | Block::Heading(Heading { text, .. }) | Block::Quote(Quote { text, .. }) => {
                Box::new(words(text))
            }
            Block::Code(Lines { text, .. }) | Block::Verse(Lines { text, .. }) => Box::new(words(text)),
            Block::List(list) => Box::new(list.items.iter().flat_map(words)),
            Block::Notes(notes) => Box::new(std::iter::once("notes").chain(notes.items.iter().flat_map(words))),
            Block::Table(Table { caption, header, rows, .. }) => {
                Box::new(caption.as_deref().into_iter().chain(words(header)).chain(rows.iter().flatten().flat_map(words)))
            }
            Block::Image(image) => Box::new(std::iter::once(image.src.as_str())),
            Block::Gallery(Gallery { images, .. }) => Box::new(images.iter().map(|image| image.src.as_str())),
            Block::Video(Video { src, .. }) | Block::Audio(Audio { src, .. }) | Block::Embed(Embed { src, .. }) => {
                Box::new(std::iter::once(src.as_str()))
            }
            // An aside without a title begins as the first block in it does, and must not be taken for that.
            Block::Aside { title, body, .. } => {
                Box::new(std::iter::once("aside").chain(title.as_deref()).chain(body.iter().flat_map(Block::known_by)))
            }
            Block::Divider | Block::Unknown => Box::new(std::iter::empty()),
        }
    }

    /// Whether how it begins is enough to know it by, so that the rest may be put right: of what is long. A file, and the
    /// few words of a heading, are known whole.
    pub fn is_known_by_its_opening(&self) -> bool {
        match self {
            Block::Paragraph { .. } | Block::Quote(_) | Block::List(_) | Block::Table(_) | Block::Aside { .. } => true,
            Block::Code(_) | Block::Verse(_) | Block::Notes(_) => true,
            Block::Heading(_) | Block::Image(_) | Block::Gallery(_) | Block::Video(_) | Block::Audio(_) => false,
            Block::Embed(_) | Block::Divider | Block::Unknown => false,
        }
    }
}

fn words(text: &Text) -> impl Iterator<Item = &str> {
    text.iter().map(|span| span.text.as_str())
}
