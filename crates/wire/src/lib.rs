//! How JSON becomes the model in the reader.
//!
//! - [`parse`] reads text to a small tree, [`Json`], exactly as RFC 8259 has it
//! - [`FromJson`] makes the model of the tree; its derive reads the attributes that serde reads on the press
//!
//! Promised: what serde_json and serde's derived code read, this reads alike, and refuses what they refuse. But a
//! struct is an object, never a list of its fields; and a number may be as great as it likes where nobody asks for it.
//!
//! Deliberately absent: writing, floating point, and words for what is wrong. The press explains mistakes; whoever
//! reads the paper is told only that it is no news. Serde's own code would do all this for four times the bytes.

mod from_json;
mod json;
mod parse;

pub use from_json::{FromJson, optional, or_else, required, variant};
pub use json::Json;
pub use parse::parse;
/// Reads a type by its attributes for serde. One that it does not know does not compile.
pub use strait_wire_macro::FromJson;
