//! What can be wrong with the pages that stand beside the news.

use super::article::Rules;
use super::body;
use super::filed::Filed;
use super::folder::Folder;
use super::references::Register;
use strait_confined::ConfinedError;
use strait_faults::{Findings, Tally};
use strait_model::{PageName, Site};
use strait_press::read_standing;
use strait_standing::{FiledPage, StandingPages};

/// Reads the pages that may be shown, and puts the links to them on the site.
pub fn read(folder: &Folder, site: &mut Site, now: jiff::Timestamp, tally: &mut Tally) -> Result<Vec<FiledPage>, ConfinedError> {
    let StandingPages { pages, faults } = read_standing(&folder.inside, site, now)?;
    faults.into_iter().for_each(|found| tally.note_finding(found));
    Ok(pages)
}

/// Checks what stands on them; says what they show and where they lead.
pub fn check(pages: &[FiledPage], rules: &Rules, register: &Register, tally: &mut Tally) -> Vec<Filed> {
    let filed_by_somebody = pages.iter().filter(|page| page.file.file_name().is_some());
    let check = |page: &FiledPage| {
        let (mut filed, mut findings) = (Filed::unknown(page.file.clone()), Findings::default());
        body::check(&page.body, rules, &mut filed, &mut findings);
        register.check(&filed, &mut findings);
        findings.place(|pointer| page.spot(block_of(pointer)?));
        tally.note(&page.file, findings);
        filed
    };
    filed_by_somebody.map(check).collect()
}

/// Whether a path below the site is a page beside the news.
pub fn is_page(site: &Site, path: &str) -> bool {
    let path = path.trim_end_matches('/');
    let of_archive = |rest: &str| rest.strip_prefix("/page/").is_some_and(|page| page.parse::<usize>().is_ok());
    site.pages.iter().any(|page| *page.name == *path) || path.strip_prefix(PageName::CORRECTIONS).is_some_and(of_archive)
}

/// The block that a pointer leads into.
fn block_of(pointer: &str) -> Option<usize> {
    pointer.strip_prefix("/body/")?.split('/').next()?.parse().ok()
}
