//! What can be wrong with how a paper looks.

use super::folder::Folder;
use strait_confined::ConfinedError;
use strait_darkroom::Darkroom;
use strait_faults::{Findings, Tally};
use strait_look::{Look, Told};
use strait_model::Site;

/// Notes what is wrong with it.
pub fn check(folder: &Folder, site: &Site, darkroom: &Darkroom, tally: &mut Tally) -> Result<(), ConfinedError> {
    for Told { file, pointer, spot, fault } in Look::read(&folder.inside, site, darkroom)?.1 {
        let mut findings = Findings::default();
        match spot {
            Some(spot) => findings.add_at(Some(spot), fault),
            None => findings.add(pointer, fault),
        }
        tally.note(&file, findings);
    }
    Ok(())
}
