//! The native command: prints a newsroom and serves what was printed.

#[cfg(not(target_arch = "wasm32"))]
mod command;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}

/// Cargo builds every binary for every target; in the browser this one is nothing.
#[cfg(target_arch = "wasm32")]
fn main() {}
