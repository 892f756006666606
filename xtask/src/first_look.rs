//! Readable before it has been built: on a fresh machine the paper is printed as plain HTML as soon as the native command
//! is there. Whoever waits reads it; then comes what makes it live.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use crate::assemble::{assemble, pack};
use crate::error::{ChoreError, at};
use crate::native::{self, Make};
use crate::places::Places;
use crate::plan::Plan;
use crate::reader::{self, Variant};
use crate::site::{self, Compressed, strait_build};
use crate::{install, node};

/// Whether nothing is there yet that could be served whole.
pub fn is_wanted(places: &Places) -> bool {
    !Variant::Release.reader(places).is_dir()
}

/// Plans all up to the first page: only Rust and Node are there.
pub fn plan<'a>(plan: &mut Plan<'a>, places: &'a Places) -> Result<(), ChoreError> {
    let (mut commands, mut scripts) = (Plan::new(places), Plan::new(places));
    plan.add("Node.js", Duration::ZERO, |_| node::check());
    native::compile(&mut commands, places, Make::Quick)?;
    install::npm_tools(&mut scripts, places);
    scripts.add("Packing scripts and styles for a first look", Duration::ZERO, |progress| {
        pack(progress, places, None, &folder(places))
    });
    plan.together([commands, scripts]);
    plan.add("A first look: pages without WASM, pictures without AVIF", Duration::from_secs(25), |progress| {
        let mut strait = strait_build(places, Make::Quick, &folder(places), &Variant::Release.site(places));
        progress.run_aloud(strait.args(["--no-reader", "--no-avif"])).map(drop)
    });
    Ok(())
}

/// Plans the rest, while the first look is read: all tools, the reader, the AVIFs, and the site as it is.
pub fn rest<'a>(plan: &mut Plan<'a>, places: &'a Places) -> Result<(), ChoreError> {
    let notice = notice(places);
    fs::create_dir_all(places.notes()).map_err(at(places.notes()))?;
    plan.tell(notice);
    let (mut reader, mut pictures) = (Plan::new(places), Plan::new(places));
    install::build_tools(&mut reader, places);
    reader::compile(&mut reader, places, Variant::Release)?;
    assemble(&mut reader, places, Variant::Release);
    // With one thread: the other core compiles.
    let usual = if native::has_assembly() { 200 } else { 850 };
    pictures.add("Drawing pictures as AVIF", Duration::from_secs(usual), |progress| {
        let mut strait = strait_build(places, Make::Quick, &folder(places), &Variant::Release.site(places));
        progress.run_aloud(strait.args(["--no-reader", "--jobs", "1"])).map(drop)
    });
    plan.together([reader, pictures]);
    native::add_reader(plan, places, Make::Quick);
    site::print(plan, places, Variant::Release, Make::Quick, Compressed::Leave);
    Ok(())
}

/// What the open page shows of what is still being made.
pub fn notice(places: &Places) -> PathBuf {
    places.notes().join("still-being-made")
}

/// All that the press takes but the reader itself.
fn folder(places: &Places) -> PathBuf {
    places.target.join("first-look")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The clone as a fresh machine has it.
    fn fresh(name: &str) -> Places {
        let root = std::env::temp_dir().join(format!("strait-xtask-{name}-{}", std::process::id()));
        Places { target: root.join("target"), cache: root.join("cache"), ..Places::find().expect("the clone") }
    }

    #[test]
    fn the_first_page_waits_for_no_tool_that_is_compiled_and_for_no_avif() {
        let places = fresh("first-look");
        let [mut first, mut then] = [0; 2].map(|_| Plan::new(&places));
        plan(&mut first, &places).expect("planned");
        rest(&mut then, &places).expect("planned");
        let has = |plan: &Plan<'_>, word: &str| plan.titles().iter().any(|title| title.contains(word));
        for word in ["trunk", "wasm-bindgen", "The WASM reader", "AVIF"] {
            assert!(has(&then, word), "{word}: {:?}", then.titles());
            assert!(!has(&first, word) || word == "AVIF", "{word}: {:?}", first.titles());
        }
        assert!(first.titles().last().is_some_and(|last| last.contains("without AVIF")));
        assert!(has(&first, "esbuild") && has(&first, "from nothing"), "{:?}", first.titles());
        fs::remove_dir_all(places.target.parent().expect("a folder")).expect("ours");
    }

    #[test]
    fn where_the_reader_is_there_the_way_is_the_short_one() {
        let places = fresh("short-way");
        assert!(is_wanted(&places));
        fs::create_dir_all(Variant::Release.reader(&places)).expect("a folder");
        assert!(!is_wanted(&places));
        fs::remove_dir_all(places.target.parent().expect("a folder")).expect("ours");
    }
}
