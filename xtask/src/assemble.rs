//! Puts together what the press takes: shell, reader, boot module, styles and public files.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::error::{ChoreError, at};
use crate::fingerprint::Fingerprint;
use crate::folders::{copy, empty};
use crate::install;
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::reader::Variant;
use crate::shell;
use crate::slim::glue_and_wasm;
use crate::tools::{ESBUILD, WORKBOX};

// One file, except for pictures, whose addresses stay as written.
const PACK_STYLES: [&str; 5] = ["--bundle", "--external:*.svg", "--external:*.png", "--external:*.webp", "--external:*.avif"];

/// Our own scripts. What partners load is no module: it must know where it came from, or run before the first paint.
const SCRIPTS: [(&str, &[&str]); 5] = [
    ("early.js", &["--bundle", "--format=iife"]),
    ("embed.js", &[]),
    ("embed-frame.js", &[]),
    ("worker.js", &["--bundle", "--format=iife", "--target=es2022"]),
    ("worker-off.js", &[]),
];

/// The boot module is packed with all that it loads when it is wanted, each file named after what is in it.
const PACK_BOOT: [&str; 6] = [
    "--bundle",
    "--splitting",
    "--format=esm",
    "--loader:.css=text",
    "--chunk-names=tools/[name]-[hash]",
    // What is awaited at the top of a module is known to every browser that runs the reader.
    "--target=es2022",
];

/// The style sheets, and what each is called when it is packed.
const SHEETS: [(&str, &str); 11] = [
    ("index.css", "site.css"),
    ("pages/print.css", "print.css"),
    ("pages/front.css", "front.css"),
    ("pages/list.css", "list.css"),
    ("pages/article.css", "article.css"),
    ("pages/rich-article.css", "rich-article.css"),
    ("pages/standing.css", "standing.css"),
    ("embed.css", "embed.css"),
    ("embed-article.css", "embed-article.css"),
    ("tools/embed.css", "tools/embed.css"),
    ("tools/saved.css", "tools/saved.css"),
];

/// Plans the assembly after Trunk's part.
pub fn assemble<'a>(plan: &mut Plan<'a>, places: &'a Places, variant: Variant) {
    plan.add("Packing scripts, styles and public files", Duration::ZERO, move |progress| {
        let (from, to) = (variant.built(places), variant.reader(places));
        let inputs = [from.clone(), places.root.join("style"), places.root.join("scripts"), places.root.join("public")];
        let name = to.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Another way of packing is a change too.
        let ways = [ESBUILD.version, WORKBOX, include_str!("assemble.rs"), include_str!("shell.rs")];
        let fingerprint = Fingerprint::of(places.notes().join(format!("{name}.fingerprint")), &inputs, &ways)?;
        if fingerprint.is_fresh() && to.is_dir() {
            return Ok(());
        }
        fingerprint.forget()?;
        pack(progress, places, Some(&from), &to)?;
        fingerprint.keep()
    });
}

/// Packs what was built into one for the press; without it all but the reader itself. The old one stays until the
/// new one is whole.
pub fn pack(progress: &Progress, places: &Places, from: Option<&Path>, to: &Path) -> Result<(), ChoreError> {
    let new = to.with_extension("new");
    empty(&new)?;
    copy(&places.root.join("public"), &new)?;
    copy(&places.root.join("scripts/speculation.json"), &new.join("speculation.json"))?;
    let page = from.unwrap_or(&places.root).join("index.html");
    let html = fs::read_to_string(&page).map_err(at(&page))?;
    fs::write(new.join("shell.html"), shell::clean(&html)).map_err(at(&new))?;

    let esbuild = install::program(places, &ESBUILD);
    let run = |input: &Path, output: String, options: &[&str]| {
        let mut command = Command::new(&esbuild);
        command.env("NODE_PATH", install::packages(places));
        command.arg(input).args(["--minify", "--log-level=warning"]).args(options).arg(output);
        progress.run(&mut command).map(drop)
    };
    let minify =
        |input: &Path, output: &str, options: &[&str]| run(input, format!("--outfile={}", new.join(output).display()), options);
    let scripts = places.root.join("scripts");
    if let Some(from) = from {
        let (glue, wasm) = glue_and_wasm(from)?;
        copy(&wasm, &new.join("reader.wasm"))?;
        minify(&glue, "reader.js", &["--format=esm"])?;
    }
    run(&scripts.join("boot.js"), format!("--outdir={}", new.display()), &PACK_BOOT)?;
    for (script, options) in SCRIPTS {
        minify(&scripts.join(script), script, options)?;
    }
    for (sheet, packed) in SHEETS {
        minify(&places.root.join("style").join(sheet), packed, &PACK_STYLES)?;
    }
    if to.exists() {
        fs::remove_dir_all(to).map_err(at(to))?;
    }
    fs::rename(&new, to).map_err(at(to))
}
