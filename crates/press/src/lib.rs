//! Prints the site: a content folder and a built reader go in, static files come out ([`publish`], after an [`Order`]).
//!
//! Promises that the same content gives the same bytes; that what a newsroom did not publish is in no file; that a build
//! of what is late costs what is late, and prints what a full one would; and that a site is whole or as it was before.
//! What the site says of itself to those who serve it is here too: [`headers`], [`redirects`], [`inventory`], and
//! [`serve`], which sends a printed site over HTTP.
//!
//! Deliberately absent: views (they are the app's, in the root package), pictures' pixels (`strait-darkroom`), what is
//! wrong with content (`strait-faults`, `strait-check`), and where the site goes (`strait-publish`).

mod articles;
mod build;
mod built;
mod costs;
mod error;
mod escape;
mod fingerprint;
mod index;
mod issue;
pub mod machines;
mod newsroom;
mod order;
mod pages;
#[cfg(test)]
mod past_types;
mod pictures;
mod pieces;
mod reader_files;
pub mod redirects;
mod report;
pub mod script;
mod search;
pub mod serve;
mod site;
mod told;

use strait_report::progress::Progress;

pub use articles::anchors;
pub use built::READER_PARTS;
pub use costs::Cost;
pub use error::PressError;
pub use newsroom::root::RootFiles;
pub use newsroom::standing::read as read_standing;
pub use order::Order;
pub use reader_files::ReaderFiles;
pub use report::{FileCounts, Report};
pub use site::{content_type, headers, inventory, mark, schema};

/// Prints a site. What is wrong with single files is in the report and stops nothing else.
///
/// The same content, reader and time of publishing give the same bytes, whatever was there before and
/// however many threads work.
pub fn publish(order: &Order, progress: &dyn Progress) -> Result<Report, PressError> {
    let workers = rayon::ThreadPoolBuilder::new().num_threads(order.jobs).build()?;
    workers.install(|| build::run(order, progress))
}
