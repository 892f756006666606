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
use crate::scratch::Scratch;
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

/// How many groups of files run at once.
const AT_ONCE: usize = 2;
/// Files that look at long tasks, or at what loads while a page is left: whatever runs beside them is seen.
const ALONE: [&str; 3] = ["fifty_embeds_weigh_little", "nothing_breaks_the_policy", "strait_serve_breaks_no_policy"];
/// Files that change what all tests of their process are served by.
const APART: [&str; 2] = ["strait_serve_breaks_no_policy", "strait_serve_fits_our_news_into_pages"];

/// Files of tests that share a process, and so their browsers.
struct Group {
    name: String,
    files: Vec<PathBuf>,
}

/// Runs all `*.test.mjs`, and counts.
pub fn test(progress: &Progress, places: &Places) -> Result<Tally, ChoreError> {
    let files = files_under(&folder(places))?.into_iter().filter(|path| is_test(path));
    let (alone, beside): (Vec<_>, Vec<_>) = files.partition(|path| ALONE.contains(&name(path)));
    let (apart, alone): (Vec<_>, Vec<_>) = alone.into_iter().partition(|path| APART.contains(&name(path)));
    let alone = apart.into_iter().map(|file| vec![file]).chain([alone]);
    let lanes = Lanes { places, title: "Browser tests", at_once: AT_ONCE, usual: Duration::from_secs(1200) };
    let scratch = Scratch::new();
    let run = |progress: &Progress, group: &Group, before: Option<&Tally>| group.run(progress, places, &scratch, before);
    lanes.decide(progress, named("beside", groups(beside)), named("alone", alone.collect()), run)
}

/// Parts files into groups, the largest first: browsers are started seldom, and all lanes end at about the same time.
fn groups(files: Vec<PathBuf>) -> Vec<Vec<PathBuf>> {
    let (apart, mut files): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| APART.contains(&name(path)));
    let mut groups: Vec<Vec<PathBuf>> = apart.into_iter().map(|file| vec![file]).collect();
    while !files.is_empty() {
        let count = files.len().div_ceil(2 * AT_ONCE);
        groups.push(files.drain(..count).collect());
    }
    groups
}

fn named(name: &str, groups: Vec<Vec<PathBuf>>) -> Vec<Group> {
    (1..).zip(groups).map(|(number, files)| Group { name: format!("{name}-{number}"), files }).collect()
}

fn is_test(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".test.mjs") && !path.iter().any(|part| part == "node_modules")
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(OsStr::to_str).unwrap_or_default().trim_end_matches(".test.mjs")
}

impl Group {
    /// Runs all of its files; if some have failed before, these only.
    fn run(&self, progress: &Progress, places: &Places, scratch: &Scratch, before: Option<&Tally>) -> Result<Tally, ChoreError> {
        let notes = places.notes().join("browser");
        fs::create_dir_all(&notes).map_err(at(&notes))?;
        let tap = notes.join(&self.name).with_extension("tap");
        let Some(before) = before else { return run_files(progress, places, scratch, &tap, &self.files) };
        let failed = tally::failed_groups(&fs::read_to_string(&tap).map_err(at(&tap))?);
        let is_again = |file: &&PathBuf| failed.is_empty() || failed.iter().any(|failed| failed == name(file));
        let files: Vec<PathBuf> = self.files.iter().filter(is_again).cloned().collect();
        let again = notes.join(format!("{}-again.tap", self.name));
        Ok(run_files(progress, places, scratch, &again, &files)?.decides_all(before))
    }
}

fn run_files(
    progress: &Progress,
    places: &Places,
    scratch: &Scratch,
    tap: &Path,
    files: &[PathBuf],
) -> Result<Tally, ChoreError> {
    fs::write(tap, "").map_err(at(tap))?;
    let mut command = Command::new("node");
    command.args(["--test-reporter=spec", "--test-reporter-destination=stdout"]);
    command.arg("--test-reporter=tap").arg(format!("--test-reporter-destination={}", tap.display()));
    command.arg(folder(places).join("support/lane.mjs")).args(files).envs(environment(places)).current_dir(&places.root);
    command.envs(scratch.variable());
    let finished = progress.run_to_end_told_in(&mut command, &tap.with_extension("log"))?;
    if !finished.is_good() {
        progress.say(&finished.failure().to_string());
    }
    let tap = fs::read_to_string(tap).map_err(at(tap))?;
    Ok(tally::of_node(&tap, finished.is_good()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_hold_each_file_once_and_the_last_ones_are_small() {
        let mut files: Vec<PathBuf> = (0..40).map(|number| format!("{number:02}.test.mjs").into()).collect();
        files.extend(APART.map(|name| format!("{name}.test.mjs").into()));
        let groups = groups(files.clone());
        let sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
        assert_eq!((&sizes[..5], sizes.last()), (&[1, 1, 10, 8, 6][..], Some(&1)), "{sizes:?}");
        let mut all = groups.concat();
        all.sort();
        files.sort();
        assert_eq!(all, files);
    }
}
