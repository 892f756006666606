//! Entries for surnames, numbers and offices, which no dictionary lists: made of a few characters each.

use super::table::Entries;
use super::words::{FORMS_OF_ADDRESS, HEADS, OFFICES, ROLES, SURNAMES, SURNAMES_AFTER_ROLES};

const NUMBERS: &str = "一二两三四五六七八九十百千万亿几数半";

/// Entries that follow from a rule, of what single characters become.
pub fn entries(known: &Entries) -> Entries {
    let spelt = |word: &str| by_character(known, word);
    let heads = HEADS.split_whitespace().map(|word| (word.to_owned(), spelt(word)));
    let after = surnames().flat_map(|(from, to)| {
        let offices = OFFICES.split_whitespace().filter(move |_| from != "于");
        let titles = FORMS_OF_ADDRESS.split_whitespace().chain(offices);
        titles.map(move |title| (format!("{from}{title}"), format!("{to}{}", by_character(known, title))))
    });
    let told = surnames().filter(|(from, _)| SURNAMES_AFTER_ROLES.contains(from));
    let before = told.flat_map(|(from, to)| {
        ROLES.split_whitespace().flat_map(move |role| {
            ["", " ", "\u{3000}"].map(|gap| (format!("{role}{gap}{from}"), format!("{}{gap}{to}", by_character(known, role))))
        })
    });
    // 里 after a number is a length, not an inside.
    let counted = NUMBERS.chars().flat_map(|first| {
        let second = NUMBERS.chars().chain("余多".chars()).map(move |second| format!("{first}{second}"));
        second.chain([first.to_string()]).map(|number| (format!("{number}里"), format!("{}里", by_character(known, &number))))
    });
    heads.chain(after).chain(before).chain(counted).collect()
}

/// The surnames that are other characters than they look like, each with what it is.
pub fn surnames() -> impl Iterator<Item = (&'static str, &'static str)> {
    let words: Vec<&str> = SURNAMES.split_whitespace().collect();
    let pairs: Vec<_> = words.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect();
    pairs.into_iter()
}

fn by_character(known: &Entries, word: &str) -> String {
    let spelt = |character: char| {
        let character = character.to_string();
        known.get(&character).cloned().unwrap_or(character)
    };
    word.chars().map(spelt).collect()
}
