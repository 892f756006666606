//! JSON as it arrives in the browser, and how it becomes the model.

mod blocks;
mod json;
mod model;

pub use json::FromJson;
