//! Late news: a build in which a few articles are new or corrected, done without looking through the whole paper.
//!
//! It reads and writes of the index, and prints of the site, only what a few articles can change, so that its time
//! does not grow with the archive. Whatever is more than late news is left to a build of everything; both
//! leave the same bytes.

mod changed;
mod news;
mod reach;

use crate::articles::entry::{Entry, by_age};
use crate::build::gather::Build;
use crate::build::survey::read;
use crate::error::PressError;
use crate::fingerprint::Fingerprint;
use crate::index::{BuildState, Changes, Kept, Printed, Shelf, lines};
use crate::issue::Issue;
use crate::issue::stock::{LateStock, Stock};
use crate::newsroom::Newsroom;
use crate::newsroom::standing::originals_of;
use crate::pictures::{KnownPictures, Pictures};
use crate::pieces::materials::Materials;
use crate::pieces::piece::{Job, jobs};
use crate::pieces::print::print_jobs;
use crate::redirects::Ground;
use crate::redirects::former::Former;
use crate::report::FileCounts;
use crate::report::Report;
use crate::search::grown;
use crate::site::output::Output;
use changed::changed;
use news::News;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use strait_report::progress::Progress;

/// How many articles may be late news: with many more, looking through everything takes no longer.
const MOST: usize = 500;

/// Late news, put in its place among what was published before.
pub struct LateNews {
    issue: Issue,
    /// The index of the last build.
    shelf: Arc<Shelf>,
    /// The new places at the end of lists.
    lists: BTreeMap<String, Vec<u32>>,
    /// What is new, by places.
    touched: Vec<usize>,
    /// Whose entries are new, or lead to what is new.
    changed: BTreeSet<usize>,
    /// Whose own pages may be others now.
    neighbours: BTreeSet<usize>,
    /// Which articles are read again to print all that.
    read_again: BTreeSet<usize>,
    build_state: BuildState,
}

/// Reads what is new; what is wrong with it is in the report. None: it is more than late news.
pub fn look_for_news(build: &Build, kept: &Kept, report: &mut Report) -> Result<Option<LateNews>, PressError> {
    let (order, now) = (build.order, build.order.now.as_microsecond());
    if now < kept.build_state.now || kept.build_state.turns.is_some_and(|at| at <= now) {
        return Ok(None);
    }
    let shelf = Arc::new(kept.shelf()?);
    let mut stock = LateStock::of(shelf.clone(), kept.build_state.count as usize);
    let changed = changed(&build.newsroom, kept, &shelf, order.changed.as_deref())?;
    let Some(changed) = changed.filter(|changed| changed.len() <= MOST) else { return Ok(None) };
    let mut news = News::default();
    for filed in &changed {
        let (entry, problems) = read(&build.newsroom, &build.zone, filed)?;
        report.problems.extend(problems);
        let place = shelf.place(&filed.name)?;
        let is_late_news = match entry {
            Some(entry) => news.take(entry, place, &stock, &kept.build_state, order.now)?,
            // Too broken to be printed, as if it were not there: no news unless it was.
            None => place.is_none(),
        };
        if !is_late_news {
            return Ok(None);
        }
    }
    let mut build_state = BuildState { now, ..kept.build_state.clone() };
    if order.changed.is_none() {
        build_state.surveyed = build.surveyed.as_microsecond();
    }
    let has_corrections = !news.corrections.is_empty();
    let (touched, hidden) = news.put_into(&mut stock, &mut build_state)?;
    let withdrawn = if has_corrections { withdrawn(&shelf, &hidden)? } else { vec![] };
    let changed: BTreeSet<usize> = stock.changed.keys().copied().collect();
    let lists = stock.lists.clone();
    build_state.corrected = corrected(&build_state.corrected, &touched, &stock)?;
    let corrected = build_state.corrected.iter().map(|at| *at as usize).collect();
    let mut issue = Issue { stock: Stock::Late(Box::new(stock)), withdrawn, hidden, corrected, former: Former::default() };
    let ground = Ground::of(&build.newsroom.site);
    let Some(former) = Former::of_news(&ground, &issue, kept.build_state.count as usize, build_state.former)? else {
        return Ok(None);
    };
    (build_state.former, issue.former) = (former.count, former);
    if build.newsroom.site.search {
        // A volume of the search index that is closed is another, in other files.
        let Some(volumes) = grown(&build_state.volumes, &issue)? else { return Ok(None) };
        build_state.volumes = volumes;
    }
    let neighbours = reach::neighbours(&issue, &touched, &changed, &build_state)?;
    let read_again = &neighbours | &reach::in_feeds(&issue, &touched)?;
    let news = LateNews { issue, shelf, lists, touched, changed, neighbours, read_again, build_state };
    // Who is told of a change may not have been told of all.
    let is_known = order.changed.is_none() || news.is_as_read(&build.newsroom)?;
    Ok(is_known.then_some(news))
}

