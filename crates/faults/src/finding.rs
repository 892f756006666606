//! What was found in one file, before it is told.

use std::collections::HashSet;
use strait_report::problem::{Fault, Spot};

/// A fault at a place in a file.
pub struct Finding {
    /// RFC 6901; empty for the whole file. The place need not exist: a field that is missing has one too.
    pub pointer: String,
    /// Known already where the file is no JSON.
    pub spot: Option<Spot>,
    /// What is wrong.
    pub fault: Box<dyn Fault + Send>,
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
