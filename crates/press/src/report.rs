//! What a run did, and what is wrong with the content.

use crate::costs::Cost;
use std::collections::BTreeMap;
use std::path::PathBuf;
use strait_report::problem::{Fault, Problem};

/// What a run did, and what is wrong with the content.
#[derive(Debug, Default)]
pub struct Report {
    /// How many articles were printed.
    pub articles: usize,
    /// What happened to the files.
    pub files: FileCounts,
    /// What each kind of work has cost.
    pub costs: BTreeMap<&'static str, Cost>,
    /// What is wrong, in the order in which it was found.
    pub problems: Vec<Problem>,
}

/// What happened to the files of the site.
#[derive(Debug, Default, Clone, Copy)]
pub struct FileCounts {
    /// New or changed.
    pub written: usize,
    /// Already there, byte for byte.
    pub kept: usize,
    /// No longer part of the site.
    pub deleted: usize,
}

impl Report {
    /// Notes a fault at a place.
    pub fn add(&mut self, file: impl Into<PathBuf>, place: impl Into<String>, fault: &impl Fault) {
        self.problems.push(Problem::new(file, place, fault));
    }
}
