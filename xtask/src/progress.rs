//! What is seen of a step while it runs: never more than ten seconds of silence.

use std::cell::Cell;
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::board::Board;
use crate::command;
use crate::error::ChoreError;
use crate::finished::Finished;
use crate::places::Places;
use crate::times::in_words;

const SILENCE_ON_TERMINAL: Duration = Duration::from_secs(1);
const SILENCE_IN_LOG: Duration = Duration::from_secs(10);

/// One running step.
#[derive(Debug)]
pub struct Progress<'a> {
    board: &'a Board,
    lane: usize,
    log: PathBuf,
    usual: Duration,
    started: Instant,
    said: Cell<Instant>,
}

impl<'a> Progress<'a> {
    /// Starts the clock of a step.
    pub fn start(places: &Places, board: &'a Board, lane: usize, title: &str, usual: Duration) -> Self {
        let name: String = title.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
        let now = Instant::now();
        Self { board, lane, log: places.notes().join(format!("{name}.log")), usual, started: now, said: Cell::new(now) }
    }

    /// How long the step has been running.
    pub fn took(&self) -> Duration {
        self.started.elapsed()
    }

    /// What all that runs beside it writes on.
    pub fn board(&self) -> &Board {
        self.board
    }

    /// Says a line that stays.
    pub fn say(&self, line: &str) {
        self.board.say(&format!("      {line}"));
        self.said.set(Instant::now());
    }

    /// Runs a command that must end well, and returns what it said.
    pub fn run(&self, command: &mut Command) -> Result<Vec<String>, ChoreError> {
        self.run_to_end(command)?.good()
    }

    /// Runs a command that may end badly.
    pub fn run_to_end(&self, command: &mut Command) -> Result<Finished, ChoreError> {
        self.run_to_end_told_in(command, &self.log)
    }

    /// The same, with a file of its own for all that it says.
    pub fn run_to_end_told_in(&self, command: &mut Command, log: &Path) -> Result<Finished, ChoreError> {
        let mut last = String::new();
        let finished = command::run(command, log, |line| {
            if let Some(line) = line.filter(|line| !line.trim().is_empty()) {
                last = line.trim().to_string();
            }
            self.heartbeat(&last);
        });
        self.board.wipe();
        finished
    }

    /// Runs a command whose words are meant for the person who waits.
    pub fn run_aloud(&self, command: &mut Command) -> Result<Vec<String>, ChoreError> {
        let finished = command::run(command, &self.log, |line| match line {
            Some(line) => self.say(line),
            None => self.heartbeat(""),
        });
        self.board.wipe();
        finished?.good_aloud()
    }

    fn heartbeat(&self, last: &str) {
        let silence = if stderr().is_terminal() { SILENCE_ON_TERMINAL } else { SILENCE_IN_LOG };
        if self.said.get().elapsed() < silence {
            return;
        }
        self.said.set(Instant::now());
        self.board.show(self.lane, &clock(self.took(), self.usual), last);
    }
}

fn clock(took: Duration, usual: Duration) -> String {
    match usual.checked_sub(took) {
        _ if usual.is_zero() => in_words(took),
        Some(left) => format!("{}, about {} left", in_words(took), in_words(left)),
        None => format!("{}, longer than usual ({})", in_words(took), in_words(usual)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_says_what_is_left_or_that_it_takes_longer() {
        let seconds = Duration::from_secs;
        assert_eq!(clock(seconds(20), seconds(80)), "20 s, about 1:00 min left");
        assert_eq!(clock(seconds(90), seconds(80)), "1:30 min, longer than usual (1:20 min)");
        assert_eq!(clock(seconds(5), Duration::ZERO), "5 s");
    }
}
