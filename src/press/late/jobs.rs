//! The pieces that late news may have changed: more than it did, but never more because the archive is large.

use crate::model::SectionPath;
use crate::press::PressError;
use crate::press::edition::Edition;
use crate::press::index::Head;
use crate::press::piece::{self, Job};
use crate::press::related::{self, topics};
use crate::press::run::Materials;
use crate::press::search::Volume;
use crate::press::stock::List;
use std::collections::BTreeSet;

/// The articles whose own pages late news may have changed, by their places. `touched`: the news.
pub fn neighbours(
    edition: &Edition,
    touched: &[usize],
    changed: &BTreeSet<usize>,
    head: &Head,
) -> Result<BTreeSet<usize>, PressError> {
    let mut found = changed.clone();
    for &at in touched {
        let entry = edition.entry(at)?;
        found.insert(at);
        found.extend(related::leads_from(&edition.chosen(&entry)?, &entry));
        found.extend(entry.relatives.chosen_by.iter().map(|other| *other as usize));
        let mut after = |list: List, count: usize| -> Result<(), PressError> {
            let begin = edition.stock.rank(list, at + 1)?;
            found.extend(edition.stock.ranks(list, begin..begin + count)?);
            Ok(())
        };
        for topic in topics(&entry) {
            after(List::Topic(topic), related::WINDOW)?;
        }
        for section in entry.section.lineage() {
            after(List::Section(&section), Edition::shown_as_more(head.most_related))?;
        }
    }
    Ok(found)
}

/// The articles that the feeds of the news tell of.
pub fn in_feeds(edition: &Edition, touched: &[usize]) -> Result<BTreeSet<usize>, PressError> {
    let mut found = BTreeSet::from_iter(piece::feed(edition, None)?);
    for &at in touched {
        let entry = edition.entry(at)?;
        for section in entry.section.lineage() {
            found.extend(piece::feed(edition, Some(&section))?);
        }
    }
    Ok(found)
}

/// The articles that are read again for the search index, which has them in the volumes of the news.
pub fn in_volumes(touched: &[usize], head: &Head) -> BTreeSet<usize> {
    let volumes = head.volumes.iter().filter(|volume| touched.iter().any(|at| volume.places().contains(at)));
    volumes.flat_map(Volume::places).collect()
}

/// All pieces that late news may have changed.
pub fn jobs(
    materials: &Materials,
    touched: &[usize],
    neighbours: &BTreeSet<usize>,
    head: &mut Head,
) -> Result<Vec<Job>, PressError> {
    let (edition, site) = (&materials.edition, &materials.site);
    let mut jobs = Vec::new();
    for at in neighbours {
        jobs.push(piece::article(materials, *at)?);
    }
    for at in 0..edition.withdrawn.len() {
        jobs.push(piece::tombstone(edition, at)?);
    }
    for (section, pages) in archive_pages(materials, touched)? {
        jobs.push(piece::section_page(edition, edition.own_page(site, &section)?)?);
        jobs.push(piece::feeds(edition, Some(&section))?);
        for number in pages {
            for page in edition.archive_pages(site, &section, number..number + 1)? {
                jobs.push(piece::section_page(edition, page)?);
            }
        }
    }
    jobs.extend(piece::of_every_build(materials)?);
    let mut parts = BTreeSet::new();
    for &at in touched {
        let (name, articles) = edition.sitemap_part(at, &materials.zone)?;
        if parts.insert(name.clone()) {
            let newest = piece::newest_version(edition, articles.clone())?;
            match head.sitemap.binary_search_by(|(known, _)| known.cmp(&name)) {
                Ok(known) => head.sitemap[known].1 = newest,
                Err(place) => head.sitemap.insert(place, (name.clone(), newest)),
            }
            jobs.push(piece::sitemap(edition, name, articles)?);
        }
    }
    jobs.push(piece::sitemap_index(head.sitemap.clone()));
    jobs.extend(piece::redirects(edition));
    if site.search {
        for volume in head.volumes.iter_mut().filter(|volume| touched.iter().any(|at| volume.places().contains(at))) {
            volume.settle(edition)?;
            jobs.push(piece::search_volume(edition, volume.clone())?);
        }
        jobs.push(piece::search_contents(head.volumes.clone()));
    }
    jobs.extend(piece::pictures_and_media(materials));
    Ok(jobs)
}

/// The sections that news stands in, each with the pages of its archive that it may have changed: the one it stands
/// on, and the next, which begins when that one is full.
fn archive_pages(materials: &Materials, touched: &[usize]) -> Result<Vec<(SectionPath, BTreeSet<usize>)>, PressError> {
    let edition = &materials.edition;
    let mut found: Vec<(SectionPath, BTreeSet<usize>)> = Vec::new();
    for &at in touched {
        let own = edition.entry(at)?.section.clone();
        for section in own.lineage().filter(|section| materials.site.section(section).is_some()) {
            let page = edition.archive_page_of(&materials.site, &section, at)?;
            let known = found.iter().position(|(known, _)| *known == section).unwrap_or_else(|| {
                found.push((section, BTreeSet::new()));
                found.len() - 1
            });
            found[known].1.extend([page, page + 1]);
        }
    }
    Ok(found)
}
