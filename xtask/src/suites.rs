//! The native tests: each program of `tests/` is a suite, and what stands in `src` is another.

use std::process::Command;
use std::time::Duration;

use crate::error::ChoreError;
use crate::lanes::Lanes;
use crate::places::Places;
use crate::progress::Progress;
use crate::scratch::Scratch;
use crate::tally::{self, Tally};

/// What takes longest begins first: else one core waits for it at the end.
const FIRST: [&str; 4] = ["publish", "press", "import", "bites"];

/// Tests that cargo runs with one command.
struct Suite {
    name: String,
    /// What cargo is told beside `test --workspace`.
    which: Vec<String>,
}

/// Runs all of them, and counts. Some wait for disks and clocks more than they compute, so that two at a time keep two
/// cores busy.
pub fn test(progress: &Progress, places: &Places) -> Result<Tally, ChoreError> {
    let mut suites =
        suites(&progress.run(Command::new("cargo").args(["test", "--workspace", "--no-run"]).current_dir(&places.root))?);
    suites.sort_by_key(|suite| FIRST.iter().position(|first| suite.name == *first).unwrap_or(FIRST.len()));
    let scratch = Scratch::new();
    let lanes = Lanes { places, title: "Native tests", at_once: 2, usual: Duration::from_secs(840) };
    let tally =
        lanes.decide(progress, suites, Vec::new(), |progress, suite, before| suite.run(progress, places, &scratch, before))?;
    Ok(tally.with_tests("cargo test"))
}

/// The suites among what `cargo test --no-run` said that it has compiled.
fn suites(lines: &[String]) -> Vec<Suite> {
    // Cargo names them from their package's folder, or from the root of the disk.
    let source = |line: &String| {
        let program = line.trim().strip_prefix("Executable ")?.split(" (").next()?;
        Some(program.rsplit_once("tests/").filter(|(_, name)| !name.is_empty())?.1.to_owned())
    };
    let programs = lines.iter().filter_map(source).map(|source| {
        let name = source.trim_end_matches("/main.rs").trim_end_matches(".rs").to_owned();
        Suite { which: vec!["--test".into(), name.clone()], name }
    });
    let others = [("src", vec!["--lib", "--bins"]), ("docstrings", vec!["--doc"])];
    let others = others.map(|(name, which)| Suite { name: name.into(), which: which.into_iter().map(String::from).collect() });
    // One command runs the programs of all packages that have the name.
    let mut suites: Vec<Suite> = programs.chain(others).collect();
    suites.sort_by(|one, other| one.name.cmp(&other.name));
    suites.dedup_by(|one, other| one.name == other.name);
    suites
}

impl Suite {
    /// Runs all of its tests; if some have failed before, these only.
    fn run(&self, progress: &Progress, places: &Places, scratch: &Scratch, before: Option<&Tally>) -> Result<Tally, ChoreError> {
        let mut command = Command::new("cargo");
        command.args(["test", "--workspace", "--no-fail-fast"]).args(&self.which).current_dir(&places.root);
        command.envs(scratch.variable());
        // A program that broke off has not named all that failed.
        let named = before.filter(|before| before.failures.len() == before.failed);
        if let Some(before) = named {
            command.args(["--", "--exact", "--test-threads=1"]).args(&before.failures);
        }
        let again = if before.is_some() { "-again" } else { "" };
        let log = places.notes().join("native").join(format!("{}{again}.log", self.name));
        let finished = progress.run_to_end_told_in(&mut command, &log)?;
        if !finished.is_good() {
            progress.say(&finished.failure().to_string());
        }
        let mut tally = tally::of_cargo(&finished.lines, finished.is_good());
        if let Some(before) = named {
            tally = tally.decides(before);
        }
        Ok(tally)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_of_the_tests_is_a_suite_and_the_rest_are_two() {
        let said = "    Finished `test` profile [unoptimized + debuginfo] target(s) in 0.23s
  Executable unittests src/lib.rs (target/debug/deps/strait-2f5c9e23a5c38bb4)
  Executable ../../tests/publish/main.rs (target/debug/deps/publish-cb1454a31291aa42)
  Executable tests/tidy.rs (target/debug/deps/tidy-c6cdae3c41b7663b)
  Executable tests/tidy.rs (target/debug/deps/tidy-of-another-package)";
        let suites = suites(&said.lines().map(String::from).collect::<Vec<_>>());
        let told: Vec<_> = suites.iter().map(|suite| format!("{}: {}", suite.name, suite.which.join(" "))).collect();
        assert_eq!(told, ["docstrings: --doc", "publish: --test publish", "src: --lib --bins", "tidy: --test tidy"]);
    }
}
