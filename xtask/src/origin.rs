//! What is built is published, so it names no folder of the machine that built it: compilers write source paths
//! into panics and assertions.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{ChoreError, at};
use crate::folders::files_under;
use crate::native::Make;
use crate::places::Places;
use crate::tally::Tally;

/// What separates flags in `CARGO_ENCODED_RUSTFLAGS`.
const BETWEEN: &str = "\u{1f}";

/// Has compilers write what they are given without this machine's folders.
pub fn hide(command: &mut Command, places: &Places) {
    let (mut rust, mut c) = (given("CARGO_ENCODED_RUSTFLAGS", BETWEEN, "RUSTFLAGS"), given("CFLAGS", " ", ""));
    // Of several that fit, the last is taken.
    for (folder, name) in folders(places).into_iter().rev() {
        rust.push(format!("--remap-path-prefix={}={name}", folder.display()));
        c.push(format!("-ffile-prefix-map={}={name}", folder.display()));
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", rust.join(BETWEEN)).env("CFLAGS", c.join(" "));
}

/// Flags that whoever runs the chore has set; `fallback` is a list with spaces.
fn given(variable: &str, between: &str, fallback: &str) -> Vec<String> {
    let split = |text: OsString, between: &str| text.to_string_lossy().split(between).map(str::to_owned).collect();
    let found = env::var_os(variable).filter(|text| !text.is_empty()).map(|text| split(text, between));
    found.or_else(|| env::var_os(fallback).map(|text| split(text, " "))).unwrap_or_default()
}

/// This machine's folders that code comes from, the innermost first, and what each is called in what is built.
fn folders(places: &Places) -> Vec<(PathBuf, &'static str)> {
    let home = env::var_os("HOME").map(PathBuf::from);
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home.as_ref()?.join(".cargo")));
    // Each index has a folder of its own there, named after a hash.
    let registry = cargo.iter().flat_map(|cargo| std::fs::read_dir(cargo.join("registry/src"))).flatten().flatten();
    let crates = registry.map(|index| (index.path(), "crates"));
    let below =
        [(Some(places.target.clone()), "target"), (Some(places.root.clone()), "strait"), (cargo.clone(), "cargo"), (home, "~")];
    let below = below.into_iter().filter_map(|(folder, name)| Some((folder?, name)));
    crates.chain(below).filter(|(folder, _)| folder.parent().is_some()).collect()
}

/// Looks for this machine's folders in all that is shipped: the printed site, and the native command, of which all
/// profiles are built alike.
pub fn test(places: &Places, site: &Path) -> Result<Tally, ChoreError> {
    let names: Vec<String> = folders(places).into_iter().map(|(folder, _)| folder.to_string_lossy().into_owned()).collect();
    let mut tally = Tally::default();
    for file in files_under(site)?.into_iter().chain([Make::Quick.strait(places)]) {
        let bytes = std::fs::read(&file).map_err(at(&file))?;
        if let Some(name) = names.iter().find(|name| holds(&bytes, name)) {
            tally.add(Tally::fail(format!("{} names {name}", file.display())));
        }
    }
    Ok(if tally.failed == 0 { Tally::pass() } else { tally })
}

/// Whether bytes hold a folder's path: `/root` is not meant by `/rooted`.
fn holds(bytes: &[u8], folder: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(&format!("{folder}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_found_in_bytes_and_not_mistaken_for_a_longer_name() {
        assert!(holds(b"\0asm at /home/ling/.cargo/registry/src/x.rs", "/home/ling"));
        assert!(!holds(b"\0asm at /home/lingling/x.rs", "/home/ling"));
    }

    #[test]
    fn the_innermost_folder_is_named_last_so_that_it_is_taken() {
        let places = Places { root: "/w/strait".into(), target: "/w/strait/target".into(), cache: "/c".into() };
        let mut command = Command::new("cargo");
        hide(&mut command, &places);
        let flags = command.get_envs().find(|(name, _)| *name == "CARGO_ENCODED_RUSTFLAGS").and_then(|(_, flags)| flags);
        let flags = flags.map(|flags| flags.to_string_lossy().into_owned()).unwrap_or_default();
        let at = |folder: &str| flags.find(&format!("--remap-path-prefix={folder}=")).expect("the folder is hidden");
        assert!(at("/w/strait") < at("/w/strait/target"));
    }
}
