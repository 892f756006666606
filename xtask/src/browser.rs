//! The tests in real browsers, and what they are told about this machine.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::error::{ChoreError, at};
use crate::fingerprint::Fingerprint;
use crate::folders::files_under;
use crate::native::Make;
use crate::places::Places;
use crate::progress::Progress;
use crate::reader::Variant;
use crate::tally::{self, Tally};
use crate::tools::GECKODRIVER;
use crate::{install, node, system};

/// Where the browser tests live.
pub fn folder(places: &Places) -> PathBuf {
    places.root.join("tests/browser")
}

/// What the scripts find in their environment.
pub fn environment(places: &Places) -> Vec<(&'static str, PathBuf)> {
    let mut variables = system::variables();
    variables.push(("GECKODRIVER", install::program(places, &GECKODRIVER)));
    variables.push(("STRAIT", Make::Quick.strait(places)));
    variables.push(("STRAIT_SITE", Variant::Release.site(places)));
    variables
}

/// Installs the scripts' own npm packages, unless they are there.
pub fn npm(progress: &Progress, places: &Places) -> Result<(), ChoreError> {
    let folder = folder(places);
    let lock = folder.join("package-lock.json");
    let fingerprint = Fingerprint::of(places.notes().join("browser-npm.fingerprint"), &[lock], &[])?;
    if fingerprint.is_fresh() && folder.join("node_modules").is_dir() {
        return Ok(());
    }
    node::check()?;
    fingerprint.forget()?;
    node::ci(progress, &folder)?;
    fingerprint.keep()
}

/// How many files of tests run at once. With two, on two cores, three tests of 760 failed that look at long tasks and at
/// modules that load while a page is left.
const AT_ONCE: usize = 1;

/// Runs all `*.test.mjs`, and counts.
pub fn test(progress: &Progress, places: &Places) -> Result<Tally, ChoreError> {
    let tap = places.notes().join("browser.tap");
    fs::create_dir_all(places.notes()).map_err(at(places.notes()))?;
    fs::write(&tap, "").map_err(at(&tap))?;
    let files = files_under(&folder(places))?;
    let tests = files
        .iter()
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs") && !path.iter().any(|part| part == "node_modules"));
    let mut command = Command::new("node");
    command.arg("--test").arg(format!("--test-concurrency={AT_ONCE}"));
    command.args(["--test-reporter=spec", "--test-reporter-destination=stdout"]);
    command.arg("--test-reporter=tap").arg(format!("--test-reporter-destination={}", tap.display()));
    command.args(tests).envs(environment(places)).current_dir(&places.root);
    let finished = progress.run_to_end(&mut command)?;
    if !finished.is_good() {
        eprintln!("      {}", finished.failure());
    }
    let tap = fs::read_to_string(&tap).map_err(at(&tap))?;
    Ok(tally::of_node(&tap, finished.is_good()))
}
