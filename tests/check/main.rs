//! `strait check`: what is wrong with a newsroom is found, all of it in one run, and told with its place.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod articles;
mod bulk;
mod conversion;
mod demo;
#[cfg(unix)]
mod folders;
mod former;
mod hostile;
mod look;
#[path = "../newsroom/mod.rs"]
mod newsroom;
mod site;
mod standing;
mod well;
