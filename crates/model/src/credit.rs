//! Who made an article, and where it came from.

use strait_wire::FromJson;

/// One person and what they did.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Credit {
    /// What they did.
    pub role: Role,
    /// Their name as it is printed.
    pub name: String,
}

/// What a person did for an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Staff writer (记者).
    Reporter,
    /// Contributor outside the paper (通讯员).
    Correspondent,
    /// Took the pictures.
    Photographer,
    /// Drew the pictures.
    Illustrator,
    /// Writes opinion.
    Columnist,
    /// Translated the text.
    Translator,
    /// A role of a newer contract: the name is shown without it.
    #[serde(other)]
    Other,
}

/// The agency or paper an article comes from.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its address on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

impl Role {
    /// Whether the words are theirs; else they made the pictures, or the words in another language.
    pub fn is_writer(self) -> bool {
        !matches!(self, Role::Photographer | Role::Illustrator | Role::Translator)
    }
}
