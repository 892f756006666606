//! For plain `trunk serve`: the hook in Trunk.toml calls this to put the demo newsroom's data beside the reader.

use std::env;
use std::path::PathBuf;

use crate::assemble::pack;
use crate::error::ChoreError;
use crate::folders::copy;
use crate::native::Make;
use crate::places::Places;
use crate::plan::Plan;
use crate::{install, native, site};

/// Set in the builds of other chores, which print by themselves.
pub const OUR_OWN_BUILD: &str = "STRAIT_XTASK";

/// Prints the site around the reader that Trunk has just built, and hands its data to Trunk.
pub fn demo_data(places: &Places) -> Result<(), ChoreError> {
    if env::var_os(OUR_OWN_BUILD).is_some() {
        return Ok(());
    }
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| ChoreError::Missing {
        what: "TRUNK_STAGING_DIR".into(),
        how: "This chore is for the hook in Trunk.toml; run `trunk serve`, or `cargo xtask serve` without Trunk.".into(),
    })?;
    let (reader, printed) = (places.target.join("reader-trunk"), places.target.join("site-trunk"));
    let mut plan = Plan::new(places);
    install::npm_tools(&mut plan, places);
    native::compile(&mut plan, places, Make::Quick)?;
    plan.add("The demo newsroom's data", std::time::Duration::ZERO, |progress| {
        pack(progress, places, Some(&staging), &reader)?;
        progress.run_aloud(&mut site::strait_build(places, Make::Quick, &reader, &printed))?;
        ["data", "pictures", "media"].iter().try_for_each(|folder| copy(&printed.join(folder), &staging.join(folder)))
    });
    plan.run()
}
