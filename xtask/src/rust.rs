//! What rustup adds to Rust: the WASM target, rustfmt, clippy.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{ChoreError, at};
use crate::progress::Progress;
use crate::tools::WASM_TARGET;
use crate::version;

/// Whether Rust can compile for the browser already.
pub fn has_wasm_target() -> bool {
    sysroot().is_ok_and(|sysroot| sysroot.join("lib/rustlib").join(WASM_TARGET).is_dir())
}

/// Adds the WASM target, if it is missing.
pub fn wasm_target(progress: &Progress) -> Result<(), ChoreError> {
    if has_wasm_target() { Ok(()) } else { rustup(progress, &["target", "add", WASM_TARGET]) }
}

/// Adds rustfmt and clippy, if they are missing.
pub fn checkers(progress: &Progress) -> Result<(), ChoreError> {
    let is_there = |program: &&str| version::ask(Path::new(program)).is_ok_and(|line| !line.is_empty());
    if ["cargo-fmt", "cargo-clippy"].iter().all(is_there) {
        return Ok(());
    }
    rustup(progress, &["component", "add", "rustfmt", "clippy"])
}

fn sysroot() -> Result<PathBuf, ChoreError> {
    let output = Command::new("rustc").args(["--print", "sysroot"]).output().map_err(at("rustc"))?;
    Ok(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()))
}

fn rustup(progress: &Progress, arguments: &[&str]) -> Result<(), ChoreError> {
    if version::ask(Path::new("rustup")).is_err() {
        return Err(ChoreError::Missing {
            what: format!("rustup, to run `rustup {}`", arguments.join(" ")),
            how: "Install Rust with rustup, from https://rustup.rs/, and run this command again.".into(),
        });
    }
    progress.run(Command::new("rustup").args(arguments)).map(drop)
}
