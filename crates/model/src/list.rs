//! A page of a section.

use super::{Contract, Headline, SectionPath};
use strait_wire::FromJson;

/// A page of a section, newest first.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SectionList {
    /// The version of the contract it was written under.
    #[serde(default)]
    pub contract: Contract,
    /// The section.
    pub section: SectionPath,
    /// The archive page's number, counted from the oldest; none on the section's own page.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub page: Option<usize>,
    /// The number of the page with older news.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub older: Option<usize>,
    /// The number of the page with newer news.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub newer: Option<usize>,
    /// The news.
    pub headlines: Vec<Headline>,
}
