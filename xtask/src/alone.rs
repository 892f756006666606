//! The native command by itself: a publisher has neither a clone of this project nor a home folder with tools in it.

use std::fs;
use std::process::Command;

use crate::error::{ChoreError, at};
use crate::folders::empty;
use crate::native::Make;
use crate::places::Places;
use crate::progress::Progress;
use crate::tally::Tally;

/// A newsroom is begun, checked and printed with nothing but the command, copied to an empty folder.
pub fn test(progress: &Progress, places: &Places) -> Result<Tally, ChoreError> {
    let folder = std::env::temp_dir().join(format!("strait-alone-{}", std::process::id()));
    empty(&folder)?;
    let command = folder.join("strait");
    fs::copy(Make::Quick.strait(places), &command).map_err(at(&command))?;
    for arguments in ["new paper", "check --content paper --strict", "build --content paper --out site --strict"] {
        let mut strait = Command::new(&command);
        strait.args(arguments.split(' ')).current_dir(&folder).env_clear().env("HOME", &folder);
        progress.run(&mut strait)?;
    }
    let has_reader = |entry: fs::DirEntry| entry.path().extension().is_some_and(|ending| ending == "wasm");
    let assets = folder.join("site/assets");
    let found = fs::read_dir(&assets).map_err(at(&assets))?.flatten().any(has_reader);
    fs::remove_dir_all(&folder).map_err(at(&folder))?;
    Ok(if found { Tally::pass() } else { Tally::fail("the printed site has no reader") })
}
