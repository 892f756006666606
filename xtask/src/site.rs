//! The demo site: the native command is built, and prints it.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::assemble::assemble;
use crate::error::ChoreError;
use crate::install;
use crate::native::{self, Make};
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::reader::{self, Variant};

/// The compressed copies of text files (`.br`, `.gz`), which a server sends in their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compressed {
    /// As it is published.
    Write,
    /// Most of a minute faster: nobody's line is slow between a server and a browser on one machine.
    Leave,
}

/// Plans everything from a bare machine to the printed site.
pub fn build<'a>(
    plan: &mut Plan<'a>,
    places: &'a Places,
    variant: Variant,
    make: Make,
    compressed: Compressed,
) -> Result<(), ChoreError> {
    install::build_tools(plan, places);
    code(plan, places, variant, make)?;
    print(plan, places, variant, make, compressed);
    Ok(())
}

/// Plans what a change of Rust code needs: the reader, and the native command with the reader inside.
pub fn code<'a>(plan: &mut Plan<'a>, places: &'a Places, variant: Variant, make: Make) -> Result<(), ChoreError> {
    reader::compile(plan, places, variant)?;
    assemble(plan, places, variant);
    native::compile(plan, places, make)
}

/// Plans the printing of all pages.
pub fn print<'a>(plan: &mut Plan<'a>, places: &'a Places, variant: Variant, make: Make, compressed: Compressed) {
    let site = variant.site(places);
    let is_first = !site.exists() && !places.cache.join("pictures").exists();
    let (title, usual) = if is_first { ("Drawing pictures, printing pages", 330) } else { ("Printing pages", 0) };
    plan.add(title, Duration::from_secs(usual), move |progress| {
        let mut strait = strait_build(places, make, &variant.reader(places), &site);
        if compressed == Compressed::Write {
            strait.arg("--precompress");
        }
        progress.run_aloud(&mut strait)?;
        print_hosts(progress, places, &site)
    });
}

/// Prints `/embed/hosts/`: pages that embed our news as partners' do, for developers alone.
fn print_hosts(progress: &Progress, places: &Places, site: &Path) -> Result<(), ChoreError> {
    let mut command = Command::new("node");
    command.arg("tests/browser/print_hosts.mjs").arg(site).current_dir(&places.root);
    progress.run(&mut command).map(drop)
}

/// `strait build`
pub fn strait_build(places: &Places, make: Make, reader: &Path, site: &Path) -> Command {
    let mut command = Command::new(make.strait(places));
    command.args(["build", "--content", "content", "--reader"]).arg(reader).arg("--out").arg(site);
    command.current_dir(&places.root);
    command
}
