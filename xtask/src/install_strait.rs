//! `cargo xtask install`: the command as it is shipped, where cargo puts commands.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{ChoreError, at};
use crate::native::Make;
use crate::places::Places;
use crate::plan::Plan;
use crate::reader::Variant;
use crate::{install, site, version};

/// Builds the command with the reader inside, and puts it into cargo's bin folder.
pub fn install(places: &Places) -> Result<(), ChoreError> {
    let bin = bin_folder()?;
    let mut plan = Plan::new(places);
    install::build_tools(&mut plan, places);
    site::code(&mut plan, places, Variant::Release, Make::Press)?;
    plan.add(format!("Putting strait into {}", bin.display()), Duration::ZERO, |_| {
        put(&Make::Press.strait(places), &bin.join("strait"))
    });
    plan.run()?;
    println!("\n  Installed: {}", bin.join("strait").display());
    let is_found = env::split_paths(&env::var_os("PATH").unwrap_or_default()).any(|folder| folder == bin);
    if !is_found {
        println!("  Your shell does not look there yet: add {} to PATH.", bin.display());
    }
    println!("  Begin a paper: strait new paper\n");
    Ok(())
}

/// `$CARGO_HOME/bin`
fn bin_folder() -> Result<PathBuf, ChoreError> {
    let given = env::var_os("CARGO_HOME").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let cargo = given.or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    let how = "Set HOME or CARGO_HOME.".into();
    cargo.map(|cargo| cargo.join("bin")).ok_or_else(|| ChoreError::Missing { what: "cargo's bin folder".into(), how })
}

/// Puts a command that runs in its place, whole or not at all.
fn put(from: &Path, to: &Path) -> Result<(), ChoreError> {
    version::ask(from)?;
    let partial = to.with_file_name(format!(".strait-{}.part", std::process::id()));
    let folder = to.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(at(folder))?;
    let put = fs::copy(from, &partial).map_err(at(&partial)).and_then(|_| fs::rename(&partial, to).map_err(at(to)));
    if put.is_err() {
        // What stands there is the old one, or nothing.
        let _ = fs::remove_file(&partial);
    }
    put
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("strait-xtask-install-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).expect("a folder").flatten();
        names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_command_takes_the_place_of_the_old_one_and_nothing_else_stays() {
        let folder = folder("whole");
        let (own, strait) = (env::current_exe().expect("this test"), folder.join("bin/strait"));
        for command in [Path::new("/bin/sh"), &own] {
            put(command, &strait).expect("put");
            assert!(fs::read(&strait).expect("there") == fs::read(command).expect("there"));
        }
        assert_eq!(names(&folder.join("bin")), ["strait"]);
        fs::remove_dir_all(&folder).expect("ours");
    }

    #[test]
    fn what_does_not_run_or_does_not_fit_leaves_the_old_one() {
        let folder = folder("broken");
        let (torn, bin) = (folder.join("torn"), folder.join("bin"));
        fs::create_dir_all(bin.join("taken/strait")).expect("a folder");
        fs::write(&torn, "torn").expect("a file");
        put(Path::new("/bin/sh"), &bin.join("strait")).expect("put");
        let old = fs::read(bin.join("strait")).expect("there");
        assert!(put(&torn, &bin.join("strait")).is_err() && put(&folder.join("none"), &bin.join("strait")).is_err());
        assert!(fs::read(bin.join("strait")).expect("there") == old);
        let words = put(Path::new("/bin/sh"), &bin.join("taken/strait")).expect_err("a folder stands there").to_string();
        assert!(words.contains("taken/strait"), "{words}");
        assert_eq!(names(&bin.join("taken")), ["strait"]);
        fs::remove_dir_all(&folder).expect("ours");
    }
}
