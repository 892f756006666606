//! What each kind of file costs, in time of work.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What each kind of work has cost so far, on all threads together.
#[derive(Default)]
pub struct Costs(Mutex<BTreeMap<&'static str, Cost>>);

/// What one kind of work has cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Cost {
    /// How often it was done.
    pub times: usize,
    /// How long it took together.
    pub work: Duration,
}

impl Costs {
    /// Does some work, and notes what it cost.
    pub fn of<T>(&self, kind: &'static str, work: impl FnOnce() -> T) -> T {
        let began = Instant::now();
        let done = work();
        let took = began.elapsed();
        let mut costs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let cost = costs.entry(kind).or_default();
        *cost = Cost { times: cost.times + 1, work: cost.work + took };
        done
    }

    /// All of them, by kind.
    pub fn all(&self) -> BTreeMap<&'static str, Cost> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
