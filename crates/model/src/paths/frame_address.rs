//! The pages that partners frame.

use super::Paths;
use crate::{ArticleId, SectionPath};
use std::fmt;

/// A page that partners frame in theirs. `Display` gives its path below the site's beginning: `embed/article/ID/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameAddress {
    /// An article as a card.
    Card(ArticleId),
    /// A whole article.
    Article(ArticleId),
    /// The newest of a section.
    Section(SectionPath),
    /// An article's related news.
    Related(ArticleId),
}

impl FrameAddress {
    /// What a frame shows whose address leads nowhere, below the site's beginning.
    pub const NOT_FOUND: &str = "embed/404.html";
}

impl fmt::Display for FrameAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FrameAddress::Card(id) => write!(f, "embed/article/{id}/"),
            FrameAddress::Article(id) => write!(f, "embed/article/{id}/full/"),
            FrameAddress::Section(path) => write!(f, "embed/section/{path}/"),
            FrameAddress::Related(id) => write!(f, "embed/related/{id}/"),
        }
    }
}

impl Paths {
    /// What makes frames fit where they stand, below the site's beginning; all editions share it.
    pub const LOADER: &str = "embed.js";

    /// The whole address of a page that partners frame.
    pub fn frame(&self, address: &FrameAddress) -> String {
        format!("{}{}{address}", self.origin, self.base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_framed_has_addresses_of_its_own_below_the_builder() {
        let id = ArticleId::try_from("1".to_owned()).unwrap();
        let section = SectionPath::try_from("news/city".to_owned()).unwrap();
        assert_eq!(FrameAddress::Card(id.clone()).to_string(), "embed/article/1/");
        assert_eq!(FrameAddress::Article(id.clone()).to_string(), "embed/article/1/full/");
        assert_eq!(FrameAddress::Section(section).to_string(), "embed/section/news/city/");
        assert_eq!(FrameAddress::Related(id).to_string(), "embed/related/1/");
    }
}
