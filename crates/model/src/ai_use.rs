//! What machines that write had to do with an article.

use strait_wire::FromJson;

/// What machines that write or draw had to do with an article, as its editors say.
#[derive(Clone, Debug, PartialEq, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
pub struct AiUse {
    /// How much.
    pub kind: AiKind,
    /// For what, in words for readers.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub note: Option<String>,
}

/// How much of an article machines made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum AiKind {
    /// Nothing: people wrote it.
    None,
    /// A part, under the eyes of people.
    Assisted,
    /// Most of it. In mainland China it must be said (人工智能生成合成内容标识办法, 2025).
    Generated,
    /// Something that a newer contract has a word for: only the note is shown.
    #[serde(other)]
    Other,
}
