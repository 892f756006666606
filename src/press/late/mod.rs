//! Late news: a build in which a few articles are new or corrected, done without looking through the whole paper.
//!
//! It reads and writes of the index, and prints of the site, only what a few articles can change, so that its time
//! does not grow with the archive. Whatever is more than late news is left to a build of everything; both
//! leave the same bytes.

mod changed;
mod jobs;
mod news;
mod stock;

use super::edition::Edition;
use super::entry::{Entry, by_age};
use super::fingerprint::Fingerprint;
use super::index::{Changes, Head, Kept, Printed, lines};
use super::newsroom::Newsroom;
use super::output::Output;
use super::pictures::{KnownPictures, Pictures};
use super::piece::Job;
use super::print::print_jobs;
use super::redirects::{Former, Ground};
use super::report::FileCounts;
use super::run::{Build, Materials};
use super::search::grown;
use super::stock::Stock;
use super::survey::read;
use super::{PressError, Report};
use crate::progress::Progress;
use changed::changed;
use news::News;
use std::collections::{BTreeSet, HashMap, HashSet};

pub use stock::LateStock;

/// How many articles may be late news: with many more, looking through everything takes no longer.
const MOST: usize = 500;

/// Late news, put in its place among what was published before.
pub struct LateNews {
    edition: Edition,
    /// What is new, by places.
    touched: Vec<usize>,
    /// Whose entries are new, or lead to what is new.
    changed: BTreeSet<usize>,
    /// Whose own pages may be others now.
    neighbours: BTreeSet<usize>,
    /// Which articles are read again to print all that.
    read_again: BTreeSet<usize>,
    head: Head,
}

/// Reads what is new; what is wrong with it is in the report. None: it is more than late news.
pub fn look_for_news(build: &Build, kept: &Kept, report: &mut Report) -> Result<Option<LateNews>, PressError> {
    let (order, now) = (build.order, build.order.now.as_microsecond());
    if now < kept.head.now || kept.head.turns.is_some_and(|at| at <= now) {
        return Ok(None);
    }
    let mut stock = LateStock::of(kept.shelf()?, kept.head.count as usize);
    let changed = changed(&build.newsroom, kept, &stock.shelf, order.changed.as_deref())?;
    let Some(changed) = changed.filter(|changed| changed.len() <= MOST) else { return Ok(None) };
    let mut news = News::default();
    for filed in &changed {
        let (entry, problems) = read(&build.newsroom, &build.zone, filed)?;
        report.problems.extend(problems);
        let place = stock.shelf.place(&filed.name)?;
        let is_late_news = match entry {
            Some(entry) => news.take(entry, place, &stock, &kept.head, order.now)?,
            // Too broken to be printed, as if it were not there: no news unless it was.
            None => place.is_none(),
        };
        if !is_late_news {
            return Ok(None);
        }
    }
    let mut head = Head { now, ..kept.head.clone() };
    if order.changed.is_none() {
        head.surveyed = build.surveyed.as_microsecond();
    }
    let has_corrections = !news.corrections.is_empty();
    let (touched, hidden) = news.put_into(&mut stock, &mut head)?;
    let withdrawn = if has_corrections { withdrawn(&stock, &hidden)? } else { vec![] };
    let changed: BTreeSet<usize> = stock.changed.keys().copied().collect();
    let mut edition = Edition { stock: Stock::Late(Box::new(stock)), withdrawn, hidden, former: Former::default() };
    let ground = Ground::of(&build.newsroom.site);
    let Some(former) = Former::of_news(&ground, &edition, kept.head.count as usize, head.former)? else { return Ok(None) };
    (head.former, edition.former) = (former.count, former);
    if build.newsroom.site.search {
        // A volume of the search index that is closed is another, in other files.
        let Some(volumes) = grown(&head.volumes, &edition)? else { return Ok(None) };
        head.volumes = volumes;
    }
    let neighbours = jobs::neighbours(&edition, &touched, &changed, &head)?;
    let read_again = &neighbours | &jobs::in_feeds(&edition, &touched)?;
    let news = LateNews { edition, touched, changed, neighbours, read_again, head };
    // Who is told of a change may not have been told of all.
    let is_known = order.changed.is_none() || news.is_as_read(&build.newsroom)?;
    Ok(is_known.then_some(news))
}

impl LateNews {
    /// Whether all that will be read again still is as it was.
    fn is_as_read(&self, newsroom: &Newsroom) -> Result<bool, PressError> {
        let is_as_read = |entry: &Entry| newsroom.article_state(entry.id.as_str()).is_ok_and(|state| state == entry.state);
        for at in self.read_again.union(&jobs::in_volumes(&self.touched, &self.head)) {
            if !is_as_read(&*self.edition.entry(*at)?) {
                return Ok(false);
            }
        }
        Ok(self.edition.withdrawn.iter().all(is_as_read))
    }
}

