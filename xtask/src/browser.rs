//! The tests in real browsers, and what they are told about this machine.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::error::{ChoreError, at};
use crate::fingerprint::Fingerprint;
use crate::folders::files_under;
use crate::lanes::Lanes;
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

/// How many files of tests run at once.
const AT_ONCE: usize = 2;
/// Files that look at long tasks, or at what loads while a page is left: whatever runs beside them is seen.
const ALONE: [&str; 3] = ["fifty_embeds_weigh_little", "nothing_breaks_the_policy", "strait_serve_breaks_no_policy"];

/// Runs all `*.test.mjs`, and counts.
pub fn test(progress: &Progress, places: &Places) -> Result<Tally, ChoreError> {
    let files = files_under(&folder(places))?.into_iter().filter(|path| is_test(path));
    let (alone, beside): (Vec<_>, Vec<_>) = files.partition(|path| ALONE.contains(&name(path)));
    let lanes = Lanes { places, title: "Browser tests", at_once: AT_ONCE, usual: Duration::from_secs(1200) };
    lanes.decide(progress, beside, alone, |progress, file, _| run_file(progress, places, file))
}

fn is_test(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".test.mjs") && !path.iter().any(|part| part == "node_modules")
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(OsStr::to_str).unwrap_or_default().trim_end_matches(".test.mjs")
}

fn run_file(progress: &Progress, places: &Places, file: &Path) -> Result<Tally, ChoreError> {
    let notes = places.notes().join("browser");
    fs::create_dir_all(&notes).map_err(at(&notes))?;
    let tap = notes.join(name(file)).with_extension("tap");
    fs::write(&tap, "").map_err(at(&tap))?;
    let mut command = Command::new("node");
    command.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"]);
    command.arg("--test-reporter=tap").arg(format!("--test-reporter-destination={}", tap.display()));
    command.arg(file).envs(environment(places)).current_dir(&places.root);
    let finished = progress.run_to_end_told_in(&mut command, &tap.with_extension("log"))?;
    if !finished.is_good() {
        progress.say(&finished.failure().to_string());
    }
    let tap = fs::read_to_string(&tap).map_err(at(&tap))?;
    Ok(tally::of_node(&tap, finished.is_good()))
}
