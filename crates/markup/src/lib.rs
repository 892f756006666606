//! One tree for all markup. Views make it; the press prints it, and the reader builds it.
//!
//! - [`view!`]: Leptos' grammar, giving a [`Node`]
//! - [`Node`], [`Element`]: the tree
//! - `print` (native): as HTML, escaped in one place
//! - `build` (browser): as DOM, its live parts driven by Leptos' effects; [`Node::adopt`] makes an element live that
//!   was printed
//!
//! One type and not, as in Leptos' own views, one for each view: what is made anew for each type is code that every
//! reader downloads. And there is no hydration: nothing here walks a printed page, so whatever translators and
//! extensions made of it does not matter.

#[cfg(target_arch = "wasm32")]
mod build;
mod node;
#[cfg(not(target_arch = "wasm32"))]
mod print;
mod value;

#[cfg(target_arch = "wasm32")]
pub use build::Built;
#[cfg(target_arch = "wasm32")]
pub use node::Event;
pub use node::{Element, Node};
#[cfg(not(target_arch = "wasm32"))]
pub use print::escape;
pub use strait_markup_macro::view;
pub use value::{Attribute, Value};