/// Prints late news, and keeps what the next build must know.
pub fn print_news(
    build: Build,
    kept: &Kept,
    news: LateNews,
    output: Output,
    report: &mut Report,
    progress: &dyn Progress,
) -> Result<FileCounts, PressError> {
    let LateNews { mut edition, touched, changed, neighbours, read_again, mut head } = news;
    let pictures = pictures(&build, &edition, &read_again, report, progress)?;
    let news = touched.iter().map(|at| Ok(edition.entry(*at)?.into_owned())).collect::<Result<Vec<Entry>, PressError>>()?;
    let media = build.media(&news, report);
    for (at, mut entry) in touched.iter().zip(news) {
        entry.fill_in(&pictures, &media)?;
        edition.stock.replace(*at, entry);
    }
    let materials = Materials::of(build, edition, pictures, media)?;
    let jobs = jobs::jobs(&materials, &touched, &neighbours, &mut head)?;
    let known = known(&materials.edition, &jobs)?;
    let pieces = print_jobs(&materials, jobs, &known, &output, progress)?;
    clear_away(&pieces, &known, &output)?;
    let is_new = |(name, printed): &&(String, Printed)| known.get(name) != Some(printed);
    let new: Vec<&(String, Printed)> = pieces.iter().filter(is_new).collect();
    settle(&mut head, &new, &known, &materials, &touched);
    let changes = changes(&materials, &changed, &new)?;
    materials.costs.of("writing the index", || kept.change(&head, &changes))?;
    report.articles = materials.edition.count();
    report.costs = materials.costs.all();
    output.finish(head.key, head.files)
}

/// What was withdrawn, the oldest first. `read`: what was read again of all that is hidden.
fn withdrawn(stock: &LateStock, read: &[Entry]) -> Result<Vec<Entry>, PressError> {
    let aside = stock.shelf.aside()?.collect::<Result<Vec<Entry>, _>>()?;
    let as_read = |known: Entry| read.iter().find(|entry| entry.id == known.id).cloned().unwrap_or(known);
    let mut withdrawn: Vec<Entry> = aside.into_iter().filter(|entry| entry.release.is_withdrawn()).map(as_read).collect();
    withdrawn.sort_by(by_age);
    Ok(withdrawn)
}

/// The pictures of all articles that may be printed.
fn pictures(
    build: &Build,
    edition: &Edition,
    printed: &BTreeSet<usize>,
    report: &mut Report,
    progress: &dyn Progress,
) -> Result<Pictures, PressError> {
    let Stock::Late(stock) = &edition.stock else { return build.pictures(&[], KnownPictures::new(), report, progress) };
    let mut known = KnownPictures::new();
    let mut originals = BTreeSet::new();
    for at in printed {
        originals.extend(stock.entry(*at)?.pictures.iter().cloned());
    }
    for src in &originals {
        if let Some(made) = stock.shelf.picture(src)? {
            known.insert(src.clone(), made);
        }
    }
    let originals: Vec<&str> = originals.iter().map(String::as_str).collect();
    build.pictures(&originals, known, report, progress)
}

/// What stands in the site of the pieces that may be printed.
fn known(edition: &Edition, jobs: &[Job]) -> Result<HashMap<String, Printed>, PressError> {
    let Stock::Late(stock) = &edition.stock else { return Ok(HashMap::new()) };
    let mut known = HashMap::new();
    for Job { name, .. } in jobs {
        known.extend(stock.shelf.piece(name)?.map(|printed| (name.clone(), printed)));
    }
    Ok(known)
}

/// Deletes the files that pieces no longer have.
fn clear_away(pieces: &[(String, Printed)], known: &HashMap<String, Printed>, output: &Output) -> Result<(), PressError> {
    let now: HashSet<&str> = pieces.iter().flat_map(|(_, printed)| printed.files.lines()).collect();
    output.delete_unexpected(&now, known.values().flat_map(|printed| lines(&printed.files)))
}

/// Brings the head up to date: the site's new name, what it holds, and when time will change it.
fn settle(
    head: &mut Head,
    new: &[&(String, Printed)],
    known: &HashMap<String, Printed>,
    materials: &Materials,
    touched: &[usize],
) {
    for (name, printed) in new {
        head.key = Fingerprint::default().number(head.key).part(name).number(printed.key).key();
        let before = known.get(name).map_or(0, |printed| printed.files.lines().count());
        head.files = (head.files + printed.files.lines().count()).saturating_sub(before);
    }
    head.count = materials.edition.count() as u32;
    let published = touched.iter().filter_map(|at| materials.edition.entry(*at).ok());
    let releases = published.map(|entry| entry.release).chain(materials.edition.hidden.iter().map(|entry| entry.release));
    head.turns = releases.filter_map(|release| release.turns(materials.now)).chain(head.turns).min();
}

/// What the index must take over.
fn changes<'a>(
    materials: &'a Materials,
    changed: &BTreeSet<usize>,
    new: &[&'a (String, Printed)],
) -> Result<Changes<'a>, PressError> {
    let mut changes = Changes { aside: materials.edition.hidden.iter().collect(), ..Changes::default() };
    let Stock::Late(stock) = &materials.edition.stock else { return Ok(changes) };
    for at in changed {
        changes.articles.insert(*at, stock.entry(*at)?);
    }
    changes.pieces = new.iter().map(|(name, printed)| (name.as_str(), printed)).collect();
    changes.lists = stock.lists.iter().map(|(name, places)| (name.as_str(), places.as_slice())).collect();
    changes.former = &materials.edition.former.new;
    changes.pictures = materials.pictures.made().collect();
    Ok(changes)
}
