//! Running text: spans with marks, never markup.

use super::is_default;
use serde::de::{self, Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A run of text, in order.
pub type Text = Vec<Span>;

/// A piece of text and how it is marked. Marks combine; a mark of a newer contract is skipped
/// and its text still shows. In JSON a span without marks is a plain string.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(with = "SpanJson"))]
pub struct Span {
    /// The words.
    pub text: String,
    /// Of strong importance.
    pub strong: bool,
    /// Stressed.
    pub emphasis: bool,
    /// Raised, as a footnote's mark.
    pub superscript: bool,
    /// Lowered, as in CO₂.
    pub subscript: bool,
    /// Where a link leads: another site, a path of this one, or `#anchor`.
    pub href: Option<String>,
    /// How the text is pronounced, set above it.
    pub ruby: Option<String>,
}

/// The words alone, for summaries, feeds and anchors.
pub fn plain(text: &[Span]) -> String {
    text.iter().map(|span| span.text.as_str()).collect()
}

impl From<&str> for Span {
    fn from(text: &str) -> Self {
        Span { text: text.to_owned(), ..Span::default() }
    }
}

/// A span as it stands in JSON.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used: a plain string is read by the visitor below")]
enum SpanJson {
    /// Text without marks.
    Plain(String),
    /// Text with marks.
    Marked(MarkedSpan),
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
struct MarkedSpan {
    text: String,
    #[serde(default, skip_serializing_if = "is_default")]
    strong: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    emphasis: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    superscript: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    subscript: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    href: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    ruby: Option<String>,
}

impl Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if *self == Span::from(self.text.as_str()) {
            return serializer.serialize_str(&self.text);
        }
        let Span { text, strong, emphasis, superscript, subscript, href, ruby } = self.clone();
        MarkedSpan { text, strong, emphasis, superscript, subscript, href, ruby }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SpanVisitor)
    }
}

struct SpanVisitor;

impl<'de> Visitor<'de> for SpanVisitor {
    type Value = Span;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a marked span")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Span, E> {
        Ok(Span::from(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Span, A::Error> {
        let MarkedSpan { text, strong, emphasis, superscript, subscript, href, ruby } =
            MarkedSpan::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Span { text, strong, emphasis, superscript, subscript, href, ruby })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_span_is_a_plain_string() {
        let text: Text = serde_json::from_str(r#"["潮", {"text":"厝","ruby":"cuò"}]"#).unwrap();
        assert_eq!(plain(&text), "潮厝");
        assert_eq!(serde_json::to_string(&text).unwrap(), r#"["潮",{"text":"厝","ruby":"cuò"}]"#);
    }

    #[test]
    fn a_mark_of_a_newer_contract_is_skipped_and_its_text_kept() {
        let span: Span = serde_json::from_str(r#"{"text":"潮","sparkle":{"deep":[1]}}"#).unwrap();
        assert_eq!(span, Span::from("潮"));
    }
}
