//! `cargo xtask test`: everything, counted. A failure stops nothing but itself.

use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::alone;
use crate::checks::Checks;
use crate::cli::Kind;
use crate::error::ChoreError;
use crate::native::Make;
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::reader::Variant;
use crate::site::Compressed;
use crate::tally::Tally;
use crate::tools::{SERVERS, WASM_TARGET};
use crate::{browser, origin, script_types, site, size, suites, system};

/// Installs what is needed, checks all that is wanted, and ends with the counts.
pub fn test(places: &Places, only: &[Kind]) -> Result<ExitCode, ChoreError> {
    let wants = |kind| only.is_empty() || only.contains(&kind);
    let tally = Mutex::new(Tally::default());
    // An old site is not tested in place of one that could not be built.
    let is_built = AtomicBool::new(false);
    let has_site = || is_built.load(Ordering::SeqCst);
    let needs_site = wants(Kind::Size) || wants(Kind::Browser);
    let mut checks = Checks { places, plan: Plan::new(places), tally: &tally };
    let mut site = Checks { places, plan: Plan::new(places), tally: &tally };
    checks.install(wants(Kind::Fmt) || wants(Kind::Clippy), wants(Kind::Browser));
    if wants(Kind::Native) {
        system::packages(&mut checks.plan, SERVERS);
    }
    let mut code = Checks { places, plan: Plan::new(places), tally: &tally };
    if wants(Kind::Fmt) {
        code.cargo("Formatting", 2, &["fmt", "--all", "--check", "--", "-l", "--color", "never"]);
    }
    if wants(Kind::Clippy) {
        code.cargo("Lints, native", 150, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
        let wasm = ["clippy", "-p", "strait", "--lib", "--bin", "reader", "--target", WASM_TARGET, "--", "-D", "warnings"];
        code.cargo("Lints, WASM", 60, &wasm);
        code.add("Lints, scripts", 5, |progress| script_types::check(progress, places));
    }
    if wants(Kind::Native) {
        code.cargo("Compiling the native tests", 420, &["test", "--workspace", "--no-run"]);
    }
    if needs_site {
        site.tools(wants(Kind::Browser));
        site.add("The site", 900, |progress| {
            build(progress, places)?;
            is_built.store(true, Ordering::SeqCst);
            Ok(Tally::pass())
        });
    }
    // Compilers wait for one another's last units, and tools for the network: so two of them keep two cores busy.
    checks.plan.together([code.plan, site.plan]);
    if wants(Kind::Native) {
        checks.add("Native tests", 420, |progress| suites::test(progress, places));
    }
    if wants(Kind::Size) {
        checks.add("Size budgets", 5, |_| if has_site() { budgets(places) } else { Ok(without_site()) });
    }
    if needs_site {
        checks.add("One binary", 60, |progress| if has_site() { alone::test(progress, places) } else { Ok(without_site()) });
        checks.add("Nothing of this machine is published", 5, |_| {
            if has_site() { origin::test(places, &Variant::Release.site(places)) } else { Ok(without_site()) }
        });
    }
    if wants(Kind::Browser) {
        checks.add("Browser tests", 720, |progress| {
            if !has_site() {
                return Ok(without_site());
            }
            browser::npm(progress, places)?;
            browser::test(progress, places)
        });
    }
    checks.plan.run()?;
    Ok(report(&tally.lock().unwrap_or_else(PoisonError::into_inner)))
}

fn without_site() -> Tally {
    Tally::fail("not run, because there is no site")
}

/// The command is the quick one: what is asked of it is what it prints, and not how fast.
fn build(progress: &Progress, places: &Places) -> Result<(), ChoreError> {
    let mut plan = Plan::new(places);
    site::code(&mut plan, places, Variant::Release, Make::Quick)?;
    site::print(&mut plan, places, Variant::Release, Make::Quick, Compressed::Write);
    plan.run_within(progress)
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
