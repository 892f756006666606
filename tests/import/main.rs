//! Items of other systems are imported into a small content folder, and looked at as they are filed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod bodies;
mod closing;
mod feeds;
mod first_hour;
mod folder;
mod gate;
mod hostile;
mod killed;
#[cfg(unix)]
mod links;
mod model_paper;
mod ninjs;
mod pictures;
mod print;
mod sayings;
mod secrets;
mod setup;
mod sources;
mod updates;
mod vectors;
mod wordpress;
