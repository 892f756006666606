//! How the command speaks: words for a person, one JSON object for a machine.
//!
//! What happens goes to standard error, results to standard output.

use crate::listing::{Totals, listing};
use crate::meter::Meter;
use clap::ValueEnum;
use serde::Serialize;
use std::io::{IsTerminal, Write};
use strait_report::problem::{Bilingual, Problem, Told, Tongue};
use strait_report::progress::Progress;

/// How results are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// In words.
    Text,
    /// As one JSON object on standard output.
    Json,
}

/// Where the command speaks.
pub struct Terminal {
    format: Format,
    tongue: Tongue,
    meter: Meter,
}

/// What can be said in a tongue: a sentence in both languages, or one that is the same in all.
pub trait Phrase {
    /// The words.
    fn in_tongue(&self, tongue: Tongue) -> &str;
}

impl Phrase for str {
    fn in_tongue(&self, _: Tongue) -> &str {
        self
    }
}

impl Phrase for String {
    fn in_tongue(&self, _: Tongue) -> &str {
        self
    }
}

impl Phrase for Bilingual {
    fn in_tongue(&self, tongue: Tongue) -> &str {
        Bilingual::in_tongue(self, tongue)
    }
}

impl Terminal {
    /// A terminal that tells results in this way.
    pub fn new(format: Format, tongue: Tongue) -> Terminal {
        Terminal { format, tongue, meter: Meter::new() }
    }

    /// Says what is going on.
    pub fn say(&self, words: &(impl Phrase + ?Sized)) {
        if self.format == Format::Text {
            self.meter.say(words.in_tongue(self.tongue));
        }
    }

    /// Asks a question whose answer is yes or no. Where nobody sits at a terminal the answer is no.
    pub fn asks(&self, question: &Bilingual) -> bool {
        if self.format != Format::Text || !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
            return false;
        }
        self.meter.end();
        // Fails when nobody listens any more; then nobody answers either.
        let _ = write!(anstream::stderr(), "{}", question.in_tongue(self.tongue));
        let mut answer = String::new();
        let is_read = std::io::stdin().read_line(&mut answer).is_ok();
        is_read && ["y", "yes", "是"].contains(&answer.trim().to_lowercase().as_str())
    }

    /// Says why the command could not go on, in the chosen tongue.
    pub fn fail_in_words(&self, error: &impl Told) {
        self.give_up(&error.words());
    }

    /// Tells the result: problems, the worst first, and what was done, as `summary` or in `words`.
    pub fn conclude(&self, problems: &[Problem], summary: &impl Serialize, words: &(impl Phrase + ?Sized)) {
        self.conclude_counted(problems, &Totals::of(problems), summary, words);
    }

    /// The same where there are more problems of a kind than were kept.
    pub fn conclude_counted(
        &self,
        problems: &[Problem],
        totals: &Totals,
        summary: &impl Serialize,
        words: &(impl Phrase + ?Sized),
    ) {
        self.meter.end();
        match self.format {
            Format::Text => tell(&format!("{}{}", listing(problems, totals, self.tongue), words.in_tongue(self.tongue))),
            Format::Json => {
                let mut problems: Vec<&Problem> = problems.iter().collect();
                problems.sort_by_key(|problem| problem.severity);
                answer(&serde_json::json!({ "problems": problems, "summary": summary }));
            }
        }
    }

    fn give_up(&self, words: &Bilingual) {
        self.meter.end();
        let words = words.in_tongue(self.tongue);
        match self.format {
            Format::Text => tell(&format!("strait: {words}")),
            Format::Json => answer(&serde_json::json!({ "error": words })),
        }
    }
}

impl Progress for Terminal {
    fn begin(&self, what: &Bilingual, total: Option<u64>) {
        if self.format == Format::Text {
            self.meter.begin(what.in_tongue(self.tongue), total);
        }
    }

    fn step(&self, steps: u64) {
        self.meter.step(steps);
    }

    fn end(&self) {
        self.meter.end();
    }
}

/// Colours are left out where standard error is no terminal, and under NO_COLOR.
fn tell(words: &str) {
    // Fails when nobody listens any more, which is no reason to stop the work.
    let _ = writeln!(anstream::stderr(), "{words}");
}

fn answer(json: &serde_json::Value) {
    // As above: `strait … | head` closes its end early.
    let _ = writeln!(std::io::stdout(), "{json}");
}
