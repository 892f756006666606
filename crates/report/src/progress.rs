//! How long work says how far it is, whoever listens: a terminal, a test, nobody.

use crate::problem::Bilingual;

/// Hears how far long work is. The calls of one piece of work come in the order `begin`, `step`…, `end`;
/// `step` may come from any thread.
pub trait Progress: Sync {
    /// Work begins; `total` counts its steps, where they are known.
    fn begin(&self, what: &Bilingual, total: Option<u64>);
    /// So many steps more are done.
    fn step(&self, steps: u64);
    /// The work is done.
    fn end(&self);
}

/// Hears nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &Bilingual, _: Option<u64>) {}
    fn step(&self, _: u64) {}
    fn end(&self) {}
}
