//! Crossing ambiguity: two words that share a character, as 总发 and 发行 in 总发行量. The longest word that begins
//! first is not always the right one: many entries of OpenCC are pieces of phrases. What is hardly a word gives way
//! to a common word that begins in it.

use super::table::Entries;
use super::words::{FIRM, WEAK};
use std::collections::{HashMap, HashSet};

/// An entry that this many others hold as they do is a word, and gives way to none.
const ATTESTED: usize = 4;

/// The words that may be cut, and those that cut them.
#[derive(Debug, Default)]
pub struct Crossings {
    /// Common words, by what they begin with.
    common: HashMap<char, Vec<String>>,
    /// Entries that are hardly words.
    pub doubtful: HashSet<String>,
}

impl Crossings {
    /// Of entries of one length on both sides those that end with the beginning of a common word and that few others
    /// hold; but for the firm ones, and with the weak ones.
    pub fn of(entries: &Entries, common: &[String]) -> Crossings {
        let firm: HashSet<&str> = FIRM.split_whitespace().collect();
        let weak: HashSet<&str> = WEAK.split_whitespace().collect();
        let mut by_first: HashMap<char, Vec<String>> = HashMap::new();
        for (word, first) in common.iter().filter_map(|word| Some((word, word.chars().next()?))) {
            by_first.entry(first).or_default().push(word.clone());
        }
        let crossings = Crossings { common: by_first, doubtful: HashSet::new() };
        let mut held: HashMap<&str, usize> = HashMap::new();
        for (word, becomes) in entries {
            let length = word.chars().count();
            if (2..=3).contains(&length) && becomes.chars().count() == length && crossings.may_cross(word) {
                held.insert(word, 0);
            }
        }
        count(entries, &mut held);
        let is_doubtful = |word: &str, count: usize| weak.contains(word) || (count < ATTESTED && !firm.contains(word));
        let doubtful = held.into_iter().filter(|(word, count)| is_doubtful(word, *count));
        let doubtful = doubtful.map(|(word, _)| word.to_owned()).collect();
        Crossings { doubtful, ..crossings }
    }

    /// Whether a common word may begin in a word and go on after it.
    fn may_cross(&self, word: &str) -> bool {
        let mut ends = word.char_indices().skip(1).map(|(at, _)| &word[at..]);
        ends.any(|end| self.beginning_with(end).any(|common| common.len() > end.len() && common.starts_with(end)))
    }

    /// Whether a text begins with a common word that is longer than `beyond`.
    pub fn is_common_at(&self, text: &str, beyond: usize) -> bool {
        self.beginning_with(text).any(|word| word.len() > beyond && text.starts_with(word.as_str()))
    }

    fn beginning_with(&self, text: &str) -> impl Iterator<Item = &String> {
        text.chars().next().and_then(|first| self.common.get(&first)).into_iter().flatten()
    }
}

/// Counts the entries that hold each word and make of it what it becomes by itself, its own among them.
fn count<'a>(entries: &'a Entries, held: &mut HashMap<&'a str, usize>) {
    for (phrase, becomes) in entries {
        let (from, to) = (starts(phrase), starts(becomes));
        if from.len() != to.len() {
            continue;
        }
        let mut seen = HashSet::new();
        for length in 2..=3 {
            for at in 0..from.len().saturating_sub(length) {
                let (word, part) = (&phrase[from[at]..from[at + length]], &becomes[to[at]..to[at + length]]);
                let is_itself = held.contains_key(word) && entries.get(word).is_some_and(|becomes| becomes == part);
                if is_itself && seen.insert(word) {
                    held.entry(word).and_modify(|count| *count += 1);
                }
            }
        }
    }
}

/// Where the characters of a text begin, and where it ends.
fn starts(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}
