//! An article together with what is offered to read next.

use super::{Article, Contract, Headline};
use strait_wire::FromJson;

/// An article together with what is offered to read next: all that its page shows, so that
/// a navigation fetches one file.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Story {
    /// The version of the contract it was written under.
    #[serde(default)]
    pub contract: Contract,
    /// The article. Of a withdrawn one only what a tombstone says.
    pub article: Article,
    /// The picture that stands for it where it is shared, if it has none of its own. The press fills it in.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(skip)]
    pub card: Option<super::Image>,
    /// Related news: the editor's choice first, then computed.
    #[serde(default)]
    pub related: Vec<Headline>,
    /// Why each of them is related: `editor`, `follow-up`, `section`, or `topic:` and what they share.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub why: Vec<String>,
    /// More from the section, newest first, without the above.
    #[serde(default)]
    pub more: Vec<Headline>,
}
