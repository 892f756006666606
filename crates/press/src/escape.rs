//! Escapes what is put into HTML by hand: heads, frames, and pages of one line.

use std::borrow::Cow;

/// Escapes text for an element or a quoted attribute.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return text.into();
    }
    let mut html = String::with_capacity(text.len() + 16);
    strait_markup::escape(text, &mut html);
    html.into()
}
