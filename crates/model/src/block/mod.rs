//! What a body is made of.

mod parts;
#[cfg(not(target_arch = "wasm32"))]
mod reading;
#[cfg(not(target_arch = "wasm32"))]
mod texts;

#[cfg(not(target_arch = "wasm32"))]
pub use parts::ShownFile;
#[cfg(not(target_arch = "wasm32"))]
pub use texts::BlockText;

use crate::{Image, List, Text};
use strait_wire::FromJson;

/// One part of a body. A new kind breaks the build where it must be shown.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Block {
    /// Running text.
    Paragraph {
        /// Its `id` in the page; the press gives one where the newsroom did not.
        #[serde(default, skip_serializing_if = "crate::is_default")]
        anchor: Option<String>,
        /// Its words.
        text: Text,
    },
    /// A sub-heading.
    Heading(Heading),
    /// One picture.
    Image(Image),
    /// Several pictures that belong together.
    Gallery(Gallery),
    /// Words of somebody, set off.
    Quote(Quote),
    /// Ordered or unordered points.
    List(List),
    /// Rows and columns.
    Table(Table),
    /// A film.
    Video(Video),
    /// A recording.
    Audio(Audio),
    /// Something of another provider, loaded when asked for.
    Embed(Embed),
    /// A change of scene.
    Divider,
    /// Something that is read by machines, set as it was written.
    Code(Lines),
    /// A poem, set as its author did.
    Verse(Lines),
    /// The notes to which marks in the text lead.
    Notes(Notes),
    /// Background beside the story.
    Aside {
        /// Its `id` in the page; the press gives one where the newsroom did not.
        #[serde(default, skip_serializing_if = "crate::is_default")]
        anchor: Option<String>,
        /// Its heading.
        #[serde(default, skip_serializing_if = "crate::is_default")]
        title: Option<String>,
        /// Its blocks.
        body: Vec<Block>,
    },
    /// A kind of a newer contract: skipped by the reader, reported by the press.
    #[serde(other)]
    Unknown,
}

/// A sub-heading with the line above it.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Heading {
    /// The short line above.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub kicker: Option<String>,
    /// The words.
    pub text: Text,
    /// 2 or 3: the headline is 1.
    #[serde(default = "second_level")]
    pub level: u8,
    /// Its `id` in the page; the press makes one from the words where the newsroom did not.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub anchor: Option<String>,
}

/// Pictures that belong together.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Gallery {
    /// Its `id` in the page; the press gives one where the newsroom did not.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub anchor: Option<String>,
    /// In order.
    pub images: Vec<Image>,
}

/// Words of somebody.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Quote {
    /// Its `id` in the page; the press gives one where the newsroom did not.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub anchor: Option<String>,
    /// The words.
    pub text: Text,
    /// Whose they are.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub cite: Option<String>,
}

/// Rows and columns.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Table {
    /// Its `id` in the page; the press gives one where the newsroom did not.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub anchor: Option<String>,
    /// What the table shows.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub caption: Option<String>,
    /// The names of the columns, a span each.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub header: Text,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<Text>>,
}

/// A film of the paper's own.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Video {
    /// Its `id` in the page; the press gives one where the newsroom did not.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub anchor: Option<String>,
    /// The file, relative to the site, or a whole address.
    pub src: String,
    /// Shown before it plays.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub poster: Option<Image>,
    /// What it shows.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub caption: Option<String>,
    /// Its length in seconds.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub seconds: u32,
}

/// A recording of the paper's own.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Audio {
    /// Its `id` in the page; the press gives one where the newsroom did not.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub anchor: Option<String>,
    /// The file, relative to the site, or a whole address.
    pub src: String,
    /// Its name.
    pub title: String,
    /// What one hears.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub caption: Option<String>,
    /// Its length in seconds.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub seconds: u32,
}

/// Lines whose breaks and indents are kept.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Lines {
    /// Its `id` in the page; the press gives one where the newsroom did not.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub anchor: Option<String>,
    /// The words, with their line breaks and spaces.
    pub text: Text,
    /// The language of code, as `rust`.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub language: Option<String>,
}

/// Notes below the text. The third of those with the anchor `note` is `#note-3` to links.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Notes {
    /// Its `id` in the page; the press gives one where the newsroom did not.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub anchor: Option<String>,
    /// The notes, in order.
    pub items: Vec<Text>,
}

/// Something of another provider. Nothing of theirs is loaded before the reader asks for it.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Embed {
    /// Its `id` in the page; the press gives one where the newsroom did not.
    #[serde(default, skip_serializing_if = "crate::is_default")]
    pub anchor: Option<String>,
    /// The provider, by the name that the site's list of players gives it.
    pub provider: String,
    /// What is framed.
    pub src: String,
    /// The same as a page of the provider's, for readers without scripts.
    pub href: String,
    /// What it is.
    pub title: String,
}

fn second_level() -> u8 {
    2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_of_a_newer_contract_is_kept_as_unknown() {
        let json = r#"[{"kind":"hologram","depth":3},{"kind":"divider"}]"#;
        let body: Vec<Block> = serde_json::from_str(json).unwrap();
        assert_eq!(body, [Block::Unknown, Block::Divider]);
    }
}
