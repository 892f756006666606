//! A small newsroom is printed and looked at: what stands in the folder is what readers get.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod anchors;
mod builds;
mod content;
mod conversion;
mod demo_in_traditional;
mod editions;
mod embeds;
#[cfg(unix)]
mod folders;
mod hostile;
mod hosts;
mod kills;
mod late;
mod law;
mod lean;
mod lists;
mod look;
#[path = "../newsroom/mod.rs"]
mod newsroom;
mod offline;
mod originals;
#[cfg(unix)]
mod output;
mod pages;
mod photos;
mod qr;
mod redirects;
mod root;
mod search;
mod standing;
