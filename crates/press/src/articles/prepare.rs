//! An article as it is published: in the site's time zone, with renditions, or as a tombstone.

use crate::articles::anchors;
use crate::pictures::Pictures;
use jiff::tz::TimeZone;
use strait_model::{Article, Block, Headline, Source};

/// Gives blocks their anchors, moves times into the site's zone, fills in renditions and leaves out pictures that have none; of a withdrawn article only what may still be said is left.
pub fn prepare(article: Article, zone: &TimeZone, pictures: &Pictures) -> Article {
    let mut article = if article.is_withdrawn() { tombstone(article) } else { article };
    article.first_created = article.first_created.in_zone(zone);
    article.version_created = article.version_created.in_zone(zone);
    for correction in &mut article.corrections {
        correction.at = correction.at.in_zone(zone);
    }
    // Hosts are told of it, and no reader.
    article.formerly.clear();
    article.lead = article.lead.filter(|image| pictures.may_show(image));
    article.lead.iter_mut().for_each(|image| pictures.fill_in(image));
    prepare_body(&mut article.body, pictures);
    article
}

/// The same for a body alone.
pub fn prepare_body(body: &mut Vec<Block>, pictures: &Pictures) {
    // Before renditions and scripts: both change what blocks are known by.
    anchors::give(body);
    Block::keep_images(body, &mut |image| pictures.may_show(image));
    body.iter_mut().flat_map(Block::images_mut).for_each(|image| pictures.fill_in(image));
}

/// Fills in the renditions of a headline's picture, or leaves out one that has none.
pub fn prepare_headline(headline: &mut Headline, pictures: &Pictures) {
    headline.picture = headline.picture.take().filter(|image| pictures.may_show(image));
    headline.picture.iter_mut().for_each(|image| pictures.fill_in(image));
}

/// What may still be said of a withdrawn article: not its words, nor the address that other systems made of them.
fn tombstone(mut article: Article) -> Article {
    let note = article.status_note.as_deref().unwrap_or_default();
    article.keep_words.retain(|word| note.contains(word.as_str()));
    Article {
        source: Source { href: None, ..article.source },
        headline: String::new(),
        summary: String::new(),
        kicker: None,
        dateline: None,
        located: None,
        editor: None,
        ai_use: None,
        copyright_notice: None,
        by: vec![],
        subjects: vec![],
        lead: None,
        body: vec![],
        corrections: vec![],
        related: vec![],
        ..article
    }
}
