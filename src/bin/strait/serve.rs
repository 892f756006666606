//! `strait serve`

use crate::command::Outcome;
use crate::terminal::Terminal;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use strait::press::PressError;
use strait::press::serve::{READ_AT_ONCE, Serving, serve};

/// What `strait serve` is told.
#[derive(clap::Args)]
pub struct Options {
    /// The folder of the site
    #[arg(long, default_value = "target/site")]
    site: PathBuf,
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

/// Serves a printed site until the process is told to stop.
pub fn run(options: Options, terminal: &Terminal) -> Outcome {
    match serve_until_stopped(options) {
        Ok(()) => Outcome::Done,
        Err(error) => {
            terminal.fail_in_words(&error);
            if matches!(error, PressError::Site(_)) { Outcome::ContentProblems } else { Outcome::WorldFailed }
        }
    }
}

fn serve_until_stopped(options: Options) -> Result<(), PressError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(READ_AT_ONCE).build();
    let runtime = runtime.map_err(|source| PressError::Disk { path: "the network".into(), source })?;
    let Options { site, port, host, reload, notice } = options;
    let serving = Serving { site, address: SocketAddr::new(host, port), reloads: reload, notice };
    runtime.block_on(serve(&serving, &|address| eprintln!("{address}")))
}
