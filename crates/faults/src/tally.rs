//! Counts what is found, and keeps as much of it as a person can read.

use super::finding::{FileFinding, Finding, Findings};
use super::locate::locate;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use strait_confined::Confined;
use strait_report::problem::{Fault, Problem, Severity};

/// How many problems of one kind are kept; those that come after are only counted.
pub const KEPT_OF_A_KIND: usize = 1000;

/// What was found, in the order in which it was noted.
#[derive(Default)]
pub struct Tally {
    kept: Vec<(PathBuf, Finding)>,
    counts: BTreeMap<&'static str, (Severity, usize)>,
}

impl Tally {
    /// Notes what was found in a file.
    pub fn note(&mut self, file: &Path, findings: Findings) {
        findings.into_iter().for_each(|finding| self.note_finding(FileFinding { file: file.to_owned(), finding }));
    }

    /// Notes what somebody else found in a file.
    pub fn note_finding(&mut self, FileFinding { file, finding }: FileFinding) {
        let (_, count) = self.counts.entry(finding.fault.name()).or_insert((finding.fault.severity(), 0));
        *count += 1;
        if *count <= KEPT_OF_A_KIND {
            self.kept.push((file, finding));
        }
    }

    /// Notes one fault of a whole file.
    pub fn note_file(&mut self, file: &Path, fault: impl Fault + Send + 'static) {
        self.note(file, Findings::of(fault));
    }

    /// How many there are of each kind.
    pub fn counts(&self) -> BTreeMap<&'static str, usize> {
        self.counts.iter().map(|(name, (_, count))| (*name, *count)).collect()
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.counts.values().filter(|(own, _)| *own == severity).map(|(_, count)| count).sum()
    }

    /// What was kept, with line and column: errors first, then by file and place. `inside`: where the files are.
    pub fn problems(mut self, inside: &Confined) -> Vec<Problem> {
        self.kept.sort_by(|(a, _), (b, _)| a.cmp(b));
        for of_one_file in self.kept.chunk_by_mut(|(a, _), (b, _)| a == b) {
            locate(inside, of_one_file);
        }
        let kept = self.kept.into_iter().map(|(file, finding)| FileFinding { file, finding });
        let mut problems: Vec<Problem> = kept.map(FileFinding::problem).collect();
        problems.sort_by(|a, b| {
            let key = |problem: &Problem| (problem.severity, problem.file.clone(), problem.spot, problem.name);
            key(a).cmp(&key(b)).then_with(|| a.place.cmp(&b.place))
        });
        problems
    }
}
