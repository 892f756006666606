//! Pictures, feeds, papers and servers that bite: the real command meets them, with the memory of all its processes watched.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod drawings;
mod feeds;
#[path = "../newsroom/mod.rs"]
mod newsroom;
mod papers;
mod photos;
mod pictures;
mod watched;
