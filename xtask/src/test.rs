//! `cargo xtask test`: everything, counted. A failure stops nothing but itself.

use std::cell::{Cell, RefCell};
use std::process::{Command, ExitCode};

use crate::alone;
use crate::checks::Checks;
use crate::cli::Kind;
use crate::error::ChoreError;
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::reader::Variant;
use crate::site::Twins;
use crate::tally::{self, Tally};
use crate::tools::{SERVERS, WASM_TARGET};
use crate::{browser, origin, site, size, system};

/// Installs what is needed, checks all that is wanted, and ends with the counts.
pub fn test(places: &Places, only: &[Kind]) -> Result<ExitCode, ChoreError> {
    let wants = |kind| only.is_empty() || only.contains(&kind);
    let tally = RefCell::new(Tally::default());
    // An old site is not tested in place of one that could not be built.
    let is_built = Cell::new(false);
    let mut checks = Checks { places, plan: Plan::new(places), tally: &tally };
    checks.install(wants(Kind::Fmt) || wants(Kind::Clippy), wants(Kind::Size) || wants(Kind::Browser), wants(Kind::Browser));
    if wants(Kind::Native) {
        system::packages(&mut checks.plan, SERVERS);
    }
    if wants(Kind::Fmt) {
        checks.cargo("Formatting", 2, &["fmt", "--all", "--check", "--", "-l", "--color", "never"]);
    }
    if wants(Kind::Clippy) {
        checks.cargo("Lints, native", 90, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
        let wasm = ["clippy", "-p", "strait", "--lib", "--bin", "reader", "--target", WASM_TARGET, "--", "-D", "warnings"];
        checks.cargo("Lints, WASM", 60, &wasm);
    }
    if wants(Kind::Native) {
        checks.add("Native tests", 150, |progress| native(progress, places));
    }
    if wants(Kind::Size) || wants(Kind::Browser) {
        checks.add("The site", 300, |_| {
            build(places)?;
            is_built.set(true);
            Ok(Tally::pass())
        });
    }
    if wants(Kind::Size) {
        checks.add("Size budgets", 5, |_| if is_built.get() { budgets(places) } else { Ok(without_site()) });
    }
    if wants(Kind::Size) || wants(Kind::Browser) {
        checks.add("One binary", 60, |progress| {
            if !is_built.get() {
                return Ok(without_site());
            }
            alone::test(progress, places)
        });
    }
    if wants(Kind::Size) || wants(Kind::Browser) {
        checks.add("Nothing of this machine is published", 5, |_| {
            if is_built.get() { origin::test(places, &Variant::Release.site(places)) } else { Ok(without_site()) }
        });
    }
    if wants(Kind::Browser) {
        checks.add("Browser tests", 300, |progress| {
            if !is_built.get() {
                return Ok(without_site());
            }
            browser::npm(progress, places)?;
            browser::test(progress, places)
        });
    }
    checks.plan.run()?;
    Ok(report(&tally.borrow()))
}

fn without_site() -> Tally {
    Tally::fail("not run, because there is no site")
}

fn native(progress: &Progress, places: &Places) -> Result<Tally, ChoreError> {
    let mut command = Command::new("cargo");
    let finished = progress.run_to_end(command.args(["test", "--workspace", "--no-fail-fast"]).current_dir(&places.root))?;
    if !finished.is_good() {
        eprintln!("      {}", finished.failure());
    }
    Ok(tally::of_cargo(&finished.lines, finished.is_good()))
}

fn build(places: &Places) -> Result<(), ChoreError> {
    let mut plan = Plan::new(places);
    site::code(&mut plan, places, Variant::Release)?;
    site::print(&mut plan, places, Variant::Release, Twins::Write);
    plan.run()
}

fn budgets(places: &Places) -> Result<Tally, ChoreError> {
    let weighings = size::weigh(places)?;
    println!("{}", size::table(&weighings));
    let mut tally = Tally::default();
    for weighing in weighings.iter().filter(|weighing| weighing.budget.brotli.is_some()) {
        let name = || format!("{}: {}", weighing.budget.name, size::verdict(weighing));
        tally.add(if weighing.is_kept() { Tally::pass() } else { Tally::fail(name()) });
    }
    Ok(tally)
}

/// Lists the failures; the last line counts.
fn report(tally: &Tally) -> ExitCode {
    println!();
    for failure in &tally.failures {
        println!("FAILED  {failure}");
    }
    if tally.skipped > 0 {
        println!("{} skipped", tally.skipped);
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
