//! The paper in the other script: Simplified for a Traditional newsroom, Traditional with the
//! terms of Taiwan, or the characters of Hong Kong, for a Simplified one.
//!
//! Dictionaries are OpenCC's, as the crate `zhhz` carries them; matching is `daachorse`'s.

mod article;
mod converter;
mod crossing;
mod dictionary;
mod editions;
mod fault;
mod names;
mod table;
mod terms;
mod words;

pub use converter::{Converter, Doubt};
pub use dictionary::character_variants;
pub use editions::{OtherEdition, converters, edition_faults, editions};
pub use fault::EditionFault;

use crate::words::is_traditional;

/// Why there is no converter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScriptError {
    /// Not Chinese, or of the script that is already there.
    #[error("no conversion from {from} to {to}")]
    NoWay {
        /// The language of the newsroom.
        from: String,
        /// The language of the edition.
        to: String,
    },
    /// The dictionaries lack a part.
    #[error("no dictionary {0}")]
    NoDictionary(&'static str),
    /// The dictionaries are too large to be matched.
    #[error("dictionary: {0}")]
    TooLarge(String),
}

/// How Chinese is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// 简体
    Simplified,
    /// 繁體 as in Taiwan
    Taiwan,
    /// 繁體 as in Hong Kong and Macau
    HongKong,
}

impl Script {
    /// How a language (BCP 47) is written; none for one that is not Chinese.
    pub(crate) fn of(language: &str) -> Option<Script> {
        let says = |region: &str| language.split('-').any(|part| part.eq_ignore_ascii_case(region));
        match (language.split('-').next(), is_traditional(language)) {
            (Some("zh"), false) => Some(Script::Simplified),
            (Some("zh"), true) if says("hk") || says("mo") => Some(Script::HongKong),
            (Some("zh"), true) => Some(Script::Taiwan),
            _ => None,
        }
    }

    /// Whether both are of one script: a reader of one reads the other.
    pub(crate) fn is_like(self, other: Script) -> bool {
        (self == Script::Simplified) == (other == Script::Simplified)
    }
}
