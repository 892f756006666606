//! What an import could not keep, as it is found: which file, where in it, what.

use super::balance::Named;
use super::fault::{FileFault, ImportFault, ItemFault};
use super::text::{one_line, shorten};
use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use strait_report::problem::{Fault, Problem};

/// One item tells at most so many different faults: a hostile one shall not fill the memory.
const MOST: usize = 60;

/// A file tells at most so many faults of a kind; those that come after are only counted.
const MOST_OF_A_KIND: usize = 1_000;

/// What an import could not keep of one file.
pub struct Notes {
    file: PathBuf,
    item: String,
    /// What the item is called, as it is told beside its place.
    title: String,
    part: &'static str,
    told: HashSet<ImportFault>,
    untold: usize,
    skipped: usize,
    /// What is no article: how often, and where it was first met.
    kinds: BTreeMap<String, (usize, String)>,
    named: Named,
    problems: Vec<Problem>,
    counts: BTreeMap<&'static str, usize>,
}

impl Notes {
    /// Nothing yet.
    pub fn of(file: impl Into<PathBuf>) -> Notes {
        Notes {
            file: file.into(),
            item: String::new(),
            title: String::new(),
            part: "",
            told: HashSet::new(),
            untold: 0,
            skipped: 0,
            kinds: BTreeMap::new(),
            named: Named::default(),
            problems: Vec::new(),
            counts: BTreeMap::new(),
        }
    }

    /// From here on it is about this item, a JSON pointer or the like.
    pub fn enter(&mut self, item: impl Into<String>) {
        self.end_item();
        self.item = item.into();
    }

    /// What readers, or else its source, call the item: nobody finds one by its place alone.
    pub fn call(&mut self, title: &str) {
        let title = shorten(&one_line(title), 40);
        self.title = if title.is_empty() { title } else { format!(" “{title}”") };
    }

    /// From here on it is about this part of the item.
    pub fn in_part(&mut self, part: &'static str) {
        self.part = part;
    }

    /// Notes a fault of the item, at a place in it. The same fault is told once for each item.
    pub fn add(&mut self, place: &str, fault: impl Into<ImportFault>) {
        let fault = fault.into();
        self.named.note(&fault);
        if self.told.len() >= MOST {
            self.untold += 1;
        } else if self.told.insert(fault.clone()) {
            let place = format!("{}{}{place}{}", self.item, self.part, self.title);
            self.keep(place, fault.row());
        }
    }

    /// Notes that the item is no article.
    pub fn skip(&mut self, kind: &str) {
        self.skipped += 1;
        self.leave(kind, 1);
    }

    /// The same of what may not be there at all.
    pub fn leave_if_any(&mut self, kind: &str, count: usize) {
        if count > 0 {
            self.leave(kind, count);
        }
    }

    /// Notes that there is something that is no article: each kind is told once, with its number.
    pub fn leave(&mut self, kind: &str, count: usize) {
        let is_new = !self.kinds.contains_key(kind);
        let kind = if is_new && self.kinds.len() >= MOST { "…" } else { kind };
        let entry = self.kinds.entry(kind.to_owned()).or_insert_with(|| (0, format!("{}{}", self.item, self.title)));
        entry.0 += count;
    }

    /// From here on it is counted what is named as lost.
    pub fn begin_account(&mut self) {
        self.named = Named::default();
    }

    /// What was named as lost since.
    pub fn named(&self) -> &Named {
        &self.named
    }

    /// How many items became nothing so far because they are no articles.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// All that was noted.
    pub fn finish(mut self) -> Vec<Problem> {
        self.end_item();
        for (kind, (count, place)) in std::mem::take(&mut self.kinds) {
            self.keep(place, &FileFault::left(kind, count));
        }
        let more = self.counts.iter().filter(|(_, count)| **count > MOST_OF_A_KIND);
        let more = more.map(|(name, count)| FileFault::ManyMoreOfAKind(name, count - MOST_OF_A_KIND));
        self.problems.extend(more.map(|fault| Problem::new(&self.file, "", &fault)));
        self.problems
    }

    /// Keeps a fault, as long as there are not too many of its kind.
    fn keep(&mut self, place: impl Into<String>, fault: &dyn Fault) {
        let problem = Problem::new(&self.file, place, fault);
        let count = self.counts.entry(problem.name).or_insert(0);
        *count += 1;
        if *count <= MOST_OF_A_KIND {
            self.problems.push(problem);
        }
    }

    fn end_item(&mut self) {
        let untold = std::mem::take(&mut self.untold);
        if untold > 0 {
            self.keep(format!("{}{}", self.item, self.title), &ItemFault::ManyMore(untold));
        }
        self.told.clear();
        self.title.clear();
        self.part = "";
    }
}
