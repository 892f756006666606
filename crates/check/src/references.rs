//! What can only be known when every article is read: who points at whom.

use super::filed::{Filed, Reference, ReferenceKind, Standing};
use super::width::folded;
use std::collections::{HashMap, HashSet};
use strait_faults::Findings;
use strait_faults::shortened;
use strait_faults::{PlaceFault, PublicationFault};
use strait_model::ArticleId;

/// The articles by what they are called.
pub struct Register<'a> {
    by_id: HashMap<&'a str, &'a Filed>,
    /// Files whose content could not be read are still there.
    unread: HashSet<String>,
}

impl<'a> Register<'a> {
    /// The register of a newsroom; of two articles with one id the first counts.
    pub fn of(filed: &'a [Filed]) -> Register<'a> {
        let mut by_id = HashMap::new();
        for article in filed {
            if let Some(id) = &article.id {
                by_id.entry(id.as_str()).or_insert(article);
            }
        }
        let unread = filed.iter().filter(|article| article.standing == Standing::Unknown).map(Filed::stem).collect();
        Register { by_id, unread }
    }

    /// An article by its id.
    pub fn find(&self, id: &ArticleId) -> Option<&'a Filed> {
        self.by_id.get(id.as_str()).copied()
    }

    /// Whether readers see an article; nothing for one that is not there.
    pub fn standing(&self, id: &ArticleId) -> Option<Standing> {
        let unread = || self.unread.contains(id.as_str()).then_some(Standing::Unknown);
        self.find(id).map(|article| article.standing).or_else(unread)
    }

    /// Notes what is wrong with what an article points at.
    pub fn check(&self, article: &Filed, findings: &mut Findings) {
        let mut seen = HashSet::new();
        for reference in &article.references {
            match &reference.kind {
                ReferenceKind::Related => self.check_related(article, reference, seen.insert(&reference.id), findings),
                ReferenceKind::Link(anchor) => self.check_link(reference, anchor.as_deref(), findings),
            }
        }
    }

    fn check_related(&self, article: &Filed, reference: &Reference, is_first: bool, findings: &mut Findings) {
        let (at, id) = (&*reference.pointer, reference.id.to_string());
        if article.id.as_ref() == Some(&reference.id) {
            return findings.add(at, PlaceFault::SelfRelated);
        }
        match self.standing(&reference.id) {
            None => findings.add(at, PlaceFault::DeadRelated { id }),
            Some(_) if !is_first => findings.add(at, PlaceFault::DoubleRelated { id }),
            Some(Standing::Hidden) => findings.add(at, PlaceFault::HiddenRelated { id }),
            Some(_) => {}
        }
    }

    fn check_link(&self, reference: &Reference, anchor: Option<&str>, findings: &mut Findings) {
        let (at, id) = (&*reference.pointer, reference.id.to_string());
        match self.standing(&reference.id) {
            None => findings.add(at, PlaceFault::DeadLink { id }),
            Some(Standing::Hidden) => findings.add(at, PlaceFault::HiddenLink { id }),
            Some(_) => {
                let has = |anchor: &str| self.find(&reference.id).is_none_or(|there| there.has_anchor(anchor));
                if let Some(anchor) = anchor.filter(|anchor| !has(anchor)) {
                    findings.add(at, PlaceFault::DeadAnchor { anchor: shortened(anchor) });
                }
            }
        }
    }
}

/// Articles that are called alike, but for case and Unicode form: each that is not the first, with the first.
pub fn namesakes(filed: &[Filed]) -> Vec<(&Filed, PublicationFault)> {
    let mut first: HashMap<String, &Filed> = HashMap::new();
    let mut found = Vec::new();
    for article in filed {
        let stem = article.stem();
        let names: HashSet<String> = article.id.iter().map(ArticleId::as_str).chain([&*stem]).map(folded).collect();
        let other = names.iter().find_map(|name| first.get(name).copied());
        match other {
            Some(other) => {
                let other = other.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let id = shortened(article.id.as_ref().map_or(&stem, |id| id.as_str()));
                found.push((article, PublicationFault::DuplicateId { id, other }));
            }
            None => first.extend(names.into_iter().map(|name| (name, article))),
        }
    }
    found
}
