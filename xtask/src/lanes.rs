//! Suites of tests, some of them side by side.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::error::ChoreError;
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::stop;
use crate::tally::Tally;

/// How suites are run.
pub struct Lanes<'a> {
    /// Where.
    pub places: &'a Places,
    /// What they are called together.
    pub title: &'a str,
    /// How many run at once.
    pub at_once: usize,
    /// How long all of them take, one after the other.
    pub usual: Duration,
}

impl Lanes<'_> {
    /// Runs suites side by side, then others alone, and counts. They get in each other's way now and then: what fails
    /// beside another is run again alone, and what fails alone has failed. `work` is told what a suite came to before.
    pub fn decide<T: Send>(
        &self,
        progress: &Progress,
        beside: Vec<T>,
        mut alone: Vec<T>,
        work: impl Fn(&Progress, &T, Option<&Tally>) -> Result<Tally, ChoreError> + Sync,
    ) -> Result<Tally, ChoreError> {
        let (mut total, mut before) = (Tally::default(), Vec::new());
        for (suite, tally) in self.run(progress, self.at_once, beside, |progress, suite| work(progress, suite, None))? {
            if tally.failed == 0 {
                total.add(tally);
            } else {
                tally.failures.iter().for_each(|failure| progress.say(&format!("again, alone: {failure}")));
                before.push((suite, tally));
            }
        }
        let alone = alone.drain(..).map(|suite| (suite, None));
        let again = before.into_iter().map(|(suite, tally)| (suite, Some(tally)));
        let decided = self
            .run(progress, 1, alone.chain(again).collect(), |progress, (suite, before)| work(progress, suite, before.as_ref()))?;
        decided.into_iter().for_each(|(_, tally)| total.add(tally));
        Ok(total)
    }

    fn run<T: Send>(
        &self,
        progress: &Progress,
        at_once: usize,
        suites: Vec<T>,
        work: impl Fn(&Progress, &T) -> Result<Tally, ChoreError> + Sync,
    ) -> Result<Vec<(T, Tally)>, ChoreError> {
        if suites.is_empty() {
            return Ok(Vec::new());
        }
        let (waiting, done) = (Mutex::new(suites.into_iter()), Mutex::new(Vec::new()));
        let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
        let lanes = (1..=at_once).map(|lane| {
            let mut plan = Plan::new(self.places);
            plan.add(format!("{}, {lane} of {at_once}", self.title), self.usual / at_once as u32, |progress| {
                while let Some(suite) = next() {
                    stop::check()?;
                    let tally = work(progress, &suite)?;
                    done.lock().unwrap_or_else(PoisonError::into_inner).push((suite, tally));
                }
                Ok(())
            });
            plan
        });
        let mut plan = Plan::new(self.places);
        plan.together(lanes.collect::<Vec<_>>());
        plan.run_within(progress)?;
        Ok(done.into_inner().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::Board;

    #[test]
    fn what_fails_beside_others_is_decided_alone() {
        let root = std::env::temp_dir().join(format!("strait-xtask-suites-{}", std::process::id()));
        let places = Places { target: root.join("target"), cache: root.join("cache"), root };
        let lanes = Lanes { places: &places, title: "suites", at_once: 2, usual: Duration::ZERO };
        let board = Board::new(None);
        let progress = Progress::start(&places, &board, 0, "suites", Duration::ZERO);
        let work = |_: &Progress, suite: &&str, before: Option<&Tally>| {
            Ok(match (*suite, before) {
                ("good" | "picky", None) => Tally::pass(),
                ("shy", Some(before)) if before.failures == ["shy"] => Tally::pass(),
                (name, _) => Tally::fail(name),
            })
        };
        let tally = lanes.decide(&progress, vec!["good", "shy", "bad"], vec!["picky"], work).expect("all ran");
        assert_eq!((tally.passed, tally.failed, tally.failures), (3, 1, vec!["bad".to_string()]));
        std::fs::remove_dir_all(&places.root).expect("ours");
    }
}
