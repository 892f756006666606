//! The files of a volume's terms. `scripts/tools/search/shard.js` reads them.
//!
//! A shard is a byte that names the format, then for each term, in order: what must be added to the number of the term
//! before it, doubled, and one more if only one article has it; else how many have it; and for each of those, the oldest
//! first, what must be added to the place of the one before, doubled, and one more where the term stands in the
//! headline. All numbers are LEB128. Most terms stand in one article: they take three to four bytes.

use super::numbers::push;
use super::radix::sort_by_bits;
use super::runs::{BOXES, Gathered};
use super::spill::Spill;
use super::terms::{BITS, Marked};
use crate::error::PressError;
use std::ops::Range;

/// The format of the files.
pub const FORMAT: u8 = 1;

/// Some shards of a volume, which are made together.
pub struct Part {
    shards: Range<u32>,
    /// How many the volume has.
    of: u32,
    /// The boxes that have their terms.
    boxes: Range<u32>,
}

impl Part {
    /// The parts of a volume: as small as boxes and shards allow. `count`: of its shards, a power of two.
    pub fn all(count: u32) -> Vec<Part> {
        let parts = count.min(BOXES);
        let part = |at| Part { shards: share(at, parts, count), of: count, boxes: share(at, parts, BOXES) };
        (0..parts).map(part).collect()
    }

    /// The shards, each with its number.
    pub fn shards(&self, gathered: &Gathered, spill: &Spill) -> Result<Vec<(u32, Vec<u8>)>, PressError> {
        let mut postings = Vec::with_capacity(gathered.count(self.boxes.clone()));
        let mut last = 0;
        gathered.read(self.boxes.clone(), spill, |term, place| {
            postings.push(posting(term, place));
            last = last.max(place);
        })?;
        // By the article, then by the term: all above these bits is the same in all of a part.
        sort_by_bits(&mut postings, 1..u32::BITS - last.leading_zeros() + 1);
        sort_by_bits(&mut postings, u32::BITS..u32::BITS + BITS - (BOXES / self.boxes.len() as u32).ilog2());
        let mut rest = postings.as_slice();
        let shard = |shard| {
            let length = rest.partition_point(|posting| shard_of(term_of(*posting), self.of) <= shard);
            let (own, others) = rest.split_at(length);
            rest = others;
            (shard, encode(own))
        };
        Ok(self.shards.clone().map(shard).collect())
    }
}

/// Which of `count` belong to one of some equal parts.
fn share(at: u32, parts: u32, count: u32) -> Range<u32> {
    at * (count / parts)..(at + 1) * (count / parts)
}

/// The term, the article's place in the volume, and the mark, in one number that sorts by them.
fn posting(term: Marked, place: u32) -> u64 {
    u64::from(term >> 1) << 32 | u64::from(place) << 1 | u64::from(term & 1)
}

fn term_of(posting: u64) -> u32 {
    (posting >> 32) as u32
}

/// The shard that a term stands in: each has an equal part of all numbers.
fn shard_of(term: u32, count: u32) -> u32 {
    ((u64::from(term) * u64::from(count)) >> BITS) as u32
}

