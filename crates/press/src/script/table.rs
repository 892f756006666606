//! What stands for what, and how it is found in a text.

use super::crossing::Crossings;
use super::error::ScriptError;
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use std::collections::BTreeMap;
use strait_model::Span;

/// Words and what they become.
pub type Entries = BTreeMap<String, String>;

/// Words and what they become, ready to be found: at each place the longest that begins there, unless it is hardly a
/// word and would cut a common one.
pub struct Table {
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
    words: Vec<Word>,
    crossings: Crossings,
}

/// What a word becomes.
struct Word {
    becomes: Box<str>,
    is_doubtful: bool,
}

impl Table {
    /// A table of words, in which the longest wins.
    pub fn of(entries: Entries) -> Result<Table, ScriptError> {
        Table::with_crossings(entries, Crossings::default())
    }

    /// A table of words, of which some give way to others.
    pub fn with_crossings(entries: Entries, crossings: Crossings) -> Result<Table, ScriptError> {
        let too_large = |error: &dyn std::fmt::Display| ScriptError::TooLarge(error.to_string());
        let entries = entries.into_iter().filter(|(word, _)| !word.is_empty());
        let (keys, words): (Vec<String>, Vec<Word>) = entries
            .map(|(word, becomes)| {
                let is_doubtful = crossings.doubtful.contains(&word);
                (word, Word { becomes: becomes.into(), is_doubtful })
            })
            .unzip();
        let builder = CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest);
        let automaton = builder.build(keys).map_err(|error| too_large(&error))?;
        Ok(Table { automaton, words, crossings })
    }

    /// A text, converted but for some names.
    pub fn convert(&self, text: &str, kept: &[String]) -> String {
        let mut converted = String::with_capacity(text.len());
        let mut copied = 0;
        self.each(text, kept, |start, end, becomes| {
            converted.push_str(&text[copied..start]);
            converted.push_str(becomes);
            copied = end;
        });
        converted.push_str(&text[copied..]);
        converted
    }

    /// The word that a text begins with.
    pub fn first_word<'a>(&self, text: &'a str) -> &'a str {
        let first = self.automaton.leftmost_find_iter(text).next().filter(|found| found.start() == 0);
        first.map_or("", |found| &text[..found.end()])
    }

    /// Spans, converted as one text, so that a word is understood across the border of a link.
    pub fn convert_spans(&self, spans: &mut [Span], kept: &[String]) {
        if let [span] = spans {
            span.text = self.convert(&span.text, kept);
            return;
        }
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        let mut pieces = Pieces::over(spans);
        self.each(&text, kept, |start, end, becomes| {
            pieces.copy(&text, start);
            match pieces.holds(end) || has_as_many(&text[start..end], becomes) {
                true => pieces.put(&text[start..end], becomes),
                // A word that changes its length has no border inside: each side stands for itself.
                false => pieces.put_apart(&text[start..end], |part| self.convert(part, kept)),
            }
        });
        pieces.copy(&text, text.len());
    }

    /// Visits each word that is found outside the kept ones: where it begins and ends, and what it becomes.
    pub fn each(&self, text: &str, kept: &[String], mut visit: impl FnMut(usize, usize, &str)) {
        let mut begin = 0;
        while begin < text.len() {
            let rest = &text[begin..];
            let (length, skipped) = first_of(rest, kept).unwrap_or((rest.len(), 0));
            self.find(text, begin, begin + length, &mut visit);
            begin += length + skipped;
        }
    }

    /// Visits each word between two places of a text.
    fn find(&self, text: &str, mut begin: usize, end: usize, visit: &mut dyn FnMut(usize, usize, &str)) {
        while let Some(cut) = self.find_to_crossing(text, begin, end, visit) {
            begin = cut;
        }
    }

    /// The same, up to the first common word that a doubtful one would cut: where it begins.
    fn find_to_crossing(&self, text: &str, begin: usize, end: usize, visit: &mut dyn FnMut(usize, usize, &str)) -> Option<usize> {
        for found in self.automaton.leftmost_find_iter(&text[begin..end]) {
            let (from, to) = (begin + found.start(), begin + found.end());
            let Some(word) = self.words.get(found.value() as usize) else { continue };
            if let Some(cut) = self.crossing(&text[from..end], to - from, word) {
                self.find(text, from, from + cut, visit);
                return Some(from + cut);
            }
            visit(from, to, &word.becomes);
        }
        None
    }

    /// Where in a doubtful word, `length` long, that a text begins with, a common one begins that goes on after it.
    fn crossing(&self, text: &str, length: usize, word: &Word) -> Option<usize> {
        let mut places = text[..length].char_indices().map(|(at, _)| at).skip(1).filter(|_| word.is_doubtful);
        places.find(|at| self.crossings.is_common_at(&text[*at..], length - at))
    }
}

/// Where the first of some words begins in a text, and how long it is; of those that begin at one
/// place the longest.
fn first_of(text: &str, words: &[String]) -> Option<(usize, usize)> {
    let found = words.iter().filter(|word| !word.is_empty()).filter_map(|word| Some((text.find(word.as_str())?, word.len())));
    found.min_by_key(|(start, length)| (*start, usize::MAX - length))
}

fn has_as_many(one: &str, other: &str) -> bool {
    one.chars().count() == other.chars().count()
}

/// Spans that are filled anew, from their joined text.
struct Pieces<'a> {
    spans: &'a mut [Span],
    /// Where each span ends in the joined text.
    ends: Vec<usize>,
    /// The span that is being filled.
    at: usize,
    /// How much of the joined text was taken.
    taken: usize,
}

impl Pieces<'_> {
    fn over(spans: &mut [Span]) -> Pieces<'_> {
        let ends = spans.iter().scan(0, |end, span| {
            *end += span.text.len();
            Some(*end)
        });
        let ends = ends.collect();
        spans.iter_mut().for_each(|span| span.text.clear());
        Pieces { spans, ends, at: 0, taken: 0 }
    }

    /// Whether the text up to `end` is all of the span that is being filled.
    fn holds(&mut self, end: usize) -> bool {
        self.go_on();
        self.ends.get(self.at).is_some_and(|border| end <= *border)
    }

    /// Copies the joined text up to a place.
    fn copy(&mut self, text: &str, to: usize) {
        self.put_apart(&text[self.taken..to], str::to_owned);
    }

    /// Puts a word: whole into its span, or, where it crosses a border, character by character.
    fn put(&mut self, word: &str, becomes: &str) {
        if self.holds(self.taken + word.len()) {
            self.push(becomes, word.len());
        } else {
            for (from, to) in word.chars().zip(becomes.chars()) {
                self.go_on();
                self.push(to.encode_utf8(&mut [0; 4]), from.len_utf8());
            }
        }
    }

    /// Puts a text piece by piece: what falls into one span is converted by itself.
    fn put_apart(&mut self, text: &str, convert: impl Fn(&str) -> String) {
        let mut rest = text;
        while !rest.is_empty() {
            self.go_on();
            let room = self.ends.get(self.at).map_or(rest.len(), |end| end - self.taken);
            let (piece, after) = rest.split_at(room.min(rest.len()));
            self.push(&convert(piece), piece.len());
            rest = after;
        }
    }

    fn push(&mut self, text: &str, taken: usize) {
        if let Some(span) = self.spans.get_mut(self.at) {
            span.text.push_str(text);
        }
        self.taken += taken;
    }

    /// Goes on to the span that the next character belongs to.
    fn go_on(&mut self) {
        while self.ends.get(self.at).is_some_and(|end| *end <= self.taken) {
            self.at += 1;
        }
    }
}
