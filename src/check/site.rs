//! What can be wrong with `site.json`.

use super::faults::{PublicationFault, SiteFault};
use super::finding::Findings;
use super::shape::shortened;
use super::width::is_language;
use crate::model::{Section, SectionPath, Site};
use crate::paths::is_mark;
use crate::press::ContentFault;
use serde_json::{Value, json};
use std::collections::HashSet;

/// What stands for what is broken in a site file, so that the rest can be looked at.
pub fn instead() -> Value {
    json!({
        "name": "-", "language": "zh-Hans", "url": "https://example.org/", "timeZone": "UTC", "sections": [], "copyrightNotice": "-",
    })
}

/// Notes what is wrong with a site.
pub fn check(site: &Site, findings: &mut Findings) {
    if !site.contract.is_understood() {
        findings.add("/contract", ContentFault::NewerContract);
    }
    if !is_language(&site.language) {
        findings.add("/language", PublicationFault::BadLanguage { language: shortened(&site.language) });
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
    check_url(&site.url, "/url", findings);
    if let Some(url) = &site.data_url {
        check_url(url, "/dataUrl", findings);
    }
    if let Some(mark) = site.qr_mark.as_ref().filter(|mark| !is_mark(mark)) {
        findings.add("/qrMark", ContentFault::BadMark(shortened(mark)));
    }
    check_origins(site, findings);
    if site.sections.is_empty() {
        findings.add("/sections", SiteFault::NoSections);
    }
    check_sections(&site.sections, "", "/sections", &mut HashSet::new(), findings);
}

/// Whether a text is the address of a site: scheme and host, perhaps a path, and nothing else.
pub fn is_url(url: &str) -> bool {
    let parts = url.parse::<hyper::Uri>().ok();
    let has_host =
        parts.as_ref().is_some_and(|parts| parts.host().is_some_and(|host| !host.is_empty()) && parts.query().is_none());
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    has_host && is_web && !url.contains(['#', '@', ' '])
}

fn check_url(url: &str, at: &str, findings: &mut Findings) {
    if !is_url(url) {
        findings.add(at, SiteFault::BadUrl { url: shortened(url) });
    } else if !url.starts_with("https://") {
        findings.add(at, SiteFault::InsecureUrl { url: shortened(url) });
    }
}

fn check_origins(site: &Site, findings: &mut Findings) {
    let mut providers = HashSet::new();
    for (at, player) in site.players.iter().enumerate() {
        if !is_origin(&player.origin) {
            findings.add(format!("/players/{at}/origin"), SiteFault::BadOrigin { origin: shortened(&player.origin) });
        }
        if !providers.insert((&player.provider, &player.origin)) {
            findings.add(format!("/players/{at}"), SiteFault::DoublePlayer { provider: shortened(&player.provider) });
        }
    }
    for (field, origins) in
        [("mediaOrigins", &site.media_origins), ("embedPartners", site.embed_partners.as_ref().unwrap_or(&vec![]))]
    {
        for (at, origin) in origins.iter().enumerate().filter(|(_, origin)| !is_origin(origin)) {
            findings.add(format!("/{field}/{at}"), SiteFault::BadOrigin { origin: shortened(origin) });
        }
    }
}

/// Scheme and host and nothing else: what a policy may name.
fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").unwrap_or_default();
    let is_allowed = |character: char| character.is_ascii_alphanumeric() || "-.:*".contains(character);
    !host.is_empty() && host.chars().all(is_allowed)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_ends_at_its_host() {
        assert!(is_origin("https://player.bilibili.com"));
        assert!(
            !["https://a.example/", "http://a.example", "a.example", "https://", "https://a b"]
                .iter()
                .any(|text| is_origin(text))
        );
    }
}
