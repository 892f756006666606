//! The files of a volume's terms. `scripts/tools/search/shard.js` reads them.
//!
//! A shard is a byte that names the format, then for each term, in order: what must be added to the number of the term
//! before it, doubled, and one more if only one article has it; else how many have it; and for each of those, the oldest
//! first, what must be added to the place of the one before, doubled, and one more where the term stands in the
//! headline. All numbers are LEB128. Most terms stand in one article: they take three to four bytes.

use super::terms::{BITS, Marked};
use rayon::prelude::*;

/// The format of the files.
pub const FORMAT: u8 = 1;

/// The shards of a volume. `articles`: the terms of each, the oldest first.
pub fn shards(articles: Vec<Vec<Marked>>, count: u32) -> Vec<Vec<u8>> {
    // The term, the article's place in the volume, and the mark, in one number that sorts by them.
    let places = articles.into_iter().enumerate();
    let mut all: Vec<u64> = places.flat_map(|(at, terms)| terms.into_iter().map(move |term| posting(term, at))).collect();
    all.par_sort_unstable();
    let mut rest = all.as_slice();
    let mut shards = Vec::with_capacity(count as usize);
    for shard in 0..count {
        let length = rest.partition_point(|posting| shard_of(term_of(*posting), count) <= shard);
        let (own, others) = rest.split_at(length);
        shards.push(own);
        rest = others;
    }
    shards.into_par_iter().map(encode).collect()
}

fn posting(term: Marked, at: usize) -> u64 {
    ((term >> 1) << 32) | ((at as u64) << 1) | (term & 1)
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

/// LEB128: seven bits in each byte, the lowest first (DWARF 5, 7.6).
fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_as_it_is_described() {
        let articles = vec![vec![5 << 1, 300 << 1 | 1], vec![300 << 1], vec![], vec![300 << 1 | 1, 0x3ff_ffff << 1]];
        let shards = shards(articles, 2);
        assert_eq!(shards[0], [1, 11, 0, 0xce, 4, 3, 1, 2, 5]);
        assert_eq!(shards[1], [1, 0xff, 0xff, 0xff, 0x3f, 6]);
    }
}
