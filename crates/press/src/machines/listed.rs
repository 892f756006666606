//! What lists for machines say of an article.

use strait_model::{Article, Credit, Headline, Subject, Timestamp};

/// An article in a list for machines: its headline, and the little more that an index has to keep.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// What lists for readers say of it.
    pub headline: &'a Headline,
    /// When this version was published.
    pub version_created: &'a Timestamp,
    /// Who made it.
    pub by: &'a [Credit],
    /// Keywords.
    pub subjects: &'a [Subject],
}

impl<'a> Listed<'a> {
    /// What is listed of an article.
    pub fn of(article: &'a Article, headline: &'a Headline) -> Listed<'a> {
        Listed { headline, version_created: &article.version_created, by: &article.by, subjects: &article.subjects }
    }

    /// The names of those who wrote it.
    pub fn writers(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        writers(self.by)
    }
}

/// The names of those who wrote an article, without those who made its pictures.
pub fn writers(by: &[Credit]) -> impl Iterator<Item = &str> {
    by.iter().filter(|credit| credit.role.is_writer()).map(|credit| credit.name.as_str())
}
