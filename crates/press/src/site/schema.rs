//! JSON Schemas (2020-12), generated from the model.

use crate::error::PressError;
use crate::site::output::SiteFile;
use schemars::{Schema, schema_for};
use strait_model::{Article, Front, FrontOrder, SectionList, Site, Story};

/// Each schema with its file name: what a newsroom files, and what the site publishes.
pub fn schemas() -> [(&'static str, Schema); 6] {
    [
        ("article.json", schema_for!(Article)),
        ("site.json", schema_for!(Site)),
        ("front-order.json", schema_for!(FrontOrder)),
        ("story.json", schema_for!(Story)),
        ("section-list.json", schema_for!(SectionList)),
        ("front.json", schema_for!(Front)),
    ]
}

/// The schemas as files of the site.
pub fn files() -> Result<Vec<SiteFile>, PressError> {
    let file = |(name, schema): (&str, Schema)| Ok((format!("schema/{name}"), serde_json::to_vec_pretty(&schema)?));
    schemas().into_iter().map(file).collect()
}
