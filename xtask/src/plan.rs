//! A chore as numbered steps that say what they do, and how long is left. What need not wait for one another runs side by
//! side, so that both cores are busy.

use std::path::PathBuf;
use std::time::Duration;

use crate::board::Board;
use crate::error::ChoreError;
use crate::places::Places;
use crate::progress::Progress;
use crate::run::Run;
use crate::times::Times;

type Work<'a> = Box<dyn FnOnce(&Progress) -> Result<(), ChoreError> + Send + 'a>;

/// One thing to do.
pub struct Step<'a> {
    /// What it is called, and remembered by.
    pub title: String,
    /// How long it takes.
    pub usual: Duration,
    /// Does it.
    pub work: Work<'a>,
}

/// What comes next in a plan.
pub enum Part<'a> {
    /// One step.
    Step(Step<'a>),
    /// Lanes of steps, side by side.
    Together(Vec<Vec<Part<'a>>>),
}

/// Steps, in order.
pub struct Plan<'a> {
    places: &'a Places,
    times: Times,
    parts: Vec<Part<'a>>,
    notice: Option<PathBuf>,
}

impl<'a> Plan<'a> {
    /// An empty plan.
    pub fn new(places: &'a Places) -> Self {
        Self { places, times: Times::recall(places), parts: Vec::new(), notice: None }
    }

    /// Adds a step; `usual` is how long it takes on two cores, until this machine has shown its own time.
    pub fn add(
        &mut self,
        title: impl Into<String>,
        usual: Duration,
        work: impl FnOnce(&Progress) -> Result<(), ChoreError> + Send + 'a,
    ) {
        let title = title.into();
        let usual = self.times.usual(&title, usual);
        self.parts.push(Part::Step(Step { title, usual, work: Box::new(work) }));
    }

    /// Adds what other plans do, side by side: the next step waits for all of them.
    pub fn together(&mut self, plans: impl IntoIterator<Item = Plan<'a>>) {
        let lanes: Vec<_> = plans.into_iter().map(|plan| plan.parts).filter(|lane| !lane.is_empty()).collect();
        self.parts.push(Part::Together(lanes));
    }

    /// What is being made is also told in this file, until all is done.
    pub fn tell(&mut self, notice: PathBuf) {
        self.notice = Some(notice);
    }

    /// Does all steps; the first that fails ends it, when those beside it have ended.
    pub fn run(self) -> Result<(), ChoreError> {
        let board = Board::new(self.notice);
        let outcome = Run::new(self.places, self.times, &board, count(&self.parts)).all(self.parts);
        board.clear();
        outcome
    }

    /// The same as a part of a running step.
    pub fn run_within(self, progress: &Progress) -> Result<(), ChoreError> {
        Run::new(self.places, self.times, progress.board(), count(&self.parts)).all(self.parts)
    }
}

#[cfg(test)]
impl Plan<'_> {
    /// What its steps are called, lane by lane.
    pub fn titles(&self) -> Vec<String> {
        fn of(parts: &[Part<'_>]) -> Vec<String> {
            let titles = |part: &Part<'_>| match part {
                Part::Step(step) => vec![step.title.clone()],
                Part::Together(lanes) => lanes.iter().flat_map(|lane| of(lane)).collect(),
            };
            parts.iter().flat_map(titles).collect()
        }
        of(&self.parts)
    }
}

/// How long some parts take, one after the other.
pub fn length(parts: &[Part<'_>]) -> Duration {
    let of_part = |part: &Part<'_>| match part {
        Part::Step(step) => step.usual,
        Part::Together(lanes) => lanes.iter().map(|lane| length(lane)).max().unwrap_or_default(),
    };
    parts.iter().map(of_part).sum()
}

fn count(parts: &[Part<'_>]) -> usize {
    let of_part = |part: &Part<'_>| match part {
        Part::Step(_) => 1,
        Part::Together(lanes) => lanes.iter().map(|lane| count(lane)).sum(),
    };
    parts.iter().map(of_part).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn places(name: &str) -> Places {
        let root = std::env::temp_dir().join(format!("strait-xtask-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&root).expect("a folder");
        Places { target: root.join("target"), cache: root.join("cache"), root }
    }

    #[test]
    fn lanes_run_side_by_side_and_what_follows_waits_for_all_of_them() {
        let (places, done, meeting) = (places("lanes"), AtomicUsize::new(0), Barrier::new(2));
        let [mut plan, mut left, mut right] = [0; 3].map(|_| Plan::new(&places));
        // Each waits for the other: one after the other they would never end.
        for lane in [&mut left, &mut right] {
            lane.add("lane", Duration::ZERO, |_| {
                meeting.wait();
                done.fetch_add(1, Ordering::SeqCst);
                Ok(())
            });
        }
        plan.together([left, right]);
        plan.add("after", Duration::ZERO, |_| {
            assert_eq!(done.fetch_add(1, Ordering::SeqCst), 2);
            Ok(())
        });
        plan.run().expect("done");
        assert_eq!(done.into_inner(), 3);
        std::fs::remove_dir_all(&places.root).expect("ours");
    }

    #[test]
    fn what_fails_in_a_lane_is_told_and_nothing_more_is_begun() {
        let places = places("fails");
        let [mut plan, mut left, mut right] = [0; 3].map(|_| Plan::new(&places));
        left.add("fails", Duration::ZERO, |_| Err(ChoreError::PortTaken { port: 7 }));
        right.add("goes on", Duration::ZERO, |_| Ok(()));
        plan.together([left, right]);
        plan.add("after", Duration::ZERO, |_| panic!("begun"));
        let notice = places.root.join("notice");
        plan.tell(notice.clone());
        assert!(matches!(plan.run(), Err(ChoreError::PortTaken { port: 7 })));
        assert!(!notice.exists(), "nothing is being made any more");
        std::fs::remove_dir_all(&places.root).expect("ours");
    }

    #[test]
    fn side_by_side_the_longer_lane_counts() {
        let places = places("length");
        let minutes = |minutes| Duration::from_secs(60 * minutes);
        let plan_of = |lengths: &[u64]| {
            let mut plan = Plan::new(&places);
            lengths.iter().for_each(|length| plan.add(format!("step of {length}"), minutes(*length), |_| Ok(())));
            plan
        };
        let mut plan = plan_of(&[1, 2]);
        plan.together([plan_of(&[4, 5]), plan_of(&[7]), plan_of(&[])]);
        assert_eq!((length(&plan.parts), count(&plan.parts)), (minutes(12), 5));
    }
}
