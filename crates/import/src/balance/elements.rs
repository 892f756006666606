//! What elements are to readers, by their names.

use super::source::Attributes;

/// Elements of which readers see nothing.
pub const UNSEEN: [&str; 14] = [
    "script", "style", "template", "noembed", "noframes", "head", "title", "datalist", "rp", "iframe", "noscript", "video",
    "audio", "colgroup",
];
/// Elements that do not part words.
pub const INLINE: [&str; 33] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
];
/// Elements without content.
pub const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Whether readers do not see an element.
pub fn is_hidden(attributes: &Attributes) -> bool {
    let style: String =
        attributes.get("style").into_iter().flat_map(|style| style.chars()).filter(|sign| !sign.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    attributes.contains_key("hidden") || style.contains("display:none") || style.contains("visibility:hidden")
}
