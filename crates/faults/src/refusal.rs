//! Whether a file of a newsroom can be used at all, for every command that reads one.

use super::finding::Findings;
use super::json_file;
use super::shape::{Shape, shortened};
use super::table::{ContentFault, PlaceFault};
use super::tally::Tally;
use schemars::schema_for;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::Path;
use strait_confined::{Confined, ConfinedError};
use strait_model::{Article, FrontOrder, Site};
use strait_report::problem::{Problem, Severity};

/// What stands for what is broken in a site file, so that the rest can be looked at.
pub fn instead() -> Value {
    json!({
        "name": "-", "language": "zh-Hans", "url": "https://example.org/", "timeZone": "UTC", "sections": [], "copyrightNotice": "-",
    })
}

/// What a site file is refused for, by every command that reads one: the first thing in it that cannot be what it says.
pub fn why_refused(inside: &Confined, file: &Path) -> Option<Problem> {
    let shape = Shape::of(schema_for!(Site)).ok()?;
    let mut findings = Findings::default();
    json_file::read::<Site>(inside, file, &shape, &instead(), &mut findings);
    let broken = findings.broken().clone();
    let mut tally = Tally::default();
    tally.note(file, findings);
    // Other faults may stand before it, which refuse nothing.
    let is_reason = |problem: &Problem| match broken.is_empty() {
        true => problem.place.is_empty() && problem.severity == Severity::Error,
        false => broken.contains(&problem.place),
    };
    tally.problems(inside).into_iter().find(is_reason)
}

/// Why a file, by its path below the newsroom, cannot be printed. One that is gone, or is no part of the paper, is no
/// fault.
pub fn why_unprintable(content: &Confined, file: &Path) -> Option<Problem> {
    let is_json = file.extension().is_some_and(|ending| ending == "json");
    match file.iter().next()?.to_str()? {
        _ if !is_json => None,
        "site.json" if content.metadata(file).is_ok() => why_refused(content, &content.path().join(file)),
        "front.json" => why_unread::<FrontOrder>(content, file),
        "articles" => why_unread::<Article>(content, file),
        _ => None,
    }
}

fn why_unread<T: DeserializeOwned>(content: &Confined, file: &Path) -> Option<Problem> {
    let told = |why: String| Some(Problem::new(content.path().join(file), "", &ContentFault::BadJson(why)));
    match content.read(file) {
        Ok(read) => serde_json::from_slice::<T>(&read.bytes).err().and_then(|error| told(error.to_string())),
        Err(ConfinedError::Missing(_)) => None,
        Err(error) => told(error.to_string()),
    }
}

/// Says of a text that it is no old address.
pub fn bad_former(text: &str) -> PlaceFault {
    PlaceFault::BadFormer { address: shortened(text) }
}
