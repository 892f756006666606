//! A part of the search index.

use serde::{Deserialize, Serialize};
use std::ops::Range;
use strait_model::ArticleId;

/// Some articles in a row, with an index of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volume {
    /// How often it was bound together; 0 for the newest, which is not closed.
    pub rank: usize,
    /// The place of its oldest article.
    pub begin: usize,
    /// The place after its newest article.
    pub end: usize,
    /// Its oldest article, which it is named after.
    pub first: ArticleId,
    /// Into how many files its terms are parted.
    pub shards: u32,
    /// When its oldest and its newest article were first published, in microseconds since 1970.
    pub times: [i64; 2],
}

impl Volume {
    /// What addresses call it.
    pub fn name(&self) -> String {
        format!("{}-{}", self.rank, self.first)
    }

    /// The places of its articles.
    pub fn places(&self) -> Range<usize> {
        self.begin..self.end
    }
}
