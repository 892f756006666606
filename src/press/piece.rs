//! The pieces that a site is printed in. A piece is printed when what it is made of has changed.

use super::PressError;
use super::edition::{Edition, SectionPage, why};
use super::fingerprint::{Fingerprint, Key};
use super::machines::{FEED_LENGTH, news_sitemap};
use super::newsroom::FileState;
use super::redirects::{Redirect, Shard};
use super::run::Materials;
use super::search::{Volume, volumes};
use super::stock::List;
use crate::model::SectionPath;
use rayon::prelude::*;
use std::ops::Range;

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
        /// The places that stand in it.
        articles: Range<usize>,
    },
    /// The list of the sitemap's parts, each with the time of its newest version (microseconds since 1970).
    SitemapIndex(Vec<(String, i64)>),
    /// Old addresses: a shard of the list.
    Redirects(Shard),
    /// What hosts that know a limit are told of them, and how many there are.
    HostRedirects(Vec<Redirect>, usize),
    /// The list of the search index's volumes.
    SearchContents(Vec<Volume>),
    /// A volume of the search index.
    SearchVolume(Volume),
    /// What belongs to the paper and to no article: its data, the 404 page, schemas, headers.
    Paper,
    /// The built reader.
    Reader,
    /// The renditions of an original.
    Picture(String),
    /// A film or recording.
    Media(String),
}

impl Piece {
    /// The volume of the search index that it is.
    pub fn volume(&self) -> Option<&Volume> {
        match self {
            Piece::SearchVolume(volume) => Some(volume),
            _ => None,
        }
    }
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
pub fn jobs(materials: &Materials) -> Result<Vec<Job>, PressError> {
    let (edition, site) = (&materials.edition, &materials.site);
    let articles = (0..edition.count()).into_par_iter().map(|at| article(materials, at));
    let mut jobs = articles.collect::<Result<Vec<Job>, PressError>>()?;
    for at in 0..edition.withdrawn.len() {
        jobs.push(tombstone(edition, at)?);
    }
    for section in materials.sections() {
        jobs.push(section_page(edition, edition.own_page(site, &section.path)?)?);
        for page in edition.archive_pages(site, &section.path, 0..usize::MAX)? {
            jobs.push(section_page(edition, page)?);
        }
        jobs.push(feeds(edition, Some(&section.path))?);
    }
    jobs.extend(of_every_build(materials)?);
    let mut parts = Vec::new();
    for (name, articles) in edition.sitemap_parts(&materials.zone)? {
        parts.push((name.clone(), newest_version(edition, articles.clone())?));
        jobs.push(sitemap(edition, name, articles)?);
    }
    jobs.push(sitemap_index(parts));
    jobs.extend(redirects(edition));
    if site.search {
        let volumes = volumes(edition)?;
        for volume in &volumes {
            jobs.push(search_volume(edition, volume.clone())?);
        }
        jobs.push(search_contents(volumes));
    }
    jobs.push(Job { piece: Piece::Paper, name: "the paper".to_owned(), key: 0 });
    jobs.push(Job { piece: Piece::Reader, name: "the reader".to_owned(), key: materials.reader_key });
    jobs.extend(pictures_and_media(materials));
    Ok(jobs)
}

/// The pieces that any article, however new or old, may stand in.
pub fn of_every_build(materials: &Materials) -> Result<Vec<Job>, PressError> {
    let edition = &materials.edition;
    let latest = looks(edition, edition.latest().take(LATEST))?;
    let fresh = edition.fresh(materials.now, news_sitemap::LONGEST)?;
    let fresh_key = looks(edition, fresh.iter().copied())?;
    Ok(vec![
        front(materials)?,
        Job { piece: Piece::Latest, name: "latest headlines".to_owned(), key: latest },
        feeds(edition, None)?,
        Job { piece: Piece::NewsSitemap(fresh), name: "news sitemap".to_owned(), key: fresh_key },
    ])
}

/// The renditions, films and recordings of the articles that were gathered.
pub fn pictures_and_media(materials: &Materials) -> impl Iterator<Item = Job> + '_ {
    let picture = |(src, _): (&str, _)| {
        let piece = Piece::Picture(src.to_owned());
        Job { piece, name: format!("picture {src}"), key: materials.pictures.key(src) }
    };
    let media = |(src, state): (&String, &FileState)| Job {
        piece: Piece::Media(src.clone()),
        name: format!("media {src}"),
        key: media_key(*state),
    };
    materials.pictures.made().map(picture).chain(materials.media.iter().map(media))
}

/// What a film or recording is known by.
pub fn media_key(state: FileState) -> Key {
    Fingerprint::default().number(state.size).number(state.modified as u64).key()
}

/// An article with its related news.
pub fn article(materials: &Materials, at: usize) -> Result<Job, PressError> {
    let edition = &materials.edition;
    let entry = edition.entry(at)?;
    let related = edition.related(&entry)?;
    let print = Fingerprint::default()
        .number(entry.body_key(&materials.pictures))
        .number(looks(edition, related.iter().map(|link| link.at))?)
        .number(looks(edition, edition.more(at, &entry.section, &related)?)?);
    let key = related.iter().fold(print, |print, link| print.part(why(&entry, link))).key();
    Ok(Job { piece: Piece::Article(at), name: entry.id.to_string(), key })
}

