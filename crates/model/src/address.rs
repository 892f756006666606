//! The two names that appear in addresses and file names, and are therefore checked.

use std::fmt;
use strait_wire::FromJson;

/// Why a text cannot be part of an address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no {1}: use 1 to 64 of a–z, 0–9 and “-”")]
pub struct InvalidAddress(String, &'static str);

/// The name of an article: short, ASCII, lower case; it never changes. `20240930-2000001`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, FromJson)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema),
    schemars(with = "String")
)]
#[serde(try_from = "String", into = "String")]
pub struct ArticleId(String);

/// Where a section stands in the tree: `news/xiamen/society`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, FromJson)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema),
    schemars(with = "String")
)]
#[serde(try_from = "String", into = "String")]
pub struct SectionPath(String);

impl ArticleId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SectionPath {
    /// The path as text, without slashes at its ends.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The section itself and every section above it, the topmost first.
    pub fn lineage(&self) -> impl Iterator<Item = SectionPath> + '_ {
        self.0
            .char_indices()
            .filter(|(_, character)| *character == '/')
            .map(|(end, _)| end)
            .chain([self.0.len()])
            .map(|end| SectionPath(self.0[..end].to_owned()))
    }
}

impl TryFrom<String> for ArticleId {
    type Error = InvalidAddress;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match is_segment(&text) {
            true => Ok(Self(text)),
            false => Err(InvalidAddress(text, "article id")),
        }
    }
}

impl TryFrom<String> for SectionPath {
    type Error = InvalidAddress;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        // "page" is the archive's own word in a section's address.
        match text.len() <= 255 && text.split('/').all(|segment| is_segment(segment) && segment != "page") {
            true => Ok(Self(text)),
            false => Err(InvalidAddress(text, "section path")),
        }
    }
}

impl From<ArticleId> for String {
    fn from(id: ArticleId) -> Self {
        id.0
    }
}

impl From<SectionPath> for String {
    fn from(path: SectionPath) -> Self {
        path.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for SectionPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_segment(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_could_leave_the_content_folder_are_refused() {
        for text in ["", "..", "a/b", "A", "文", "a.json", &"x".repeat(65)] {
            assert!(ArticleId::try_from(text.to_owned()).is_err(), "{text}");
        }
        assert!(ArticleId::try_from("20240930-2000001".to_owned()).is_ok());
    }

    #[test]
    fn section_paths_nest_and_never_climb() {
        for text in ["", "/news", "news/", "news//xiamen", "news/../x", "news/page/2"] {
            assert!(SectionPath::try_from(text.to_owned()).is_err(), "{text}");
        }
        let society = SectionPath::try_from("news/xiamen/society".to_owned()).unwrap();
        let lineage: Vec<String> = society.lineage().map(String::from).collect();
        assert_eq!(lineage, ["news", "news/xiamen", "news/xiamen/society"]);
    }
}
