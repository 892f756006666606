//! What is being done right now, in every lane: shown in the terminal's last line, and to open pages where somebody reads
//! a first look meanwhile.

use std::collections::BTreeMap;
use std::fs;
use std::io::{IsTerminal, Write, stderr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::times::in_words;

const WIDTH: usize = 100;

/// The board that all lanes write on.
#[derive(Debug)]
pub struct Board {
    notice: Option<PathBuf>,
    lanes: Mutex<BTreeMap<usize, Lane>>,
    opened: AtomicUsize,
}

#[derive(Debug)]
struct Lane {
    title: String,
    /// How long it has taken, and still takes.
    clock: String,
    /// When all is done that waits for it.
    end: Instant,
}

impl Board {
    /// An empty board. `notice`: a file that says what is on it, and goes with it.
    pub fn new(notice: Option<PathBuf>) -> Self {
        Self { notice, lanes: Mutex::default(), opened: AtomicUsize::new(0) }
    }

    /// A lane of its own.
    pub fn lane(&self) -> usize {
        self.opened.fetch_add(1, Ordering::SeqCst)
    }

    /// A lane begins something; so long takes all from here on.
    pub fn begin(&self, lane: usize, title: &str, left: Duration) {
        let end = Instant::now() + left;
        self.lanes().insert(lane, Lane { title: title.to_owned(), clock: String::new(), end });
        self.notify();
    }

    /// A lane has come to the end of something.
    pub fn end(&self, lane: usize) {
        self.lanes().remove(&lane);
        self.notify();
    }

    /// Nothing is being done any more.
    pub fn clear(&self) {
        self.lanes().clear();
        self.notify();
    }

    /// How long until all is done.
    pub fn left(&self) -> Duration {
        let now = Instant::now();
        let left = |lane: &Lane| lane.end.saturating_duration_since(now);
        let longest = self.lanes().values().map(left).max().unwrap_or_default();
        // In whole seconds, as it was promised.
        Duration::from_secs(longest.as_millis().div_ceil(1000) as u64)
    }

    /// Whether more than one lane is at work.
    pub fn is_shared(&self) -> bool {
        self.lanes().len() > 1
    }

    /// Says a line that stays.
    pub fn say(&self, line: &str) {
        self.wipe();
        eprintln!("{line}");
    }

    /// Shows how far a lane is, until the next line is said.
    pub fn show(&self, lane: usize, clock: &str, last: &str) {
        if let Some(lane) = self.lanes().get_mut(&lane) {
            clock.clone_into(&mut lane.clock);
        }
        self.notify();
        let words = if self.is_shared() { self.words() } else { format!("{clock}{}", after_dot(last)) };
        let line: String = format!("      {words}").chars().take(WIDTH).collect();
        if stderr().is_terminal() {
            eprint!("\r\x1b[2K{line}");
            let _ = stderr().flush();
        } else {
            eprintln!("{line}");
        }
    }

    /// Takes away what was shown.
    pub fn wipe(&self) {
        if stderr().is_terminal() {
            eprint!("\r\x1b[2K");
        }
    }

    /// All lanes in one line.
    fn words(&self) -> String {
        let lanes = self.lanes();
        let words = lanes.values().map(|lane| match &*lane.clock {
            "" => lane.title.clone(),
            clock => format!("{}: {clock}", lane.title),
        });
        words.collect::<Vec<_>>().join(" · ")
    }

    fn notify(&self) {
        let Some(notice) = &self.notice else { return };
        // Whoever reads only has no notice where none can be written.
        let _ = match self.words() {
            nothing if nothing.is_empty() => fs::remove_file(notice),
            words => fs::write(notice, format!("Still being made, {} left: {words}", in_words(self.left()))),
        };
    }

    fn lanes(&self) -> MutexGuard<'_, BTreeMap<usize, Lane>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn after_dot(last: &str) -> String {
    if last.is_empty() { String::new() } else { format!(" · {last}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_what_every_lane_does_until_nothing_is_done() {
        let notice = std::env::temp_dir().join(format!("strait-xtask-notice-{}", std::process::id()));
        let (board, seconds) = (Board::new(Some(notice.clone())), Duration::from_secs);
        let told = || fs::read_to_string(&notice).ok();
        board.begin(1, "Trunk", seconds(300));
        board.begin(2, "Pictures", seconds(200));
        board.show(2, "20 s, about 3:00 min left", "");
        assert_eq!(told().as_deref(), Some("Still being made, 5:00 min left: Trunk · Pictures: 20 s, about 3:00 min left"));
        assert!(board.is_shared());
        board.end(1);
        assert_eq!((board.left(), board.is_shared()), (seconds(200), false));
        board.end(2);
        assert_eq!((told(), board.left()), (None, Duration::ZERO));
    }
}
