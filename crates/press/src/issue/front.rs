//! The front page: the editor's order, filled with the newest where it says nothing.

use crate::error::PressError;
use crate::issue::Issue;
use crate::issue::list::List;
use std::collections::HashSet;
use strait_model::{ArticleId, Contract, Front, FrontOrder, Headline, SectionPath, Strip};

const LATEST: usize = 10;
const BESIDE: usize = 4;
const IN_A_STRIP: usize = 6;

/// Which articles stand on the front page, by their places in the issue.
#[derive(Debug)]
pub struct FrontPlaces {
    lead: Option<usize>,
    beside: Vec<usize>,
    latest: Vec<usize>,
    pictures: Vec<usize>,
    strips: Vec<(SectionPath, Vec<usize>)>,
}

impl FrontPlaces {
    /// The places on an issue's front page.
    pub fn of(issue: &Issue, order: &FrontOrder) -> Result<FrontPlaces, PressError> {
        let mut used = Used::default();
        let with_picture = |used: &Used, count: usize| issue.newest(List::Pictured(None), count + used.0.len());
        let lead = used.take(places(issue, order.lead.as_slice())?.into_iter().chain(with_picture(&used, 1)?), 1);
        let beside = used.take(places(issue, &order.beside)?.into_iter().chain(with_picture(&used, BESIDE)?), BESIDE);
        // What is new is worth saying twice: a strip may show it too.
        let latest = issue.latest().filter(|at| !lead.contains(at) && !beside.contains(at)).take(LATEST).collect();
        let pictures = used.take(places(issue, &order.pictures)?, usize::MAX);
        let mut strips = Vec::new();
        for strip in &order.strips {
            // Of so many enough are left when all that is used is left out.
            let enough = IN_A_STRIP + used.0.len();
            let pictured = issue.newest(List::Pictured(Some(&strip.section)), enough)?;
            let newest = issue.newest(List::Section(&strip.section), enough + 1)?;
            let mut articles = used.take(places(issue, strip.lead.as_slice())?.into_iter().chain(pictured), 1);
            articles.extend(used.take(newest, IN_A_STRIP - articles.len()));
            strips.push((strip.section.clone(), articles));
        }
        strips.retain(|(_, articles)| !articles.is_empty());
        Ok(FrontPlaces { lead: lead.first().copied(), beside, latest, pictures, strips })
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

/// The articles that have their place already.
#[derive(Default)]
struct Used(HashSet<usize>);

impl Used {
    /// The first of those that have no place yet.
    fn take(&mut self, wanted: impl IntoIterator<Item = usize>, count: usize) -> Vec<usize> {
        wanted.into_iter().filter(|at| self.0.insert(*at)).take(count).collect()
    }
}

/// The editor's choice, as far as it is published.
fn places(issue: &Issue, ids: &[ArticleId]) -> Result<Vec<usize>, PressError> {
    let places = ids.iter().map(|id| issue.place(id)).collect::<Result<Vec<_>, _>>()?;
    Ok(places.into_iter().flatten().collect())
}
