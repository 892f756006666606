//! Sites are published to a folder and to a store that speaks S3, and publishers are killed, doubled
//! and lied to, while a reader looks on: at no moment may a page that can be reached be broken.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod chain;
mod command;
mod faults;
mod folder;
#[cfg(unix)]
mod foreign;
mod former;
mod in_parts;
mod kills;
mod lies;
mod one_at_a_time;
mod reader;
mod rollback;
mod s3;
mod site;
mod starved;
mod store;

#[path = "../newsroom/mod.rs"]
mod newsroom;

use std::time::Duration;
use strait_publish::{Job, Patience};

/// As of a day in October 2024.
pub fn job() -> Job<'static> {
    job_on_day(1)
}

/// As of a later day.
pub fn job_on_day(day: i64) -> Job<'static> {
    let now = "2024-10-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap() + jiff::SignedDuration::from_hours(24 * (day - 1));
    let milli = Duration::from_millis(1);
    let patience = Patience { parallel: 4, attempts: 1, pause: milli, answer: Duration::from_secs(20), lease: 60_000 * milli };
    Job { now, patience, is_dry_run: false, say: &|_| {} }
}

/// A folder in memory where there is one: disks of test machines vary tenfold.
pub fn temporary() -> tempfile::TempDir {
    let memory = std::path::Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}
