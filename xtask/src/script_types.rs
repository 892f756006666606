//! The types of our scripts, as TypeScript reads them from what they say and from `scripts/types.d.ts`.

use std::process::Command;

use crate::browser;
use crate::error::ChoreError;
use crate::places::Places;
use crate::progress::Progress;
use crate::tally::Tally;

/// What runs in a page, and what runs in the service worker: each knows other globals.
const PROJECTS: [&str; 2] = ["scripts", "scripts/worker"];

/// Checks them with the TypeScript that the browser tests have.
pub fn check(progress: &Progress, places: &Places) -> Result<Tally, ChoreError> {
    browser::npm(progress, places)?;
    let compiler = browser::folder(places).join("node_modules/typescript/bin/tsc");
    let mut tally = Tally::default();
    for project in PROJECTS {
        let mut command = Command::new("node");
        command.arg(&compiler).args(["--pretty", "false", "--project", project]).current_dir(&places.root);
        match progress.run(&mut command) {
            Ok(_) => tally.add(Tally::pass()),
            Err(ChoreError::Stopped) => return Err(ChoreError::Stopped),
            Err(error) => {
                progress.say(&error.to_string());
                tally.add(Tally::fail(project));
            }
        }
    }
    Ok(tally)
}
