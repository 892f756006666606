//! Makes text regular: one form of each letter, no stray controls, no hidden change of direction.

use encoding_rs::WINDOWS_1252;
use std::iter::Peekable;
use unicode_normalization::UnicodeNormalization;

/// The text in NFC, without characters that do nothing or deceive. White space is kept as it is.
pub fn clean(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r')) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    // U+0085 is a line break of its own right.
    let mut characters = text.nfc().map(|sign| if sign == '\u{85}' { sign } else { of_windows(sign) }).peekable();
    while let Some(character) = characters.next() {
        if is_wanted(character, kept.chars().next_back(), &mut characters) {
            kept.push(character);
        }
    }
    kept
}

/// A text of one line: clean, white space as single spaces, none at its ends.
pub fn one_line(text: &str) -> String {
    let clean = clean(text);
    clean.split(is_gap).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").trim_matches('\u{3000}').to_owned()
}

/// What stands for a control that nobody writes: the sign of Windows-1252 in its place, as browsers have it.
pub fn of_windows(character: char) -> char {
    match u8::try_from(u32::from(character)) {
        Ok(byte @ 0x80..=0x9f) => WINDOWS_1252.decode(&[byte]).0.chars().next().unwrap_or(character),
        _ => character,
    }
}

/// Whether the character is white space, but for the ideographic space, which Chinese names are set with.
pub fn is_gap(character: char) -> bool {
    character.is_whitespace() && character != '\u{3000}'
}

/// Whether text holds a character that changes its direction by force, so that it reads otherwise than it is written.
pub fn turns(text: &str) -> bool {
    text.contains(is_turn)
}

/// Whether the character is written without spaces between words.
pub fn is_ideographic(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The beginning of a text, at most `length` characters; an ellipsis says that there is more.
pub fn shorten(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text).trim_end()),
    }
}

fn is_wanted(character: char, before: Option<char>, after: &mut Peekable<impl Iterator<Item = char>>) -> bool {
    match character {
        // They join letters of Indic and Arabic scripts and the parts of emoji; elsewhere they hide.
        '\u{200c}' | '\u{200d}' => before.is_some_and(joins) && after.peek().copied().is_some_and(joins),
        '\t' | '\n' | '\r' => true,
        _ => !is_turn(character) && !is_stray(character),
    }
}

fn joins(character: char) -> bool {
    !character.is_ascii() && !character.is_whitespace() && !is_ideographic(character)
}

/// Unicode's explicit directional formatting (UAX #9).
fn is_turn(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Controls, characters without width, annotations and what is no character at all.
fn is_stray(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || matches!(character, '\u{fdd0}'..='\u{fdef}')
        || (character as u32) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_of_each_letter_and_single_spaces() {
        assert_eq!(one_line("  e\u{301}te\u{301}\u{a0}\n 2026 "), "été 2026");
        assert_eq!(one_line("　　厦门　张　三　"), "厦门　张　三");
    }

    #[test]
    fn what_turns_or_hides_is_removed() {
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{0}f\u{85}\u{fffe}"), "abcdef");
        assert!(turns("a\u{202e}b") && !turns("\u{200f}שלום"));
    }

    #[test]
    fn controls_that_nobody_writes_are_signs_of_windows() {
        assert_eq!(clean("the pier\u{92}s end \u{96} 5\u{80} \u{81}"), "the pier’s end – 5€ ");
    }

    #[test]
    fn joiners_stay_where_they_join() {
        assert_eq!(clean("क्\u{200d}ष 👩\u{200d}🚀 می\u{200c}خواهم"), "क्\u{200d}ष 👩\u{200d}🚀 می\u{200c}خواهم");
        assert_eq!(clean("pass\u{200d}word 厦\u{200c}门\u{200d}"), "password 厦门");
    }

    #[test]
    fn a_shortened_text_says_so() {
        assert_eq!(shorten("厦门大学", 2), "厦门…");
        assert_eq!(shorten("厦门", 2), "厦门");
    }
}
