//! What is to be done, in which order: pure, so that it can be told before it is done.

use super::address::{Stage, is_hashed};
use super::manifest::{Files, Manifest};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What an interrupted publish may have touched: of these files nobody knows which version stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsure {
    /// The release that it was to be.
    pub release: u64,
    /// Files that it may have written or deleted.
    pub paths: BTreeSet<String>,
    /// Those that are not there: looked up, not noted.
    #[serde(skip)]
    pub missing: BTreeSet<String>,
}

/// How to get from what stands there to what shall stand there.
#[derive(Debug)]
pub struct Plan {
    /// What will stand there.
    pub manifest: Manifest,
    /// What is overwritten or deleted, and put aside for a rollback: path and hash.
    pub aside: Vec<(String, String)>,
    /// What is written, in this order.
    pub writes: Vec<(Stage, String)>,
    /// What is deleted after that.
    pub deletions: BTreeSet<String>,
}

impl Plan {
    /// Compares `files` with what stands there.
    pub fn new(standing: &Manifest, unsure: &Unsure, files: Files, release: u64, now: Timestamp) -> Plan {
        let manifest = standing.successor(release, files, unsure.present(), now);
        let is_written = |path: &&String| unsure.paths.contains(*path) || standing.entry(path) != manifest.entry(path);
        // What is there may be linked to already, also if no whole release has it; what is not there cannot be.
        let is_there = |path: &str| match unsure.paths.contains(path) {
            true => !unsure.missing.contains(path),
            false => standing.entry(path).is_some(),
        };
        let writes = manifest.files.keys().filter(is_written).map(|path| (Stage::of(path, !is_there(path)), path.clone()));
        let mut writes: Vec<_> = writes.collect();
        writes.sort();
        let touched = standing.standing().map(|(path, _)| path).chain(&unsure.paths);
        let deletions: BTreeSet<String> = touched.filter(|path| manifest.entry(path).is_none()).cloned().collect();
        let aside = standing.files.iter().filter(|(path, entry)| {
            let stays = manifest.files.get(*path).is_some_and(|next| next.hash == entry.hash);
            !is_hashed(path) && (!stays || unsure.paths.contains(*path))
        });
        let aside = aside.map(|(path, entry)| (path.clone(), entry.hash.clone())).collect();
        Plan { manifest, aside, writes, deletions }
    }

    /// What the next publisher must not trust if this one is cut short, as `earlier` ones may have been.
    pub fn unsure(&self, earlier: &Unsure) -> Unsure {
        let written = self.writes.iter().map(|(_, path)| path);
        let paths = written.chain(&self.deletions).chain(&earlier.paths).cloned().collect();
        Unsure { release: self.manifest.release, paths, missing: BTreeSet::new() }
    }

    /// The files of a stage.
    pub fn stage(&self, stage: Stage) -> impl Iterator<Item = &String> {
        self.writes.iter().filter(move |(other, _)| *other == stage).map(|(_, path)| path)
    }

    /// Whether nothing has to be done.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.deletions.is_empty()
    }
}

impl Unsure {
    /// Files that are there, in whatever version.
    fn present(&self) -> impl Iterator<Item = &String> {
        self.paths.difference(&self.missing)
    }
}

#[cfg(test)]
mod tests {
    use super::super::manifest::Entry;
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        let entry = |hash: &str| Entry { hash: hash.to_owned(), size: 1, dress: String::new() };
        files.iter().map(|(path, hash)| ((*path).to_owned(), entry(hash))).collect()
    }

    fn standing() -> Manifest {
        let old =
            files(&[("index.html", "1"), ("article/1/index.html", "1"), ("article/9/index.html", "1"), ("assets/a.js", "1")]);
        Manifest::default().successor(1, old, std::iter::empty(), Timestamp::UNIX_EPOCH)
    }

    fn next() -> Files {
        files(&[("index.html", "2"), ("article/1/index.html", "1"), ("article/2/index.html", "1"), ("assets/b.js", "1")])
    }

    fn paths(plan: &Plan) -> Vec<&str> {
        plan.writes.iter().map(|(_, path)| path.as_str()).collect()
    }

    #[test]
    fn only_what_changed_is_written_and_old_hashed_files_stay() {
        let plan = Plan::new(&standing(), &Unsure::default(), next(), 2, Timestamp::UNIX_EPOCH);
        assert_eq!(paths(&plan), ["assets/b.js", "article/2/index.html", "index.html"]);
        assert_eq!(plan.deletions, BTreeSet::from(["article/9/index.html".to_owned()]));
        assert!(plan.manifest.retired.contains_key("assets/a.js"));
        assert_eq!(plan.aside.len(), 2, "the front page and the article that goes: {:?}", plan.aside);
    }

    #[test]
    fn what_an_interrupted_publish_touched_is_done_anew() {
        let first = Plan::new(&standing(), &Unsure::default(), next(), 2, Timestamp::UNIX_EPOCH);
        let mut unsure = first.unsure(&Unsure::default());
        unsure.missing.insert("article/9/index.html".to_owned());
        let back = Plan::new(&standing(), &unsure, standing().files, 2, Timestamp::UNIX_EPOCH);
        assert_eq!(paths(&back), ["article/9/index.html", "index.html"]);
        assert_eq!(back.writes[0].0, Stage::New, "it is gone, so it comes before what points at it");
        assert_eq!(back.deletions, BTreeSet::from(["article/2/index.html".to_owned()]));
        assert!(back.manifest.retired.contains_key("assets/b.js"), "a page of the interrupted release may be open");
        assert_eq!(back.unsure(&unsure).paths, unsure.paths, "nothing is forgotten when this one is cut short too");
    }

    #[test]
    fn a_new_page_that_an_interrupted_publish_left_may_be_linked_to() {
        let first = Plan::new(&standing(), &Unsure::default(), next(), 2, Timestamp::UNIX_EPOCH);
        let again = Plan::new(&standing(), &first.unsure(&Unsure::default()), next(), 2, Timestamp::UNIX_EPOCH);
        assert!(again.writes.contains(&(Stage::Articles, "article/2/index.html".to_owned())));
    }

    #[test]
    fn the_same_site_again_is_nothing_to_do() {
        assert!(Plan::new(&standing(), &Unsure::default(), standing().files, 2, Timestamp::UNIX_EPOCH).is_empty());
    }
}
