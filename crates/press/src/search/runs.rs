//! The terms of a volume while its articles are read, in any order: they are put aside in runs, which memory does not
//! hold, and come back a few shards at a time, so that the largest volume takes no more memory than a small one.
//!
//! A run has the terms of some articles, in boxes by the first bits of their numbers. In a box each article that has terms
//! of it has its place in the volume and how many terms follow (LEB128), then three bytes for each: the other bits
//! of the term, and the mark.

use super::numbers::{push, take};
use super::spill::Spill;
use super::terms::{BITS, Marked};
use crate::error::PressError;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// How many boxes a run has. What comes back at a time is one of them, or more where the volume is small.
pub const BOXES: u32 = 256;
/// How long a term is in its box, with the mark.
const BITS_IN_BOX: u32 = BITS - BOXES.ilog2() + 1;
/// How many bytes it takes there.
const BYTES: usize = BITS_IN_BOX.div_ceil(8) as usize;
/// How many terms of a volume are held in memory before they are put aside.
const MOST_HELD: usize = 1 << 17;

/// The terms of a volume, as far as they are known.
pub struct Runs {
    places: Range<usize>,
    kept: Mutex<Kept>,
}

/// What is kept of a volume.
struct Kept {
    /// Whose terms are here.
    has: Vec<bool>,
    /// The articles that stand in no run yet: the place in the volume, and the terms.
    waiting: Vec<(u32, Vec<Marked>)>,
    /// How many terms those have.
    held: usize,
    aside: Vec<Run>,
}

/// What was put aside in one go.
struct Run {
    /// Where it begins among all that was put aside.
    begin: u64,
    /// Where each box ends in it.
    ends: Vec<u32>,
}

impl Runs {
    /// Nothing is known of the articles of these places.
    pub fn of(places: Range<usize>) -> Runs {
        let has = vec![false; places.len()];
        Runs { places, kept: Mutex::new(Kept { has, waiting: vec![], held: 0, aside: vec![] }) }
    }

    /// The places of the volume's articles.
    pub fn places(&self) -> Range<usize> {
        self.places.clone()
    }

    /// Whether the terms of an article are known.
    pub fn has(&self, at: usize) -> bool {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).has[at - self.places.start]
    }

    /// Takes in the terms of an article, each once and in order.
    pub fn add(&self, at: usize, terms: Vec<Marked>, spill: &Spill) -> Result<(), PressError> {
        let place = at - self.places.start;
        let full = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            if std::mem::replace(&mut kept.has[place], true) {
                return Ok(());
            }
            kept.held += terms.len();
            kept.waiting.push((place as u32, terms));
            if kept.held < MOST_HELD {
                return Ok(());
            }
            kept.held = 0;
            std::mem::take(&mut kept.waiting)
        };
        // Nobody waits while it is packed and written.
        let (bytes, ends) = pack(&full);
        let run = Run { begin: spill.put(&bytes)?, ends };
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).aside.push(run);
        Ok(())
    }

    /// Hands out all that is known, to be read.
    pub fn finish(&self) -> Gathered {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        Gathered { aside: std::mem::take(&mut kept.aside), last: pack(&std::mem::take(&mut kept.waiting)) }
    }
}

/// The terms of all articles of a volume.
pub struct Gathered {
    aside: Vec<Run>,
    /// What was not worth a run on disk.
    last: (Vec<u8>, Vec<u32>),
}

impl Gathered {
    /// How many runs do not lie in memory.
    #[cfg(test)]
    pub fn on_disk(&self) -> usize {
        self.aside.len()
    }

    /// About how many terms stand in some boxes: no fewer.
    pub fn count(&self, boxes: Range<u32>) -> usize {
        let runs = self.aside.iter().map(|run| &run.ends).chain([&self.last.1]);
        runs.map(|ends| extent(ends, boxes.clone()).len() / BYTES).sum()
    }

    /// Visits all that stands in some boxes: the term with its mark, and its article's place; in no order.
    pub fn read(&self, boxes: Range<u32>, spill: &Spill, mut visit: impl FnMut(Marked, u32)) -> Result<(), PressError> {
        let mut bytes = Vec::new();
        for Run { begin, ends } in &self.aside {
            let extent = extent(ends, boxes.clone());
            bytes.resize(extent.len(), 0);
            spill.get(begin + extent.start as u64, &mut bytes)?;
            unpack(&bytes, ends, boxes.clone(), &mut visit);
        }
        let (bytes, ends) = &self.last;
        unpack(&bytes[extent(ends, boxes.clone())], ends, boxes, &mut visit);
        Ok(())
    }
}

/// Where some boxes stand in a run.
fn extent(ends: &[u32], boxes: Range<u32>) -> Range<usize> {
    let begin = boxes.start.checked_sub(1).map_or(0, |before| ends[before as usize]);
    begin as usize..ends[boxes.end as usize - 1] as usize
}

/// The run of some articles, and where its boxes end.
fn pack(articles: &[(u32, Vec<Marked>)]) -> (Vec<u8>, Vec<u32>) {
    let count: usize = articles.iter().map(|(_, terms)| terms.len()).sum();
    let mut bytes = Vec::with_capacity(count * (BYTES + 1));
    let mut rests: Vec<(u32, &[Marked])> = articles.iter().map(|(place, terms)| (*place, terms.as_slice())).collect();
    let ends = (0..BOXES).map(|number| {
        for (place, rest) in &mut rests {
            let length = rest.iter().take_while(|term| *term >> BITS_IN_BOX == number).count();
            let (own, others) = rest.split_at(length);
            *rest = others;
            if !own.is_empty() {
                push(&mut bytes, *place);
                push(&mut bytes, length as u32);
                own.iter().for_each(|term| bytes.extend_from_slice(&term.to_le_bytes()[..BYTES]));
            }
        }
        bytes.len() as u32
    });
    let ends = ends.collect();
    (bytes, ends)
}

/// Visits what stands in some boxes, of which `bytes` are all.
fn unpack(bytes: &[u8], ends: &[u32], boxes: Range<u32>, visit: &mut impl FnMut(Marked, u32)) {
    let begin = extent(ends, boxes.clone()).start;
    for number in boxes {
        let own = extent(ends, number..number + 1);
        let mut rest = &bytes[own.start - begin..own.end - begin];
        while !rest.is_empty() {
            let (place, length) = (take(&mut rest), take(&mut rest));
            let (terms, others) = rest.split_at(length as usize * BYTES);
            rest = others;
            for term in terms.chunks_exact(BYTES) {
                // The box says the bits above.
                let below = u32::from_le_bytes([term[0], term[1], term[2], 0]) & ((1 << BITS_IN_BOX) - 1);
                visit(number << BITS_IN_BOX | below, place);
            }
        }
    }
}
