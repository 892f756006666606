//! The pieces that a site is printed in. A piece is printed when what it is made of has changed.

use super::edition::{Edition, SectionPage};
use super::entry::Entry;
use super::fingerprint::{Fingerprint, Key};
use super::machines::sitemap;
use super::machines::{FEED_LENGTH, news_sitemap};
use super::run::Materials;
use crate::model::SectionPath;

/// How many headlines `latest.json` holds.
pub const LATEST: usize = 50;

/// What is printed in one go.
#[derive(Debug)]
pub enum Piece {
    /// A published article, by its place.
    Article(usize),
    /// A withdrawn article, by its place among the withdrawn.
    Tombstone(usize),
    /// A page of a section.
    Section(SectionPage),
    /// The front page.
    Front,
    /// The newest headlines.
    Latest,
    /// The feeds of a section, or of the whole paper.
    Feed(Option<SectionPath>),
    /// The sitemap of what is fresh.
    NewsSitemap(Vec<usize>),
    /// A part of the sitemap.
    Sitemap {
        /// What it is called.
        name: String,
        /// What stands in it.
        articles: Vec<usize>,
    },
    /// The list of the sitemap's parts, each with the time of its newest version (microseconds since 1970).
    SitemapIndex(Vec<(String, i64)>),
    /// What belongs to the paper and to no article: its data, the 404 page, schemas, headers.
    Paper,
    /// The built reader.
    Reader,
    /// The renditions of an original.
    Picture(String),
    /// A film or recording.
    Media(String),
}

/// A piece with its name, and the name of all that it is made of.
#[derive(Debug)]
pub struct Job {
    /// The piece.
    pub piece: Piece,
    /// What the index calls it. Articles are called by their ids, which have no spaces; all others by two words.
    pub name: String,
    /// What it is made of, but for the recipe that all are made by.
    pub key: Key,
}

/// All pieces of a site.
pub fn jobs(materials: &Materials) -> Vec<Job> {
    use rayon::prelude::*;
    let edition = &materials.edition;
    let articles = (0..edition.published().len()).into_par_iter().map(|at| article(materials, at));
    let mut jobs: Vec<Job> = articles.collect();
    jobs.extend(edition.withdrawn().iter().enumerate().map(|(at, entry)| tombstone(materials, at, entry)));
    for section in materials.sections() {
        jobs.extend(edition.section_pages(&materials.site, &section.path).into_iter().map(|page| section_page(edition, page)));
    }
    jobs.push(front(materials));
    jobs.push(Job {
        piece: Piece::Latest,
        name: "latest headlines".to_owned(),
        key: looks(edition, edition.latest().take(LATEST)),
    });
    jobs.push(feeds(edition, None));
    jobs.extend(materials.sections().map(|section| feeds(edition, Some(&section.path))));
    jobs.extend(sitemaps(materials));
    jobs.push(Job { piece: Piece::Paper, name: "the paper".to_owned(), key: 0 });
    jobs.push(Job { piece: Piece::Reader, name: "the reader".to_owned(), key: materials.reader_key });
    let picture = |(src, _): (&str, _)| {
        let piece = Piece::Picture(src.to_owned());
        Job { piece, name: format!("picture {src}"), key: materials.pictures.key(src) }
    };
    jobs.extend(materials.pictures.made().map(picture));
    let media = materials.media.iter().map(|(src, state)| {
        let key = Fingerprint::default().number(state.size).number(state.modified as u64).key();
        Job { piece: Piece::Media(src.clone()), name: format!("media {src}"), key }
    });
    jobs.extend(media);
    jobs
}

fn article(materials: &Materials, at: usize) -> Job {
    let (edition, entry) = (&materials.edition, &materials.edition.published()[at]);
    let related = edition.related(at);
    let print = Fingerprint::default()
        .number(entry.body_key(&materials.pictures))
        .number(looks(edition, related.iter().map(|link| link.at)))
        .number(looks(edition, edition.more(at)));
    let key = related.iter().fold(print, |print, link| print.part(edition.why(at, link))).key();
    Job { piece: Piece::Article(at), name: entry.id.to_string(), key }
}

fn tombstone(materials: &Materials, at: usize, entry: &Entry) -> Job {
    let more = looks(&materials.edition, materials.edition.more_beside(entry));
    let key = Fingerprint::default().part("tombstone").number(entry.bytes).number(more).key();
    Job { piece: Piece::Tombstone(at), name: entry.id.to_string(), key }
}

fn front(materials: &Materials) -> Job {
    let (edition, places) = (&materials.edition, &materials.front);
    let print = Fingerprint::default().numbers(places.lists().map(|articles| looks(edition, articles.iter().copied())));
    let key = places.sections().fold(print, |print, section| print.part(section.as_str())).key();
    Job { piece: Piece::Front, name: "front page".to_owned(), key }
}

/// The articles of a feed, the newest first.
pub fn feed<'a>(edition: &'a Edition, section: Option<&SectionPath>) -> Box<dyn Iterator<Item = usize> + 'a> {
    match section {
        Some(section) => Box::new(edition.in_section(section).take(FEED_LENGTH)),
        None => Box::new(edition.latest().take(FEED_LENGTH)),
    }
}

fn feeds(edition: &Edition, section: Option<&SectionPath>) -> Job {
    let print = Fingerprint::default().number(looks(edition, feed(edition, section)));
    let key = print.numbers(feed(edition, section).map(|at| edition.published()[at].bytes)).key();
    let name = section.map_or_else(|| "feed".to_owned(), ToString::to_string);
    Job { piece: Piece::Feed(section.cloned()), name: format!("feeds {name}"), key }
}

fn sitemaps(materials: &Materials) -> Vec<Job> {
    let edition = &materials.edition;
    let fresh: Vec<usize> = edition.fresh(materials.now).take(news_sitemap::LONGEST).collect();
    let key = looks(edition, fresh.iter().copied());
    let mut jobs = vec![Job { piece: Piece::NewsSitemap(fresh), name: "news sitemap".to_owned(), key }];
    let mut index = Vec::new();
    for (name, articles) in sitemap::parts(edition.months(&materials.zone)) {
        let updated = || articles.iter().map(|at| edition.published()[*at].updated);
        index.push((name.clone(), updated().max().unwrap_or_default()));
        let print = Fingerprint::default().number(looks(edition, articles.iter().copied()));
        let key = print.numbers(updated().map(|at| at as u64)).key();
        jobs.push(Job { name: format!("sitemap {name}"), piece: Piece::Sitemap { name, articles }, key });
    }
    let key = index.iter().fold(Fingerprint::default(), |print, (name, at)| print.part(name).number(*at as u64)).key();
    jobs.push(Job { piece: Piece::SitemapIndex(index), name: "sitemap index".to_owned(), key });
    jobs
}

fn section_page(edition: &Edition, page: SectionPage) -> Job {
    let number = |number: Option<usize>| number.map_or(0, |number| number as u64);
    let numbers = [page.page, page.older, page.newer].map(number);
    let key = Fingerprint::default().numbers(numbers).number(looks(edition, page.articles.iter().copied())).key();
    Job { name: format!("section {} {}", page.section, number(page.page)), key, piece: Piece::Section(page) }
}

/// The name of what lists show of some articles.
fn looks(edition: &Edition, articles: impl IntoIterator<Item = usize>) -> Key {
    Fingerprint::default().numbers(articles.into_iter().map(|at| edition.published()[at].look)).key()
}
