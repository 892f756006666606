//! The demo site: the native command is built, and prints it.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::assemble::assemble;
use crate::error::ChoreError;
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::reader::{self, Variant};
use crate::{install, origin};

/// The compressed twins of text files (`.br`, `.gz`), which a server sends in their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twins {
    /// As it is published.
    Write,
    /// Seconds faster after a change of style, while somebody waits for the next look.
    Leave,
}

/// Plans everything from a bare machine to the printed site.
pub fn build<'a>(plan: &mut Plan<'a>, places: &'a Places, variant: Variant) -> Result<(), ChoreError> {
    install::build_tools(plan, places);
    code(plan, places, variant)?;
    print(plan, places, variant, Twins::Write);
    Ok(())
}

/// Plans what a change of Rust code needs: the reader, and the native command with the reader inside.
pub fn code<'a>(plan: &mut Plan<'a>, places: &'a Places, variant: Variant) -> Result<(), ChoreError> {
    reader::compile(plan, places, variant)?;
    assemble(plan, places, variant);
    native(plan, places)
}

/// Plans the native command. The published reader, where it was built, goes into it (`build.rs`). Cargo decides what is compiled; the fingerprint only tells how long it may take.
pub fn native<'a>(plan: &mut Plan<'a>, places: &'a Places) -> Result<(), ChoreError> {
    let fingerprint = reader::sources(places, "native")?;
    let (title, usual) = match (places.strait().exists(), fingerprint.is_fresh()) {
        (true, true) => ("The native command is up to date", 0),
        (true, false) => ("The native command", 30),
        (false, _) => ("The native command, from nothing", 150),
    };
    plan.add(title, Duration::from_secs(usual), move |progress| {
        let mut command = Command::new("cargo");
        command.args(["build", "--profile", "press", "--package", "strait", "--bin", "strait"]).current_dir(&places.root);
        let reader = Variant::Release.reader(places);
        if reader.is_dir() {
            command.env("STRAIT_READER", reader);
        }
        origin::hide(&mut command, places);
        progress.run(&mut command)?;
        fingerprint.keep()
    });
    Ok(())
}

/// Plans the printing of all pages.
pub fn print<'a>(plan: &mut Plan<'a>, places: &'a Places, variant: Variant, twins: Twins) {
    let site = variant.site(places);
    let is_first = !site.exists() && !places.cache.join("pictures").exists();
    let (title, usual) = if is_first { ("Drawing pictures, printing pages", 330) } else { ("Printing pages", 0) };
    plan.add(title, Duration::from_secs(usual), move |progress| {
        strait_build(progress, places, &variant.reader(places), &site, twins)?;
        print_hosts(progress, places, &site)
    });
}

/// Prints `/embed/hosts/`: pages that embed our news as partners' do, for developers alone.
fn print_hosts(progress: &Progress, places: &Places, site: &Path) -> Result<(), ChoreError> {
    let mut command = Command::new("node");
    command.arg("tests/browser/print_hosts.mjs").arg(site).current_dir(&places.root);
    progress.run(&mut command).map(drop)
}

/// Runs `strait build`.
pub fn strait_build(progress: &Progress, places: &Places, reader: &Path, site: &Path, twins: Twins) -> Result<(), ChoreError> {
    let mut command = Command::new(places.strait());
    command.args(["build", "--content", "content", "--reader"]).arg(reader).arg("--out").arg(site);
    if twins == Twins::Write {
        command.arg("--precompress");
    }
    progress.run_aloud(command.current_dir(&places.root)).map(drop)
}
