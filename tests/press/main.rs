//! A small newsroom is printed and looked at: what stands in the folder is what readers get.

mod content;
mod hostile;
mod lists;
mod newsroom;
mod pages;
mod qr;
