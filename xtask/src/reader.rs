//! The WASM reader: what Trunk compiles.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::demo_data::OUR_OWN_BUILD;
use crate::error::{ChoreError, at};
use crate::fingerprint::Fingerprint;
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::tools::{TRUNK, WASM_BINDGEN, WASM_TARGET};
use crate::{install, origin, slim, version};

/// Our crates that the reader is made of: a change in any other compiles no reader.
const CRATES: [&str; 5] = ["crates/markup", "crates/markup-macro", "crates/model", "crates/wire", "crates/wire-macro"];

/// Which reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// As it is published: small.
    Release,
    /// Explains panics and hydration mismatches.
    Debug,
}

impl Variant {
    fn suffix(self) -> &'static str {
        match self {
            Self::Release => "",
            Self::Debug => "-debug",
        }
    }

    /// What Trunk writes.
    pub fn trunk(self, places: &Places) -> PathBuf {
        places.target.join(format!("trunk{}", self.suffix()))
    }

    /// The same without what no reader needs; a reader that explains itself is left as it is.
    pub fn built(self, places: &Places) -> PathBuf {
        match self {
            Self::Release => places.target.join("slim"),
            Self::Debug => self.trunk(places),
        }
    }

    /// What the press takes.
    pub fn reader(self, places: &Places) -> PathBuf {
        places.target.join(format!("reader{}", self.suffix()))
    }

    /// The printed site.
    pub fn site(self, places: &Places) -> PathBuf {
        places.target.join(format!("site{}", self.suffix()))
    }
}

/// Plans the making of the reader; nothing is done when its code did not change.
pub fn compile<'a>(plan: &mut Plan<'a>, places: &'a Places, variant: Variant) -> Result<(), ChoreError> {
    trunk(plan, places, variant)?;
    if variant == Variant::Release {
        slim::slim(plan, places);
    }
    Ok(())
}

fn trunk<'a>(plan: &mut Plan<'a>, places: &'a Places, variant: Variant) -> Result<(), ChoreError> {
    let fingerprint = sources(places, &CRATES, &format!("trunk{}", variant.suffix()))?;
    let title = format!("The WASM reader{}", variant.suffix());
    if fingerprint.is_fresh() && variant.trunk(places).is_dir() {
        plan.add(format!("{title} is up to date"), Duration::ZERO, |_| Ok(()));
        return Ok(());
    }
    let compiled = if variant == Variant::Release { "release" } else { "debug" };
    let is_first = !places.target.join(WASM_TARGET).join(compiled).is_dir();
    let (title, usual) = if is_first { (format!("{title}, from nothing"), 300) } else { (title, 80) };
    plan.add(title, Duration::from_secs(usual), move |progress| {
        fingerprint.forget()?;
        trunk_build(progress, places, variant)?;
        fingerprint.keep()
    });
    Ok(())
}

fn trunk_build(progress: &Progress, places: &Places, variant: Variant) -> Result<(), ChoreError> {
    let dist = variant.trunk(places);
    fs::create_dir_all(&dist).map_err(at(&dist))?;
    let mut command = Command::new(install::program(places, &TRUNK));
    command.args(["build", "--skip-version-check", "--dist"]).arg(&dist).current_dir(&places.root);
    if variant == Variant::Release {
        command.arg("--release");
    }
    // The hook in Trunk.toml is for those who run Trunk themselves.
    command.env(OUR_OWN_BUILD, "1").env("RUST_BACKTRACE", "0").env("PATH", install::path(places));
    origin::hide(&mut command, places);
    progress.run(&mut command).map(drop)
}

/// All that code is made of: the app, and these crates of ours.
pub fn sources(places: &Places, crates: &[&str], step: &str) -> Result<Fingerprint, ChoreError> {
    let inputs = ["src", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", ".cargo"];
    let inputs: Vec<_> = inputs.iter().chain(crates).map(|name| places.root.join(name)).collect();
    let rustc = version::ask(Path::new("rustc"))?;
    let versions = [TRUNK.version, WASM_BINDGEN.version, &rustc];
    Fingerprint::of(places.notes().join(format!("{step}.fingerprint")), &inputs, &versions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Those that a package names for the browser, and those that they name.
    fn add_crates(package: &Path, found: &mut BTreeSet<String>) {
        let manifest: toml::Table = fs::read_to_string(package.join("Cargo.toml")).expect("a manifest").parse().expect("TOML");
        let Some(uses) = manifest.get("dependencies").and_then(toml::Value::as_table) else { return };
        for name in uses.keys().filter_map(|name| name.strip_prefix("strait-")) {
            if found.insert(format!("crates/{name}")) {
                add_crates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates").join(name), found);
            }
        }
    }

    #[test]
    fn the_crates_of_the_reader_are_those_that_the_app_uses() {
        let mut found = BTreeSet::new();
        add_crates(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), &mut found);
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), CRATES);
    }
}
