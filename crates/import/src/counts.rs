//! What became of items, and how many became what.

use super::fault::GateFault;
use super::gate::Passage;
use super::notes::Notes;

/// How many items became what. Each item that was read is counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Articles that were not there.
    pub new: usize,
    /// Articles that changed.
    pub updated: usize,
    /// Articles that are as they were, byte for byte.
    pub unchanged: usize,
    /// Items that their source does not call published, new or not: they are not shown.
    pub withheld: usize,
    /// Items that their source plans for later, new or not: they are not shown before.
    pub embargoed: usize,
    /// Articles that became tombstones.
    pub withdrawn: usize,
    /// Items that became nothing: broken, too old, or no articles.
    pub skipped: usize,
}

/// What became of an item.
pub enum Filed {
    New,
    Updated,
    Unchanged,
    Withdrawn,
    Skipped,
    /// It is older than what is filed.
    Old,
    /// It may not be shown and there is nothing to file.
    Held,
}

impl Counts {
    /// Where an item is counted; what holds it back is told.
    pub fn of(&mut self, filed: Filed, passage: &Passage, notes: &mut Notes) -> &mut usize {
        match (filed, passage) {
            (Filed::Skipped, _) => &mut self.skipped,
            (Filed::Old, _) => &mut self.unchanged,
            (_, Passage::Withheld(hold)) => {
                notes.add("", hold.fault());
                &mut self.withheld
            }
            (_, Passage::Embargoed(until)) => {
                notes.add("", GateFault::Embargoed(until.to_string()));
                &mut self.embargoed
            }
            (Filed::New, _) => &mut self.new,
            (Filed::Updated, _) => &mut self.updated,
            (Filed::Withdrawn, _) => &mut self.withdrawn,
            (Filed::Unchanged | Filed::Held, _) => &mut self.unchanged,
        }
    }
}
