//! All that is printed from.

use crate::built::assets::Assets;
use crate::costs::Costs;
use crate::fingerprint::Key;
use crate::issue::Issue;
use crate::issue::front::FrontPlaces;
use crate::newsroom::{FileState, Newsroom};
use crate::pictures::Pictures;
use crate::pieces::printing::Printing;
use crate::search::Fold;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use strait_model::{Section, Site};

/// All that is printed from.
pub struct Materials {
    /// Where articles are read again.
    pub newsroom: Newsroom,
    /// The paper.
    pub site: Arc<Site>,
    /// Its time zone.
    pub zone: TimeZone,
    /// The built reader.
    pub assets: Assets,
    /// What the reader's files are made of.
    pub reader_key: Key,
    /// The renditions.
    pub pictures: Pictures,
    /// The films and recordings that are there.
    pub media: BTreeMap<String, FileState>,
    /// What is published.
    pub issue: Issue,
    /// What stands on the front page.
    pub front: FrontPlaces,
    /// Where renditions are kept, and what is too much for memory while it is printed.
    pub cache: PathBuf,
    /// What makes texts and queries alike, where readers can search.
    pub fold: Option<Fold>,
    /// The time of publishing.
    pub now: jiff::Timestamp,
    /// What printing has cost.
    pub costs: Arc<Costs>,
    /// The editions in print, the newsroom's own first.
    pub printings: Vec<Printing>,
}

impl Materials {
    /// Every section of the tree.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.site.sections.iter().flat_map(Section::flatten)
    }
}
