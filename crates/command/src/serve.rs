//! `strait serve`

use crate::command::Outcome;
use crate::proofs::Proofs;
use crate::terminal::Terminal;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use strait_press::PressError;
use strait_press::serve::{READ_AT_ONCE, Serving, serve};
use strait_report::problem::Bilingual;

/// What `strait serve` is told.
#[derive(clap::Args)]
pub struct Options {
    /// The folder of the site
    #[arg(long, default_value = "target/site", conflicts_with = "content")]
    site: PathBuf,
    /// A content folder: it is printed into a folder of its own, served, and printed again whenever it changes
    #[arg(long)]
    content: Option<PathBuf>,
    /// With --content: a built reader, instead of the one inside this command
    #[arg(long, requires = "content")]
    reader: Option<PathBuf>,
    /// The port; 0 is any that is free
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to listen at; 0.0.0.0 lets other machines in
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// Reload pages in the browser when the site is printed anew
    #[arg(long)]
    reload: bool,
    /// With --reload: a text that pages show in a quiet line, while there is one
    #[arg(long, value_name = "FILE", requires = "reload", hide = true)]
    notice: Option<PathBuf>,
}

/// Serves a printed site, or a newsroom, until the process is told to stop.
pub fn run(mut options: Options, terminal: Terminal) -> Outcome {
    let terminal = Arc::new(terminal);
    if let Some(content) = options.content.take() {
        let proofs = Proofs { content, reader: options.reader.take(), terminal: terminal.clone() };
        (options.site, options.reload) = (proofs.site(), true);
        if let Err(outcome) = begin(proofs, &terminal) {
            return outcome;
        }
    }
    match serve_until_stopped(options) {
        Ok(()) => Outcome::Done,
        Err(error) => {
            terminal.fail_in_words(&error);
            if matches!(error, PressError::Site(_)) { Outcome::ContentProblems } else { Outcome::WorldFailed }
        }
    }
}

/// Prints a newsroom and begins to watch it. Where it cannot be printed now, there may be proofs of before.
fn begin(proofs: Proofs, terminal: &Terminal) -> Result<(), Outcome> {
    let (printed, site) = (proofs.print(), proofs.site());
    if printed != Outcome::Done && !site.join("index.html").is_file() {
        return Err(printed);
    }
    if let Err(error) = proofs.go_on() {
        terminal.say(&Bilingual::new(
            format!("看不到改动（{error}）：改后请重新运行"),
            format!("cannot see changes ({error}): run it again after each"),
        ));
    }
    Ok(())
}

fn serve_until_stopped(options: Options) -> Result<(), PressError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(READ_AT_ONCE).build();
    let runtime = runtime.map_err(|source| PressError::Disk { path: "the network".into(), source })?;
    let Options { site, port, host, reload, notice, .. } = options;
    let serving = Serving { site, address: SocketAddr::new(host, port), reloads: reload, notice };
    runtime.block_on(serve(&serving, &|address| eprintln!("{address}")))
}
