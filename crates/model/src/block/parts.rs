//! What all kinds of blocks are asked for: the place in the page, pictures.

use super::Block;
use crate::{Image, Text};

/// What a block shows from a file.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub enum ShownFile<'a> {
    /// A picture.
    Picture(&'a Image),
    /// A film or recording, by its path or address.
    Media(&'a str),
}

impl Block {
    /// Running text.
    pub fn paragraph(text: Text) -> Block {
        Block::Paragraph { anchor: None, text }
    }

    /// The block itself; of an aside the blocks in it, however deep: an aside is shown in one level.
    pub fn flatten(self) -> Vec<Block> {
        match self {
            Block::Aside { body, .. } => body.into_iter().flat_map(Block::flatten).collect(),
            block => vec![block],
        }
    }

    /// Its `id` in the page.
    pub fn anchor(&self) -> Option<&str> {
        let anchor = match self {
            Block::Paragraph { anchor, .. } | Block::Aside { anchor, .. } => anchor,
            Block::Heading(heading) => &heading.anchor,
            Block::Image(image) => &image.anchor,
            Block::Gallery(gallery) => &gallery.anchor,
            Block::Quote(quote) => &quote.anchor,
            Block::List(list) => &list.anchor,
            Block::Table(table) => &table.anchor,
            Block::Video(video) => &video.anchor,
            Block::Audio(audio) => &audio.anchor,
            Block::Embed(embed) => &embed.anchor,
            Block::Code(lines) | Block::Verse(lines) => &lines.anchor,
            Block::Notes(notes) => &notes.anchor,
            Block::Divider | Block::Unknown => &None,
        };
        anchor.as_deref()
    }

    /// The same, to be given one; none for a block that cannot have one.
    pub fn anchor_mut(&mut self) -> Option<&mut Option<String>> {
        Some(match self {
            Block::Paragraph { anchor, .. } | Block::Aside { anchor, .. } => anchor,
            Block::Heading(heading) => &mut heading.anchor,
            Block::Image(image) => &mut image.anchor,
            Block::Gallery(gallery) => &mut gallery.anchor,
            Block::Quote(quote) => &mut quote.anchor,
            Block::List(list) => &mut list.anchor,
            Block::Table(table) => &mut table.anchor,
            Block::Video(video) => &mut video.anchor,
            Block::Audio(audio) => &mut audio.anchor,
            Block::Embed(embed) => &mut embed.anchor,
            Block::Code(lines) | Block::Verse(lines) => &mut lines.anchor,
            Block::Notes(notes) => &mut notes.anchor,
            Block::Divider | Block::Unknown => return None,
        })
    }

    /// All that it shows from files, in order; an aside, what its blocks show.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn files(&self) -> Vec<ShownFile<'_>> {
        use ShownFile::{Media, Picture};
        match self {
            Block::Image(image) => vec![Picture(image)],
            Block::Gallery(gallery) => gallery.images.iter().map(Picture).collect(),
            Block::Video(video) => std::iter::once(Media(&video.src)).chain(video.poster.iter().map(Picture)).collect(),
            Block::Audio(audio) => vec![Media(&audio.src)],
            Block::Aside { body, .. } => body.iter().flat_map(Block::files).collect(),
            Block::Paragraph { .. } | Block::Heading(_) | Block::Quote(_) | Block::List(_) | Block::Table(_) => vec![],
            Block::Embed(_) | Block::Divider | Block::Code(_) | Block::Verse(_) | Block::Notes(_) | Block::Unknown => vec![],
        }
    }

    /// The pictures directly in this block.
    pub fn images_mut(&mut self) -> Vec<&mut Image> {
        match self {
            Block::Image(image) => vec![image],
            Block::Gallery(gallery) => gallery.images.iter_mut().collect(),
            Block::Video(video) => video.poster.iter_mut().collect(),
            Block::Aside { body, .. } => body.iter_mut().flat_map(Block::images_mut).collect(),
            Block::Paragraph { .. } | Block::Heading(_) | Block::Quote(_) | Block::List(_) | Block::Table(_) => vec![],
            Block::Audio(_)
            | Block::Embed(_)
            | Block::Divider
            | Block::Code(_)
            | Block::Verse(_)
            | Block::Notes(_)
            | Block::Unknown => vec![],
        }
    }

    /// Leaves out the pictures of some blocks that are not to be kept; a gallery of none is none.
    pub fn keep_images(body: &mut Vec<Block>, keeps: &mut dyn FnMut(&mut Image) -> bool) {
        body.retain_mut(|block| match block {
            Block::Image(image) => keeps(image),
            Block::Gallery(gallery) => {
                gallery.images.retain_mut(|image| keeps(image));
                !gallery.images.is_empty()
            }
            Block::Video(video) => {
                video.poster = video.poster.take().and_then(|mut image| keeps(&mut image).then_some(image));
                true
            }
            Block::Aside { body, .. } => {
                Block::keep_images(body, keeps);
                true
            }
            Block::Paragraph { .. } | Block::Heading(_) | Block::Quote(_) | Block::List(_) | Block::Table(_) => true,
            Block::Audio(_)
            | Block::Embed(_)
            | Block::Divider
            | Block::Code(_)
            | Block::Verse(_)
            | Block::Notes(_)
            | Block::Unknown => true,
        });
    }
}
