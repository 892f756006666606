//! Pages and frames, printed with the components that run in the browser.

pub mod frames;
pub mod page;
pub mod tool_heads;
