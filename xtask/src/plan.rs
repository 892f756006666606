//! A chore as numbered steps that say what they do, and how long is left.

use std::time::Duration;

use crate::error::ChoreError;
use crate::places::Places;
use crate::progress::Progress;
use crate::stop;
use crate::times::{Times, in_words};

const WORTH_SAYING: Duration = Duration::from_secs(3);

type Work<'a> = Box<dyn FnOnce(&Progress) -> Result<(), ChoreError> + 'a>;

struct Step<'a> {
    title: String,
    usual: Duration,
    work: Work<'a>,
}

/// Steps, in order.
pub struct Plan<'a> {
    places: &'a Places,
    times: Times,
    steps: Vec<Step<'a>>,
}

impl<'a> Plan<'a> {
    /// An empty plan.
    pub fn new(places: &'a Places) -> Self {
        Self { places, times: Times::recall(places), steps: Vec::new() }
    }

    /// Adds a step; `usual` is how long it takes on two cores, until this machine has shown its own time.
    pub fn add(
        &mut self,
        title: impl Into<String>,
        usual: Duration,
        work: impl FnOnce(&Progress) -> Result<(), ChoreError> + 'a,
    ) {
        let title = title.into();
        let usual = self.times.usual(&title, usual);
        self.steps.push(Step { title, usual, work: Box::new(work) });
    }

    /// Does all steps; the first that fails ends it.
    pub fn run(mut self) -> Result<(), ChoreError> {
        let count = self.steps.len();
        let mut left: Duration = self.steps.iter().map(|step| step.usual).sum();
        for (index, step) in self.steps.into_iter().enumerate() {
            stop::check()?;
            eprintln!("[{}/{count}] {}{}", index + 1, step.title, forecast(step.usual, left));
            let progress = Progress::start(self.places, &step.title, step.usual);
            (step.work)(&progress)?;
            let took = progress.took();
            if took >= WORTH_SAYING {
                eprintln!("      done in {}", in_words(took));
            }
            self.times.remember(&step.title, took);
            left = left.saturating_sub(step.usual);
        }
        Ok(())
    }
}

fn forecast(usual: Duration, left: Duration) -> String {
    if usual < WORTH_SAYING {
        String::new()
    } else if left > usual {
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
