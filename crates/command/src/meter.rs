//! How far long work is: a bar on a terminal, else a line now and then.

use indicatif::{HumanCount, ProgressBar, ProgressStyle};
use std::io::{IsTerminal, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Between two lines about the same work, where there is no terminal.
const PAUSE: Duration = Duration::from_secs(5);
/// So many words in a row are told before the others have to wait.
const BREATH: u32 = 40;
const BREATHER: Duration = Duration::from_secs(1);

/// Shows how far long work is.
pub struct Meter {
    is_terminal: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    work: Option<Work>,
    /// How much was said since the last pause, and when.
    said: u32,
    last_said: Option<Instant>,
}

/// What is being done.
struct Work {
    what: String,
    bar: ProgressBar,
    done: u64,
    total: Option<u64>,
    last_told: Instant,
}

impl Meter {
    /// A meter on standard error.
    pub fn new() -> Meter {
        Meter { is_terminal: std::io::stderr().is_terminal(), state: Mutex::default() }
    }

    /// Work begins.
    pub fn begin(&self, what: &str, total: Option<u64>) {
        self.end();
        let bar = match self.is_terminal {
            true => ProgressBar::new(total.unwrap_or_default()).with_style(style(total.is_some())).with_message(what.to_owned()),
            false => ProgressBar::hidden(),
        };
        if self.is_terminal {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        let work = Work { what: what.to_owned(), bar, done: 0, total, last_told: Instant::now() };
        self.state().work = Some(work);
    }

    /// So many steps more are done.
    pub fn step(&self, steps: u64) {
        let mut state = self.state();
        let Some(work) = &mut state.work else { return };
        work.done += steps;
        work.bar.inc(steps);
        if !self.is_terminal && work.last_told.elapsed() >= PAUSE {
            work.last_told = Instant::now();
            line(&work.in_words());
        }
    }

    /// The work is done.
    pub fn end(&self) {
        let Some(work) = self.state().work.take() else { return };
        work.bar.finish_and_clear();
    }

    /// Says something beside the work. Without a terminal, who talks without end is not heard all the time.
    pub fn say(&self, words: &str) {
        let mut state = self.state();
        if let (true, Some(work)) = (self.is_terminal, &state.work) {
            return work.bar.println(format!("  {words}"));
        }
        let is_rested = state.last_said.is_none_or(|last| last.elapsed() >= BREATHER);
        if self.is_terminal || state.said < BREATH || is_rested {
            state.said = if is_rested { 1 } else { state.said + 1 };
            state.last_said = Some(Instant::now());
            line(words);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Work {
    fn in_words(&self) -> String {
        match self.total {
            Some(total) => format!("{} {} / {}", self.what, HumanCount(self.done), HumanCount(total)),
            None => format!("{} {}", self.what, HumanCount(self.done)),
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        self.end();
    }
}

fn style(has_total: bool) -> ProgressStyle {
    let template = match has_total {
        true => "  {msg}  {wide_bar}  {human_pos} / {human_len}  {eta}",
        false => "  {spinner} {msg}  {human_pos}",
    };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

fn line(words: &str) {
    // Fails when nobody listens any more, which is no reason to stop the work.
    let _ = writeln!(anstream::stderr(), "  {words}");
}
