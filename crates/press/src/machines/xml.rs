//! XML from plain structs.

use crate::error::PressError;
use serde::Serialize;
use std::borrow::Cow;

/// A whole document: the declaration and one element called `root`.
pub fn document(root: &str, value: &impl Serialize) -> Result<Vec<u8>, PressError> {
    let element = quick_xml::se::to_string_with_root(root, value)?;
    Ok(format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{element}\n").into_bytes())
}

/// Text without the characters that XML 1.0 has no way to write (its production `Char`).
pub fn text(text: &str) -> Cow<'_, str> {
    match text.chars().all(is_char) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.chars().filter(|character| is_char(*character)).collect()),
    }
}

fn is_char(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => other >= ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_write_is_left_out_and_nothing_else() {
        assert_eq!(text("潮\u{0}\u{b}\u{1f}起\u{fffe}\u{ffff}"), "潮起");
        assert_eq!(text("a\t<b>]]>&\u{2028}\u{85}𠮷"), "a\t<b>]]>&\u{2028}\u{85}𠮷");
    }
}
