//! Finds what to read next.

use crate::model::{Article, ArticleId, SectionPath};
use std::collections::{HashMap, HashSet};

/// How many articles are related to one.
const WANTED: usize = 5;
/// How many of the newest articles of a subject are looked at: what keeps the cost of one article
/// from growing with the archive.
const NEWEST_OF_A_SUBJECT: usize = 60;

/// The newest articles of each subject.
pub struct RelatedIndex {
    by_subject: HashMap<String, Vec<Entry>>,
    published: HashSet<ArticleId>,
}

#[derive(Clone)]
struct Entry {
    id: ArticleId,
    section: SectionPath,
    /// 0 is the newest.
    rank: usize,
}

impl RelatedIndex {
    /// Reads articles, newest first.
    pub fn of(articles: &[Article]) -> RelatedIndex {
        let mut by_subject: HashMap<String, Vec<Entry>> = HashMap::new();
        for (rank, article) in articles.iter().enumerate() {
            for subject in &article.subjects {
                let entries = by_subject.entry(subject.name.clone()).or_default();
                if entries.len() < NEWEST_OF_A_SUBJECT {
                    entries.push(Entry { id: article.id.clone(), section: article.section.clone(), rank });
                }
            }
        }
        RelatedIndex { by_subject, published: articles.iter().map(|article| article.id.clone()).collect() }
    }

    /// The editor's choice, as far as it is published, completed with those that share subjects:
    /// rare subjects count more, the same section counts, then the newer goes first.
    pub fn complete<'a>(&self, article: &Article, chosen: impl Iterator<Item = &'a ArticleId>) -> Vec<ArticleId> {
        let mut related: Vec<ArticleId> = Vec::new();
        for id in chosen.filter(|id| self.published.contains(id)) {
            if !related.contains(id) {
                related.push(id.clone());
            }
        }
        let mut scores: HashMap<&ArticleId, (f64, usize)> = HashMap::new();
        for entries in article.subjects.iter().filter_map(|subject| self.by_subject.get(&subject.name)) {
            let rarity = 1.0 / (entries.len() as f64).sqrt();
            for entry in entries.iter().filter(|entry| entry.id != article.id) {
                let score = scores.entry(&entry.id).or_insert((closeness(&entry.section, &article.section), entry.rank));
                score.0 += rarity;
            }
        }
        let mut found: Vec<(&ArticleId, (f64, usize))> = scores.into_iter().collect();
        found.sort_by(|(_, a), (_, b)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (id, _) in found {
            if related.len() >= WANTED {
                break;
            }
            if !related.contains(id) {
                related.push(id.clone());
            }
        }
        related
    }
}

/// Decides between equals; less than any subject in common.
fn closeness(a: &SectionPath, b: &SectionPath) -> f64 {
    if a == b { 0.05 } else { 0.0 }
}
