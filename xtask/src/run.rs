//! Does the steps of a plan, and says what is done and how long is left.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::board::Board;
use crate::error::ChoreError;
use crate::places::Places;
use crate::plan::{Part, Step, length};
use crate::progress::Progress;
use crate::stop;
use crate::times::{Times, in_words};

const WORTH_SAYING: Duration = Duration::from_secs(3);

/// A plan that is being carried out.
pub struct Run<'a> {
    places: &'a Places,
    times: Mutex<Times>,
    board: &'a Board,
    count: usize,
    begun: AtomicUsize,
    has_failed: AtomicBool,
}

impl<'a> Run<'a> {
    /// Begins a plan of so many steps.
    pub fn new(places: &'a Places, times: Times, board: &'a Board, count: usize) -> Self {
        Self { places, times: Mutex::new(times), board, count, begun: AtomicUsize::new(0), has_failed: AtomicBool::new(false) }
    }

    /// Does all of it.
    pub fn all(&self, parts: Vec<Part<'_>>) -> Result<(), ChoreError> {
        self.lane(parts, Duration::ZERO)
    }

    /// Does parts one after the other; `after` is how long that takes which waits for them.
    fn lane(&self, parts: Vec<Part<'_>>, after: Duration) -> Result<(), ChoreError> {
        let lane = self.board.lane();
        let mut left = length(&parts) + after;
        for part in parts {
            stop::check()?;
            if self.has_failed.load(Ordering::SeqCst) {
                break;
            }
            left = left.saturating_sub(length(std::slice::from_ref(&part)));
            let outcome = match part {
                Part::Step(step) => self.step(lane, step, left),
                Part::Together(lanes) => {
                    self.board.end(lane);
                    self.together(lanes, left)
                }
            };
            if outcome.is_err() {
                self.has_failed.store(true, Ordering::SeqCst);
                self.board.end(lane);
                return outcome;
            }
        }
        self.board.end(lane);
        Ok(())
    }

    fn together(&self, lanes: Vec<Vec<Part<'_>>>, after: Duration) -> Result<(), ChoreError> {
        let outcomes: Vec<_> = thread::scope(|scope| {
            let running: Vec<_> = lanes.into_iter().map(|lane| scope.spawn(move || self.lane(lane, after))).collect();
            running.into_iter().map(thread::ScopedJoinHandle::join).collect()
        });
        // A panic has told its own words.
        outcomes.into_iter().try_for_each(|outcome| outcome.unwrap_or(Err(ChoreError::Stopped)))
    }

    fn step(&self, lane: usize, step: Step<'_>, after: Duration) -> Result<(), ChoreError> {
        let number = self.begun.fetch_add(1, Ordering::SeqCst) + 1;
        self.board.begin(lane, &step.title, step.usual + after);
        let forecast = forecast(step.usual, self.board.left());
        self.board.say(&format!("[{number}/{}] {}{forecast}", self.count, step.title));
        let progress = Progress::start(self.places, self.board, lane, &step.title, step.usual);
        let outcome = (step.work)(&progress);
        let took = progress.took();
        // Who waits for what runs beside it should know.
        let verb = if outcome.is_ok() { "done" } else { "FAILED" };
        let title = if self.board.is_shared() { format!("{}: ", step.title) } else { String::new() };
        if took >= WORTH_SAYING || (outcome.is_err() && self.board.is_shared()) {
            self.board.say(&format!("      {title}{verb} in {}", in_words(took)));
        }
        outcome?;
        self.times.lock().unwrap_or_else(PoisonError::into_inner).remember(&step.title, took);
        Ok(())
    }
}

fn forecast(usual: Duration, left: Duration) -> String {
    if usual < WORTH_SAYING {
        String::new()
    } else if left > usual + WORTH_SAYING {
        format!(" — usually {}; {} left in all", in_words(usual), in_words(left))
    } else {
        format!(" — usually {}", in_words(usual))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quick_step_makes_no_forecast_and_a_long_one_tells_the_whole() {
        let seconds = Duration::from_secs;
        assert_eq!(forecast(seconds(1), seconds(300)), "");
        assert_eq!(forecast(seconds(90), seconds(300)), " — usually 1:30 min; 5:00 min left in all");
        assert_eq!(forecast(seconds(90), seconds(90)), " — usually 1:30 min");
    }
}
