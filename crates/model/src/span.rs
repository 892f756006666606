//! Running text: spans with marks, never markup.

use strait_wire::{FromJson, Json};

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
#[derive(FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
#[serde(untagged)]
enum SpanJson {
    /// Text without marks.
    Plain(String),
    /// Text with marks.
    Marked(MarkedSpan),
}

#[derive(FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(super) struct MarkedSpan {
    pub(super) text: String,
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub(super) strong: bool,
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub(super) emphasis: bool,
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub(super) superscript: bool,
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub(super) subscript: bool,
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub(super) href: Option<String>,
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub(super) ruby: Option<String>,
}

impl From<MarkedSpan> for Span {
    fn from(MarkedSpan { text, strong, emphasis, superscript, subscript, href, ruby }: MarkedSpan) -> Self {
        Span { text, strong, emphasis, superscript, subscript, href, ruby }
    }
}

impl FromJson for Span {
    fn from_json(json: &Json<'_>) -> Option<Self> {
        Some(match SpanJson::from_json(json)? {
            SpanJson::Plain(text) => Span { text, ..Span::default() },
            SpanJson::Marked(span) => span.into(),
        })
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
