//! Node scripts that look at the finished site in a browser: `bench`, `screenshots`.

use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::error::ChoreError;
use crate::family::Family;
use crate::native::Make;
use crate::places::Places;
use crate::plan::Plan;
use crate::reader::Variant;
use crate::site::Compressed;
use crate::tools::BROWSERS;
use crate::{browser, install, site, stop, system};

/// Builds the site and runs one script of tests/browser, which talks to the person itself.
pub fn run(places: &Places, name: &str, arguments: &[String]) -> Result<(), ChoreError> {
    let mut plan = Plan::new(places);
    system::packages(&mut plan, BROWSERS);
    install::geckodriver(&mut plan, places);
    plan.add("The browser scripts' npm packages", Duration::ZERO, |progress| browser::npm(progress, places));
    site::build(&mut plan, places, Variant::Release, Make::Quick, Compressed::Write)?;
    plan.run()?;
    let script = browser::folder(places).join(name);
    let mut command = Command::new("node");
    command.arg(&script).args(arguments).envs(browser::environment(places)).current_dir(&places.root);
    let mut family = Family::start(command.stdin(Stdio::null()))?;
    loop {
        stop::check()?;
        match family.ended() {
            None => sleep(Duration::from_millis(100)),
            Some(status) if status.success() => return Ok(()),
            Some(status) => {
                let why = format!("it ended with {status}; what it said is above");
                return Err(ChoreError::BadFile { path: script, why });
            }
        }
    }
}
