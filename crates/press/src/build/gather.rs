//! A build, and what it gathers before printing.

use crate::articles::entry::Entry;
use crate::build::survey::survey;
use crate::built::assets::Assets;
use crate::costs::Costs;
use crate::error::PressError;
use crate::index::Index;
use crate::issue::Issue;
use crate::issue::Refused;
use crate::issue::front::FrontPlaces;
use crate::newsroom::standing::originals_of;
use crate::newsroom::{FileState, Newsroom};
use crate::order::Order;
use crate::pages::frames::FramePrinter;
use crate::pages::page::PagePrinter;
use crate::pictures::{KnownPictures, Pictures};
use crate::pieces::materials::Materials;
use crate::pieces::printing::Printing;
use crate::redirects::Ground;
use crate::redirects::former::Former;
use crate::report::Report;
use crate::script::{Converter, OtherEdition};
use crate::search::Fold;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use strait_confined::{ConfinedError, stays_inside};
use strait_faults::ContentFault;
use strait_model::Site;
use strait_report::progress::Progress;

/// A build: what to do, and what it finds before it reads articles.
pub struct Build<'a> {
    /// What to print.
    pub order: &'a Order,
    /// The newsroom.
    pub newsroom: Newsroom,
    /// The paper's time zone.
    pub zone: TimeZone,
    /// The editions beside the newsroom's own.
    pub others: Vec<OtherEdition>,
    /// The built reader.
    pub assets: Assets,
    /// When the newsroom was looked at.
    pub surveyed: jiff::Timestamp,
    /// What the build has cost.
    pub costs: Arc<Costs>,
}

impl Build<'_> {
    /// Reads all that has changed in the newsroom, makes pictures, selects.
    pub fn gather(self, index: &mut Index, report: &mut Report, progress: &dyn Progress) -> Result<Materials, PressError> {
        let now = self.order.now;
        index.check_pictures(&self.newsroom);
        let survey = || survey(&self.newsroom, &self.zone, index, report, progress);
        let mut entries = self.costs.of("the survey, by the clock", survey)?;
        let open = || entries.iter().filter(|entry| entry.availability.is_open(now));
        let pictures = {
            let of_pages = self.newsroom.pages.iter().flat_map(originals_of);
            let originals: BTreeSet<&str> =
                open().flat_map(|entry| &entry.pictures).map(String::as_str).chain(of_pages).collect();
            self.pictures(&Vec::from_iter(originals), index.take_pictures(), report, progress)?
        };
        let media = self.media(open(), report);
        let fill_in = |entry: &mut Entry| entry.fill_in(&pictures, &media);
        entries.par_iter_mut().filter(|entry| entry.availability.is_open(now)).try_for_each(fill_in)?;
        let mut issue = self.costs.of("sorting and relating, by the clock", || Issue::of(entries, now))?;
        issue.former = self.former(&issue, report)?;
        self.materials(issue, pictures, media)
    }

    /// The old addresses that lead to articles; reports those that cannot.
    fn former(&self, issue: &Issue, report: &mut Report) -> Result<Former, PressError> {
        let (former, refused) = Former::of(&Ground::of(&self.newsroom.site), issue)?;
        for Refused { article, address, why } in refused {
            report.add(self.newsroom.article_file(article.as_str()), "formerly", &why.fault(&address));
        }
        Ok(former)
    }

    /// The renditions of some originals, made where they are not known.
    pub fn pictures(
        &self,
        originals: &[&str],
        known: KnownPictures,
        report: &mut Report,
        progress: &dyn Progress,
    ) -> Result<Pictures, PressError> {
        Pictures::make(&self.newsroom, self.order, originals, known, report, progress)
    }

    /// The films and recordings that articles refer to; reports those that are not there.
    pub fn media<'a>(&self, shown: impl IntoIterator<Item = &'a Entry>, report: &mut Report) -> BTreeMap<String, FileState> {
        let wanted: BTreeSet<&String> = shown.into_iter().flat_map(|entry| &entry.media).collect();
        let mut media = BTreeMap::new();
        for src in wanted {
            let is_named = stays_inside(src) && src.starts_with("media/");
            let fault = match is_named.then(|| self.newsroom.state(src)) {
                Some(Ok(state)) => {
                    media.insert(src.clone(), state);
                    continue;
                }
                Some(Err(error @ (ConfinedError::LeadsOutside { .. } | ConfinedError::NotAFile(_)))) => ContentFault::of(&error),
                _ => None,
            };
            report.add(self.newsroom.folder.join(src), "", &fault.unwrap_or(ContentFault::MissingMedia));
        }
        media
    }

    /// All that it prints from.
    pub fn materials(
        self,
        issue: Issue,
        pictures: Pictures,
        media: BTreeMap<String, FileState>,
    ) -> Result<Materials, PressError> {
        let Build { order, newsroom, zone, others, assets, costs, .. } = self;
        let front = FrontPlaces::of(&issue, &newsroom.front)?;
        let site = Arc::new(newsroom.site.clone());
        let in_print = |site: Arc<Site>, folder: String, converter: Option<Converter>| -> Result<Printing, PressError> {
            let (theme, has_partner_files) = (assets.theme.clone(), order.partner_files);
            let pages = PagePrinter::new(site.clone(), &assets)?;
            let frames = FramePrinter::new(&site, &assets);
            let card = assets.card.clone();
            Ok(Printing { site, folder, converter, pages, frames, has_partner_files, theme, card, costs: costs.clone() })
        };
        let mut printings = vec![in_print(site.clone(), String::new(), None)?];
        for OtherEdition { site, converter, folder } in others {
            printings.push(in_print(Arc::new(site), folder, Some(converter))?);
        }
        Ok(Materials {
            reader_key: assets.key(),
            fold: site.search.then(Fold::new).transpose()?,
            now: order.now,
            cache: order.cache.clone(),
            printings,
            costs,
            newsroom,
            site,
            zone,
            assets,
            pictures,
            media,
            issue,
            front,
        })
    }
}
