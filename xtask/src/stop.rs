//! Ctrl-C: heard once, here, and asked for everywhere a chore waits.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::ChoreError;

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Starts to listen for Ctrl-C, and for a polite `kill`.
pub fn listen() {
    let heard = ctrlc::set_handler(|| STOPPED.store(true, Ordering::SeqCst));
    if let Err(error) = heard {
        eprintln!("Ctrl-C will not be heard: {error}");
    }
}

/// Whether somebody wants us to end.
pub fn wanted() -> bool {
    STOPPED.load(Ordering::SeqCst)
}

/// An error as soon as somebody wants us to end.
pub fn check() -> Result<(), ChoreError> {
    if wanted() { Err(ChoreError::Stopped) } else { Ok(()) }
}
