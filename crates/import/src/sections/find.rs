//! Finds an item's sections in a tree that editors made.

use super::{Label, Trail};
use strait_model::{Section, SectionPath, Site};

/// The deepest of an item's own sections that is in the tree; of two as deep the first.
pub fn find(site: &Site, trails: &[Trail]) -> Option<SectionPath> {
    let found = trails.iter().flat_map(|trail| (1..=trail.len()).filter_map(|length| find_end(site, trail.get(..length)?)));
    found.reduce(|deepest, path| if depth(&path) > depth(&deepest) { path } else { deepest })
}

/// The first section that one of these words means: its path, its name or the last part of its path.
pub fn find_by_hints(site: &Site, hints: &[String]) -> Option<SectionPath> {
    hints.iter().find_map(|hint| find_word(site, hint))
}

/// How far down a section is.
pub fn depth(path: &SectionPath) -> usize {
    path.lineage().count()
}

/// The section that a trail ends in: by the slugs on the way, by its name, by its slug.
fn find_end(site: &Site, trail: &[Label]) -> Option<SectionPath> {
    let end = trail.last()?;
    let slugs = trail.iter().map(|label| label.slug.as_str()).collect::<Vec<_>>().join("/");
    let words = [slugs.as_str(), &end.name, &end.slug];
    words.into_iter().filter(|word| !word.is_empty()).find_map(|word| find_word(site, word))
}

fn find_word(site: &Site, word: &str) -> Option<SectionPath> {
    let sections: Vec<&Section> = site.sections.iter().flat_map(Section::flatten).collect();
    let wanted = word.trim().trim_matches('/').to_lowercase();
    let by =
        |is_it: &dyn Fn(&Section) -> bool| sections.iter().find(|section| is_it(section)).map(|section| section.path.clone());
    by(&|section| section.path.as_str() == wanted)
        .or_else(|| by(&|section| section.name.to_lowercase() == wanted))
        .or_else(|| by(&|section| section.path.as_str().rsplit('/').next() == Some(wanted.as_str())))
        .or_else(|| by(&|section| wanted.rsplit('/').next() == section.path.as_str().rsplit('/').next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let json = r#"{"name":"n","language":"zh-Hans","url":"https://a.example/","timeZone":"Asia/Shanghai","copyrightNotice":"c",
            "sections":[{"path":"news","name":"新闻","children":[{"path":"news/xiamen","name":"厦门"}]},{"path":"sport","name":"体育"}]}"#;
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_section_is_found_by_path_name_or_last_part() {
        let found = |words: &[&str]| {
            find_by_hints(&site(), &words.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()).map(String::from)
        };
        assert_eq!(found(&["news/xiamen"]).as_deref(), Some("news/xiamen"));
        assert_eq!(found(&["厦门"]).as_deref(), Some("news/xiamen"));
        assert_eq!(found(&["/category/local/xiamen/"]).as_deref(), Some("news/xiamen"));
        assert_eq!(found(&["Economy", "Sport"]).as_deref(), Some("sport"));
        assert_eq!(found(&["economy"]), None);
    }

    #[test]
    fn the_deepest_section_is_an_article_s_own() {
        let found = |trails: &[&[&str]]| {
            let trails: Vec<Trail> = trails.iter().map(|trail| trail.iter().map(|name| Label::named(*name)).collect()).collect();
            find(&site(), &trails).map(String::from)
        };
        assert_eq!(found(&[&["新闻", "厦门"]]).as_deref(), Some("news/xiamen"));
        assert_eq!(found(&[&["体育"], &["厦门"]]).as_deref(), Some("news/xiamen"));
        assert_eq!(found(&[&["体育"], &["新闻"]]).as_deref(), Some("sport"));
        assert_eq!(found(&[&["新闻", "厦门", "街巷"]]).as_deref(), Some("news/xiamen"), "as deep as the house goes");
        assert_eq!(found(&[&["天气"]]), None);
    }
}
