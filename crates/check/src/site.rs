//! What can be wrong with `site.json`.

use std::collections::HashSet;
use strait_faults::{ContentFault, Findings, SiteFault, below, shortened};
use strait_model::{Section, SectionPath, Site};
use strait_press::script::edition_faults;

/// Notes what is wrong with a site.
pub fn check(site: &Site, findings: &mut Findings) {
    if !site.contract.is_understood() {
        findings.add("/contract", ContentFault::NewerContract);
    }
    if jiff::tz::TimeZone::get(&site.time_zone).is_err() {
        findings.add("/timeZone", ContentFault::UnknownTimeZone(shortened(&site.time_zone)));
    }
    if !(1..=1000).contains(&site.section_page_size) {
        findings.add("/sectionPageSize", SiteFault::BadPageSize { size: site.section_page_size });
    }
    for (field, words) in [("name", &site.name), ("copyrightNotice", &site.copyright_notice)] {
        if words.trim().is_empty() {
            findings.add(format!("/{field}"), SiteFault::NoWords { field: field.to_owned() });
        }
    }
    for (word, _) in site.convert_words.iter().filter(|(word, becomes)| word.trim().is_empty() || becomes.trim().is_empty()) {
        findings.add(below("/convertWords", word), SiteFault::NoWords { field: "convertWords".to_owned() });
    }
    if site.files_url.is_some() {
        findings.add("/filesUrl", ContentFault::UnknownField);
    }
    check_scheme(&site.url, "/url", findings);
    site.data_url.iter().for_each(|url| check_scheme(url, "/dataUrl", findings));
    check_players(site, findings);
    for (at, _) in site.licences.iter().enumerate().filter(|(_, licence)| !licence.is_well_formed()) {
        findings.add(format!("/licences/{at}"), SiteFault::OddLicence);
    }
    for (at, fault) in edition_faults(site) {
        findings.add(format!("/editions/{at}"), fault);
    }
    if site.sections.is_empty() {
        findings.add("/sections", SiteFault::NoSections);
    }
    check_sections(&site.sections, "", "/sections", &mut HashSet::new(), findings);
}

/// Of an address only how it is fetched is left to be looked at: its form is a matter of its type.
fn check_scheme(url: &str, at: &str, findings: &mut Findings) {
    if url.starts_with("http://") {
        findings.add(at, SiteFault::InsecureUrl { url: shortened(url) });
    }
}

fn check_players(site: &Site, findings: &mut Findings) {
    let mut providers = HashSet::new();
    for (at, player) in site.players.iter().enumerate() {
        if !providers.insert((&player.provider, &player.origin)) {
            findings.add(format!("/players/{at}"), SiteFault::DoublePlayer { provider: shortened(&player.provider) });
        }
    }
}

fn check_sections<'a>(
    sections: &'a [Section],
    above: &str,
    at: &str,
    seen: &mut HashSet<&'a SectionPath>,
    findings: &mut Findings,
) {
    for (index, section) in sections.iter().enumerate() {
        let (at, path) = (format!("{at}/{index}"), section.path.as_str());
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        if !seen.insert(&section.path) {
            findings.add(format!("{at}/path"), SiteFault::DoubleSection { path: path.to_owned() });
        } else if parent != above {
            findings.add(format!("{at}/path"), SiteFault::MisplacedSection { path: path.to_owned() });
        }
        if section.name.trim().is_empty() {
            findings.add(format!("{at}/name"), SiteFault::NoWords { field: "name".to_owned() });
        }
        check_sections(&section.children, path, &format!("{at}/children"), seen, findings);
    }
}
