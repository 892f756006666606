//! `strait serve`

use crate::command::Outcome;
use crate::terminal::Terminal;
use std::path::PathBuf;
use strait::press::{self, PressError};

/// What `strait serve` is told.
#[derive(clap::Args)]
pub struct Options {
    /// The folder of the site
    #[arg(long, default_value = "target/site")]
    site: PathBuf,
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Reload pages in the browser when the site is printed anew
    #[arg(long)]
    reload: bool,
}

/// Serves a printed site until the process is told to stop.
pub fn run(options: Options, terminal: &Terminal) -> Outcome {
    match serve(&options) {
        Ok(()) => Outcome::Done,
        Err(error) => {
            terminal.fail(&error);
            Outcome::WorldFailed
        }
    }
}

fn serve(options: &Options) -> Result<(), PressError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|source| PressError::Disk { path: "the network".into(), source })?;
    runtime.block_on(press::serve::serve(&options.site, options.port, options.reload))
}
