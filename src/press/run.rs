//! What is gathered before printing: all that is printed from.

use super::assets::Assets;
use super::costs::Costs;
use super::edition::Edition;
use super::entry::Entry;
use super::fingerprint::Key;
use super::frames::FramePrinter;
use super::front::FrontPlaces;
use super::index::Index;
use super::newsroom::{FileState, Newsroom};
use super::page::PagePrinter;
use super::pictures::{KnownPictures, Pictures};
use super::printing::Printing;
use super::redirects::{Former, Ground, Refused};
use super::script::{Converter, OtherEdition};
use super::search::Fold;
use super::survey::survey;
use super::{ContentFault, Order, PressError, Report};
use crate::confined::{ConfinedError, stays_inside};
use crate::model::{Section, Site};
use crate::progress::Progress;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// All that is printed from.
pub struct Materials {
    /// Where articles are read again.
    pub newsroom: Newsroom,
    /// The paper.
    pub site: Arc<Site>,
    /// Its time zone.
    pub zone: TimeZone,
    /// The built reader.
    pub assets: Assets,
    /// What the reader's files are made of.
    pub reader_key: Key,
    /// The renditions.
    pub pictures: Pictures,
    /// The films and recordings that are there.
    pub media: BTreeMap<String, FileState>,
    /// What is published.
    pub edition: Edition,
    /// What stands on the front page.
    pub front: FrontPlaces,
    /// Where renditions are kept, and what is too much for memory while it is printed.
    pub cache: PathBuf,
    /// What makes texts and queries alike, where readers can search.
    pub fold: Option<Fold>,
    /// The time of publishing.
    pub now: jiff::Timestamp,
    /// What printing has cost.
    pub costs: Arc<Costs>,
    /// The editions in print, the newsroom's own first.
    pub printings: Vec<Printing>,
}

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
        let open = || entries.iter().filter(|entry| entry.release.is_open(now));
        let pictures = {
            let originals: BTreeSet<&str> = open().flat_map(|entry| &entry.pictures).map(String::as_str).collect();
            self.pictures(&Vec::from_iter(originals), index.take_pictures(), report, progress)?
        };
        let media = self.media(open(), report);
        let fill_in = |entry: &mut Entry| entry.fill_in(&pictures, &media);
        entries.par_iter_mut().filter(|entry| entry.release.is_open(now)).try_for_each(fill_in)?;
        let mut edition = self.costs.of("sorting and relating, by the clock", || Edition::of(entries, now))?;
        edition.former = self.former(&edition, report)?;
        Materials::of(self, edition, pictures, media)
    }

    /// The old addresses that lead to articles; reports those that cannot.
    fn former(&self, edition: &Edition, report: &mut Report) -> Result<Former, PressError> {
        let (former, refused) = Former::of(&Ground::of(&self.newsroom.site), edition)?;
        for Refused { article, address, why } in refused {
            report.add(self.newsroom.article_file(article.as_str()), "formerly", &ContentFault::former(&address, why));
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
}

impl Materials {
    /// All that a build prints from.
    pub fn of(
        build: Build,
        edition: Edition,
        pictures: Pictures,
        media: BTreeMap<String, FileState>,
    ) -> Result<Materials, PressError> {
        let Build { order, newsroom, zone, others, assets, costs, .. } = build;
        let front = FrontPlaces::of(&edition, &newsroom.front)?;
        let site = Arc::new(newsroom.site.clone());
        let in_print = |site: Arc<Site>, folder: String, converter: Option<Converter>| -> Result<Printing, PressError> {
            let (look, has_partner_files) = (assets.look.clone(), order.partner_files);
            let pages = PagePrinter::new(site.clone(), &assets)?;
            let frames = FramePrinter::new(&site, &assets);
            Ok(Printing { site, folder, converter, pages, frames, has_partner_files, look, costs: costs.clone() })
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
            edition,
            front,
        })
    }

    /// Every section of the tree.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.site.sections.iter().flat_map(Section::flatten)
    }
}
