//! A command that has ended, and what to tell of a bad end.

use std::path::PathBuf;
use std::process::ExitStatus;

use crate::error::ChoreError;

const TAIL: usize = 40;
// Some of rustc's types fill pages.
const WIDTH: usize = 400;

/// A command that came to its end, good or bad.
#[derive(Debug)]
pub struct Finished {
    /// The command, as one would type it.
    pub command: String,
    /// Its exit status.
    pub status: ExitStatus,
    /// All it said, on both streams.
    pub lines: Vec<String>,
    /// The file with all it said.
    pub log: PathBuf,
}

impl Finished {
    /// Whether it says that all went well.
    pub fn is_good(&self) -> bool {
        self.status.success()
    }

    /// An error with the end of its output, unless all went well.
    pub fn good(self) -> Result<Vec<String>, ChoreError> {
        if self.is_good() { Ok(self.lines) } else { Err(self.failure()) }
    }

    /// The same, for a command whose words are on the screen already.
    pub fn good_aloud(self) -> Result<Vec<String>, ChoreError> {
        if self.is_good() { Ok(self.lines) } else { Err(self.failed("Its words are above.".into())) }
    }

    /// What to tell of a bad end.
    pub fn failure(&self) -> ChoreError {
        self.failed(format!("Its last words:\n{}", tail(&self.lines)))
    }

    fn failed(&self, words: String) -> ChoreError {
        let status = self.status.to_string();
        ChoreError::Failed { command: self.command.clone(), status, words, log: self.log.clone() }
    }
}

fn tail(lines: &[String]) -> String {
    let last = &lines[lines.len().saturating_sub(TAIL)..];
    let shown = last.iter().map(|line| format!("    {}", line.chars().take(WIDTH).collect::<String>()));
    shown.collect::<Vec<_>>().join("\n")
}
