//! Builds, serves, and rebuilds on each change. A change that does not build leaves the old site served.

use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::assemble::assemble;
use crate::cli::Serve;
use crate::error::ChoreError;
use crate::places::Places;
use crate::plan::Plan;
use crate::reader::Variant::Release;
use crate::server::{Server, check_port};
use crate::site::Twins;
use crate::watch::{Change, Watch};
use crate::{site, stop};

const GLANCE: Duration = Duration::from_millis(250);

/// Serves until Ctrl-C, or for the wanted time.
pub fn serve(places: &Places, options: &Serve) -> Result<(), ChoreError> {
    check_port(options.port)?;
    let mut plan = Plan::new(places);
    site::build(&mut plan, places, Release)?;
    // Watching before building: what changes meanwhile is not missed.
    let watch = if options.once { None } else { Some(Watch::start(places)?) };
    plan.run()?;
    let mut server = Server::start(places, options.port, watch.is_some())?;
    println!("\n  Read the paper: http://127.0.0.1:{}/\n  Ctrl-C ends it.\n", options.port);

    let end = options.seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    // What a failed rebuild left undone is for the next one to do.
    let mut owed: Option<Change> = None;
    while !stop::wanted() && end.is_none_or(|end| Instant::now() < end) {
        server.check()?;
        let Some(watch) = &watch else {
            sleep(GLANCE);
            continue;
        };
        let Some((change, path)) = watch.next(GLANCE) else {
            continue;
        };
        eprintln!("\n{path} changed.");
        let change = owed.map_or(change, |owed| change.max(owed));
        let outcome = rebuild(places, change);
        owed = outcome.is_err().then_some(change);
        match outcome {
            Ok(()) => {
                // Always anew: a change of code may be one of the server.
                drop(server);
                server = Server::start(places, options.port, true)?;
                eprintln!("Ready: the page reloads by itself.");
            }
            Err(ChoreError::Stopped) => break,
            Err(error) => eprintln!("\nerror: {error}\n\nThe site as it was is still served; the next change tries again."),
        }
    }
    eprintln!("\nThe server has ended.");
    Ok(())
}

fn rebuild(places: &Places, change: Change) -> Result<(), ChoreError> {
    let mut plan = Plan::new(places);
    match change {
        Change::Code => site::code(&mut plan, places, Release)?,
        // The command is not compiled for it: what it prints comes from the folder.
        Change::Assets => assemble(&mut plan, places, Release),
        Change::Content => {}
    }
    site::print(&mut plan, places, Release, Twins::Leave);
    plan.run()
}
