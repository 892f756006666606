//! How far long work is, and how fast: told now and then.

use std::time::{Duration, Instant};
use strait_report::problem::Bilingual;

/// Between two words about the same work.
const PAUSE: Duration = Duration::from_secs(5);

/// Counts steps, and tells of them.
pub struct Pace<'a> {
    say: &'a dyn Fn(&Bilingual),
    what: Bilingual,
    total: Option<usize>,
    done: usize,
    begun: Instant,
    last_told: Instant,
}

impl<'a> Pace<'a> {
    /// Work begins; `what` is counted.
    pub fn new(say: &'a dyn Fn(&Bilingual), what: Bilingual) -> Pace<'a> {
        let now = Instant::now();
        Pace { say, what, total: None, done: 0, begun: now, last_told: now }
    }

    /// The same where it is known how much there is.
    pub fn of(self, total: usize) -> Pace<'a> {
        Pace { total: Some(total), ..self }
    }

    /// One more is done.
    pub fn step(&mut self) {
        self.done += 1;
        // Asking for the time costs more than a step of some works.
        if self.done.is_multiple_of(64) && self.last_told.elapsed() >= PAUSE {
            self.last_told = Instant::now();
            (self.say)(&self.words(self.begun.elapsed()));
        }
    }

    fn words(&self, taken: Duration) -> Bilingual {
        let rate = self.done as f64 / taken.as_secs_f64().max(0.001);
        let Bilingual { zh, en } = &self.what;
        let (done, of) = (self.done, self.total.map(|total| format!(" / {total}")).unwrap_or_default());
        Bilingual::new(format!("{zh} {done}{of}，每秒 {rate:.0}"), format!("{en} {done}{of}, {rate:.0} a second"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_tells_how_much_and_how_fast() {
        let mut pace = Pace::new(&|_| {}, Bilingual::new("已归档", "items filed:")).of(100_000);
        pace.done = 12_000;
        let words = pace.words(Duration::from_secs(8));
        let expected = Bilingual::new("已归档 12000 / 100000，每秒 1500", "items filed: 12000 / 100000, 1500 a second");
        assert_eq!(words, expected);
    }
}
