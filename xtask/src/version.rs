//! Asks a program for its version, and refuses any but the pinned one.

use std::path::Path;
use std::process::Command;

use crate::error::{ChoreError, at};
use crate::tools::Tool;

/// Runs `--version` and compares.
pub fn check(tool: &Tool, program: &Path) -> Result<(), ChoreError> {
    let found = ask(program)?;
    if says(&found, tool.version) {
        return Ok(());
    }
    let wanted = format!("{} {}", tool.name, tool.version);
    Err(ChoreError::WrongVersion { program: program.to_path_buf(), found, wanted })
}

/// The first line of what `--version` prints.
pub fn ask(program: &Path) -> Result<String, ChoreError> {
    let output = Command::new(program).arg("--version").output().map_err(at(program))?;
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.lines().next().unwrap_or_default().to_string())
}

/// Whether one word of the line is exactly this version.
fn says(line: &str, version: &str) -> bool {
    line.split_whitespace().any(|word| word == version)
}

/// The first number of a version such as "v20.20.2".
pub fn major(line: &str) -> Option<u32> {
    line.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_version_counts() {
        assert!(says("wasm-opt version 132 (version_132)", "132"));
        assert!(!says("wasm-opt version 108 (version_108)", "132"));
        assert!(!says("trunk 0.21.140", "0.21.14"));
        assert!(!says("", "132"));
    }

    #[test]
    fn the_major_number_of_node() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