impl LateNews {
    /// Whether all that will be read again still is as it was.
    fn is_as_read(&self, newsroom: &Newsroom) -> Result<bool, PressError> {
        let is_as_read = |entry: &Entry| newsroom.article_state(entry.id.as_str()).is_ok_and(|state| state == entry.state);
        for at in self.read_again.union(&reach::in_volumes(&self.touched, &self.build_state)) {
            if !is_as_read(&*self.issue.entry(*at)?) {
                return Ok(false);
            }
        }
        Ok(self.issue.withdrawn.iter().all(is_as_read))
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
    let LateNews { mut issue, shelf, lists, touched, changed, neighbours, read_again, mut build_state } = news;
    let pictures = pictures(&build, &issue, &shelf, &read_again, report, progress)?;
    let news = touched.iter().map(|at| Ok(issue.entry(*at)?.into_owned())).collect::<Result<Vec<Entry>, PressError>>()?;
    let media = build.media(&news, report);
    for (at, mut entry) in touched.iter().zip(news) {
        entry.fill_in(&pictures, &media)?;
        issue.stock.replace(*at, entry);
    }
    let materials = build.materials(issue, pictures, media)?;
    let jobs = jobs(&materials, &reach::reach(&materials, &touched, &neighbours, &mut build_state)?)?;
    let known = known(&shelf, &jobs)?;
    let pieces = print_jobs(&materials, jobs, &known, &output, progress)?;
    let now: HashSet<&str> = pieces.iter().flat_map(|(_, printed)| printed.files.lines()).collect();
    output.delete_unexpected(&now, known.values().flat_map(|printed| lines(&printed.files)))?;
    let is_new = |(name, printed): &&(String, Printed)| known.get(name) != Some(printed);
    let new: Vec<&(String, Printed)> = pieces.iter().filter(is_new).collect();
    bring_up_to_date(&mut build_state, &new, &known, &materials, &touched);
    let changes = changes(&materials, &changed, &lists, &new)?;
    materials.costs.of("writing the index", || kept.change(&build_state, &changes))?;
    report.articles = materials.issue.count();
    report.costs = materials.costs.all();
    output.finish(build_state.key, build_state.files)
}

/// Where the articles are that were put right, with the news among them.
fn corrected(known: &[u32], touched: &[usize], stock: &LateStock) -> Result<Vec<u32>, PressError> {
    let mut corrected = BTreeSet::from_iter(known.iter().copied());
    for at in touched {
        if !stock.entry(*at)?.corrections.is_empty() {
            corrected.insert(*at as u32);
        }
    }
    Ok(corrected.into_iter().collect())
}

/// What was withdrawn, the oldest first. `read`: what was read again of all that is hidden.
fn withdrawn(shelf: &Shelf, read: &[Entry]) -> Result<Vec<Entry>, PressError> {
    let aside = shelf.aside()?.collect::<Result<Vec<Entry>, _>>()?;
    let as_read = |known: Entry| read.iter().find(|entry| entry.id == known.id).cloned().unwrap_or(known);
    let mut withdrawn: Vec<Entry> = aside.into_iter().filter(|entry| entry.availability.is_withdrawn()).map(as_read).collect();
    withdrawn.sort_by(by_age);
    Ok(withdrawn)
}

/// The pictures of all articles that may be printed.
fn pictures(
    build: &Build,
    issue: &Issue,
    shelf: &Shelf,
    printed: &BTreeSet<usize>,
    report: &mut Report,
    progress: &dyn Progress,
) -> Result<Pictures, PressError> {
    let mut known = KnownPictures::new();
    let mut originals = BTreeSet::new();
    for at in printed {
        originals.extend(issue.entry(*at)?.pictures.iter().cloned());
    }
    originals.extend(build.newsroom.pages.iter().flat_map(originals_of).map(str::to_owned));
    for src in &originals {
        if let Some(made) = shelf.picture(src)? {
            known.insert(src.clone(), made);
        }
    }
    let originals: Vec<&str> = originals.iter().map(String::as_str).collect();
    build.pictures(&originals, known, report, progress)
}

/// What stands in the site of the pieces that may be printed.
fn known(shelf: &Shelf, jobs: &[Job]) -> Result<HashMap<String, Printed>, PressError> {
    let mut known = HashMap::new();
    for Job { name, .. } in jobs {
        known.extend(shelf.piece(name)?.map(|printed| (name.clone(), printed)));
    }
    Ok(known)
}

/// Brings the build state up to date: the site's new name, what it holds, and when time will change it.
fn bring_up_to_date(
    build_state: &mut BuildState,
    new: &[&(String, Printed)],
    known: &HashMap<String, Printed>,
    materials: &Materials,
    touched: &[usize],
) {
    for (name, printed) in new {
        build_state.key = Fingerprint::default().number(build_state.key).part(name).number(printed.key).key();
        let before = known.get(name).map_or(0, |printed| printed.files.lines().count());
        build_state.files = (build_state.files + printed.files.lines().count()).saturating_sub(before);
    }
    build_state.count = materials.issue.count() as u32;
    let published = touched.iter().filter_map(|at| materials.issue.entry(*at).ok());
    let availabilities =
        published.map(|entry| entry.availability).chain(materials.issue.hidden.iter().map(|entry| entry.availability));
    build_state.turns =
        availabilities.filter_map(|availability| availability.turns(materials.now)).chain(build_state.turns).min();
}

/// What the index must take over.
fn changes<'a>(
    materials: &'a Materials,
    changed: &BTreeSet<usize>,
    lists: &'a BTreeMap<String, Vec<u32>>,
    new: &[&'a (String, Printed)],
) -> Result<Changes<'a>, PressError> {
    let mut changes = Changes { aside: materials.issue.hidden.iter().collect(), ..Changes::default() };
    for at in changed {
        changes.articles.insert(*at, materials.issue.entry(*at)?);
    }
    changes.pieces = new.iter().map(|(name, printed)| (name.as_str(), printed)).collect();
    changes.lists = lists.iter().map(|(name, places)| (name.as_str(), places.as_slice())).collect();
    changes.former = &materials.issue.former.new;
    changes.pictures = materials.pictures.made().collect();
    Ok(changes)
}
