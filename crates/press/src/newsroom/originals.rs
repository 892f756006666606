//! What an article names that lies in the newsroom: pictures, films and recordings.

use strait_model::{Article, Block, Image, ShownFile};

/// The originals of an article's pictures that lie in the newsroom, the lead's first, each once.
pub fn pictures_of(article: &Article) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut note = |image: &Image| {
        if is_local(&image.src) && !found.contains(&image.src) {
            found.push(image.src.clone());
        }
    };
    article.lead.iter().for_each(&mut note);
    for file in article.body.iter().flat_map(Block::files) {
        if let ShownFile::Picture(image) = file {
            note(image);
        }
    }
    found
}

/// The films and recordings of an article that lie in the newsroom.
pub fn media_of(article: &Article) -> Vec<String> {
    let local = |file| match file {
        ShownFile::Media(src) => is_local(src).then(|| src.to_owned()),
        ShownFile::Picture(_) => None,
    };
    article.body.iter().flat_map(Block::files).filter_map(local).collect()
}

/// Whether a picture or film lies in the newsroom, and not elsewhere on the web.
pub fn is_local(src: &str) -> bool {
    !src.contains("://")
}
