//! How notes are numbered at their source: `[1]`, `*`, `注1`, and the way back from a note.

use super::places;
use strait_model::{Span, Text};

/// Signs that lead back from a note.
const ARROWS: [char; 9] = ['↩', '↵', '⏎', '↑', '⬆', '⤴', '^', '\u{fe0e}', '\u{fe0f}'];
/// Words that stand before the number of a note.
const WORDS: [&str; 8] = ["注释", "注釋", "脚注", "腳註", "尾注", "注", "註", "note "];

/// Whether words are those of a link to a note: a number, a letter, a star.
pub fn is_mark(words: &str) -> bool {
    let words = bare(words).to_lowercase();
    let number = WORDS.iter().find_map(|word| words.strip_prefix(word)).unwrap_or(&words).trim();
    let of = |is_one: fn(char) -> bool, most: usize| number.chars().all(is_one) && (1..=most).contains(&number.chars().count());
    of(char::is_numeric, 4)
        || of(|sign| matches!(sign, 'i' | 'v' | 'x' | 'l' | 'c'), 7)
        || of(|sign| sign.is_ascii_lowercase(), 1)
        || of(|sign| "*＊†‡§¶#※".contains(sign), 4)
}

/// Whether words are those of a link from a note to its mark.
pub fn is_way_back(words: &str) -> bool {
    is_mark(words) || is_arrow(words)
}

/// Takes away what leads back from a note: its number before it, or an arrow after it. False: nothing does, or nothing
/// else is there.
pub fn take_way_back(text: &mut Text) -> bool {
    let first = text.iter().position(|span| places::of_span(span).is_none());
    let link = first.and_then(|first| inner_link(text, first)).filter(|(_, words)| is_way_back(words));
    let last = || text.iter().rposition(|span| inner(span).is_some()).filter(|last| last + 1 == text.len());
    let begin = |last: usize| {
        let is_other = |span: &Span| inner(span) != text.get(last).and_then(inner);
        text.get(..last).and_then(|before| before.iter().rposition(is_other)).map_or(0, |before| before + 1)
    };
    let link = link.or_else(|| inner_link(text, begin(last()?)).filter(|(_, words)| is_arrow(words)));
    let has_words = |text: &[Span]| text.iter().any(|span| !span.text.trim().is_empty());
    let Some((range, _)) = link else { return false };
    if !has_words(text.get(..range.start).unwrap_or_default()) && !has_words(text.get(range.end..).unwrap_or_default()) {
        return false;
    }
    text.drain(range);
    trim(text);
    true
}

/// The place of the page to which a span leads.
pub fn inner(span: &Span) -> Option<&str> {
    span.href.as_deref()?.strip_prefix('#')
}

/// The spans of a link within the page that begins here, and its words.
pub fn inner_link(text: &[Span], at: usize) -> Option<(std::ops::Range<usize>, String)> {
    let name = inner(text.get(at)?)?;
    let spans: Vec<&Span> = text.get(at..)?.iter().take_while(|span| inner(span) == Some(name)).collect();
    Some((at..at + spans.len(), spans.iter().map(|span| span.text.as_str()).collect()))
}

/// Takes white space from both ends of a text, and what is empty then.
pub fn trim(text: &mut Text) {
    let is_place = |span: &Span| places::of_span(span).is_some();
    while let Some(first) = text.iter_mut().find(|span| !is_place(span)) {
        first.text = first.text.trim_start().to_owned();
        if !first.text.is_empty() {
            break;
        }
        let Some(at) = text.iter().position(|span| !is_place(span)) else { break };
        text.remove(at);
    }
    while let Some(last) = text.last_mut().filter(|span| !is_place(span)) {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        text.pop();
    }
}

fn is_arrow(words: &str) -> bool {
    let words = bare(words);
    !words.is_empty() && words.chars().all(|sign| ARROWS.contains(&sign))
}

fn bare(words: &str) -> &str {
    words.trim_matches(|sign: char| sign.is_whitespace() || "[](){}〔〕【】［］（）〈〉.．、:：".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use strait_model::plain;

    #[test]
    fn marks_are_short_and_words_are_none() {
        for mark in ["[1]", " 12. ", "（3）", "①", "²", "*", "††", "iv", "a", "注1", "【註２】", "Note 4", "[ 7 ]"]
        {
            assert!(is_mark(mark), "{mark}");
        }
        for words in ["", "[]", "see 1", "二", "mix it", "12345", "Intro", "↩", "2026年"] {
            assert!(!is_mark(words), "{words}");
        }
        assert!(is_way_back("↩\u{fe0e}") && is_way_back("^") && !is_way_back("back"));
    }

    #[test]
    fn the_way_back_goes_and_the_words_stay() {
        let link = |text: &str| Span { href: Some("#r".into()), ..Span::from(text) };
        let taken = |mut text: Text| (take_way_back(&mut text), plain(&text));
        assert_eq!(taken(vec![link("["), link("1]"), " Words.".into()]), (true, "Words.".to_owned()));
        assert_eq!(taken(vec!["Words. ".into(), link("↩")]), (true, "Words.".to_owned()));
        assert_eq!(taken(vec![link("1")]), (false, "1".to_owned()));
        assert_eq!(taken(vec![link("See above"), " for words".into()]), (false, "See above for words".to_owned()));
        assert_eq!(taken(vec!["See ".into(), link("1")]), (false, "See 1".to_owned()));
    }
}
