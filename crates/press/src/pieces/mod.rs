//! The pieces of a site: what each is, what it is made of, and how it is printed in every edition.

pub mod materials;
pub mod piece;
pub mod print;
pub mod printing;
pub mod reach;
mod volume;
