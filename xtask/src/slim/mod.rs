//! Takes out of Trunk's build what no reader needs: exports that nobody calls, what panics would say, paths of sources,
//! long names; and has wasm-opt do its best.

mod cut;
mod module;
mod names;

pub use module::Module;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::error::{ChoreError, at};
use crate::fingerprint::Fingerprint;
use crate::folders::{copy, empty, files_under};
use crate::install;
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::reader::Variant;
use crate::tools::{ESBUILD, WASM_OPT};

/// What wasm-opt does. Never `--traps-never-happen`: it would take away checks of bounds. The first kilobyte of memory
/// is the end of the stack.
const PASSES: [&str; 5] = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz"];
/// What it does last, and what others need no more.
const LAST_PASSES: [&str; 3] = ["--minify-imports-and-exports-and-modules", "--strip-producers", "--strip-target-features"];
/// All that is called from outside the glue; nothing there disposes of what is the glue's.
const ENTRY: &str = "export { default } from \"./glue.js\";\n";
const SHAKE: [&str; 4] = ["--bundle", "--format=esm", "--define:Symbol.dispose=undefined", "--log-level=warning"];
/// What changes the outcome beside what comes in.
const WAYS: [&str; 6] = [
    include_str!("mod.rs"),
    include_str!("cut.rs"),
    include_str!("module.rs"),
    include_str!("names.rs"),
    ESBUILD.version,
    WASM_OPT.version,
];

/// Plans the work between Trunk and the packing.
pub fn slim<'a>(plan: &mut Plan<'a>, places: &'a Places) {
    plan.add("Taking out of the WASM what no reader needs", Duration::from_secs(20), move |progress| {
        let (from, to) = (Variant::Release.trunk(places), Variant::Release.built(places));
        let fingerprint = Fingerprint::of(places.notes().join("slim.fingerprint"), std::slice::from_ref(&from), &WAYS)?;
        if fingerprint.is_fresh() && to.is_dir() {
            return Ok(());
        }
        fingerprint.forget()?;
        empty(&to)?;
        copy(&from.join("index.html"), &to.join("index.html"))?;
        let shaken = shake(progress, places, &from)?;
        let said = optimise(progress, places, &shaken, &to.join("reader_bg.wasm"), &LAST_PASSES)?;
        let glue = names::rename(&shaken.glue, &said).map_err(|why| ChoreError::BadFile { path: shaken.wasm, why })?;
        fs::write(to.join("reader.js"), glue).map_err(at(&to))?;
        fingerprint.keep()
    });
}

/// Writes the module as readers get it, but for its names: to see what is in it.
pub fn with_names(progress: &Progress, places: &Places, to: &Path) -> Result<(), ChoreError> {
    let shaken = shake(progress, places, &Variant::Release.trunk(places))?;
    optimise(progress, places, &shaken, to, &["-g"]).map(drop)
}

/// Glue and module without what the page does not call.
struct Shaken {
    glue: String,
    wasm: PathBuf,
}

fn shake(progress: &Progress, places: &Places, from: &Path) -> Result<Shaken, ChoreError> {
    let work = places.notes().join("slim");
    empty(&work)?;
    let (glue, wasm) = glue_and_wasm(from)?;
    let text = fs::read_to_string(&glue).map_err(at(&glue))?;
    let [entry, whole, shaken, graph, cut] =
        ["entry.js", "glue.js", "shaken.js", "graph.json", "cut.wasm"].map(|name| work.join(name));
    fs::write(&entry, ENTRY).map_err(at(&entry))?;
    fs::write(&whole, names::mark_as_pure(&text)).map_err(at(&whole))?;
    let mut esbuild = Command::new(install::program(places, &ESBUILD));
    progress.run(esbuild.arg(&entry).args(SHAKE).arg(format!("--outfile={}", shaken.display())))?;
    let glue = fs::read_to_string(&shaken).map_err(at(&shaken))?;

    let mut bytes = fs::read(&wasm).map_err(at(&wasm))?;
    cut::cut(&mut bytes).map_err(|error| ChoreError::BadFile { path: wasm.clone(), why: error.to_string() })?;
    fs::write(&cut, bytes).map_err(at(&cut))?;
    fs::write(&graph, names::graph(&glue)).map_err(at(&graph))?;
    let reached = work.join("reached.wasm");
    let mut metadce = Command::new(install::program(places, &WASM_OPT).with_file_name("wasm-metadce"));
    progress.run(metadce.arg(&cut).arg("-g").arg("--graph-file").arg(&graph).arg("-o").arg(&reached))?;
    Ok(Shaken { glue, wasm: reached })
}

fn optimise(progress: &Progress, places: &Places, from: &Shaken, to: &Path, last: &[&str]) -> Result<Vec<String>, ChoreError> {
    let mut wasm_opt = Command::new(install::program(places, &WASM_OPT));
    progress.run(wasm_opt.arg(&from.wasm).args(PASSES).args(last).arg("-o").arg(to))
}

/// The one WASM file that Trunk wrote, and the glue named like it.
pub fn glue_and_wasm(folder: &Path) -> Result<(PathBuf, PathBuf), ChoreError> {
    let files = files_under(folder)?;
    let wasm: Vec<_> = files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "wasm")).collect();
    let bad = |why: &str| ChoreError::BadFile { path: folder.to_path_buf(), why: why.into() };
    let [wasm] = wasm.as_slice() else {
        return Err(bad("one .wasm file was wanted here"));
    };
    let name = wasm.file_name().unwrap_or_default().to_string_lossy();
    let glue = wasm.with_file_name(name.trim_end_matches(".wasm").trim_end_matches("_bg")).with_extension("js");
    if !files.contains(&glue) {
        return Err(bad("the .wasm file has no .js of the same name beside it"));
    }
    if folder.join("snippets").exists() {
        return Err(bad("a crate brings scripts of its own (snippets/), which xtask does not pack"));
    }
    Ok((glue, wasm.to_path_buf()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[&str]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("strait-xtask-{name}-{}", std::process::id()));
        empty(&folder).expect("a folder");
        for file in files {
            fs::write(folder.join(file), file).expect("a file");
        }
        folder
    }

    #[test]
    fn the_glue_is_the_script_named_like_the_wasm() {
        let folder = folder("glue", &["reader-1a2b.js", "reader-1a2b_bg.wasm", "boot.js"]);
        let (glue, wasm) = glue_and_wasm(&folder).expect("both");
        assert_eq!((glue, wasm), (folder.join("reader-1a2b.js"), folder.join("reader-1a2b_bg.wasm")));
        fs::remove_dir_all(&folder).expect("ours");
    }

    #[test]
    fn two_wasm_files_are_an_error_that_names_the_folder() {
        let folder = folder("two", &["a.js", "a_bg.wasm", "b_bg.wasm"]);
        let words = glue_and_wasm(&folder).expect_err("two").to_string();
        assert!(words.contains("strait-xtask-two"), "{words}");
        fs::remove_dir_all(&folder).expect("ours");
    }
}
