//! The front page: the editor's order, filled with the newest where it says nothing.

use super::PressError;
use super::edition::Edition;
use crate::model::{ArticleId, Contract, Front, FrontOrder, Headline, Strip, StripOrder};
use std::collections::HashSet;

const LATEST: usize = 10;
const BESIDE: usize = 4;
const IN_A_STRIP: usize = 6;

/// The front page of an edition.
pub fn front(edition: &Edition, order: &FrontOrder) -> Result<Front, PressError> {
    let mut used = HashSet::new();
    let mut take = |wanted: &mut dyn Iterator<Item = usize>, count: usize| -> Vec<usize> {
        wanted.filter(|at| used.insert(*at)).take(count).collect()
    };
    let wanted = |ids: &[ArticleId]| ids.iter().filter_map(|id| edition.place(id)).collect::<Vec<_>>().into_iter();
    let with_picture = || edition.latest().filter(|at| edition.published()[*at].has_lead());
    let lead = take(&mut wanted(order.lead.as_slice()).chain(with_picture()), 1);
    let beside = take(&mut wanted(&order.beside).chain(with_picture()), BESIDE);
    // What is new is worth saying twice: a strip may show it too.
    let latest: Vec<usize> = edition.latest().filter(|at| !lead.contains(at) && !beside.contains(at)).take(LATEST).collect();
    let pictures = take(&mut wanted(&order.pictures), usize::MAX);
    let mut strips = Vec::new();
    for strip in &order.strips {
        let mut articles = take(&mut strip_leads(edition, strip), 1);
        articles.extend(take(&mut edition.in_section(&strip.section), IN_A_STRIP - articles.len()));
        strips.push(Strip { section: strip.section.clone(), headlines: headlines(edition, &articles)? });
    }
    strips.retain(|strip| !strip.headlines.is_empty());
    Ok(Front {
        contract: Contract::default(),
        lead: lead.first().map(|at| whole_headline(edition, *at)).transpose()?,
        beside: headlines(edition, &beside)?,
        latest: headlines(edition, &latest)?,
        pictures: headlines(edition, &pictures)?,
        strips,
    })
}

/// What lists show of articles.
pub fn headlines(edition: &Edition, articles: &[usize]) -> Result<Vec<Headline>, PressError> {
    articles.iter().map(|at| edition.published()[*at].headline()).collect()
}

/// What may open a section's strip: the editor's choice, then the newest with a picture.
fn strip_leads<'a>(edition: &'a Edition, strip: &StripOrder) -> impl Iterator<Item = usize> + 'a {
    let chosen = strip.lead.as_ref().and_then(|id| edition.place(id));
    let pictured = edition.in_section(&strip.section).filter(|at| edition.published()[*at].has_lead());
    chosen.into_iter().chain(pictured)
}

/// A headline with the whole summary, for the story that opens the front page.
fn whole_headline(edition: &Edition, at: usize) -> Result<Headline, PressError> {
    let entry = &edition.published()[at];
    let headline = entry.headline()?;
    let summary = entry.summary.clone().unwrap_or_else(|| headline.summary.clone());
    Ok(Headline { summary, ..headline })
}
