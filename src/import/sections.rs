//! Which section of the tree an item belongs to.

use crate::model::{Section, SectionPath, Site};

/// The first of an item's own sections that is in the tree: by its path, by the last part of its path, or by its name.
pub fn find(site: &Site, wanted: &[String]) -> Option<SectionPath> {
    let sections: Vec<&Section> = site.sections.iter().flat_map(Section::flatten).collect();
    wanted.iter().find_map(|wanted| {
        let wanted = wanted.trim().trim_matches('/').to_lowercase();
        let by =
            |is_it: &dyn Fn(&Section) -> bool| sections.iter().find(|section| is_it(section)).map(|section| section.path.clone());
        by(&|section| section.path.as_str() == wanted)
            .or_else(|| by(&|section| section.name.to_lowercase() == wanted))
            .or_else(|| by(&|section| section.path.as_str().rsplit('/').next() == Some(wanted.as_str())))
            .or_else(|| by(&|section| wanted.rsplit('/').next() == section.path.as_str().rsplit('/').next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_found_by_path_name_or_last_part() {
        let json = r#"{"name":"n","language":"zh-Hans","url":"https://a.example/","timeZone":"Asia/Shanghai","copyrightNotice":"c",
            "sections":[{"path":"news","name":"新闻","children":[{"path":"news/xiamen","name":"厦门"}]},{"path":"sport","name":"体育"}]}"#;
        let site: Site = serde_json::from_str(json).unwrap();
        let found =
            |wanted: &[&str]| find(&site, &wanted.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()).map(String::from);
        assert_eq!(found(&["news/xiamen"]).as_deref(), Some("news/xiamen"));
        assert_eq!(found(&["厦门"]).as_deref(), Some("news/xiamen"));
        assert_eq!(found(&["/category/local/xiamen/"]).as_deref(), Some("news/xiamen"));
        assert_eq!(found(&["Economy", "Sport"]).as_deref(), Some("sport"));
        assert_eq!(found(&["economy"]), None);
    }
}
