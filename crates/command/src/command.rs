//! What the command line understands, and how it ends.

use crate::terminal::{Format, Terminal};
use crate::{build, check, help, import, new, publish, serve};
use clap::{Parser, Subcommand, ValueEnum};
use std::process::ExitCode;

use strait_report::problem::Tongue;

/// Prints a newsroom's articles as a news site of static files.
#[derive(Parser)]
#[command(version, about, after_help = help::STORY)]
struct Command {
    #[command(subcommand)]
    action: Action,
    /// How results are told: in words, or as JSON for machines
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of problems and results [default: the system's, else English]
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
}

#[derive(Subcommand)]
enum Action {
    /// Makes a small newsroom to begin with
    #[command(after_long_help = help::NEW)]
    New(new::Options),
    /// Says what is wrong with a newsroom
    #[command(after_long_help = help::CHECK)]
    Check(check::Options),
    /// Prints the site
    #[command(after_long_help = help::BUILD)]
    Build(build::Options),
    /// Publishes a printed site to a folder or a store
    Publish(publish::Options),
    /// Imports articles from ninjs, Superdesk, WordPress, RSS or Atom
    Import(import::Options),
    /// Serves a printed site on this machine, or a newsroom's proofs
    #[command(after_long_help = help::SERVE)]
    Serve(serve::Options),
    /// Opens one picture for another strait
    #[command(name = strait_darkroom::WORD, hide = true)]
    Darkroom { task: String },
}

#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    Zh,
    En,
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Done,
    /// There are problems in the content.
    ContentProblems,
    /// What was asked for makes no sense; clap says so too, with the same code.
    WrongUsage,
    /// A disk, a network, a missing part.
    WorldFailed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::ContentProblems => 1,
            Outcome::WrongUsage => 2,
            Outcome::WorldFailed => 3,
        })
    }
}

/// Runs the command line.
pub fn run() -> ExitCode {
    let Command { action, format, lang } = Command::parse();
    let tongue = match lang {
        Some(Lang::Zh) => Tongue::Chinese,
        Some(Lang::En) => Tongue::English,
        None => system_tongue(),
    };
    let terminal = Terminal::new(format, tongue);
    let outcome = match action {
        Action::New(options) => new::run(options, &terminal),
        Action::Check(options) => check::run(options, &terminal),
        Action::Build(options) => build::run(options, &terminal),
        Action::Publish(options) => publish::run(options, &terminal),
        Action::Import(options) => import::run(options, &terminal),
        Action::Serve(options) => serve::run(options, terminal),
        Action::Darkroom { task } => return strait_darkroom::work(&task),
    };
    outcome.into()
}

/// What the POSIX locale variables ask for.
fn system_tongue() -> Tongue {
    let locale =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match locale.is_some_and(|locale| locale.starts_with("zh")) {
        true => Tongue::Chinese,
        false => Tongue::English,
    }
}
