//! Settings that would become code: what no command takes, and what hosts make of what is printed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod desk;
mod hostile;
mod hosts;
mod redirects;
mod server;
mod words;

#[path = "../newsroom/mod.rs"]
mod newsroom;
