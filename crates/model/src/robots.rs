//! What crawlers are asked to leave alone.

use super::CrawlerName;
use strait_wire::FromJson;

/// What crawlers are asked to leave alone (`robots.txt`, RFC 9309). Who reads the file keeps to it, and nobody else.
#[derive(Clone, Debug, PartialEq, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Robots {
    /// Whether those may read the paper who gather texts to train models with. Search engines are others.
    #[serde(default = "super::site::yes", skip_serializing_if = "super::site::is_yes")]
    pub training: bool,
    /// Others that may not, by the names that they give themselves.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub refuse: Vec<CrawlerName>,
}

impl Default for Robots {
    fn default() -> Robots {
        Robots { training: true, refuse: vec![] }
    }
}
