//! The folder of a printed site: what is written into it and how, what its files are called, and what those are told
//! who serve it.

pub mod compressed;
pub mod content_type;
pub mod disk;
pub mod headers;
pub mod host_files;
pub mod inventory;
pub mod mark;
pub mod output;
pub mod schema;
pub mod taken;
