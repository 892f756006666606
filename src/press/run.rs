//! What is gathered before printing: all that is printed from.

use super::assets::Assets;
use super::costs::Costs;
use super::edition::Edition;
use super::entry::Entry;
use super::fingerprint::Key;
use super::frames::FramePrinter;
use super::front::FrontPlaces;
use super::index::Index;
use super::newsroom::{FileState, Newsroom, stays_inside};
use super::page::PagePrinter;
use super::pictures::Pictures;
use super::prepare::zone_of;
use super::printing::Printing;
use super::script::{Converter, OtherEdition};
use super::survey::survey;
use super::{ContentFault, Order, PressError, Report};
use crate::model::{Section, Site};
use crate::progress::Progress;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
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
    /// The time of publishing.
    pub now: jiff::Timestamp,
    /// What printing has cost.
    pub costs: Arc<Costs>,
    /// The editions in print, the newsroom's own first.
    pub printings: Vec<Printing>,
}

impl Materials {
    /// Reads what has changed in the newsroom, makes pictures, selects.
    pub fn gather(
        order: &Order,
        newsroom: Newsroom,
        others: Vec<OtherEdition>,
        assets: Assets,
        index: &mut Index,
        report: &mut Report,
        progress: &dyn Progress,
    ) -> Result<Materials, PressError> {
        let zone = zone_of(&newsroom, report);
        index.check_pictures(&order.content.join("pictures"));
        let costs = Arc::new(Costs::default());
        let mut entries = costs.of("the survey, by the clock", || survey(&newsroom, &zone, index, report, progress))?;
        let pictures = {
            let originals = entries.iter().filter(|entry| entry.release.is_open(order.now)).flat_map(|entry| &entry.pictures);
            let originals: BTreeSet<&str> = originals.map(String::as_str).collect();
            Pictures::make(&order.content, &order.cache, &originals, index.take_pictures(), report, progress)?
        };
        entries.par_iter_mut().filter(|entry| entry.release.is_open(order.now)).try_for_each(|entry| entry.fill_in(&pictures))?;
        let media = media(&newsroom, entries.iter().filter(|entry| entry.release.is_open(order.now)), report);
        let edition = costs.of("sorting and relating, by the clock", || Edition::of(entries, order.now));
        let front = FrontPlaces::of(&edition, &newsroom.front);
        let site = Arc::new(newsroom.site.clone());
        let in_print = |site: Arc<Site>, folder: String, converter: Option<Converter>| -> Result<Printing, PressError> {
            let (look, has_partner_files) = (assets.look.clone(), order.partner_files);
            let pages = PagePrinter::new(site.clone(), &assets, has_partner_files)?;
            let frames = FramePrinter::new(&site, &assets);
            Ok(Printing { site, folder, converter, pages, frames, has_partner_files, look, costs: costs.clone() })
        };
        let mut printings = vec![in_print(site.clone(), String::new(), None)?];
        for OtherEdition { site, converter, folder } in others {
            printings.push(in_print(Arc::new(site), folder, Some(converter))?);
        }
        Ok(Materials {
            reader_key: assets.key(),
            now: order.now,
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

/// The films and recordings that articles refer to; reports those that are not there.
fn media<'a>(newsroom: &Newsroom, shown: impl Iterator<Item = &'a Entry>, report: &mut Report) -> BTreeMap<String, FileState> {
    let wanted: BTreeSet<&String> = shown.flat_map(|entry| &entry.media).collect();
    let mut media = BTreeMap::new();
    for src in wanted {
        let file = newsroom.folder.join(src);
        match FileState::of(&file) {
            Ok(state) if stays_inside(src) && src.starts_with("media/") => drop(media.insert(src.clone(), state)),
            _ => report.add(file, "", &ContentFault::MissingMedia),
        }
    }
    media
}
