//! How a paper looks: what an editor chooses, and what all else is derived from (`strait-look`).

use super::{Colour, FaceFile, LookFile, Ornament};
use strait_wire::FromJson;

/// How a paper looks. What is left out is as in a paper that says nothing.
#[derive(Clone, Debug, Default, PartialEq, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Theme {
    /// Colours by day.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub light: Colours,
    /// Colours by night; those that are not given are derived from the others.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub dark: Colours,
    /// The name of the paper as a picture, in the masthead. None: it is set in type.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub masthead: Option<MastheadPicture>,
    /// What stands for the paper on a home screen and in a tab; all sizes are drawn from it.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub icon: Option<LookFile>,
    /// Whether the first character of the name stands before it as a seal.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub seal: Option<bool>,
    /// What headlines are set in.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub headline_face: Option<Face>,
    /// What all else is set in.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub text_face: Option<Face>,
    /// How round the corners of buttons and labels are.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub corners: Option<Corners>,
    /// What runs below the masthead and above the footer.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub ornament: Option<Ornament>,
    /// The typeface in which pictures are printed for those articles that have none, where they are shared. None: they are
    /// shared without.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub card_face: Option<FaceFile>,
    /// How much room there is between things.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub density: Option<Density>,
}

/// The four colours that all others are derived from.
#[derive(Clone, Debug, Default, PartialEq, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
pub struct Colours {
    /// The paper's own: kickers, the seal, the ornament.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub accent: Option<Colour>,
    /// Links, and dark bars.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub second: Option<Colour>,
    /// What is behind everything.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub ground: Option<Colour>,
    /// What words are printed in.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub ink: Option<Colour>,
}

/// The name of the paper as a picture.
#[derive(Clone, Debug, PartialEq, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
pub struct MastheadPicture {
    /// By day, and by night where there is no other.
    pub light: LookFile,
    /// By night.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub dark: Option<LookFile>,
}

/// The name of the paper as a picture, where it is published. The press fills it in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintedMasthead {
    /// By day, below the site.
    pub light: String,
    /// By night, below the site; none: as by day.
    pub dark: Option<String>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// A stack of faces that devices have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Face {
    /// 宋体, and a Latin face with serifs: what newspapers are set in.
    Song,
    /// 明體, the same as it is called in Taiwan.
    Ming,
    /// The same again, where the paper is in Latin letters.
    Serif,
    /// 黑体, and a Latin face without serifs.
    Hei,
    /// The same, where the paper is in Latin letters.
    Sans,
    /// 楷体, as written by hand.
    Kai,
}

/// How round corners are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Corners {
    /// Not at all.
    Square,
    /// A little.
    Soft,
    /// Much.
    Round,
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Density {
    /// Little.
    Close,
    /// As usual.
    Regular,
    /// Much.
    Airy,
}
