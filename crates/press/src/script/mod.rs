//! The paper in the other script: Simplified for a Traditional newsroom, Traditional with the
//! terms of Taiwan, or the characters of Hong Kong, for a Simplified one.
//!
//! Dictionaries are OpenCC's, as the crate `zhhz` carries them; matching is `daachorse`'s.

mod article;
mod converter;
mod crossing;
mod dictionary;
mod editions;
pub mod error;
mod fault;
mod names;
mod table;
mod terms;
mod words;
mod written;

pub use converter::{Converter, Doubt};
pub use dictionary::character_variants;
pub use editions::{OtherEdition, converters, edition_faults, editions};
pub use error::ScriptError;
pub use fault::EditionFault;
pub use written::Script;
