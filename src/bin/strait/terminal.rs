//! How the command speaks: words for a person, one JSON object for a machine.
//!
//! What happens goes to standard error, results to standard output.

use clap::ValueEnum;
use serde::Serialize;
use strait::problem::{Problem, Tongue};

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
}

impl Terminal {
    /// A terminal that tells results in this way.
    pub fn new(format: Format, tongue: Tongue) -> Terminal {
        Terminal { format, tongue }
    }

    /// Says what is going on.
    pub fn say(&self, words: &str) {
        if self.format == Format::Text {
            eprintln!("  {words}");
        }
    }

    /// Says why the command could not go on.
    pub fn fail(&self, error: &impl std::error::Error) {
        match self.format {
            Format::Text => eprintln!("strait: {error}"),
            Format::Json => println!("{}", serde_json::json!({ "error": error.to_string() })),
        }
    }

    /// Tells the result: problems, the worst first, and what was done, as `summary` or in `words`.
    pub fn conclude(&self, problems: &[Problem], summary: &impl Serialize, words: &str) {
        let mut problems: Vec<&Problem> = problems.iter().collect();
        problems.sort_by_key(|problem| problem.severity);
        match self.format {
            Format::Text => {
                problems.iter().for_each(|problem| eprintln!("{}", problem.in_tongue(self.tongue)));
                eprintln!("{words}");
            }
            Format::Json => println!("{}", serde_json::json!({ "problems": problems, "summary": summary })),
        }
    }
}
