//! What a body shows already of the pictures, films and recordings that an item brings along: editors set them into
//! the text, each in a size of their choice.

use strait_model::{Block, Image};

/// Whether a body shows a picture, film or recording under one of its addresses. If so, it gains what is said of it
/// there, where the body says nothing.
pub fn complete(body: &mut [Block], addresses: &[String], told: &Block) -> bool {
    let is_it = |src: &str| addresses.iter().any(|address| address == src);
    let mut is_shown = false;
    for block in body {
        is_shown |= match (block, told) {
            (Block::Aside { body, .. }, _) => complete(body, addresses, told),
            (Block::Image(shown), Block::Image(told)) if is_it(&shown.src) => complete_picture(shown, told),
            (Block::Gallery(gallery), Block::Image(told)) => {
                let shown = gallery.images.iter_mut().find(|shown| is_it(&shown.src));
                shown.is_some_and(|shown| complete_picture(shown, told))
            }
            (Block::Video(shown), Block::Video(told)) if is_it(&shown.src) => {
                shown.caption = shown.caption.take().or_else(|| told.caption.clone());
                shown.poster = shown.poster.take().or_else(|| told.poster.clone());
                shown.seconds = shown.seconds.max(told.seconds);
                true
            }
            (Block::Audio(shown), Block::Audio(told)) if is_it(&shown.src) => {
                shown.caption = shown.caption.take().or_else(|| told.caption.clone());
                if shown.title.is_empty() {
                    shown.title.clone_from(&told.title);
                }
                shown.seconds = shown.seconds.max(told.seconds);
                true
            }
            (Block::Embed(shown), Block::Video(_) | Block::Audio(_)) => is_it(&shown.src) || is_it(&shown.href),
            _ => false,
        };
    }
    is_shown
}

/// Gives a picture that a body shows under one of these addresses another one.
pub fn replace(body: &mut [Block], addresses: &[String], src: &str) {
    let images = body.iter_mut().filter_map(|block| match block {
        Block::Image(image) => Some(image),
        _ => None,
    });
    images.filter(|image| addresses.contains(&image.src)).for_each(|image| image.src = src.to_owned());
}

fn complete_picture(shown: &mut Image, told: &Image) -> bool {
    shown.caption = shown.caption.take().or_else(|| told.caption.clone());
    shown.credit = shown.credit.take().or_else(|| told.credit.clone());
    if shown.alt.is_empty() {
        shown.alt.clone_from(&told.alt);
    }
    true
}
