//! The front page: the editor's order, filled with the newest where it says nothing.

use super::PressError;
use super::edition::Edition;
use crate::model::{ArticleId, Contract, Front, FrontOrder, Headline, SectionPath, Strip, StripOrder};
use std::collections::HashSet;

const LATEST: usize = 10;
const BESIDE: usize = 4;
const IN_A_STRIP: usize = 6;

/// Which articles stand on the front page, by their places in the edition.
#[derive(Debug)]
pub struct FrontPlaces {
    lead: Option<usize>,
    beside: Vec<usize>,
    latest: Vec<usize>,
    pictures: Vec<usize>,
    strips: Vec<(SectionPath, Vec<usize>)>,
}

impl FrontPlaces {
    /// The places on an edition's front page.
    pub fn of(edition: &Edition, order: &FrontOrder) -> FrontPlaces {
        let mut used = HashSet::new();
        let mut take = |wanted: &mut dyn Iterator<Item = usize>, count: usize| -> Vec<usize> {
            wanted.filter(|at| used.insert(*at)).take(count).collect()
        };
        let wanted = |ids: &[ArticleId]| ids.iter().filter_map(|id| edition.place(id)).collect::<Vec<_>>().into_iter();
        let with_picture = || edition.latest().filter(|at| edition.published()[*at].has_lead());
        let lead = take(&mut wanted(order.lead.as_slice()).chain(with_picture()), 1);
        let beside = take(&mut wanted(&order.beside).chain(with_picture()), BESIDE);
        // What is new is worth saying twice: a strip may show it too.
        let latest = edition.latest().filter(|at| !lead.contains(at) && !beside.contains(at)).take(LATEST).collect();
        let pictures = take(&mut wanted(&order.pictures), usize::MAX);
        let mut strips = Vec::new();
        for strip in &order.strips {
            let mut articles = take(&mut strip_leads(edition, strip), 1);
            articles.extend(take(&mut edition.in_section(&strip.section), IN_A_STRIP - articles.len()));
            strips.push((strip.section.clone(), articles));
        }
        strips.retain(|(_, articles)| !articles.is_empty());
        FrontPlaces { lead: lead.first().copied(), beside, latest, pictures, strips }
    }

    /// All articles, each list with how many it has.
    pub fn lists(&self) -> impl Iterator<Item = &[usize]> {
        let lists = [self.lead.as_slice(), &self.beside, &self.latest, &self.pictures];
        lists.into_iter().chain(self.strips.iter().map(|(_, articles)| articles.as_slice()))
    }

    /// The sections whose strips are shown.
    pub fn sections(&self) -> impl Iterator<Item = &SectionPath> {
        self.strips.iter().map(|(section, _)| section)
    }

    /// The front page with headlines. `whole` gives one with its whole summary.
    pub fn filled(
        &self,
        whole: impl Fn(&usize) -> Result<Headline, PressError>,
        headlines: impl Fn(&[usize]) -> Result<Vec<Headline>, PressError>,
    ) -> Result<Front, PressError> {
        let strip = |(section, articles): &(SectionPath, Vec<usize>)| {
            Ok::<Strip, PressError>(Strip { section: section.clone(), headlines: headlines(articles)? })
        };
        Ok(Front {
            contract: Contract::default(),
            lead: self.lead.as_ref().map(whole).transpose()?,
            beside: headlines(&self.beside)?,
            latest: headlines(&self.latest)?,
            pictures: headlines(&self.pictures)?,
            strips: self.strips.iter().map(strip).collect::<Result<_, _>>()?,
        })
    }
}

/// What may open a section's strip: the editor's choice, then the newest with a picture.
fn strip_leads<'a>(edition: &'a Edition, strip: &StripOrder) -> impl Iterator<Item = usize> + 'a {
    let chosen = strip.lead.as_ref().and_then(|id| edition.place(id));
    let pictured = edition.in_section(&strip.section).filter(|at| edition.published()[*at].has_lead());
    chosen.into_iter().chain(pictured)
}
