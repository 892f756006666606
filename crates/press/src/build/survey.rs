//! The first pass: what has changed since the index was kept is read, and gets a new entry.

use crate::articles::entry::Entry;
use crate::error::PressError;
use crate::index::Index;
use crate::newsroom::check::check;
use crate::newsroom::{Filed, Newsroom};
use crate::order::AT_ONCE;
use crate::report::Report;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use strait_report::problem::{Bilingual, Problem};
use strait_report::progress::Progress;

/// What became of one file: its entry, unless it is too broken to have one, and what is wrong with it.
pub type Looked = (Option<Entry>, Vec<Problem>);

/// Goes through the newsroom's files: an entry for each article that can be read. The texts are not kept: touching
/// new memory takes longer than reading them again.
pub fn survey(
    newsroom: &Newsroom,
    zone: &TimeZone,
    index: &mut Index,
    report: &mut Report,
    progress: &dyn Progress,
) -> Result<Vec<Entry>, PressError> {
    let known: Vec<(&Filed, Option<Entry>)> = newsroom.files()?.iter().map(|filed| (filed, index.take_entry(filed))).collect();
    index.forget_newsroom();
    progress.begin(&Bilingual::new("读取稿件", "reading articles"), Some(known.len() as u64));
    let look = |(filed, entry): (&Filed, Option<Entry>)| {
        progress.step(1);
        match entry {
            Some(entry) => Ok((Some(entry), vec![])),
            None => read(newsroom, zone, filed),
        }
    };
    let looked: Vec<Looked> = known.into_par_iter().with_max_len(AT_ONCE).map(look).collect::<Result<_, PressError>>()?;
    progress.end();
    let mut entries = Vec::with_capacity(looked.len());
    for (entry, problems) in looked {
        entries.extend(entry);
        report.problems.extend(problems);
    }
    Ok(entries)
}

/// Reads and checks one file.
pub fn read(newsroom: &Newsroom, zone: &TimeZone, filed: &Filed) -> Result<Looked, PressError> {
    let (read, mut problems) = newsroom.read_article(&filed.name)?;
    let Some(read) = read else {
        return Ok((None, problems));
    };
    problems.extend(check(&newsroom.article_file(&filed.name), &read.article, &newsroom.site));
    // The state of before it was read: what is written meanwhile is seen as changed the next time.
    let mut entry = Entry::of(&read, filed.state, &newsroom.site, zone);
    entry.is_faulty = !problems.is_empty();
    Ok((Some(entry), problems))
}
