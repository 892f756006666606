//! What an import could not keep, as it is found: which file, where in it, what.

use super::fault::ImportFault;
use crate::problem::Problem;
use std::collections::HashSet;
use std::path::PathBuf;

/// One item tells at most so many different faults: a hostile one shall not fill the memory.
const MOST: usize = 60;

/// What an import could not keep of one file.
pub struct Notes {
    file: PathBuf,
    item: String,
    part: &'static str,
    told: HashSet<ImportFault>,
    untold: usize,
    skipped: usize,
    problems: Vec<Problem>,
}

impl Notes {
    /// Nothing yet.
    pub fn of(file: impl Into<PathBuf>) -> Notes {
        Notes {
            file: file.into(),
            item: String::new(),
            part: "",
            told: HashSet::new(),
            untold: 0,
            skipped: 0,
            problems: Vec::new(),
        }
    }

    /// From here on it is about this item, a JSON pointer or the like.
    pub fn enter(&mut self, item: impl Into<String>) {
        self.leave();
        self.item = item.into();
    }

    /// From here on it is about this part of the item.
    pub fn in_part(&mut self, part: &'static str) {
        self.part = part;
    }

    /// Notes a fault of the item, at a place in it. The same fault is told once for each item.
    pub fn add(&mut self, place: &str, fault: ImportFault) {
        if self.told.len() >= MOST {
            self.untold += 1;
        } else if self.told.insert(fault.clone()) {
            let place = format!("{}{}{place}", self.item, self.part);
            self.problems.push(Problem::new(&self.file, place, &fault));
        }
    }

    /// Notes that the item is no article.
    pub fn skip(&mut self, kind: impl Into<String>) {
        self.skipped += 1;
        self.add("", ImportFault::NotAnArticle(kind.into()));
    }

    /// How many items became nothing so far because they are no articles.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// All that was noted.
    pub fn finish(mut self) -> Vec<Problem> {
        self.leave();
        self.problems
    }

    fn leave(&mut self) {
        let untold = std::mem::take(&mut self.untold);
        if untold > 0 {
            self.problems.push(Problem::new(&self.file, &self.item, &ImportFault::ManyMore(untold)));
        }
        self.told.clear();
        self.part = "";
    }
}
