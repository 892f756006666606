//! The built reader, as pages name it and as it is copied.

pub mod assets;
mod dress;
pub mod lean;

pub use assets::PARTS as READER_PARTS;
