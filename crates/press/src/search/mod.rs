//! The index that readers search: static files, of which a search reads a few.
//!
//! All that is published is cut into volumes ([`volume`]); a volume's terms ([`terms`]) are parted into shards
//! ([`shard`]) by their numbers, so that a search reads one small file of each volume for each term. Why so:
//! docs/decisions/0018-search.md.
//!
//! Terms are noted while the articles are printed ([`gathering`]) and put aside in runs ([`runs`]); then each volume is
//! printed (`pieces::volume`), a few shards at a time. So memory does not follow the length of the paper.

mod fold;
mod gathering;
mod numbers;
mod radix;
mod runs;
mod shard;
mod spill;
mod terms;
mod texts;
mod volume;

use crate::error::PressError;
use crate::index::volume::Volume;
use crate::issue::Issue;
use crate::site::output::SiteFile;
use serde::Serialize;
use std::ops::Range;
use strait_model::paths::SearchFile;

pub use fold::Fold;
pub use gathering::Gathering;
pub use shard::Part;
pub use terms::TermsOf;
pub use volume::{grown, measure, volumes};

/// The list of volumes, as it is published.
#[derive(Serialize)]
struct Contents {
    /// The format of the shards.
    format: u8,
    /// The oldest first.
    volumes: Vec<ListedVolume>,
}

#[derive(Serialize)]
struct ListedVolume {
    name: String,
    shards: u32,
    articles: usize,
    /// When its oldest and its newest article were first published, in minutes since 1970.
    from: i64,
    to: i64,
}

/// How many articles stand in one register.
const IN_A_REGISTER: usize = 1024;

/// Some of a volume's articles, the oldest first.
#[derive(Default, Serialize)]
struct Register {
    /// Their ids, with a space between them.
    ids: String,
    /// The sections that they stand in, and which of those each stands in.
    sections: Vec<String>,
    section: Vec<usize>,
    /// When they were first published: in minutes since 1970, and then since the one before.
    minutes: Vec<i64>,
}

/// The list of volumes.
pub fn contents_file(volumes: &[Volume]) -> Result<SiteFile, PressError> {
    let listed = |volume: &Volume| ListedVolume {
        name: volume.name(),
        shards: volume.shards,
        articles: volume.places().len(),
        from: minutes(volume.times[0]),
        to: minutes(volume.times[1]),
    };
    let contents = Contents { format: shard::FORMAT, volumes: volumes.iter().map(listed).collect() };
    Ok((SearchFile::Contents.to_string(), serde_json::to_vec(&contents)?))
}

/// What makes queries and texts alike.
pub fn fold_file(fold: &Fold) -> Result<SiteFile, PressError> {
    Ok((SearchFile::Fold.to_string(), fold.json()?))
}

/// Which articles stand in a volume.
pub fn registers(volume: &Volume, issue: &Issue) -> Result<Vec<SiteFile>, PressError> {
    let name = volume.name();
    let mut files = Vec::new();
    for (part, begin) in volume.places().step_by(IN_A_REGISTER).enumerate() {
        let register = register(begin..volume.end.min(begin + IN_A_REGISTER), issue)?;
        files.push((SearchFile::Register(&name, part).to_string(), serde_json::to_vec(&register)?));
    }
    Ok(files)
}

fn register(places: Range<usize>, issue: &Issue) -> Result<Register, PressError> {
    let mut register = Register::default();
    let mut before = 0;
    for at in places {
        let entry = issue.entry(at)?;
        let (section, now) = (entry.section.as_str(), minutes(entry.created));
        let known = register.sections.iter().position(|known| known == section);
        register.section.push(known.unwrap_or(register.sections.len()));
        register.sections.extend(known.is_none().then(|| section.to_owned()));
        let gap = if register.ids.is_empty() { "" } else { " " };
        register.ids.extend([gap, entry.id.as_str()]);
        register.minutes.push(now - before);
        before = now;
    }
    Ok(register)
}

fn minutes(micros: i64) -> i64 {
    micros.div_euclid(60_000_000)
}
