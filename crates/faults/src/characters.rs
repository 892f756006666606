//! Characters that have no place in a newspaper's text, wherever in a file they stand.

use super::finding::{Findings, below};
use super::table::TextFault;
use serde_json::Value;

/// What markup looks like that an import left behind.
const MARKUP: [&str; 12] = ["&nbsp;", "&amp;", "&lt;", "&gt;", "&quot;", "&#", "</", "<p>", "<br", "<img ", "<a href", "<script"];

/// Notes what is odd in any text of a value.
pub fn check(value: &Value, at: &str, findings: &mut Findings) {
    match value {
        Value::String(text) => check_text(text, at, findings),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| check(item, &format!("{at}/{index}"), findings)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| check(field, &below(at, name), findings)),
        _ => {}
    }
}

/// Each oddity is told once for a text, however often it is in it.
fn check_text(text: &str, at: &str, findings: &mut Findings) {
    if let Some(character) = text.chars().find(|character| turns_direction(*character)) {
        findings.add(at, TextFault::BidiOverride { character: name(character) });
    }
    if let Some(character) = text.chars().find(|character| is_invisible(*character)) {
        findings.add(at, TextFault::ControlCharacter { character: name(character) });
    }
    if text.contains('\u{fffd}') {
        findings.add(at, TextFault::LostCharacter);
    }
    let is_address = text.starts_with("http") || text.starts_with('/');
    if let Some(markup) = MARKUP.iter().find(|markup| !is_address && text.contains(**markup)) {
        findings.add(at, TextFault::MarkupInText { markup: (*markup).to_owned() });
    }
}

/// Embeddings, overrides and isolates of UAX #9, with what ends them.
fn turns_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Controls of C0 and C1 but for tab and line ends, and a byte order mark within text.
fn is_invisible(character: char) -> bool {
    (character.is_control() && !matches!(character, '\t' | '\n' | '\r')) || character == '\u{feff}'
}

fn name(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&'static str> {
        let mut findings = Findings::default();
        check(&serde_json::json!({"a": [text]}), "", &mut findings);
        findings.into_iter().map(|finding| finding.fault.name()).collect()
    }

    #[test]
    fn text_that_hides_something_is_named() {
        assert_eq!(names("潮\u{202e}起"), ["bidi-override"]);
        assert_eq!(names("潮\u{0}起"), ["control-character"]);
        assert_eq!(names("潮\u{fffd}起"), ["lost-character"]);
        assert_eq!(names("潮起&nbsp;两岸"), ["markup-in-text"]);
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in ["潮起两岸", "one\ntwo\tthree", "3 < 4 & 5 > 2", "https://example.org/?a=1&amp;b=2", "👨\u{200d}👩\u{200d}👧"]
        {
            assert!(names(text).is_empty(), "{text}");
        }
    }
}
