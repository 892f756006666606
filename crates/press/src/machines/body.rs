//! An article's body for those who take it elsewhere: as plain HTML with whole addresses, and as text.

mod html;
mod plain;

pub use html::html;
pub use plain::plain;
