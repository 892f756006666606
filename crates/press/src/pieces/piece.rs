//! The pieces that a site is printed in. A piece is printed when what it is made of has changed.

use crate::error::PressError;
use crate::fingerprint::{Fingerprint, Key};
use crate::index::volume::Volume;
use crate::issue::corrected::{self, CorrectedPage};
use crate::issue::list::List;
use crate::issue::{Issue, SectionPage, why};
use crate::machines::{FEED_LENGTH, news_sitemap};
use crate::newsroom::FileState;
use crate::newsroom::standing::{originals_of, page_key};
use crate::pieces::materials::Materials;
use crate::pieces::reach::Reach;
use crate::redirects::redirect::Redirect;
use crate::redirects::shard::Shard;
use rayon::prelude::*;
use std::ops::Range;
use strait_model::SectionPath;

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
    /// A page that stands beside the news, by its place among them; the page of corrections with what was put right.
    Standing(usize, Option<CorrectedPage>),
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
    /// What stands at the top of the site as it is.
    Root,
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

/// A piece with its name, and a hash of all that it is made of.
#[derive(Debug)]
pub struct Job {
    /// The piece.
    pub piece: Piece,
    /// What the index calls it. Articles are called by their ids, which have no spaces; all others by two words.
    pub name: String,
    /// What it is made of, but for the recipe that all are made by.
    pub key: Key,
}

/// The pieces that a build reaches.
pub fn jobs(materials: &Materials, reach: &Reach) -> Result<Vec<Job>, PressError> {
    let (issue, site) = (&materials.issue, &materials.site);
    let articles = reach.articles.par_iter().map(|at| article(materials, *at));
    let mut jobs = articles.collect::<Result<Vec<Job>, PressError>>()?;
    for at in 0..issue.withdrawn.len() {
        jobs.push(tombstone(issue, at)?);
    }
    for (section, numbers) in &reach.sections {
        jobs.push(section_page(issue, issue.own_page(site, section)?)?);
        for numbers in numbers {
            for page in issue.archive_pages(site, section, numbers.clone())? {
                jobs.push(section_page(issue, page)?);
            }
        }
        jobs.push(feeds(issue, Some(section))?);
    }
    jobs.extend(of_every_build(materials)?);
    for (name, articles) in &reach.sitemap {
        jobs.push(sitemap(issue, name.clone(), articles.clone())?);
    }
    jobs.push(sitemap_index(reach.sitemap_index.clone()));
    jobs.extend(redirects(issue));
    for volume in &reach.volumes {
        jobs.push(search_volume(issue, volume.clone())?);
    }
    jobs.extend(reach.search_contents.clone().map(search_contents));
    if reach.has_shared {
        jobs.push(Job { piece: Piece::Paper, name: "the paper".to_owned(), key: 0 });
        jobs.push(Job { piece: Piece::Reader, name: "the reader".to_owned(), key: materials.reader_key });
    }
    jobs.extend(standing(materials, reach.has_shared)?);
    jobs.extend(pictures_and_media(materials));
    Ok(jobs)
}

/// The pieces that any article, however new or old, may stand in.
fn of_every_build(materials: &Materials) -> Result<Vec<Job>, PressError> {
    let issue = &materials.issue;
    let latest = listed_keys(issue, issue.latest().take(LATEST))?;
    let fresh = issue.fresh(materials.now, news_sitemap::LONGEST)?;
    let fresh_key = listed_keys(issue, fresh.iter().copied())?;
    Ok(vec![
        front(materials)?,
        Job { piece: Piece::Latest, name: "latest headlines".to_owned(), key: latest },
        feeds(issue, None)?,
        Job { piece: Piece::NewsSitemap(fresh), name: "news sitemap".to_owned(), key: fresh_key },
        root(materials),
    ])
}

