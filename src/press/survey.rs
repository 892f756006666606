//! The first pass: what has changed since the index was kept is read, and gets a new entry.

use super::entry::Entry;
use super::index::Index;
use super::newsroom::{FileState, Filed, Newsroom};
use super::prepare::check;
use super::{PressError, Report};
use crate::model::{Article, ArticleId};
use crate::problem::Problem;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// How many bytes of articles may stay in memory between the two passes.
const KEPT_BYTES: u64 = 64 << 20;

/// What the first pass found.
pub struct Survey {
    /// An entry for each article that can be read.
    pub entries: Vec<Entry>,
    /// Articles that were read and need not be read again.
    pub bodies: Bodies,
}

/// Articles that wait in memory for the second pass.
#[derive(Default)]
pub struct Bodies(HashMap<ArticleId, Mutex<Option<Article>>>);

impl Bodies {
    /// Takes an article out.
    pub fn take(&self, id: &ArticleId) -> Option<Article> {
        self.0.get(id)?.lock().ok()?.take()
    }
}

/// What became of one file.
enum Looked {
    Known(Box<Entry>),
    Read(Box<Entry>, Option<Article>, Vec<Problem>),
    Broken(Vec<Problem>),
}

/// Goes through the newsroom's files.
pub fn survey(newsroom: &Newsroom, zone: &TimeZone, index: &mut Index, report: &mut Report) -> Result<Survey, PressError> {
    let kept_bytes = AtomicU64::new(0);
    let known: Vec<(&Filed, Option<Entry>)> = newsroom.files.iter().map(|filed| (filed, index.take_entry(filed))).collect();
    let look = |(filed, entry): (&Filed, Option<Entry>)| match entry {
        Some(entry) => Ok(Looked::Known(Box::new(entry))),
        None => read(newsroom, zone, filed, &kept_bytes),
    };
    let looked: Vec<Looked> = known.into_par_iter().map(look).collect::<Result<_, PressError>>()?;
    let mut survey = Survey { entries: Vec::with_capacity(looked.len()), bodies: Bodies::default() };
    for looked in looked {
        match looked {
            Looked::Known(entry) => survey.entries.push(*entry),
            Looked::Broken(problems) => report.problems.extend(problems),
            Looked::Read(entry, article, problems) => {
                report.problems.extend(problems);
                survey.bodies.0.extend(article.map(|article| (entry.id.clone(), Mutex::new(Some(article)))));
                survey.entries.push(*entry);
            }
        }
    }
    Ok(survey)
}

fn read(newsroom: &Newsroom, zone: &TimeZone, filed: &Filed, kept_bytes: &AtomicU64) -> Result<Looked, PressError> {
    // Asked anew, and before reading: what is written meanwhile is seen as changed the next time.
    let file = newsroom.article_file(&filed.name);
    let state = FileState::of(&file).map_err(PressError::disk(&file))?;
    let (read, mut problems) = newsroom.read_article(&filed.name)?;
    let Some(read) = read else {
        return Ok(Looked::Broken(problems));
    };
    problems.extend(check(&file, &read.article, &newsroom.site));
    let mut entry = Entry::of(&read, state, &newsroom.site, zone)?;
    entry.is_faulty = !problems.is_empty();
    let fits = kept_bytes.fetch_add(state.size, Ordering::Relaxed) < KEPT_BYTES;
    Ok(Looked::Read(Box::new(entry), fits.then_some(read.article), problems))
}
