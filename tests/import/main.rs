//! Items of other systems are imported into a small content folder, and looked at as they are filed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod balance;
mod bodies;
mod closing;
mod closing_of_edited;
mod exports;
mod feed_texts;
mod feeds;
mod first_hour;
mod folder;
mod gate;
mod hostile;
mod identity;
mod in_time;
mod killed;
#[cfg(unix)]
mod links;
mod links_home;
mod model_paper;
#[path = "../newsroom/mod.rs"]
mod newsroom;
mod ninjs;
mod notes;
mod pictures;
mod places;
mod print;
mod redirects;
mod sayings;
mod sayings_of_wires;
mod secrets;
mod setup;
mod setup_by_wordpress;
mod sources;
mod updates;
mod vectors;
mod wordpress;
mod wordpress_site;
