//! An article as it is published: in the site's time zone, with renditions, or as a tombstone; and what is wrong with it.

use super::newsroom::Newsroom;
use super::pictures::Pictures;
use super::{ContentFault, Report, anchors};
use crate::model::{Article, Block, Headline, Image, Site, Source};
use crate::problem::Problem;
use jiff::tz::TimeZone;
use std::path::Path;

/// The site's time zone; UTC, and a word about it, where the name is none.
pub fn zone_of(newsroom: &Newsroom, report: &mut Report) -> TimeZone {
    let name = &newsroom.site.time_zone;
    TimeZone::get(name).unwrap_or_else(|_| {
        report.add(newsroom.folder.join("site.json"), "timeZone", &ContentFault::UnknownTimeZone(name.to_string()));
        TimeZone::UTC
    })
}

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
    // Before renditions and scripts: both change what blocks are known by.
    anchors::give(&mut article.body);
    article.lead = article.lead.filter(|image| pictures.may_show(image));
    Block::keep_images(&mut article.body, &mut |image| pictures.may_show(image));
    let images = article.lead.iter_mut().chain(article.body.iter_mut().flat_map(Block::images_mut));
    images.for_each(|image| pictures.fill_in(image));
    article
}

/// Fills in the renditions of a headline's picture, or leaves out one that has none.
pub fn prepare_headline(headline: &mut Headline, pictures: &Pictures) {
    headline.picture = headline.picture.take().filter(|image| pictures.may_show(image));
    headline.picture.iter_mut().for_each(|image| pictures.fill_in(image));
}

/// The originals of an article's pictures that lie in the newsroom, the lead's first, each once.
pub fn pictures_of(article: &Article) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut note = |image: &Image| {
        if is_local(&image.src) && !found.contains(&image.src) {
            found.push(image.src.clone());
        }
    };
    article.lead.iter().for_each(&mut note);
    article.body.iter().flat_map(images_of).for_each(note);
    found
}

/// The films and recordings of an article that lie in the newsroom.
pub fn media_of(article: &Article) -> Vec<String> {
    article.body.iter().flat_map(media_of_block).filter(|src| is_local(src)).map(str::to_owned).collect()
}

/// Whether a picture or film lies in the newsroom, and not elsewhere on the web.
pub fn is_local(src: &str) -> bool {
    !src.contains("://")
}

/// Says what a reader would stumble over.
pub fn check(file: &Path, article: &Article, site: &Site) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |place: String, fault: ContentFault| problems.push(Problem::new(file, place, &fault));
    if !article.contract.is_understood() {
        add("contract".to_owned(), ContentFault::NewerContract);
    }
    if site.section(&article.section).is_none() {
        add("section".to_owned(), ContentFault::UnknownSection(article.section.clone()));
    }
    for (at, block) in article.body.iter().enumerate() {
        if *block == Block::Unknown {
            add(format!("body[{at}]"), ContentFault::UnknownBlock);
        }
        if let Block::Embed(embed) = block
            && site.player(&embed.provider, &embed.src).is_none()
        {
            add(format!("body[{at}]"), ContentFault::UnknownPlayer(embed.provider.clone()));
        }
    }
    problems
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

fn images_of(block: &Block) -> Vec<&Image> {
    match block {
        Block::Image(image) => vec![image],
        Block::Gallery(gallery) => gallery.images.iter().collect(),
        Block::Video(video) => video.poster.iter().collect(),
        Block::Aside { body, .. } => body.iter().flat_map(images_of).collect(),
        _ => vec![],
    }
}

fn media_of_block(block: &Block) -> Vec<&str> {
    match block {
        Block::Video(video) => vec![&video.src],
        Block::Audio(audio) => vec![&audio.src],
        Block::Aside { body, .. } => body.iter().flat_map(media_of_block).collect(),
        _ => vec![],
    }
}
