//! Which words become which: OpenCC's dictionaries, put together for one way of converting.

use super::crossing::Crossings;
use super::error::ScriptError;
use super::names;
use super::table::{Entries, Table};
use super::terms::{RIGHTLY_CUT, UNFIT_FOR_TAIWAN, UNFIT_FROM_TAIWAN};
use super::words::{COMMON, NO_WORDS, OURS, TAIWAN, TO_SIMPLIFIED, UNCERTAIN_SIMPLIFIED, UNCERTAIN_TRADITIONAL};
use super::written::Script;
use std::collections::BTreeMap;

/// The words of one way of converting, from the first step to the last in one table, with some of the editor's; none
/// where there is no such way.
pub fn table(from: Script, to: Script, editors: Entries) -> Result<Option<Table>, ScriptError> {
    if from.is_like(to) {
        return Ok(None);
    }
    let (entries, crossings) = match from {
        Script::Simplified => {
            let first = to_traditional()?;
            let long = editors.keys().filter(|word| word.chars().count() > 1).cloned();
            let common: Vec<String> = COMMON.split_whitespace().map(str::to_owned).chain(long).collect();
            let crossings = Crossings::of(&first, &common);
            (joined(first, taste(to)?, to_simplified()?)?, crossings)
        }
        _ => (joined(standard(from)?, to_simplified()?, variants(from)?)?, Crossings::default()),
    };
    let marks = if from == Script::Simplified { traditional_quotes() } else { simplified_marks() };
    Table::with_crossings(with(with(entries, marks), editors), crossings).map(Some)
}

/// Words of Simplified text, as OpenCC's first step writes them.
fn to_traditional() -> Result<Entries, ScriptError> {
    let mut entries = all(&["STCharacters", "STPhrases", "STPhrases_GeneratedFromRegionalPhrases"])?;
    NO_WORDS.split_whitespace().for_each(|word| drop(entries.remove(word)));
    let entries = with(with(entries, pairs(RIGHTLY_CUT)), pairs(OURS));
    // What is listed is better than what is made.
    Ok(with(names::entries(&entries), entries))
}

fn to_simplified() -> Result<Entries, ScriptError> {
    all(&["TSCharacters", "TSCharactersExt", "TSPhrases"])
}

/// How a place writes what the first step gives.
fn taste(place: Script) -> Result<Entries, ScriptError> {
    match place {
        Script::HongKong => all(&["HKVariants", "HKVariantsPhrases"]),
        _ => Ok(with(with(variants(place)?, fit("TWPhrases", UNFIT_FOR_TAIWAN)?), pairs(TAIWAN))),
    }
}

/// What a place writes, as OpenCC's standard.
fn standard(place: Script) -> Result<Entries, ScriptError> {
    match place {
        Script::HongKong => all(&["HKVariantsRev", "HKVariantsRevPhrases"]),
        _ => Ok(with(all(&["TWVariantsRev", "TWVariantsRevPhrases"])?, fit("TWPhrasesRev", UNFIT_FROM_TAIWAN)?)),
    }
}

fn variants(place: Script) -> Result<Entries, ScriptError> {
    match place {
        Script::HongKong => all(&["HKVariants"]),
        _ => all(&["TWVariants", "TWVariantsPhrases"]),
    }
}

/// Words and quotation marks that only the mainland writes so.
fn simplified_marks() -> Entries {
    with(pairs(TO_SIMPLIFIED), pairs("「 “ 」 ” 『 ‘ 』 ’"))
}

/// Quotation marks, but for the apostrophes of Latin words, which are written like a closing one.
fn traditional_quotes() -> Entries {
    let apostrophes = ('a'..='z').chain('A'..='Z').map(|letter| format!("’{letter}"));
    with(pairs("“ 「 ” 」 ‘ 『 ’ 』"), apostrophes.map(|word| (word.clone(), word)).collect())
}

