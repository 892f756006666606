//! Where the index is cut: the published articles, from the oldest on, stand in volumes, and one article more or less
//! changes its own volume and few others.
//!
//! An article may close the volume that it stands in, and its id alone decides that: so the cuts after an article that
//! is withdrawn, or found late, soon fall where they fell before. Small volumes that were closed are bound into a
//! larger one from time to time, so that a search reads few.

use crate::error::PressError;
use crate::fingerprint::key_of;
use crate::index::volume::Volume;
use crate::issue::Issue;
use strait_model::ArticleId;

/// How many articles, or volumes of the next lower rank, are bound together at least.
const LEAST: [usize; 4] = [16, 6, 6, 6];
/// How many of those that come then close a volume: one in so many.
const ONE_IN: [u64; 4] = [16, 2, 2, 2];
/// About how much of the articles' files is behind one shard, in bytes: it is then 3 to 6 KB itself.
const BEHIND_A_SHARD: u64 = 8 << 10;
/// The volume that is not closed is written again with each new article: its shards may grow, but not their number.
const MOST_WHILE_OPEN: u64 = 8;

/// Notes what depends on the articles themselves: how many files there are, and its times.
pub fn measure(volume: &mut Volume, issue: &Issue) -> Result<(), PressError> {
    let bytes = volume.places().map(|at| Ok(issue.entry(at)?.state.size)).sum::<Result<u64, PressError>>()?;
    let shards = bytes.div_ceil(BEHIND_A_SHARD).next_power_of_two();
    volume.shards = if volume.rank == 0 { shards.min(MOST_WHILE_OPEN) } else { shards } as u32;
    volume.times = [issue.entry(volume.begin)?.created, issue.entry(volume.end.saturating_sub(1))?.created];
    Ok(())
}

/// All volumes of an issue, the oldest first.
pub fn volumes(issue: &Issue) -> Result<Vec<Volume>, PressError> {
    let mut volumes = Vec::new();
    for at in 0..issue.count() {
        add(&mut volumes, &issue.entry(at)?.id);
    }
    for volume in &mut volumes {
        measure(volume, issue)?;
    }
    Ok(volumes)
}

/// The volumes when the articles after the last one known have been added; none where one of them closes a volume.
pub fn grown(volumes: &[Volume], issue: &Issue) -> Result<Option<Vec<Volume>>, PressError> {
    let closed = |volumes: &[Volume]| volumes.iter().filter(|volume| volume.rank > 0).count();
    let mut grown = volumes.to_vec();
    for at in volumes.last().map_or(0, |volume| volume.end)..issue.count() {
        add(&mut grown, &issue.entry(at)?.id);
    }
    Ok((closed(&grown) == closed(volumes)).then_some(grown))
}

/// Adds one article; binds volumes together where it closes them.
fn add(volumes: &mut Vec<Volume>, id: &ArticleId) {
    match volumes.last_mut().filter(|volume| volume.rank == 0) {
        Some(open) => open.end += 1,
        None => {
            let begin = volumes.last().map_or(0, |volume| volume.end);
            volumes.push(Volume { rank: 0, begin, end: begin + 1, first: id.clone(), shards: 1, times: [0, 0] });
        }
    }
    let mut chance = key_of(id.as_str());
    for (rank, (least, one_in)) in LEAST.into_iter().zip(ONE_IN).enumerate() {
        let begin = volumes.iter().position(|volume| volume.rank <= rank).unwrap_or_default();
        let count = if rank == 0 { volumes[begin].places().len() } else { volumes.len() - begin };
        if count < least || !chance.is_multiple_of(one_in) {
            break;
        }
        chance /= one_in;
        let end = volumes.last().map_or(0, |volume| volume.end);
        volumes.truncate(begin + 1);
        volumes[begin].end = end;
        volumes[begin].rank = rank + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(ids: impl Iterator<Item = usize>) -> Vec<Volume> {
        let mut volumes = Vec::new();
        ids.for_each(|id| add(&mut volumes, &ArticleId::try_from(format!("n{id}")).unwrap()));
        volumes
    }

    #[test]
    fn every_article_stands_in_one_volume_and_a_search_reads_few() {
        for count in [1, 31, 100, 1_000, 10_000, 30_000] {
            let volumes = cut(0..count);
            let ends = volumes.iter().map(|volume| volume.end);
            assert!(volumes.iter().map(|volume| volume.begin).eq(std::iter::once(0).chain(ends).take(volumes.len())));
            assert_eq!(volumes.last().unwrap().end, count);
            assert!(volumes.is_sorted_by_key(|volume| std::cmp::Reverse(volume.rank)));
            assert!(volumes.len() <= 24 + count / 10_000, "{count}: {}", volumes.len());
        }
    }

    #[test]
    fn what_is_withdrawn_moves_only_the_cuts_near_it() {
        let (all, without) = (cut(0..30_000), cut((0..30_000).filter(|id| *id != 1_234)));
        let names = |volumes: &[Volume]| volumes.iter().map(Volume::name).collect::<Vec<_>>();
        let (all, without) = (names(&all), names(&without));
        let moved = all.iter().filter(|name| !without.contains(name)).count();
        assert!(moved <= 4, "{all:?} {without:?}");
    }
}
