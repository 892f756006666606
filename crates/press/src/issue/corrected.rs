//! All that was put right, in the order in which it was.

use super::Issue;
use crate::error::PressError;
use std::ops::Range;
use strait_model::Correction;

/// A page of the list of all corrections, with its neighbours.
#[derive(Clone, Debug)]
pub struct CorrectedPage {
    /// The archive page's number, counted from the oldest; none on the page that every page links to.
    pub page: Option<usize>,
    /// The number of the page with older ones.
    pub older: Option<usize>,
    /// The number of the page with newer ones.
    pub newer: Option<usize>,
    /// The newest first, each with the place of its article.
    pub items: Vec<(usize, Correction)>,
}

/// The pages of the list: the one that every page links to, then the archive, the oldest first, so that a full one never
/// changes: as a section's.
pub fn pages(issue: &Issue, size: usize) -> Result<Vec<CorrectedPage>, PressError> {
    let mut all = Vec::new();
    for at in &issue.corrected {
        all.extend(issue.entry(*at)?.corrections.iter().map(|correction| (*at, correction.clone())));
    }
    all.sort_by_key(|(at, correction)| (correction.at.instant(), *at));
    let size = size.max(1);
    let full = all.len() / size;
    let newest_of = |ranks: Range<usize>| all.iter().take(ranks.end).skip(ranks.start).rev().cloned().collect();
    let above_zero = |page: usize| Some(page).filter(|page| *page > 0);
    let own = CorrectedPage {
        page: None,
        older: above_zero(full.saturating_sub(1)),
        newer: None,
        items: newest_of(full.saturating_sub(1) * size..usize::MAX),
    };
    let page = |number: usize| CorrectedPage {
        page: Some(number),
        older: above_zero(number - 1),
        newer: (number <= full).then_some(number + 1),
        items: newest_of((number - 1) * size..number * size),
    };
    let archive = if all.is_empty() { 1..1 } else { 1..full + 2 };
    Ok(std::iter::once(own).chain(archive.map(page)).collect())
}
