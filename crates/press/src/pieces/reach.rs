//! How far a build reaches: which pieces it may have to print.

use crate::error::PressError;
use crate::index::volume::Volume;
use crate::pieces::materials::Materials;
use crate::search::volumes;
use std::ops::Range;
use strait_model::SectionPath;

/// A section, with the numbers of pages of its archive.
pub type Archive = (SectionPath, Vec<Range<usize>>);

/// What a build looks at: all of the site, or what late news may have changed. What no article stands in, and what any
/// may stand in, is looked at in either.
pub struct Reach {
    /// Published articles, by their places.
    pub articles: Vec<usize>,
    /// Sections, with their own pages and some of their archives.
    pub sections: Vec<Archive>,
    /// Parts of the sitemap, each with the places that stand in it.
    pub sitemap: Vec<(String, Range<usize>)>,
    /// All parts of the sitemap, each with the time of its newest version (microseconds since 1970).
    pub sitemap_index: Vec<(String, i64)>,
    /// Volumes of the search index.
    pub volumes: Vec<Volume>,
    /// All volumes, where readers can search.
    pub search_contents: Option<Vec<Volume>>,
    /// Whether the paper's own files and the reader's are looked at.
    pub has_shared: bool,
}

impl Reach {
    /// All of the site.
    pub fn whole(materials: &Materials) -> Result<Reach, PressError> {
        let issue = &materials.issue;
        let sitemap = Vec::from_iter(issue.sitemap_parts(&materials.zone)?);
        let newest = |(name, articles): &(String, Range<usize>)| Ok((name.clone(), issue.newest_version(articles.clone())?));
        let sitemap_index = sitemap.iter().map(newest).collect::<Result<_, PressError>>()?;
        let search_contents = materials.site.search.then(|| volumes(issue)).transpose()?;
        let whole_archive = Range { start: 0, end: usize::MAX };
        Ok(Reach {
            articles: (0..issue.count()).collect(),
            sections: materials.sections().map(|section| (section.path.clone(), vec![whole_archive.clone()])).collect(),
            sitemap,
            sitemap_index,
            volumes: search_contents.clone().unwrap_or_default(),
            search_contents,
            has_shared: true,
        })
    }
}
