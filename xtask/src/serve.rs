//! Builds, serves, and rebuilds on each change. A change that does not build leaves the old site served.

use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::assemble::assemble;
use crate::cli::Serve;
use crate::error::ChoreError;
use crate::native::Make;
use crate::places::Places;
use crate::plan::Plan;
use crate::reader::Variant::Release;
use crate::server::{Server, check_port};
use crate::site::Compressed;
use crate::watch::{Change, Watch};
use crate::{first_look, install, site, stop};

const GLANCE: Duration = Duration::from_millis(250);

/// Serves until Ctrl-C, or for the wanted time.
pub fn serve(places: &Places, options: &Serve) -> Result<(), ChoreError> {
    check_port(options.port)?;
    // Watching before building: what changes meanwhile is not missed.
    let watch = if options.once { None } else { Some(Watch::start(places)?) };
    // What a failed build left undone is for the next one to do.
    let mut owed: Option<Change> = None;
    let mut server = match watch.is_some() && first_look::is_wanted(places) {
        true => {
            let server = serve_first_look(places, options.port)?;
            let outcome = finish(places);
            owed = outcome.is_err().then_some(Change::Everything);
            tell(outcome);
            server
        }
        false => serve_whole(places, options)?,
    };

    let end = options.seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
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
        if outcome.is_ok() {
            // Always anew: a change of code may be one of the server.
            drop(server);
            server = Server::start(places, options.port, true)?;
        }
        tell(outcome);
    }
    eprintln!("\nThe server has ended.");
    Ok(())
}

/// The short way, where everything is there, and the whole way where nobody's page can reload itself.
fn serve_whole(places: &Places, options: &Serve) -> Result<Server, ChoreError> {
    let mut plan = Plan::new(places);
    let compressed = if options.once { Compressed::Write } else { Compressed::Leave };
    site::build(&mut plan, places, Release, Make::Quick, compressed)?;
    plan.run()?;
    let server = Server::start(places, options.port, !options.once)?;
    println!("\n  Read the paper: http://127.0.0.1:{}/\n  Ctrl-C ends it.\n", options.port);
    Ok(server)
}

/// What can be read while the rest is made.
fn serve_first_look(places: &Places, port: u16) -> Result<Server, ChoreError> {
    let mut plan = Plan::new(places);
    first_look::plan(&mut plan, places)?;
    plan.run()?;
    let server = Server::start(places, port, true)?;
    println!("\n  Read the paper: http://127.0.0.1:{port}/");
    println!(
        "  This is a first look, in plain HTML. The page comes alive by itself when the rest is there.\n  Ctrl-C ends it.\n"
    );
    Ok(server)
}

fn finish(places: &Places) -> Result<(), ChoreError> {
    let mut plan = Plan::new(places);
    first_look::rest(&mut plan, places)?;
    plan.run()
}

/// Says what came of a build, unless nobody wants it any more.
fn tell(outcome: Result<(), ChoreError>) {
    match outcome {
        Ok(()) => eprintln!("Ready: the page reloads by itself."),
        // The loop sees it too.
        Err(ChoreError::Stopped) => {}
        Err(error) => eprintln!("\nerror: {error}\n\nThe site as it was is still served; the next change tries again."),
    }
}

fn rebuild(places: &Places, change: Change) -> Result<(), ChoreError> {
    let mut plan = Plan::new(places);
    match change {
        Change::Everything => {
            install::build_tools(&mut plan, places);
            site::code(&mut plan, places, Release, Make::Quick)?;
        }
        Change::Code => site::code(&mut plan, places, Release, Make::Quick)?,
        // The command is not compiled for it: what it prints comes from the folder.
        Change::Assets => assemble(&mut plan, places, Release),
        Change::Content => {}
    }
    site::print(&mut plan, places, Release, Make::Quick, Compressed::Leave);
    plan.run()
}
