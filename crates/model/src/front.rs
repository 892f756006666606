//! The front page: the editor's order, and what is printed from it.

use super::{ArticleId, Contract, Headline, SectionPath};
use strait_wire::FromJson;

/// The editor's order, `front.json` in the content folder. What is missing or unpublished is
/// filled with the newest.
#[derive(Clone, Debug, Default, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FrontOrder {
    /// The lead story.
    #[serde(default)]
    pub lead: Option<ArticleId>,
    /// The stories beside it.
    #[serde(default)]
    pub beside: Vec<ArticleId>,
    /// The pictures.
    #[serde(default)]
    pub pictures: Vec<ArticleId>,
    /// The strips, from the top.
    #[serde(default)]
    pub strips: Vec<StripOrder>,
}

/// Which section gets a strip.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct StripOrder {
    /// The section.
    pub section: SectionPath,
    /// The story that opens the strip; else the newest with a picture.
    #[serde(default)]
    pub lead: Option<ArticleId>,
}

/// The front page as it is shown.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Front {
    /// The version of the contract it was written under.
    #[serde(default)]
    pub contract: Contract,
    /// The lead story; none on the first day of a paper.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub lead: Option<Headline>,
    /// The stories beside it.
    #[serde(default)]
    pub beside: Vec<Headline>,
    /// The newest, whatever the section.
    #[serde(default)]
    pub latest: Vec<Headline>,
    /// Stories that are told in pictures.
    #[serde(default)]
    pub pictures: Vec<Headline>,
    /// Sections, from the top.
    #[serde(default)]
    pub strips: Vec<Strip>,
}

/// A section on the front page.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Strip {
    /// The section.
    pub section: SectionPath,
    /// Its stories; the first opens the strip.
    pub headlines: Vec<Headline>,
}
