//! Items of other systems are imported into a small content folder, and looked at as they are filed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod balance;
mod bodies;
mod closing;
mod feed_texts;
mod feeds;
mod folder;
mod gate;
mod hostile;
mod identity;
#[cfg(unix)]
mod links;
mod ninjs;
mod pictures;
mod print;
mod sayings;
mod secrets;
mod sources;
mod updates;
mod vectors;
mod wordpress;
