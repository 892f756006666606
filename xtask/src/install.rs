//! Installs the pinned tools into the cache, each whole or not at all.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::error::{ChoreError, at};
use crate::fingerprint::short;
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::tools::{ESBUILD, GECKODRIVER, Source, TRUNK, Tool, WASM_BINDGEN, WASM_OPT, WASM_TARGET, WORKBOX};
use crate::{node, rust, version};

const NPM_TIME: Duration = Duration::from_secs(20);
const PACKAGE: &str = include_str!("../package.json");
const LOCK: &str = include_str!("../package-lock.json");

/// Tools that run for seconds need not be as fast as they could: a third of the work that their own profiles make.
const QUICKLY_BUILT: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Plans what building the site needs; first what only a person can install.
pub fn build_tools<'a>(plan: &mut Plan<'a>, places: &'a Places) {
    plan.add("Node.js", Duration::ZERO, |_| node::check());
    if !rust::has_wasm_target() {
        plan.add(format!("Installing Rust's {WASM_TARGET}"), Duration::from_secs(15), rust::wasm_target);
    }
    crate_tool(plan, places, &TRUNK);
    crate_tool(plan, places, &WASM_BINDGEN);
    npm_tools(plan, places);
}

/// Plans what only the browser tests need.
pub fn geckodriver<'a>(plan: &mut Plan<'a>, places: &'a Places) {
    crate_tool(plan, places, &GECKODRIVER);
}

/// Plans what only packing scripts and styles needs.
pub fn npm_tools<'a>(plan: &mut Plan<'a>, places: &'a Places) {
    let title = format!("wasm-opt {}, esbuild {}, Workbox {WORKBOX}", WASM_OPT.version, ESBUILD.version);
    let program = program(places, &ESBUILD);
    add(plan, program, title, NPM_TIME, move |progress| {
        if is_there(places, &WASM_OPT) && is_there(places, &ESBUILD) {
            return Ok(());
        }
        node::check()?;
        whole_or_not(places, &[WASM_OPT, ESBUILD], |partial| {
            fs::write(partial.join("package.json"), PACKAGE).map_err(at(partial))?;
            fs::write(partial.join("package-lock.json"), LOCK).map_err(at(partial))?;
            node::ci(progress, partial)
        })
    });
}

fn crate_tool<'a>(plan: &mut Plan<'a>, places: &'a Places, tool: &'static Tool) {
    let Source::Crate { options, opt_level, usual_seconds } = tool.source else {
        return;
    };
    let title = format!("{} {}", tool.name, tool.version);
    add(plan, program(places, tool), title, Duration::from_secs(usual_seconds), move |progress| {
        if is_there(places, tool) {
            return Ok(());
        }
        whole_or_not(places, &[*tool], |partial| {
            let built = partial.join("build");
            let mut command = Command::new("cargo");
            command.args(["install", tool.name, "--version", tool.version, "--force", "--root"]).arg(partial);
            command.arg("--target-dir").arg(&built).current_dir(partial);
            command.args(options).envs(QUICKLY_BUILT).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level);
            progress.run(&mut command)?;
            fs::remove_dir_all(&built).map_err(at(&built))
        })
    });
}

// A tool that is there already promises no minutes.
fn add<'a>(
    plan: &mut Plan<'a>,
    program: PathBuf,
    title: String,
    usual: Duration,
    work: impl FnOnce(&Progress) -> Result<(), ChoreError> + Send + 'a,
) {
    if program.exists() { plan.add(title, Duration::ZERO, work) } else { plan.add(format!("Installing {title}"), usual, work) }
}

fn is_there(places: &Places, tool: &Tool) -> bool {
    version::check(tool, &program(places, tool)).is_ok()
}

/// Fills a folder beside the wanted one and renames it when its tools answer as they should.
/// A killed install leaves the other folder, from which the next one goes on.
fn whole_or_not(places: &Places, tools: &[Tool], fill: impl FnOnce(&Path) -> Result<(), ChoreError>) -> Result<(), ChoreError> {
    let Some(first) = tools.first() else {
        return Ok(());
    };
    let whole = places.tool(&folder(first));
    let partial = places.tool(&format!("{}.partial", folder(first)));
    fs::create_dir_all(&partial).map_err(at(&partial))?;
    fill(&partial)?;
    for tool in tools {
        version::check(tool, &partial.join(inside(tool)))?;
    }
    if whole.exists() {
        fs::remove_dir_all(&whole).map_err(at(&whole))?;
    }
    fs::rename(&partial, &whole).map_err(at(&whole))
}

/// Where a tool's program is, or will be.
pub fn program(places: &Places, tool: &Tool) -> PathBuf {
    places.tool(&folder(tool)).join(inside(tool))
}

/// Where npm's packages are, for what is packed of them.
pub fn packages(places: &Places) -> PathBuf {
    places.tool(&folder(&ESBUILD)).join("node_modules")
}

fn folder(tool: &Tool) -> String {
    match tool.source {
        Source::Crate { .. } => format!("{}-{}", tool.program, tool.version),
        Source::Npm => format!("npm-{}", short(LOCK)),
    }
}

fn inside(tool: &Tool) -> PathBuf {
    match tool.source {
        Source::Crate { .. } => Path::new("bin").join(tool.program),
        Source::Npm => Path::new("node_modules/.bin").join(tool.program),
    }
}

/// PATH with the pinned tools before all others.
pub fn path(places: &Places) -> std::ffi::OsString {
    let ours = [&TRUNK, &WASM_BINDGEN].map(|tool| program(places, tool));
    let ours = ours.iter().filter_map(|program| program.parent()).map(Path::to_path_buf);
    let theirs = env::var_os("PATH").unwrap_or_default();
    env::join_paths(ours.chain(env::split_paths(&theirs))).unwrap_or(theirs)
}
