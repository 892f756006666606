//! What the command line says.

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use strait::press::{self, Order, PressError};

/// Prints a newsroom's articles as a news site of static files.
#[derive(Parser)]
#[command(
    version,
    about,
    after_help = "Example:\n  strait build --content content --reader target/reader --out target/site\n  strait serve --site target/site"
)]
struct Command {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Prints the site
    Build {
        /// The content folder
        #[arg(long, default_value = "content")]
        content: PathBuf,
        /// The built reader, from `cargo xtask reader`
        #[arg(long, default_value = "target/reader")]
        reader: PathBuf,
        /// The folder of the site
        #[arg(long)]
        out: PathBuf,
        /// Where renditions of pictures are kept [default: the user's cache]
        #[arg(long)]
        cache: Option<PathBuf>,
        /// The time of publishing (RFC 3339) [default: now]
        #[arg(long)]
        now: Option<jiff::Timestamp>,
        /// Where the site is published, instead of the site file's `url`
        #[arg(long)]
        url: Option<String>,
        /// Where the article JSON is published, instead of the site file's `dataUrl`
        #[arg(long)]
        data_url: Option<String>,
        /// Write `.br` and `.gz` beside each text file
        #[arg(long)]
        precompress: bool,
        /// Fail when anything is wrong with the content
        #[arg(long)]
        strict: bool,
    },
    /// Serves a printed site on this machine
    Serve {
        /// The folder of the site
        #[arg(long, default_value = "target/site")]
        site: PathBuf,
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Reload pages in the browser when the site is printed anew
        #[arg(long)]
        reload: bool,
    },
}

/// Exit codes: 0 done, 1 problems in the content, 2 wrong usage, 3 the world failed.
const CONTENT_PROBLEMS: u8 = 1;
const WORLD_FAILED: u8 = 3;

/// Runs the command line.
pub fn run() -> ExitCode {
    match act(Command::parse().action) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("strait: {error}");
            ExitCode::from(if matches!(error, PressError::Site(_)) { CONTENT_PROBLEMS } else { WORLD_FAILED })
        }
    }
}

fn act(action: Action) -> Result<ExitCode, PressError> {
    match action {
        Action::Serve { site, port, reload } => serve(site, port, reload),
        Action::Build { content, reader, out, cache, now, url, data_url, precompress, strict } => {
            let cache = cache.unwrap_or_else(default_cache);
            let now = now.unwrap_or_else(jiff::Timestamp::now);
            build(&Order { content, reader, out, cache, now, url, data_url, precompress }, strict)
        }
    }
}

fn build(order: &Order, strict: bool) -> Result<ExitCode, PressError> {
    let report = press::publish(order, &|words| eprintln!("  {words}"))?;
    for problem in &report.problems {
        eprintln!("{problem}");
    }
    let files = report.files;
    eprintln!(
        "printed {} articles: {} files written, {} unchanged, {} deleted; {} problems",
        report.articles,
        files.written,
        files.kept,
        files.deleted,
        report.problems.len()
    );
    Ok(if strict && !report.problems.is_empty() { ExitCode::from(CONTENT_PROBLEMS) } else { ExitCode::SUCCESS })
}

fn serve(site: PathBuf, port: u16, reload: bool) -> Result<ExitCode, PressError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|source| PressError::Disk { path: "the network".into(), source })?;
    runtime.block_on(press::serve::serve(&site, port, reload)).map(|()| ExitCode::SUCCESS)
}

/// `$XDG_CACHE_HOME/strait/pictures`, as the XDG Base Directory specification has it.
fn default_cache() -> PathBuf {
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or(home).unwrap_or_else(|| "target".into());
    cache.join("strait").join("pictures")
}
