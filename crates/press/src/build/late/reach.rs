//! The pieces that late news may have changed: more than it did, but never more because the archive is large.

use crate::articles::entry::topics;
use crate::error::PressError;
use crate::index::BuildState;
use crate::index::volume::Volume;
use crate::issue::Issue;
use crate::issue::list::List;
use crate::issue::related;
use crate::pieces::materials::Materials;
use crate::pieces::piece;
use crate::pieces::reach::{Archive, Reach};
use crate::search::measure;
use std::collections::{BTreeMap, BTreeSet};
use strait_model::SectionPath;

/// The articles whose own pages late news may have changed, by their places. `touched`: the news.
pub fn neighbours(
    issue: &Issue,
    touched: &[usize],
    changed: &BTreeSet<usize>,
    build_state: &BuildState,
) -> Result<BTreeSet<usize>, PressError> {
    let mut found = changed.clone();
    for &at in touched {
        let entry = issue.entry(at)?;
        found.insert(at);
        found.extend(related::leads_from(&issue.chosen(&entry)?, &entry));
        found.extend(entry.relatives.chosen_by.iter().map(|other| *other as usize));
        let mut after = |list: List, count: usize| -> Result<(), PressError> {
            let begin = issue.stock.rank(list, at + 1)?;
            found.extend(issue.stock.ranks(list, begin..begin + count)?);
            Ok(())
        };
        for topic in topics(&entry) {
            after(List::Topic(topic), related::WINDOW)?;
        }
        for section in entry.section.lineage() {
            after(List::Section(&section), Issue::shown_as_more(build_state.most_related))?;
        }
    }
    Ok(found)
}

/// The articles that the feeds of the news tell of.
pub fn in_feeds(issue: &Issue, touched: &[usize]) -> Result<BTreeSet<usize>, PressError> {
    let mut found = BTreeSet::from_iter(piece::feed(issue, None)?);
    for &at in touched {
        let entry = issue.entry(at)?;
        for section in entry.section.lineage() {
            found.extend(piece::feed(issue, Some(&section))?);
        }
    }
    Ok(found)
}

/// The articles that are read again for the search index, which has them in the volumes of the news.
pub fn in_volumes(touched: &[usize], build_state: &BuildState) -> BTreeSet<usize> {
    let volumes = build_state.volumes.iter().filter(|volume| touched.iter().any(|at| volume.places().contains(at)));
    volumes.flat_map(Volume::places).collect()
}

/// What late news may have changed of the site. The build state learns what that changes of sitemap and volumes.
pub fn reach(
    materials: &Materials,
    touched: &[usize],
    neighbours: &BTreeSet<usize>,
    build_state: &mut BuildState,
) -> Result<Reach, PressError> {
    let issue = &materials.issue;
    let mut sitemap = BTreeMap::new();
    for &at in touched {
        sitemap.extend([issue.sitemap_part(at, &materials.zone)?]);
    }
    for (name, articles) in &sitemap {
        let newest = issue.newest_version(articles.clone())?;
        match build_state.sitemap.binary_search_by(|(known, _)| known.cmp(name)) {
            Ok(known) => build_state.sitemap[known].1 = newest,
            Err(place) => build_state.sitemap.insert(place, (name.clone(), newest)),
        }
    }
    let is_touched = |volume: &&mut Volume| touched.iter().any(|at| volume.places().contains(at));
    let mut volumes = Vec::new();
    for volume in build_state.volumes.iter_mut().filter(is_touched) {
        measure(volume, issue)?;
        volumes.push(volume.clone());
    }
    Ok(Reach {
        articles: neighbours.iter().copied().collect(),
        sections: archive_pages(materials, touched)?,
        sitemap: sitemap.into_iter().collect(),
        sitemap_index: build_state.sitemap.clone(),
        volumes,
        search_contents: materials.site.search.then(|| build_state.volumes.clone()),
        has_shared: false,
    })
}

/// The sections that news stands in, each with the pages of its archive that it may have changed: the one it stands
/// on, and the next, which begins when that one is full.
fn archive_pages(materials: &Materials, touched: &[usize]) -> Result<Vec<Archive>, PressError> {
    let issue = &materials.issue;
    let mut found: Vec<(SectionPath, BTreeSet<usize>)> = Vec::new();
    for &at in touched {
        let own = issue.entry(at)?.section.clone();
        for section in own.lineage().filter(|section| materials.site.section(section).is_some()) {
            let page = issue.archive_page_of(&materials.site, &section, at)?;
            let known = found.iter().position(|(known, _)| *known == section).unwrap_or_else(|| {
                found.push((section, BTreeSet::new()));
                found.len() - 1
            });
            found[known].1.extend([page, page + 1]);
        }
    }
    let alone = |numbers: BTreeSet<usize>| numbers.into_iter().map(|number| number..number + 1).collect();
    Ok(found.into_iter().map(|(section, numbers)| (section, alone(numbers))).collect())
}
