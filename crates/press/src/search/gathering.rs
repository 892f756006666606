//! The terms of the volumes that a build prints: what is printed anyway is noted then, and not read once more.

use super::runs::Runs;
use super::spill::Spill;
use super::terms::Marked;
use crate::error::PressError;
use crate::index::volume::Volume;
use std::path::Path;

/// The terms of the volumes that are to be printed.
pub struct Gathering {
    /// Of each volume, the oldest first.
    volumes: Vec<Runs>,
    /// Where they are while memory does not hold them.
    pub spill: Spill,
}

impl Gathering {
    /// Nothing is known of some volumes. `folder`: where terms may lie while they are gathered.
    pub fn of<'a>(volumes: impl Iterator<Item = &'a Volume>, folder: &Path) -> Gathering {
        let mut volumes: Vec<Runs> = volumes.map(|volume| Runs::of(volume.places())).collect();
        volumes.sort_by_key(|runs| runs.places().start);
        Gathering { volumes, spill: Spill::into(folder) }
    }

    /// The volume that an article's terms are gathered for; none where its volume stays as it was printed.
    pub fn of_article(&self, at: usize) -> Option<&Runs> {
        let after = self.volumes.partition_point(|runs| runs.places().start <= at);
        self.volumes[..after].last().filter(|runs| runs.places().contains(&at))
    }

    /// Notes the terms of an article, each once and in order.
    pub fn add(&self, at: usize, terms: Vec<Marked>) -> Result<(), PressError> {
        self.of_article(at).map_or(Ok(()), |runs| runs.add(at, terms, &self.spill))
    }
}
