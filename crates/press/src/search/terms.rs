//! The terms that articles are found by: every two and every three characters side by side, and the beginnings of
//! words. Two would do; three keep a search from reading articles in which a phrase only seems to stand.
//!
//! A term is known by a number of 26 bits. Two terms may share one, one in thousands does: what the index finds is looked up in the article
//! before it is shown. `scripts/tools/search/terms.js` makes the same numbers of a query.

use super::fold::{Fold, GAP, is_of_word};
use super::radix::sort_by_bits;
use super::texts::{each_text, headline_texts};
use strait_model::Article;

/// The lengths of the beginnings of words, in characters.
const BEGINNINGS: std::ops::RangeInclusive<usize> = 2..=5;

/// How long the number of a term is.
pub const BITS: u32 = 26;

/// A term with whether it stands in a headline, in the lowest bit.
pub type Marked = u32;

/// Gathers the terms of one article, in as many scripts as it is printed in.
pub struct TermsOf<'a> {
    fold: &'a Fold,
    folded: Vec<char>,
    /// The texts of the first script, folded: most read the same in the others.
    known: Vec<Vec<char>>,
    /// Which text comes next.
    at: usize,
    found: Vec<Marked>,
}

impl<'a> TermsOf<'a> {
    /// No terms yet.
    pub fn new(fold: &'a Fold) -> TermsOf<'a> {
        TermsOf { fold, folded: Vec::new(), known: Vec::new(), at: 0, found: Vec::new() }
    }

    /// Adds all texts of an article.
    pub fn add(&mut self, article: &Article) {
        self.at = 0;
        headline_texts(article, &mut |text| self.add_text(text, 1));
        each_text(article, &mut |text| self.add_text(text, 0));
    }

    /// The terms, each once, in order.
    pub fn sorted(mut self) -> Vec<Marked> {
        sort_by_bits(&mut self.found, 0..BITS + 1);
        self.found.dedup_by(|later, kept| {
            let is_same = *later >> 1 == *kept >> 1;
            *kept |= if is_same { *later & 1 } else { 0 };
            is_same
        });
        self.found.shrink_to_fit();
        self.found
    }

    fn add_text(&mut self, text: &str, mark: Marked) {
        self.fold.text(text, &mut self.folded);
        self.at += 1;
        match self.known.get(self.at - 1) {
            Some(known) if *known == self.folded => return,
            Some(_) => {}
            None => self.known.push(self.folded.clone()),
        }
        self.found.reserve(2 * self.folded.len());
        each_term(&self.folded, |term| self.found.push(term << 1 | mark));
    }
}

/// Visits the terms of a folded text.
fn each_term(folded: &[char], mut visit: impl FnMut(u32)) {
    let (mut earlier, mut before, mut word, mut length) = (GAP, GAP, SEED, 0);
    for &character in folded {
        if is_of_word(character) {
            if !is_of_word(before) {
                (word, length) = (SEED, 0);
                if before != GAP {
                    visit(pair(before, character));
                }
            }
            (word, length) = (step(word, character), length + 1);
            if BEGINNINGS.contains(&length) {
                visit(mixed(word));
            }
        } else if character != GAP && before != GAP {
            visit(pair(before, character));
            if earlier != GAP && !is_of_word(before) && !is_of_word(earlier) {
                visit(mixed(step(step(step(SEED, earlier), before), character)));
            }
        }
        (earlier, before) = (before, character);
    }
}

fn pair(one: char, other: char) -> u32 {
    mixed(step(step(SEED, one), other))
}

/// FNV-1a, a character at a time (<http://www.isthe.com/chongo/tech/comp/fnv/>).
const SEED: u32 = 0x811c_9dc5;

fn step(hash: u32, character: char) -> u32 {
    (hash ^ character as u32).wrapping_mul(0x0100_0193)
}

/// Spreads a number over all its bits, and takes the first of them (the end of MurmurHash3, <https://github.com/aappleby/smhasher>).
fn mixed(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    (hash ^ (hash >> 16)) >> (u32::BITS - BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(folded: &str) -> Vec<u32> {
        let mut found = Vec::new();
        each_term(&folded.chars().collect::<Vec<_>>(), |term| found.push(term));
        found
    }

    fn word(beginning: &str) -> u32 {
        mixed(beginning.chars().fold(SEED, step))
    }

    #[test]
    fn neighbours_are_terms_and_words_by_their_beginnings() {
        assert_eq!(terms("厦门大"), [pair('厦', '门'), pair('门', '大'), word("厦门大")]);
        assert!(terms("厦 门").is_empty());
        assert_eq!(terms("xiamen"), ["xi", "xia", "xiam", "xiame"].map(word));
        assert_eq!(terms("a股5g网"), [pair('a', '股'), pair('股', '5'), word("5g"), pair('g', '网')]);
    }

    /// The browser's numbers are tested against the same: tests/browser/search_terms.
    #[test]
    fn the_numbers_are_those_that_the_browser_makes() {
        assert_eq!([pair('厦', '门'), word("xi"), word("2024")], [24280910, 60922155, 25373194]);
    }
}
