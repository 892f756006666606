//! What a build of everything leaves to the next.

use crate::error::PressError;
use crate::fingerprint::Key;
use crate::index::error::IndexError;
use crate::index::{BuildState, Published};
use crate::issue::related;
use crate::issue::stock::Stock;
use crate::pieces::materials::Materials;
use crate::pieces::reach::Reach;

/// What a build of everything leaves. `key`: the name of what stands in the site now.
pub fn build_state(
    recipe: Key,
    surveyed: jiff::Timestamp,
    materials: &Materials,
    reach: Reach,
    key: Key,
    files: usize,
) -> Result<BuildState, PressError> {
    let issue = &materials.issue;
    let mut build_state = BuildState {
        recipe,
        key,
        surveyed: surveyed.as_microsecond(),
        now: materials.now.as_microsecond(),
        turns: None,
        count: issue.count() as u32,
        newest: i64::MIN,
        chain: 0,
        most_related: 0,
        former: issue.former.count,
        corrected: issue.corrected.iter().map(|at| *at as u32).collect(),
        pages: materials.newsroom.pages_key()?,
        files,
        sitemap: reach.sitemap_index,
        volumes: reach.volumes,
    };
    for at in 0..issue.count() {
        let entry = issue.entry(at)?;
        build_state.chain = related::chain(build_state.chain, &entry);
        build_state.most_related = build_state.most_related.max(related::most(entry.related.len()));
        build_state.newest = build_state.newest.max(entry.created);
        build_state.turns = build_state.turns.into_iter().chain(entry.availability.turns(materials.now)).min();
    }
    for entry in &issue.withdrawn {
        build_state.newest = build_state.newest.max(entry.created);
    }
    for entry in &issue.hidden {
        build_state.turns = build_state.turns.into_iter().chain(entry.availability.turns(materials.now)).min();
    }
    Ok(build_state)
}

/// What the index keeps of all that is published.
pub fn published(materials: &Materials) -> Result<Published<'_>, IndexError> {
    let issue = &materials.issue;
    let Stock::Whole(stock) = &issue.stock else { return Err(IndexError::Missing) };
    Ok(Published {
        articles: &stock.entries,
        aside: issue.withdrawn.iter().chain(&issue.hidden).collect(),
        lists: stock.lists(),
        former: issue.former.shards.iter().flat_map(|shard| &*shard.redirects).collect(),
        pictures: &materials.pictures,
    })
}
