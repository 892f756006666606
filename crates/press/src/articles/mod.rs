//! An article on its way: what the index knows of it, and how it is published.

pub mod anchors;
pub mod entry;
pub mod prepare;
