//! `strait serve`, asked as browsers ask: over HTTP/1.1 and HTTP/2, alone and by hundreds at once; and as nobody should.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod addresses;
mod crowds;
mod headers;
#[path = "../newsroom/mod.rs"]
mod newsroom;
mod pages;
mod proofs;
mod redirects;
mod server;
mod standards;
