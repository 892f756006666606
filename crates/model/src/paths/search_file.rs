//! The files of the index that readers search.

use super::Paths;
use crate::Site;
use std::fmt;

/// A file of the index. `Display` gives its path below the site's beginning: `data/search/fold.json`. All editions
/// share one index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchFile<'a> {
    /// The list of volumes.
    Contents,
    /// What makes queries and texts alike.
    Fold,
    /// Which articles stand in a volume: its name, and which part of its articles.
    Register(&'a str, usize),
    /// A part of a volume's terms.
    Shard {
        /// The volume's name.
        volume: &'a str,
        /// Which part; 0 is the first.
        at: u32,
        /// How many there are.
        of: u32,
    },
}

impl fmt::Display for SearchFile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("data/search/")?;
        match self {
            SearchFile::Contents => f.write_str("contents.json"),
            SearchFile::Fold => f.write_str("fold.json"),
            SearchFile::Register(volume, part) => write!(f, "{volume}/articles-{part}.json"),
            SearchFile::Shard { volume, at, of } => write!(f, "{volume}/{at}-of-{of}.bin"),
        }
    }
}

impl Paths {
    /// Where the index begins, with a slash at its end: beside the data of the newsroom's own edition.
    pub fn search_index(site: &Site) -> String {
        let data = Paths::of(site).data("");
        let own = site.editions.iter().find(|edition| edition.language == site.language && !edition.path.is_empty());
        let shared = own.and_then(|edition| data.strip_suffix(&format!("{}/", edition.path)));
        format!("{}search/", shared.unwrap_or(&data))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_editions_search_one_index() {
        let site = |data: &str, language: &str| -> Site {
            serde_json::from_value(serde_json::json!({"name": "n", "language": language, "url": "https://a.example/paper/",
                "dataUrl": data, "timeZone": "UTC", "sections": [], "copyrightNotice": "c",
                "editions": [{"language": "zh-Hans", "name": "简"}, {"path": "hant", "language": "zh-Hant-TW", "name": "繁"}]}))
            .unwrap()
        };
        assert_eq!(Paths::search_index(&site("https://d.example/x", "zh-Hans")), "https://d.example/x/search/");
        assert_eq!(Paths::search_index(&site("https://d.example/x/hant/", "zh-Hant-TW")), "https://d.example/x/search/");
    }
}
