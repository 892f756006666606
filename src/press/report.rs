//! What a run did, and what is wrong with the content.

use std::fmt;
use std::path::PathBuf;

/// What a run did, and what is wrong with the content.
#[derive(Debug, Default)]
pub struct Report {
    /// How many articles were printed.
    pub articles: usize,
    /// What happened to the files.
    pub files: FileCounts,
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

/// Something wrong in the content, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: PathBuf,
    /// The place in it: line and column, or a JSON path. May be empty.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if !self.place.is_empty() {
            write!(f, " at {}", self.place)?;
        }
        write!(f, ": {} — {}", self.what, self.mend)
    }
}

impl Report {
    /// Notes a problem.
    pub fn add(&mut self, file: impl Into<PathBuf>, place: impl Into<String>, what: impl Into<String>, mend: impl Into<String>) {
        self.problems.push(Problem { file: file.into(), place: place.into(), what: what.into(), mend: mend.into() });
    }
}
