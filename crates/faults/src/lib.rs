//! What can be wrong with a newsroom's files, and how it is found in one: a file is read against the shape of the model
//! ([`json_file`], [`Shape`]), what is found is noted at its place ([`Findings`]), counted, and told with line and column
//! ([`Tally`]). The tables of faults ([`table`]) have a row for each, in both languages.
//!
//! Promises that each fault has one name, which the manual (`docs/check.md`) explains, and words in both languages.
//! Deliberately absent: who looks for it; import, check and press do.

mod characters;
mod finding;
pub mod json_file;
mod kinds;
mod locate;
mod refusal;
mod shape;
mod table;
mod tally;

pub use characters::check as check_characters;
pub use finding::{FileFinding, Finding, Findings, below};
pub use refusal::{bad_former, instead, why_refused, why_unprintable};
pub use shape::{Shape, ShapeError, shortened};
pub use table::{ContentFault, LookFault, PlaceFault, PublicationFault, ShapeFault, SiteFault, StandingFault, TextFault};
pub use tally::{KEPT_OF_A_KIND, Tally};
