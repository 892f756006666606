//! The command `strait`: a file for each thing it does, and how it speaks to a terminal, a pipe or a machine.
//!
//! Promises that each thing ends with what it did in words, as JSON where that is asked for, and with a status that
//! scripts can trust. Deliberately absent: what is done; all of that is in the crates that it calls.
//!
//! The tests of the whole house (`tests/`) belong to this package, for cargo tells only them where the command is.

mod build;
mod check;
mod command;
mod help;
mod import;
mod listing;
mod meter;
mod new;
mod proofs;
mod publish;
mod serve;
mod terminal;

/// Printing is many small pieces of text on several threads at once, which the system's allocator takes twice as long for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    command::run()
}
