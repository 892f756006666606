//! How problems and long work are told, in both languages: what all that is native speaks with.
//!
//! Promises that a problem names the file, the place in it and the mend, and that each severity and word has one name. Faults
//! are written as tables ([`faults!`]).
//! Deliberately absent: who prints it (the command does), and what can be wrong (`strait-faults` and those who find it).

pub mod problem;
pub mod progress;
pub mod table;
