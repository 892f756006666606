//! Links in running text: whether they may be links at all, and where on this site they lead.

use super::article::Rules;
use super::filed::{Filed, Reference, ReferenceKind};
use super::standing::is_page;
use strait_faults::Findings;
use strait_faults::PlaceFault;
use strait_faults::shortened;
use strait_model::paths::{Address, safe_href};
use strait_model::{ArticleId, SectionPath};

/// Notes what is wrong with a link; where it leads to an article, that is looked up when all are read.
pub fn check(href: &str, at: &str, rules: &Rules, filed: &mut Filed, findings: &mut Findings) {
    if safe_href(&rules.paths, href).is_none() {
        return findings.add(at, PlaceFault::UnsafeLink { href: shortened(href) });
    }
    let own = href.strip_prefix(rules.site.url.trim_end_matches('/')).filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let path = match own {
        Some(path) => path,
        None if href.starts_with('/') || href.starts_with('#') => href,
        None => return,
    };
    let (path, anchor) = path.split_once('#').map_or((path, None), |(path, anchor)| (path, Some(anchor)));
    let path = path.split('?').next().unwrap_or_default().trim_start_matches('/');
    match (Address::parse(path), anchor) {
        (_, Some(anchor)) if href.starts_with('#') => own_anchor(anchor, at, filed),
        (Some(page), anchor) => check_page(&page, anchor, at, rules, filed, findings),
        (None, _) if is_page(rules.site, path) => {}
        (None, _) => check_file(path, href, at, rules, filed, findings),
    }
}

/// A page of what is not there is none. Only an article's own page has the anchors of its body.
fn check_page(page: &Address, anchor: Option<&str>, at: &str, rules: &Rules, filed: &mut Filed, findings: &mut Findings) {
    if let Some(id) = page.article() {
        let anchor = anchor.filter(|anchor| !anchor.is_empty() && matches!(page, Address::Article(_)));
        let kind = ReferenceKind::Link(anchor.map(Into::into));
        filed.references.push(Reference { pointer: at.into(), id: id.clone(), kind });
    }
    if let Some(section) = page.section() {
        check_section(section, at, rules, findings);
    }
}

/// An anchor in the same page: known when the whole body is read. The article's own id is not known here.
fn own_anchor(anchor: &str, at: &str, filed: &mut Filed) {
    if let Ok(id) = ArticleId::try_from(filed.stem())
        && !anchor.is_empty()
    {
        filed.references.push(Reference { pointer: at.into(), id, kind: ReferenceKind::Link(Some(anchor.into())) });
    }
}

/// Notes links to anchors of the same page that it does not have, and forgets those links.
pub fn check_own_anchors(filed: &mut Filed, findings: &mut Findings) {
    let own = ArticleId::try_from(filed.stem()).ok();
    let mut references = std::mem::take(&mut filed.references);
    references.retain(|reference| match &reference.kind {
        ReferenceKind::Link(Some(anchor)) if own.as_ref() == Some(&reference.id) => {
            if !filed.has_anchor(anchor) {
                findings.add(&*reference.pointer, PlaceFault::DeadAnchor { anchor: shortened(anchor) });
            }
            false
        }
        _ => true,
    });
    filed.references = references;
}

fn check_section(section: &SectionPath, at: &str, rules: &Rules, findings: &mut Findings) {
    if rules.sections.as_ref().is_some_and(|sections| !sections.contains(section)) {
        findings.add(at, PlaceFault::DeadSectionLink { path: section.to_string() });
    }
}

/// A path that is no page may be a file: those of the newsroom are known, others end in `.something`.
fn check_file(path: &str, href: &str, at: &str, rules: &Rules, filed: &mut Filed, findings: &mut Findings) {
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    if rules.folder.media.contains(path) {
        filed.media.push(path.into());
    } else if !is_file || path.starts_with("media/") {
        findings.add(at, PlaceFault::NoSuchPage { href: shortened(href) });
    }
}
