//! Pictures and the renditions that screens choose from.

use strait_wire::FromJson;

/// A picture with its words. In the content folder `src` names an original in `pictures/`; the
/// press makes the renditions and fills in the rest.
#[derive(Clone, Debug, Default, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Image {
    /// The original's file name; or, published, what the names of its renditions begin with,
    /// relative to the site; or the whole address of a picture elsewhere.
    pub src: String,
    /// Widths of the renditions in pixels, ascending. None: `src` is the only one.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub widths: Vec<u32>,
    /// Width of the original in pixels.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub width: u32,
    /// Height of the original in pixels.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub height: u32,
    /// What most of it looks like, until it is there: `#8a7b60`, as CSS writes colours.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub colour: Option<String>,
    /// What is in the picture, for those who do not see it.
    #[serde(default)]
    pub alt: String,
    /// What it means.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub caption: Option<String>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub credit: Option<String>,
    /// In a body, its `id` in the page; the press gives one where the newsroom did not.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub anchor: Option<String>,
}

/// One encoding of one size of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendition {
    /// Its address, relative to the site.
    pub href: String,
    /// Its width in pixels.
    pub width: u32,
}

/// The encodings that the press makes of each picture, the smallest first: a browser takes the
/// first that it knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenditionType {
    /// AV1 still image.
    Avif,
    /// For browsers of before 2022.
    Webp,
    /// For all others.
    Jpeg,
}

impl RenditionType {
    /// All of them, in the order of preference.
    pub const ALL: [RenditionType; 3] = [RenditionType::Avif, RenditionType::Webp, RenditionType::Jpeg];

    /// The ending of its files.
    pub fn extension(self) -> &'static str {
        match self {
            RenditionType::Avif => "avif",
            RenditionType::Webp => "webp",
            RenditionType::Jpeg => "jpg",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            RenditionType::Avif => "image/avif",
            RenditionType::Webp => "image/webp",
            RenditionType::Jpeg => "image/jpeg",
        }
    }
}

impl Image {
    /// The renditions of one type, the narrowest first.
    pub fn renditions(&self, encoding: RenditionType) -> impl Iterator<Item = Rendition> + '_ {
        self.widths.iter().map(move |&width| Rendition { href: format!("{}-{width}.{}", self.src, encoding.extension()), width })
    }

    /// The file for those who know of no renditions: the second narrowest, or the only one.
    pub fn plain_src(&self) -> String {
        self.renditions(RenditionType::Jpeg).take(2).last().map_or_else(|| self.src.clone(), |rendition| rendition.href)
    }

    /// How high it is where it is so wide, as the press makes it; 0 when nobody knows.
    pub fn height_at(&self, width: u32) -> u32 {
        match self.width {
            0 => 0,
            original => (u64::from(self.height) * u64::from(width) / u64::from(original)).max(1) as u32,
        }
    }

    /// Whether the picture is higher than wide, and must not fill a column's width.
    pub fn is_portrait(&self) -> bool {
        self.height > self.width
    }
}
