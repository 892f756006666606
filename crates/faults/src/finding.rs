//! What was found in one file, before it is told.

use std::collections::HashSet;
use std::path::PathBuf;
use strait_report::problem::{Fault, Problem, Spot};

/// A fault at a place in a file.
pub struct Finding {
    /// RFC 6901; empty for the whole file. The place need not exist: a field that is missing has one too.
    pub pointer: String,
    /// Known already where the file is no JSON.
    pub spot: Option<Spot>,
    /// What is wrong.
    pub fault: Box<dyn Fault + Send>,
}

/// A fault in a file that somebody else read.
pub struct FileFinding {
    /// The file.
    pub file: PathBuf,
    /// What was found, and where in it.
    pub finding: Finding,
}

impl FileFinding {
    /// A fault at a JSON pointer; empty for the whole file.
    pub fn at_pointer(file: PathBuf, pointer: impl Into<String>, fault: impl Fault + Send + 'static) -> FileFinding {
        FileFinding { file, finding: Finding { pointer: pointer.into(), spot: None, fault: Box::new(fault) } }
    }

    /// A fault in a file that is no JSON, with its place where that is known.
    pub fn at_spot(file: PathBuf, spot: Option<Spot>, fault: impl Fault + Send + 'static) -> FileFinding {
        FileFinding { file, finding: Finding { pointer: String::new(), spot, fault: Box::new(fault) } }
    }

    /// The same, told.
    pub fn problem(self) -> Problem {
        let Finding { pointer, spot, fault } = self.finding;
        Problem { spot, ..Problem::new(self.file, pointer, &*fault) }
    }
}

/// What was found in one file, in the order in which it was found.
#[derive(Default)]
pub struct Findings {
    found: Vec<Finding>,
    /// What could not be read: nothing more is said of it, or of what is in it.
    broken: HashSet<String>,
}

impl Findings {
    /// One fault of a whole file.
    pub fn of(fault: impl Fault + Send + 'static) -> Findings {
        let mut findings = Findings::default();
        findings.add("", fault);
        findings
    }

    /// Notes a fault, unless the value there could not even be read.
    pub fn add(&mut self, pointer: impl Into<String>, fault: impl Fault + Send + 'static) {
        let pointer = pointer.into();
        if self.broken.is_empty() || !around(&pointer).any(|value| self.broken.contains(value)) {
            self.found.push(Finding { pointer, spot: None, fault: Box::new(fault) });
        }
    }

    /// Notes why a value cannot be read.
    pub fn add_broken(&mut self, pointer: impl Into<String>, fault: impl Fault + Send + 'static) {
        let pointer = pointer.into();
        self.broken.insert(pointer.clone());
        self.found.push(Finding { pointer, spot: None, fault: Box::new(fault) });
    }

    /// Notes what is wrong with a whole file.
    pub fn add_at(&mut self, spot: Option<Spot>, fault: impl Fault + Send + 'static) {
        self.found.push(Finding { pointer: String::new(), spot, fault: Box::new(fault) });
    }

    /// Fills in where findings are, of a file that is no JSON: `spot` knows it by what they point at.
    pub fn place(&mut self, spot: impl Fn(&str) -> Option<Spot>) {
        self.found.iter_mut().for_each(|finding| finding.spot = finding.spot.or_else(|| spot(&finding.pointer)));
        self.found.iter_mut().for_each(|finding| finding.pointer.clear());
    }

    /// The values that could not be read.
    pub fn broken(&self) -> &HashSet<String> {
        &self.broken
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.found.into_iter()
    }
}

/// The pointers to a value and to all that it is in.
fn around(pointer: &str) -> impl Iterator<Item = &str> {
    let ends = pointer.match_indices('/').map(|(end, _)| end).chain([pointer.len()]);
    ends.filter_map(|end| pointer.get(..end))
}

/// A pointer to a field of what another points to; `name` is escaped as RFC 6901 has it.
pub fn below(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}
