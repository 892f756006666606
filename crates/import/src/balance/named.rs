//! What a conversion named as lost, by kind.

use crate::fault::{BodyFault, GateFault, ImportFault};
use std::collections::HashMap;

/// What a conversion named as lost.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Pictures.
    pub pictures: usize,
    /// Links.
    pub links: usize,
    /// Players.
    pub players: usize,
    /// Elements, as they were named, and how often.
    pub elements: HashMap<String, usize>,
}

impl Named {
    /// Takes in a fault that is told.
    pub fn note(&mut self, fault: &ImportFault) {
        match fault {
            ImportFault::Gate(GateFault::HeldPart(_)) => self.pictures += 1,
            ImportFault::Body(fault) => self.note_lost(fault),
            _ => {}
        }
    }

    fn note_lost(&mut self, fault: &BodyFault) {
        match fault {
            BodyFault::UnsafeLink(_) => self.links += 1,
            // A place within the page is no link that the source's readers leave it by.
            BodyFault::DeadLink(href) if !href.starts_with('#') => self.links += 1,
            BodyFault::LostMedia(what) if is_player(what) => self.players += 1,
            BodyFault::LostMedia(_) | BodyFault::NotInExport(_) => self.pictures += 1,
            BodyFault::Removed(what) if what == "<img width=1>" => self.pictures += 1,
            BodyFault::Removed(what) | BodyFault::Unkept(what) | BodyFault::Hidden(what) => {
                let name = what.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default();
                *self.elements.entry(name.to_owned()).or_default() += 1;
            }
            _ => {}
        }
    }
}

fn is_player(what: &str) -> bool {
    ["<", "video", "audio"].iter().any(|begin| what.starts_with(begin)) && !what.starts_with("<img")
}
