//! What a body is made of.

use super::{Image, Text, is_default, plain};
use serde::{Deserialize, Serialize};

/// One part of a body. A new kind breaks the build where it must be shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Block {
    /// Running text.
    Paragraph {
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
    /// Background beside the story.
    Aside {
        /// Its heading.
        #[serde(default, skip_serializing_if = "is_default")]
        title: Option<String>,
        /// Its blocks.
        body: Vec<Block>,
    },
    /// A kind of a newer contract: skipped by the reader, reported by the press.
    Unknown,
}

/// A sub-heading with the line above it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Heading {
    /// The short line above.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kicker: Option<String>,
    /// The words.
    pub text: Text,
    /// 2 or 3: the headline is 1.
    #[serde(default = "second_level")]
    pub level: u8,
    /// Its `id` in the page, where that is not made from its words: in an edition of the other
    /// script it is that of the newsroom's own, so that links lead to it in both.
    #[serde(default, skip_serializing_if = "is_default")]
    pub anchor: Option<String>,
}

/// Pictures that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Gallery {
    /// In order.
    pub images: Vec<Image>,
}

/// Words of somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Quote {
    /// The words.
    pub text: Text,
    /// Whose they are.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cite: Option<String>,
}

/// Points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct List {
    /// Whether they are numbered.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ordered: bool,
    /// The points.
    pub items: Vec<Text>,
}

/// Rows and columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Table {
    /// What the table shows.
    #[serde(default, skip_serializing_if = "is_default")]
    pub caption: Option<String>,
    /// The names of the columns, a span each.
    #[serde(default, skip_serializing_if = "is_default")]
    pub header: Text,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<Text>>,
}

/// A film of the paper's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Video {
    /// The file, relative to the site, or a whole address.
    pub src: String,
    /// Shown before it plays.
    #[serde(default, skip_serializing_if = "is_default")]
    pub poster: Option<Image>,
    /// What it shows.
    #[serde(default, skip_serializing_if = "is_default")]
    pub caption: Option<String>,
    /// Its length in seconds.
    #[serde(default, skip_serializing_if = "is_default")]
    pub seconds: u32,
}

/// A recording of the paper's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Audio {
    /// The file, relative to the site, or a whole address.
    pub src: String,
    /// Its name.
    pub title: String,
    /// What one hears.
    #[serde(default, skip_serializing_if = "is_default")]
    pub caption: Option<String>,
    /// Its length in seconds.
    #[serde(default, skip_serializing_if = "is_default")]
    pub seconds: u32,
}

/// Something of another provider. Nothing of theirs is loaded before the reader asks for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Embed {
    /// The provider, by the name that the site's list of players gives it.
    pub provider: String,
    /// What is framed.
    pub src: String,
    /// The same as a page of the provider's, for readers without scripts.
    pub href: String,
    /// What it is.
    pub title: String,
}

impl Heading {
    /// The heading's `id` in the page. Made from its words, so that it survives what is moved or
    /// inserted around it (FNV-1a, 32 bits, <http://www.isthe.com/chongo/tech/comp/fnv/>).
    pub fn anchor(&self) -> String {
        if let Some(anchor) = &self.anchor {
            return anchor.clone();
        }
        let hash =
            plain(&self.text).bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        format!("h-{hash:x}")
    }
}

impl Block {
    /// The block itself; of an aside the blocks in it, however deep: an aside is shown in one level.
    pub fn flatten(self) -> Vec<Block> {
        match self {
            Block::Aside { body, .. } => body.into_iter().flat_map(Block::flatten).collect(),
            block => vec![block],
        }
    }

    /// The pictures directly in this block.
    pub fn images_mut(&mut self) -> Vec<&mut Image> {
        match self {
            Block::Image(image) => vec![image],
            Block::Gallery(gallery) => gallery.images.iter_mut().collect(),
            Block::Video(video) => video.poster.iter_mut().collect(),
            Block::Aside { body, .. } => body.iter_mut().flat_map(Block::images_mut).collect(),
            _ => vec![],
        }
    }
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

    #[test]
    fn an_anchor_depends_on_the_words_alone() {
        let heading = |kicker: Option<&str>| Heading {
            kicker: kicker.map(str::to_owned),
            text: vec!["潮起".into()],
            level: 2,
            anchor: None,
        };
        assert_eq!(heading(None).anchor(), heading(Some("一问")).anchor());
        assert!(heading(None).anchor().starts_with("h-"));
    }
}
