//! How texts and queries are made alike before they are compared: compatibility forms (NFKC), small letters, Latin
//! letters without their marks, and one character for all that Simplified and Traditional write for each other.
//!
//! `scripts/tools/search/fold.js` does the same in the browser, with the table that is published beside the index.

use crate::error::PressError;
use crate::script::character_variants;
use serde::Serialize;
use std::collections::BTreeMap;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// What stands between words.
pub const GAP: char = ' ';

/// Makes texts alike.
pub struct Fold {
    /// The one character for each of the basic plane; 0 for one that stays.
    basic: Vec<u16>,
    variants: BTreeMap<char, char>,
}

/// The table as it is published: the nth character of `from` becomes the nth of `to`.
#[derive(Serialize)]
struct FoldTable {
    from: String,
    to: String,
}

impl Fold {
    /// The table of the dictionaries that the other edition is made with.
    pub fn new() -> Result<Fold, PressError> {
        let variants = character_variants()?;
        let mut basic = vec![0; 0x1_0000];
        for (from, to) in &variants {
            if let (Some(place), Ok(to)) = (basic.get_mut(*from as usize), u16::try_from(*to as u32)) {
                *place = to;
            }
        }
        Ok(Fold { basic, variants })
    }

    /// The table for the browser.
    pub fn json(&self) -> Result<Vec<u8>, PressError> {
        Ok(serde_json::to_vec(&FoldTable { from: self.variants.keys().collect(), to: self.variants.values().collect() })?)
    }

    /// A text in its likeness to others; [`GAP`], once, for all that is neither letter nor number.
    pub fn text(&self, text: &str, folded: &mut Vec<char>) {
        folded.clear();
        folded.reserve(text.len() / 3);
        // Nearly every text is composed already, and that is seen sooner than done.
        match text.chars().all(is_never_composed) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
            true => text.chars().for_each(|character| self.push(character, folded)),
            false => text.nfc().for_each(|character| self.push(character, folded)),
        }
    }

    fn push(&self, character: char, folded: &mut Vec<char>) {
        match character {
            'a'..='z' | '0'..='9' => folded.push(character),
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            '\u{0}'..='\u{7f}' => push_gap(folded),
            '\u{3400}'..='\u{9fff}' => folded.push(self.one(character)),
            _ if is_usual_mark(character) => push_gap(folded),
            _ => self.other(character, folded),
        }
    }

    /// What is neither ASCII nor a usual Chinese character.
    fn other(&self, character: char, folded: &mut Vec<char>) {
        if is_combining_mark(character) || is_invisible(character) {
            return;
        }
        let latin = std::iter::once(character).nfkd().next().is_some_and(|first| first.is_ascii());
        let parts: Vec<char> = match latin {
            true => std::iter::once(character).nfkd().filter(|part| !is_combining_mark(*part)).collect(),
            false => std::iter::once(character).nfkc().collect(),
        };
        for part in parts.into_iter().flat_map(char::to_lowercase) {
            match part.is_alphanumeric() {
                true => folded.push(self.one(part)),
                false => push_gap(folded),
            }
        }
    }

    fn one(&self, character: char) -> char {
        match self.basic.get(character as usize) {
            Some(0) => character,
            Some(one) => char::from_u32(u32::from(*one)).unwrap_or(character),
            None => self.variants.get(&character).copied().unwrap_or(character),
        }
    }
}

/// Whether a letter or number belongs to words that are found by their beginnings. All others are found by any two
/// that stand side by side.
pub fn is_of_word(character: char) -> bool {
    matches!(character, '0'..='9' | 'a'..='z' | '\u{80}'..='\u{58f}' | '\u{1e00}'..='\u{1fff}')
}

/// Whether a character is composed of no others, and no part of what is: most are seen to be so without looking them up.
fn is_never_composed(character: char) -> bool {
    matches!(character, '\u{0}'..='\u{7f}' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3029}' | '\u{3400}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}')
}

/// The marks between most words: what [`Fold::other`] finds no letter in, and looks up for long.
fn is_usual_mark(character: char) -> bool {
    matches!(character, '\u{b7}' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

fn push_gap(folded: &mut Vec<char>) {
    if folded.last() != Some(&GAP) {
        folded.push(GAP);
    }
}

/// Characters that no one sees: soft hyphens, joiners, marks of direction.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut found = Vec::new();
        Fold::new().unwrap().text(text, &mut found);
        found.into_iter().collect()
    }

    #[test]
    fn both_scripts_and_all_forms_of_a_letter_are_alike() {
        for (one, other) in [
            ("厦门大学的着火点", "廈門大學的著火點"),
            ("后面里程干杯", "後面裡程乾杯"),
            ("台风", "颱風"),
            ("Ｘｉａｍｅｎ　２０２４", "xiamen 2024"),
            ("Xiàmén", "XIAMEN"),
            ("Xia\u{300}men", "xiamen"),
            ("co\u{ad}operate", "cooperate"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
    }

    #[test]
    fn what_is_seen_at_once_is_what_is_looked_up() {
        let fold = Fold::new().unwrap();
        for character in '\u{0}'..='\u{ffff}' {
            if is_usual_mark(character) {
                let mut found = vec![];
                fold.other(character, &mut found);
                assert_eq!(found, [GAP], "{character:?}");
            }
            if is_never_composed(character) {
                assert_eq!(is_nfc_quick(std::iter::once(character)), IsNormalized::Yes, "{character:?}");
                assert!(!is_combining_mark(character), "{character:?}");
            }
        }
    }

    #[test]
    fn what_is_no_letter_is_one_gap() {
        assert_eq!(folded("“1.5 亿”，——A股"), " 1 5 亿 a股");
    }

    #[test]
    fn different_characters_stay_different() {
        for pair in ["厦夏", "大太", "未末", "己已", "门们", "学孝"] {
            let found: Vec<char> = folded(pair).chars().collect();
            assert_ne!(found[0], found[1], "{pair}");
        }
    }
}
