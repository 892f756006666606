//! Strait: the news site that is readable before it has loaded.
//!
//! The map of the house:
//! - [`model`]: what a newsroom publishes, as plain data
//! - [`paths`]: every address of the site
//! - [`words`]: every word that the reader says by itself
//! - [`views`]: model in, HTML out; they never fetch and never read the clock
//! - [`pages`]: one file per route: which views it is made of
//! - [`head`]: what a page says of itself in its `<head>`
//! - [`app`]: the frame around the pages
//! - `reader` (browser only): brings a printed page to life, fetches and navigates
//! - `import` (native only): turns what other systems wrote into articles
//! - `darkroom` (native only): opens pictures of strangers, each in a process of its own
//! - `press` (native only): prints the site
//! - `publish` (native only): puts the site on the web
//! - `check` (native only): finds what is wrong with a newsroom before it is printed
//! - `confined` (native only): a folder that is never left
//! - `sample` (native only): the newsroom to begin with, and how it is known again
//! - `problem` (native only): what can be wrong with content, in words
//! - `progress` (native only): how far long work is

mod app;
mod head;
pub mod model;
mod pages;
pub mod paths;
mod views;
pub mod words;

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod confined;
#[cfg(not(target_arch = "wasm32"))]
pub mod darkroom;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
#[cfg(not(target_arch = "wasm32"))]
pub mod press;
#[cfg(not(target_arch = "wasm32"))]
pub mod problem;
#[cfg(not(target_arch = "wasm32"))]
pub mod progress;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
#[cfg(target_arch = "wasm32")]
pub mod reader;
#[cfg(not(target_arch = "wasm32"))]
pub mod sample;
