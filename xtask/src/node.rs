//! Node.js and npm: whether they are there, and `npm ci`.

use std::path::Path;
use std::process::Command;

use crate::error::ChoreError;
use crate::progress::Progress;
use crate::tools::NODE_MAJOR;
use crate::version;

/// An error that says how to get Node, unless there is a good one.
pub fn check() -> Result<(), ChoreError> {
    let how = format!(
        "Install Node.js {NODE_MAJOR} or newer with npm: from https://nodejs.org/, or on Debian 13 and Ubuntu 25.04 or newer: apt-get install nodejs npm"
    );
    let found = version::ask(Path::new("node")).ok().filter(|line| version::major(line) >= Some(NODE_MAJOR));
    if found.is_none() {
        return Err(ChoreError::Missing { what: format!("Node.js {NODE_MAJOR}"), how });
    }
    match version::ask(Path::new("npm")) {
        Ok(_) => Ok(()),
        Err(_) => Err(ChoreError::Missing { what: "npm".into(), how }),
    }
}

/// Installs a folder's package-lock.json, exactly. No package's own script is run.
pub fn ci(progress: &Progress, folder: &Path) -> Result<(), ChoreError> {
    let mut command = Command::new("npm");
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
    progress.run(&mut command).map(drop)
}
