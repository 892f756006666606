//! What is shown in one piece: asides, figures, galleries, films and recordings.

use super::places;
use strait_model::{Audio, Block, Gallery, Heading, Image, Video, plain};

/// An aside with its title, which may stand in it as a heading.
pub fn aside(title: Option<String>, mut body: Vec<Block>) -> Option<Block> {
    if body.is_empty() && title.is_none() {
        return None;
    }
    let heads = title.is_none() && matches!(body.first(), Some(Block::Heading(_)));
    let (title, mut names) = match heads.then(|| body.remove(0)) {
        Some(Block::Heading(mut heading)) => (Some(plain(&heading.text)), places::take_from(&mut heading.text)),
        _ => (title, vec![]),
    };
    let mut aside = Block::Aside { anchor: None, title, body: body.into_iter().flat_map(without_aside).collect() };
    places::add(&mut names, &mut aside);
    Some(aside)
}

/// An aside is shown in one level: one in it becomes a heading and what is below.
fn without_aside(block: Block) -> Vec<Block> {
    let Block::Aside { title, body, mut anchor } = block else { return vec![block] };
    let heading =
        title.map(|title| Block::Heading(Heading { kicker: None, text: vec![title.as_str().into()], level: 3, anchor: None }));
    let mut blocks: Vec<Block> = heading.into_iter().chain(body).collect();
    let mut names = places::take_waiting(&mut anchor);
    blocks.iter_mut().for_each(|block| places::add(&mut names, block));
    blocks
}

/// What a figure shows, with its caption.
pub fn figure(caption: Option<String>, mut blocks: Vec<Block>) -> Vec<Block> {
    let Some(caption) = caption else { return gallery(blocks) };
    if let [Block::Embed(embed)] = blocks.as_mut_slice() {
        embed.title = caption;
        return blocks;
    }
    let slot = match blocks.as_mut_slice() {
        [Block::Image(image)] => &mut image.caption,
        [Block::Video(video)] => &mut video.caption,
        [Block::Audio(audio)] => &mut audio.caption,
        [Block::Table(table)] => &mut table.caption,
        [Block::Quote(quote)] => &mut quote.cite,
        _ => {
            let mut blocks = gallery(blocks);
            blocks.push(Block::paragraph(vec![caption.as_str().into()]));
            return blocks;
        }
    };
    slot.get_or_insert(caption);
    blocks
}

/// The only picture of a gallery, with the paragraph right after it as its caption.
pub fn captioned(mut blocks: Vec<Block>) -> Vec<Block> {
    if let [Block::Image(image), Block::Paragraph { text, .. }] = blocks.as_mut_slice()
        && image.caption.is_none()
    {
        image.caption = Some(plain(text));
        let mut names = places::take_from(text);
        blocks.truncate(1);
        blocks.iter_mut().for_each(|image| places::add(&mut names, image));
    }
    blocks
}

/// Pictures as one gallery, if they are several; a paragraph right after one is its caption.
pub fn gallery(blocks: Vec<Block>) -> Vec<Block> {
    let is_picture = |block: &Block| matches!(block, Block::Image(_) | Block::Gallery(_) | Block::Paragraph { .. });
    let pictures = blocks.iter().filter(|block| matches!(block, Block::Image(_) | Block::Gallery(_))).count();
    if pictures < 2 || !blocks.iter().all(is_picture) || !matches!(blocks.first(), Some(Block::Image(_) | Block::Gallery(_))) {
        return blocks;
    }
    let (mut images, mut others): (Vec<Image>, Vec<Block>) = (vec![], vec![]);
    let mut names = vec![];
    for mut block in blocks {
        if !matches!(block, Block::Paragraph { .. }) || images.last().is_some_and(|image| image.caption.is_none()) {
            names.extend(places::take(&mut block));
        }
        match (block, images.last_mut()) {
            (Block::Image(image), _) => images.push(image),
            (Block::Gallery(gallery), _) => images.extend(gallery.images),
            (Block::Paragraph { text, .. }, Some(image)) if image.caption.is_none() => image.caption = Some(plain(&text)),
            (block, _) => others.push(block),
        }
    }
    let mut gallery = Block::Gallery(Gallery { anchor: None, images });
    places::add(&mut names, &mut gallery);
    std::iter::once(gallery).chain(others).collect()
}

/// A film or a recording of the paper's own.
pub fn recording(is_film: bool, src: String, poster: Option<String>, title: String) -> Block {
    let poster = poster.map(|src| Image { src, alt: title.clone(), ..Image::default() });
    match is_film {
        true => {
            Block::Video(Video { anchor: None, src, poster, caption: Some(title).filter(|title| !title.is_empty()), seconds: 0 })
        }
        false => Block::Audio(Audio { anchor: None, src, title, caption: None, seconds: 0 }),
    }
}