/// Two steps as one: what a word becomes goes through the second step. Phrases of the second step
/// are also known as they are before the first, which is what `back` makes of them.
fn joined(first: Entries, then: Entries, back: Entries) -> Result<Entries, ScriptError> {
    let (second, back) = (Table::of(then.clone())?, Table::of(back)?);
    let phrases = then.iter().filter(|(word, _)| word.chars().count() > 1);
    let before: Entries = phrases.map(|(word, becomes)| (back.convert(word, &[]), becomes.clone())).collect();
    let first = first.into_iter().map(|(word, becomes)| (word, second.convert(&becomes, &[])));
    Ok(then.into_iter().chain(before).chain(first).collect())
}

/// A dictionary of terms without those on a list.
fn fit(name: &'static str, unfit: &str) -> Result<Entries, ScriptError> {
    let mut terms = read(name)?;
    terms.retain(|word, _| !unfit.split_whitespace().any(|listed| listed == word));
    Ok(terms)
}

fn all(names: &[&'static str]) -> Result<Entries, ScriptError> {
    names.iter().try_fold(Entries::new(), |entries, name| Ok(with(entries, read(name)?)))
}

fn pairs(list: &str) -> Entries {
    let words: Vec<&str> = list.split_whitespace().collect();
    words.chunks_exact(2).filter_map(|pair| Some((pair.first()?.to_string(), pair.last()?.to_string()))).collect()
}

fn with(mut entries: Entries, more: Entries) -> Entries {
    entries.extend(more);
    entries
}

/// The dictionaries of single characters, whose lines name all that a character may become.
const CHARACTERS: [&str; 5] = ["TSCharacters", "TSCharactersExt", "STCharacters", "TWVariants", "HKVariants"];

/// Characters that one script writes for another, or one place for another's, each with the first of all that are
/// written for each other; that one itself is left out.
pub fn character_variants() -> Result<BTreeMap<char, char>, ScriptError> {
    let mut known: BTreeMap<char, char> = BTreeMap::new();
    for name in CHARACTERS {
        let text = zhhz::data::dict_text(name).ok_or(ScriptError::NoDictionary(name))?;
        for (word, becomes) in text.lines().filter_map(|line| line.split_once('\t')) {
            for (one, other) in becomes.split(' ').filter_map(|other| Some((single(word)?, single(other)?))) {
                let (one, other) = (first_of(&known, one), first_of(&known, other));
                known.extend((one != other).then(|| (one.max(other), one.min(other))));
            }
        }
    }
    Ok(known.keys().map(|from| (*from, first_of(&known, *from))).collect())
}

/// What the characters that are told apart by the word alone may become, as the place writes it.
pub fn choices(from: Script, to: Script) -> Result<BTreeMap<char, Vec<String>>, ScriptError> {
    let (name, uncertain) = match from {
        Script::Simplified => ("STCharacters", UNCERTAIN_SIMPLIFIED),
        _ => ("TSCharacters", UNCERTAIN_TRADITIONAL),
    };
    let written = if from == Script::Simplified { Table::of(taste(to)?)? } else { Table::of(Entries::new())? };
    let text = zhhz::data::dict_text(name).ok_or(ScriptError::NoDictionary(name))?;
    let lines = text.lines().filter_map(|line| line.split_once('\t')).filter_map(|(word, all)| Some((single(word)?, all)));
    let listed = lines.filter(|(character, _)| uncertain.contains(*character));
    let choices = |all: &str| {
        let mut choices: Vec<String> = all.split(' ').map(|other| written.convert(other, &[])).collect();
        choices.sort();
        choices.dedup();
        choices
    };
    Ok(listed.map(|(character, all)| (character, choices(all))).collect())
}

fn first_of(known: &BTreeMap<char, char>, mut character: char) -> char {
    while let Some(before) = known.get(&character) {
        character = *before;
    }
    character
}

fn single(word: &str) -> Option<char> {
    let mut characters = word.trim().chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// A dictionary: a word, a tab, what it may become; the first is the usual one.
fn read(name: &'static str) -> Result<Entries, ScriptError> {
    let text = zhhz::data::dict_text(name).ok_or(ScriptError::NoDictionary(name))?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let entry = |line: &str| {
        let (word, becomes) = line.split_once('\t')?;
        Some((word.to_owned(), becomes.split(' ').next()?.to_owned()))
    };
    Ok(lines.filter_map(entry).collect())
}
