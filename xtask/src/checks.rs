//! Checks as steps of a plan: a failed one is counted and told, and the next one runs.

use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::error::ChoreError;
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::tally::Tally;
use crate::tools::BROWSERS;
use crate::{install, rust, system};

/// The checks of one run, and what they came to so far.
pub struct Checks<'a> {
    /// Where they run.
    pub places: &'a Places,
    /// The steps.
    pub plan: Plan<'a>,
    /// The counts.
    pub tally: &'a Mutex<Tally>,
}

impl<'a> Checks<'a> {
    /// Plans the installs. These stop everything when they fail: each says what a person has to do.
    pub fn install(&mut self, checkers: bool, browsers: bool) {
        if checkers {
            self.plan.add("rustfmt and clippy", Duration::ZERO, rust::checkers);
            self.plan.add("WASM target", Duration::ZERO, rust::wasm_target);
        }
        if browsers {
            system::packages(&mut self.plan, BROWSERS);
        }
    }

    /// Plans the tools that the site is built with, and that browsers are driven with.
    pub fn tools(&mut self, browsers: bool) {
        install::build_tools(&mut self.plan, self.places);
        if browsers {
            install::geckodriver(&mut self.plan, self.places);
        }
    }

    /// Plans a check whose failure is counted, and told at once.
    pub fn add(&mut self, title: &'a str, usual: u64, work: impl FnOnce(&Progress) -> Result<Tally, ChoreError> + Send + 'a) {
        let tally = self.tally;
        self.plan.add(title, Duration::from_secs(usual), move |progress| {
            let found = match work(progress) {
                Err(ChoreError::Stopped) => return Err(ChoreError::Stopped),
                Err(error) => {
                    progress.say(&format!("{title}: {error}"));
                    Tally::fail("told above")
                }
                Ok(found) => found,
            };
            progress.say(&format!("{title}: {} passed, {} failed", found.passed, found.failed));
            let failures = found.failures.iter().map(|name| format!("{title}: {name}")).collect();
            tally.lock().unwrap_or_else(PoisonError::into_inner).add(Tally { failures, ..found });
            Ok(())
        });
    }

    /// Plans a cargo command that counts as one test.
    pub fn cargo(&mut self, title: &'a str, usual: u64, arguments: &[&str]) {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        let places = self.places;
        self.add(title, usual, move |progress| {
            progress.run(Command::new("cargo").args(arguments).current_dir(&places.root))?;
            Ok(Tally::pass())
        });
    }
}
