//! Items of other systems are imported into a small content folder, and looked at as they are filed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod balance;
mod bodies;
mod closing;
mod exports;
mod feed_texts;
mod feeds;
mod first_hour;
mod folder;
mod gate;
mod hostile;
mod identity;
mod killed;
#[cfg(unix)]
mod links;
mod model_paper;
#[path = "../newsroom/mod.rs"]
mod newsroom;
mod ninjs;
mod pictures;
mod places;
mod print;
mod redirects;
mod sayings;
mod secrets;
mod setup;
mod sources;
mod updates;
mod vectors;
mod wordpress;
