//! Serves a printed site with the headers and the compression it is published with, over HTTP/1.1
//! and HTTP/2 (without TLS: that is for what stands before it; browsers speak HTTP/1.1 without TLS).

mod address;
mod answer;
mod body;
mod conditions;
mod encoding;
mod guests;
mod house;
mod printed;
mod reload;

use crate::error::PressError;
use guests::Limits;
use printed::Printed;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;

/// What to serve, and where.
pub struct Serving {
    /// The folder of the site.
    pub site: PathBuf,
    /// Where to listen; port 0 is any that is free.
    pub address: SocketAddr,
    /// Whether pages reload themselves when the site is printed anew.
    pub reloads: bool,
    /// A text that those pages show in a quiet line while there is one: what is still being made.
    pub notice: Option<PathBuf>,
}

/// How many files are read at once. What the system lets a process open is for readers.
pub const READ_AT_ONCE: usize = 16;

/// What is served.
struct Paper {
    printed: Printed,
    reloads: bool,
    notice: Option<PathBuf>,
}

/// Serves a site until the process is told to stop; `say` hears its address.
pub async fn serve(serving: &Serving, say: &dyn Fn(&str)) -> Result<(), PressError> {
    let Serving { site, address, reloads, notice } = serving;
    let paper = Arc::new(Paper { printed: Printed::open(site)?, reloads: *reloads, notice: notice.clone() });
    let base = paper.printed.base();
    let listener = TcpListener::bind(address).await.map_err(PressError::disk(format!("http://{address}/")))?;
    let address = listener.local_addr().map_err(PressError::disk(format!("http://{address}/")))?;
    say(&format!("http://{address}{base}"));
    let stop = async {
        // Fails only where the system has no signals; then the process is stopped from outside.
        let _ = tokio::signal::ctrl_c().await;
    };
    house::receive(listener, Limits::of_this_machine(), stop, move |request| answer::answer(paper.clone(), request)).await;
    Ok(())
}