/// What stands where a withdrawn article was.
pub fn tombstone(edition: &Edition, at: usize) -> Result<Job, PressError> {
    let entry = &edition.withdrawn[at];
    let more = looks(edition, edition.more_beside(entry)?)?;
    let key = Fingerprint::default().part("tombstone").number(entry.bytes).number(more).key();
    Ok(Job { piece: Piece::Tombstone(at), name: entry.id.to_string(), key })
}

fn front(materials: &Materials) -> Result<Job, PressError> {
    let (edition, places) = (&materials.edition, &materials.front);
    let looks = places.lists().map(|articles| looks(edition, articles.iter().copied()));
    let print = Fingerprint::default().numbers(looks.collect::<Result<Vec<_>, _>>()?);
    let key = places.sections().fold(print, |print, section| print.part(section.as_str())).key();
    Ok(Job { piece: Piece::Front, name: "front page".to_owned(), key })
}

/// The articles of a feed, the newest first.
pub fn feed(edition: &Edition, section: Option<&SectionPath>) -> Result<Vec<usize>, PressError> {
    match section {
        Some(section) => edition.newest(List::Section(section), FEED_LENGTH),
        None => Ok(edition.latest().take(FEED_LENGTH).collect()),
    }
}

/// The feeds of a section, or of the whole paper.
pub fn feeds(edition: &Edition, section: Option<&SectionPath>) -> Result<Job, PressError> {
    let articles = feed(edition, section)?;
    let bytes = articles.iter().map(|at| Ok(edition.entry(*at)?.bytes)).collect::<Result<Vec<_>, PressError>>()?;
    let key = Fingerprint::default().number(looks(edition, articles)?).numbers(bytes).key();
    let name = section.map_or_else(|| "feed".to_owned(), ToString::to_string);
    Ok(Job { piece: Piece::Feed(section.cloned()), name: format!("feeds {name}"), key })
}

/// A part of the sitemap.
pub fn sitemap(edition: &Edition, name: String, articles: Range<usize>) -> Result<Job, PressError> {
    let updated = articles.clone().map(|at| Ok(edition.entry(at)?.updated as u64));
    let updated = updated.collect::<Result<Vec<_>, PressError>>()?;
    let key = Fingerprint::default().number(looks(edition, articles.clone())?).numbers(updated).key();
    Ok(Job { name: format!("sitemap {name}"), piece: Piece::Sitemap { name, articles }, key })
}

/// When the newest version of some articles was published, in microseconds since 1970.
pub fn newest_version(edition: &Edition, mut articles: Range<usize>) -> Result<i64, PressError> {
    articles.try_fold(0, |newest, at| Ok(edition.entry(at)?.updated.max(newest)))
}

/// The list of the sitemap's parts.
pub fn sitemap_index(parts: Vec<(String, i64)>) -> Job {
    let key = parts.iter().fold(Fingerprint::default(), |print, (name, at)| print.part(name).number(*at as u64)).key();
    Job { piece: Piece::SitemapIndex(parts), name: "sitemap index".to_owned(), key }
}

/// The old addresses that lead to articles.
pub fn redirects(edition: &Edition) -> Vec<Job> {
    let former = &edition.former;
    let shard = |shard: &Shard| Job {
        name: format!("redirects {:05x}", shard.number),
        key: shard.key(),
        piece: Piece::Redirects(shard.clone()),
    };
    let newest = former.newest.iter().map(|newest| Job {
        name: "redirects newest".to_owned(),
        key: Fingerprint::default().number(former.count as u64).numbers(newest.iter().map(Redirect::key)).key(),
        piece: Piece::HostRedirects(newest.clone(), former.count),
    });
    former.shards.iter().map(shard).chain(newest).collect()
}

/// The list of the search index's volumes.
pub fn search_contents(volumes: Vec<Volume>) -> Job {
    let add = |print: Fingerprint, volume: &Volume| {
        let numbers = [volume.places().len() as u64, volume.shards.into()].into_iter().chain(volume.times.map(|at| at as u64));
        print.part(volume.name()).numbers(numbers)
    };
    let key = volumes.iter().fold(Fingerprint::default(), add).key();
    Job { piece: Piece::SearchContents(volumes), name: "search contents".to_owned(), key }
}

/// A volume of the search index.
pub fn search_volume(edition: &Edition, volume: Volume) -> Result<Job, PressError> {
    let bytes = volume.places().map(|at| Ok(edition.entry(at)?.bytes)).collect::<Result<Vec<_>, PressError>>()?;
    let key = Fingerprint::default().number(volume.shards.into()).numbers(bytes).key();
    Ok(Job { name: format!("search {}", volume.name()), piece: Piece::SearchVolume(volume), key })
}

/// A page of a section.
pub fn section_page(edition: &Edition, page: SectionPage) -> Result<Job, PressError> {
    let number = |number: Option<usize>| number.map_or(0, |number| number as u64);
    let numbers = [page.page, page.older, page.newer].map(number);
    let key = Fingerprint::default().numbers(numbers).number(looks(edition, page.articles.iter().copied())?).key();
    Ok(Job { name: format!("section {} {}", page.section, number(page.page)), key, piece: Piece::Section(page) })
}

/// The name of what lists show of some articles.
fn looks(edition: &Edition, articles: impl IntoIterator<Item = usize>) -> Result<Key, PressError> {
    let looks = articles.into_iter().map(|at| Ok(edition.entry(at)?.look));
    Ok(Fingerprint::default().numbers(looks.collect::<Result<Vec<_>, PressError>>()?).key())
}
