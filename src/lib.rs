//! The app: what a reader sees, and what makes it live. The same components print every page natively and open the next
//! one in the browser.
//!
//! - [`words`]: every word that the paper says by itself
//! - [`stage`]: what every view may ask for, and all that can change on screen
//! - [`views`]: model in, HTML out
//! - [`pages`]: a file for each kind of page: where it is, what it says of itself, which views it is made of
//! - [`head`]: what a page says of itself in its `<head>`
//! - [`app`]: the frame around the pages
//! - `reader` (browser only): brings a printed page to life, fetches and navigates
//!
//! Promises that a view shows what it is given: it never fetches and never reads the clock. Deliberately absent: disks,
//! and all that only a press needs; each dependency of this crate is paid for by every reader.

pub mod app;
pub mod head;
pub mod pages;
pub mod stage;
pub mod views;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod reader;