/// The pages beside the news: all of them, or those of corrections alone.
fn standing(materials: &Materials, has_all: bool) -> Result<Vec<Job>, PressError> {
    let (issue, mut jobs) = (&materials.issue, Vec::new());
    for (at, page) in materials.newsroom.pages.iter().enumerate() {
        let own =
            Fingerprint::default().number(page_key(page)?).numbers(originals_of(page).map(|src| materials.pictures.key(src)));
        if page.link.name.is_of_corrections() {
            for corrected in corrected::pages(issue, materials.site.section_page_size)? {
                jobs.push(corrected_page(issue, at, own.clone(), corrected)?);
            }
        } else if has_all {
            jobs.push(Job { piece: Piece::Standing(at, None), name: format!("standing {}", page.link.name), key: own.key() });
        }
    }
    Ok(jobs)
}

/// A page of corrections.
fn corrected_page(issue: &Issue, at: usize, own: Fingerprint, page: CorrectedPage) -> Result<Job, PressError> {
    let number = |number: Option<usize>| number.map_or(0, |number| number as u64);
    let hash = own.numbers([page.page, page.older, page.newer].map(number));
    let hash = hash.number(listed_keys(issue, page.items.iter().map(|(at, _)| *at))?);
    let key = hash.part(serde_json::to_vec(&page.items)?).key();
    Ok(Job { name: format!("corrections {}", number(page.page)), key, piece: Piece::Standing(at, Some(page)) })
}

/// What stands at the top of the site as it is.
fn root(materials: &Materials) -> Job {
    let add = |hash: Fingerprint, (path, state): (&String, &FileState)| hash.part(path).number(file_key(*state));
    let key = materials.newsroom.root.iter().fold(Fingerprint::default(), add).key();
    Job { piece: Piece::Root, name: "root files".to_owned(), key }
}

/// The renditions, films and recordings of the articles that were gathered.
fn pictures_and_media(materials: &Materials) -> impl Iterator<Item = Job> + '_ {
    let picture = |(src, _): (&str, _)| {
        let piece = Piece::Picture(src.to_owned());
        Job { piece, name: format!("picture {src}"), key: materials.pictures.key(src) }
    };
    let media = |(src, state): (&String, &FileState)| Job {
        piece: Piece::Media(src.clone()),
        name: format!("media {src}"),
        key: file_key(*state),
    };
    materials.pictures.made().map(picture).chain(materials.media.iter().map(media))
}

/// What a file that is copied as it is is known by.
pub fn file_key(state: FileState) -> Key {
    Fingerprint::default().number(state.size).number(state.modified as u64).key()
}

/// An article with its related news.
fn article(materials: &Materials, at: usize) -> Result<Job, PressError> {
    let issue = &materials.issue;
    let entry = issue.entry(at)?;
    let related = issue.related(&entry)?;
    let hash = Fingerprint::default()
        .number(entry.body_key(&materials.pictures))
        .number(listed_keys(issue, related.iter().map(|link| link.at))?)
        .number(listed_keys(issue, issue.more(at, &entry.section, &related)?)?);
    let key = related.iter().fold(hash, |hash, link| hash.part(why(&entry, link))).key();
    Ok(Job { piece: Piece::Article(at), name: entry.id.to_string(), key })
}

/// What stands where a withdrawn article was.
fn tombstone(issue: &Issue, at: usize) -> Result<Job, PressError> {
    let entry = &issue.withdrawn[at];
    let more = listed_keys(issue, issue.more_beside(entry)?)?;
    let key = Fingerprint::default().part("tombstone").number(entry.bytes).number(more).key();
    Ok(Job { piece: Piece::Tombstone(at), name: entry.id.to_string(), key })
}

fn front(materials: &Materials) -> Result<Job, PressError> {
    let (issue, places) = (&materials.issue, &materials.front);
    let keys = places.lists().map(|articles| listed_keys(issue, articles.iter().copied()));
    let hash = Fingerprint::default().numbers(keys.collect::<Result<Vec<_>, _>>()?);
    let key = places.sections().fold(hash, |hash, section| hash.part(section.as_str())).key();
    Ok(Job { piece: Piece::Front, name: "front page".to_owned(), key })
}

