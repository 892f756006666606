//! The command line of the chores.

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Developer chores of Strait.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct Cli {
    /// The chore.
    #[command(subcommand)]
    pub chore: Chore,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Chore {
    /// Build the demo site, serve it, and rebuild it on each change
    Serve(Serve),
    /// Install test tools and browsers, then check and test everything
    Test(Test),
    /// Build the finished demo site in target/site
    Build(Build),
    /// Put `strait` into cargo's bin folder, with the reader inside
    Install,
    /// Build only what runs in the browser, in target/reader
    Reader(Build),
    /// Weigh what a reader downloads, against xtask/budgets.toml
    Size(Size),
    /// Measure page times next to a hand-written static page; or the press next to Hugo
    Bench(Bench),
    /// Make the README's pictures of the demo site
    Screenshots(Script),
    /// Put the demo newsroom's data where Trunk serves it (called by the hook in Trunk.toml)
    DemoData,
}

/// How to serve.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where to listen, on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Build once and do not watch for changes
    #[arg(long)]
    pub once: bool,
    /// End by itself after so many seconds of serving
    #[arg(long = "for", value_name = "SECONDS")]
    pub seconds: Option<u64>,
}

/// What to build.
#[derive(Debug, Args)]
pub struct Build {
    /// A reader that explains its panics, in target/reader-debug and target/site-debug
    #[arg(long)]
    pub debug: bool,
}

/// What to weigh.
#[derive(Debug, Args)]
pub struct Size {
    /// Instead: what the WASM is made of, by the names of its functions
    #[arg(long)]
    pub groups: bool,
}

/// What to test.
#[derive(Debug, Args)]
pub struct Test {
    /// Only these; may be given several times
    #[arg(long, value_enum)]
    pub only: Vec<Kind>,
}

/// A kind of test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Formatting
    Fmt,
    /// Lints: native, WASM, and the types of the scripts
    Clippy,
    /// Tests without a browser
    Native,
    /// Bytes against the budgets
    Size,
    /// Tests in real browsers
    Browser,
}

/// What to measure.
#[derive(Debug, Args)]
pub struct Bench {
    /// Only the press or only the pages
    #[arg(long, value_enum)]
    pub only: Option<Subject>,
    /// How many articles the press and Hugo print
    #[arg(long, default_value_t = 10_000)]
    pub articles: u64,
    /// How often they do, in turns; the middle one counts
    #[arg(long, default_value_t = 6)]
    pub rounds: usize,
    /// How many threads they may use
    #[arg(long, default_value_t = 2)]
    pub jobs: usize,
    /// The largest archive
    #[arg(long, default_value_t = 100_000)]
    pub up_to: u64,
    /// For the pages
    #[command(flatten)]
    pub script: Script,
}

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Subject {
    /// `strait build`, next to Hugo, and as the archive grows
    Press,
    /// Page times, next to the same article as a static page
    Pages,
}

/// Arguments for a Node script.
#[derive(Debug, Args)]
pub struct Script {
    /// Handed on to the script
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub arguments: Vec<String>,
}
