//! What a reference to a character stands for.

use crate::text;
use quick_xml::events::BytesRef;

/// What stands behind a reference.
pub enum Meant {
    /// This character.
    One(char),
    /// A character that no text has: `&#0;`, `&#31;`.
    Nothing,
    /// A name that is HTML's, which its reader knows, or the document's own, which stays as it is written.
    Unknown,
}

/// What a reference stands for. Numbers of controls are read as browsers do, as Windows-1252.
pub fn meant(reference: &BytesRef, name: &str) -> Meant {
    match name {
        "lt" => Meant::One('<'),
        "gt" => Meant::One('>'),
        "amp" => Meant::One('&'),
        "quot" => Meant::One('"'),
        "apos" => Meant::One('\''),
        _ if !name.starts_with('#') => Meant::Unknown,
        _ => match reference.resolve_char_ref().ok().flatten().map(text::of_windows) {
            Some(character) if !character.is_control() || character.is_whitespace() => Meant::One(character),
            _ => Meant::Nothing,
        },
    }
}