/// The articles of a feed, the newest first.
pub fn feed(issue: &Issue, section: Option<&SectionPath>) -> Result<Vec<usize>, PressError> {
    match section {
        Some(section) => issue.newest(List::Section(section), FEED_LENGTH),
        None => Ok(issue.latest().take(FEED_LENGTH).collect()),
    }
}

/// The feeds of a section, or of the whole paper.
fn feeds(issue: &Issue, section: Option<&SectionPath>) -> Result<Job, PressError> {
    let articles = feed(issue, section)?;
    let bytes = articles.iter().map(|at| Ok(issue.entry(*at)?.bytes)).collect::<Result<Vec<_>, PressError>>()?;
    let key = Fingerprint::default().number(listed_keys(issue, articles)?).numbers(bytes).key();
    let name = section.map_or_else(|| "feed".to_owned(), ToString::to_string);
    Ok(Job { piece: Piece::Feed(section.cloned()), name: format!("feeds {name}"), key })
}

/// A part of the sitemap.
fn sitemap(issue: &Issue, name: String, articles: Range<usize>) -> Result<Job, PressError> {
    let updated = articles.clone().map(|at| Ok(issue.entry(at)?.updated as u64));
    let updated = updated.collect::<Result<Vec<_>, PressError>>()?;
    let key = Fingerprint::default().number(listed_keys(issue, articles.clone())?).numbers(updated).key();
    Ok(Job { name: format!("sitemap {name}"), piece: Piece::Sitemap { name, articles }, key })
}

/// The list of the sitemap's parts.
fn sitemap_index(parts: Vec<(String, i64)>) -> Job {
    let key = parts.iter().fold(Fingerprint::default(), |hash, (name, at)| hash.part(name).number(*at as u64)).key();
    Job { piece: Piece::SitemapIndex(parts), name: "sitemap index".to_owned(), key }
}

/// The old addresses that lead to articles.
fn redirects(issue: &Issue) -> Vec<Job> {
    let former = &issue.former;
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
fn search_contents(volumes: Vec<Volume>) -> Job {
    let add = |hash: Fingerprint, volume: &Volume| {
        let numbers = [volume.places().len() as u64, volume.shards.into()].into_iter().chain(volume.times.map(|at| at as u64));
        hash.part(volume.name()).numbers(numbers)
    };
    let key = volumes.iter().fold(Fingerprint::default(), add).key();
    Job { piece: Piece::SearchContents(volumes), name: "search contents".to_owned(), key }
}

/// A volume of the search index.
fn search_volume(issue: &Issue, volume: Volume) -> Result<Job, PressError> {
    let bytes = volume.places().map(|at| Ok(issue.entry(at)?.bytes)).collect::<Result<Vec<_>, PressError>>()?;
    let key = Fingerprint::default().number(volume.shards.into()).numbers(bytes).key();
    Ok(Job { name: format!("search {}", volume.name()), piece: Piece::SearchVolume(volume), key })
}

/// A page of a section.
fn section_page(issue: &Issue, page: SectionPage) -> Result<Job, PressError> {
    let number = |number: Option<usize>| number.map_or(0, |number| number as u64);
    let numbers = [page.page, page.older, page.newer].map(number);
    let key = Fingerprint::default().numbers(numbers).number(listed_keys(issue, page.articles.iter().copied())?).key();
    Ok(Job { name: format!("section {} {}", page.section, number(page.page)), key, piece: Piece::Section(page) })
}

/// The name of what lists show of some articles.
fn listed_keys(issue: &Issue, articles: impl IntoIterator<Item = usize>) -> Result<Key, PressError> {
    let keys = articles.into_iter().map(|at| Ok(issue.entry(at)?.listed_key));
    Ok(Fingerprint::default().numbers(keys.collect::<Result<Vec<_>, PressError>>()?).key())
}