fn encode(postings: &[u64]) -> Vec<u8> {
    let mut bytes = vec![FORMAT];
    let mut before = 0;
    for same in postings.chunk_by(|one, other| term_of(*one) == term_of(*other)) {
        let term = same.first().map_or(0, |posting| term_of(*posting));
        let is_alone = same.len() == 1;
        push(&mut bytes, ((term - before) << 1) | u32::from(is_alone));
        if !is_alone {
            push(&mut bytes, same.len() as u32);
        }
        before = term;
        let mut last = 0;
        for posting in same.iter().map(|posting| *posting as u32) {
            push(&mut bytes, (((posting >> 1) - last) << 1) | (posting & 1));
            last = posting >> 1;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::runs::Runs;
    use tempfile::TempDir;

    /// Where the volume begins in its paper.
    const BEGIN: usize = 100;

    /// The shards as the press makes them, and how many runs lay on disk. Articles come in any order.
    fn streamed(articles: &[Vec<Marked>], count: u32) -> (Vec<Vec<u8>>, usize) {
        let folder = TempDir::new().unwrap();
        let (runs, spill) = (Runs::of(BEGIN..BEGIN + articles.len()), Spill::into(folder.path()));
        let (even, odd): (Vec<usize>, Vec<usize>) = (0..articles.len()).partition(|at| at % 2 == 0);
        for at in odd.into_iter().rev().chain(even) {
            assert!(!runs.has(BEGIN + at));
            runs.add(BEGIN + at, articles[at].clone(), &spill).unwrap();
            assert!(runs.has(BEGIN + at));
        }
        let gathered = runs.finish();
        let parts = Part::all(count);
        let shards: Vec<_> = parts.iter().flat_map(|part| part.shards(&gathered, &spill).unwrap()).collect();
        assert!(shards.iter().map(|(at, _)| *at).eq(0..count), "each shard once, in order");
        (shards.into_iter().map(|(_, bytes)| bytes).collect(), gathered.on_disk())
    }

    /// The shards of what memory holds all at once.
    fn in_memory(articles: &[Vec<Marked>], count: u32) -> Vec<Vec<u8>> {
        let of_one = |(at, terms): (usize, &Vec<Marked>)| terms.iter().map(|term| posting(*term, at as u32)).collect::<Vec<_>>();
        let mut all: Vec<u64> = articles.iter().enumerate().flat_map(of_one).collect();
        all.sort_unstable();
        let mut shards = vec![vec![]; count as usize];
        all.into_iter().for_each(|posting| shards[shard_of(term_of(posting), count) as usize].push(posting));
        shards.iter().map(|own| encode(own)).collect()
    }

    /// Some terms, each once and in order.
    fn terms(seed: u64, count: usize, end: u64) -> Vec<Marked> {
        let number = |at: u64| (seed + at).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut terms: Vec<Marked> = (0..count as u64).map(|at| ((number(at * 64) >> 33) % end) as u32).collect();
        terms.sort_unstable();
        terms.dedup_by_key(|term| *term >> 1);
        terms
    }

    #[test]
    fn a_shard_is_as_it_is_described() {
        let articles = vec![vec![5 << 1, 300 << 1 | 1], vec![300 << 1], vec![], vec![300 << 1 | 1, 0x3ff_ffff << 1]];
        let (shards, on_disk) = streamed(&articles, 2);
        assert_eq!(shards[0], [1, 11, 0, 0xce, 4, 3, 1, 2, 5]);
        assert_eq!(shards[1], [1, 0xff, 0xff, 0xff, 0x3f, 6]);
        assert_eq!(on_disk, 0, "few terms are kept in memory");
    }

    #[test]
    fn what_went_over_the_disk_is_what_memory_would_have_made() {
        // Articles that have much in common, nothing at all, and nearly nothing.
        let of = |at: usize| match at % 7 {
            0 => vec![],
            1 => terms(at as u64, 3, 1 << 27),
            2 => terms(1, 9_000, 1 << 27),
            3 => terms(at as u64, 9_000, 50_000),
            _ => terms(at as u64, 9_000, 1 << 27),
        };
        let articles: Vec<Vec<Marked>> = (0..97).map(of).collect();
        for count in [1, 8, 256, 2048] {
            let (shards, on_disk) = streamed(&articles, count);
            assert!(on_disk >= 3, "{on_disk} runs");
            assert!(shards == in_memory(&articles, count), "{count} shards");
        }
    }

    #[test]
    fn a_volume_may_have_no_terms() {
        for count in [1, 8, 512] {
            assert_eq!(streamed(&[vec![], vec![]], count).0, vec![vec![FORMAT]; count as usize]);
        }
    }
}
