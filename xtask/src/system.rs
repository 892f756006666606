//! Browsers and other things of the system: found, installed with apt where that is allowed, or else named.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::error::ChoreError;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::tools::{BROWSERS, SystemPackage};

const VARIABLES: &str = "If a program lies elsewhere, say where: CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKITDRIVER.";
const USUAL: Duration = Duration::from_secs(120);

/// Plans what is missing of these; nothing when all is there.
pub fn packages(plan: &mut Plan<'_>, wanted: &'static [SystemPackage]) {
    let missing: Vec<_> = wanted.iter().filter(|package| find(package).is_none()).collect();
    if !missing.is_empty() {
        plan.add(format!("Installing {}", names(&missing).join(", ")), USUAL, move |progress| install(progress, &missing));
    }
}

/// Where the thing of this environment variable is, as the tests are told.
pub fn variables() -> Vec<(&'static str, PathBuf)> {
    BROWSERS.iter().filter_map(|package| Some((package.variable?, find(package)?))).collect()
}

/// The variable first, then PATH.
fn find(package: &SystemPackage) -> Option<PathBuf> {
    let chosen = package.variable.and_then(env::var_os).filter(|path| !path.is_empty()).map(PathBuf::from);
    chosen.or_else(|| package.shown_by.iter().find_map(|program| on_path(program)))
}

/// A program on PATH; an absolute path is itself.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).map(|folder| folder.join(program)).find(|candidate| candidate.is_file())
}

fn install(progress: &Progress, missing: &[&'static SystemPackage]) -> Result<(), ChoreError> {
    let names = names(missing);
    if on_path("apt-get").is_none() {
        let how = format!("This is not Debian or Ubuntu: install it by your system's own means. {VARIABLES}");
        return Err(ChoreError::Missing { what: names.join(", "), how });
    }
    let Some(become_root) = become_root() else {
        return Err(lack(&names, "There is no root here to install it"));
    };
    apt(progress, &become_root, &["update"])?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&names);
    apt(progress, &become_root, &arguments)?;
    let still: Vec<_> = missing.iter().copied().filter(|package| find(package).is_none()).collect();
    if still.is_empty() { Ok(()) } else { Err(lack(&self::names(&still), "apt-get installed it, and still it is not found")) }
}

fn lack(names: &[&str], why: &str) -> ChoreError {
    let how = format!("{why}:\n    sudo apt-get install {}\n  Then run this command again. {VARIABLES}", names.join(" "));
    ChoreError::Missing { what: names.join(", "), how }
}

/// The words before a command that only root may run; none if we may not become root without a password.
fn become_root() -> Option<Vec<&'static str>> {
    let output = Command::new("id").arg("-u").output().ok()?;
    if output.stdout.trim_ascii() == b"0" {
        return Some(Vec::new());
    }
    let sudo = Command::new("sudo").args(["-n", "true"]).output().ok()?;
    sudo.status.success().then(|| vec!["sudo", "-n"])
}

fn apt(progress: &Progress, become_root: &[&str], arguments: &[&str]) -> Result<(), ChoreError> {
    let mut words = become_root.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).chain(arguments);
    let mut command = Command::new(words.next().unwrap_or(&"env"));
    progress.run(command.args(words)).map(drop)
}

fn names(packages: &[&'static SystemPackage]) -> Vec<&'static str> {
    let ubuntu = is_ubuntu(&fs::read_to_string(Path::new("/etc/os-release")).unwrap_or_default());
    packages.iter().map(|package| if ubuntu { package.ubuntu } else { package.debian }).collect()
}

fn is_ubuntu(os_release: &str) -> bool {
    let lines = os_release.lines().filter(|line| line.starts_with("ID=") || line.starts_with("ID_LIKE="));
    lines.into_iter().any(|line| line.contains("ubuntu"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ubuntu_and_its_kin_are_told_from_debian() {
        assert!(is_ubuntu("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"));
        assert!(is_ubuntu("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_ubuntu("ID=debian\nHOME_URL=\"https://not-ubuntu.example/\"\n"));
    }

    #[test]
    fn what_is_missing_is_named_with_the_command_that_brings_it() {
        let words = lack(&["chromium", "xvfb"], "There is no root here to install it").to_string();
        assert!(words.contains("sudo apt-get install chromium xvfb"), "{words}");
    }
}
