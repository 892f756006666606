//! The house that is imported into: its site file, and the section tree that imports may add to.
//!
//! A newsroom that is still as `strait new` made it is set up by what the source says of itself. From then on
//! imports add sections, and what is allowed by the publisher's word; all else in `site.json` is the editors'.

mod origins;
mod setup;
mod site_file;

use super::ImportError;
use super::fault::HouseFault;
use super::files::write_whole;
use super::sections::{self, Label, Placed, Trail, Tree};
use std::path::Path;
use strait_confined::{Confined, ConfinedError};
use strait_model::{Section, SectionPath, Site};
use strait_report::problem::Problem;
use strait_sample::Standing;

pub use origins::{Origins, UnknownOrigin, trust_origins};

/// Hidden, beside `site.json`: which section each of the sources' sections became.
const TREE: &str = ".import-sections.json";
/// The site file.
const SITE: &str = "site.json";

/// The house that is imported into.
pub struct House<'a> {
    content: &'a Confined,
    /// The site as it is now.
    pub site: Site,
    /// The sections of sources, where imports may add to the tree.
    tree: Option<Tree>,
    /// What is left of `strait new`, where nobody has begun to write.
    standing: Option<Standing>,
    keeps_tree: bool,
    is_dry: bool,
    problems: Vec<Problem>,
}

impl House<'_> {
    /// Opens the house of a content folder. Where the publisher names a section for what has none (`keeps_tree`), the
    /// tree stays as it is.
    pub fn open(content: &Confined, keeps_tree: bool, is_dry: bool) -> Result<House<'_>, ImportError> {
        let site = site_file::read(content)?;
        let tree = match content.read(TREE) {
            _ if keeps_tree => None,
            Ok(read) => {
                let path = content.path().join(TREE);
                let told = |error: serde_json::Error| ImportError::Ledger { path, reason: error.to_string() };
                Some(serde_json::from_slice(&read.bytes).map_err(told)?)
            }
            Err(ConfinedError::Missing(_)) => None,
            Err(error) => return Err(error.into()),
        };
        let standing = Standing::of(content)?;
        Ok(House { content, site, tree, standing, keeps_tree, is_dry, problems: vec![] })
    }

    /// Whether it waits to be set up by a source.
    pub fn is_new(&self) -> bool {
        self.standing.is_some()
    }

    /// Whether imports add sections.
    pub fn grows(&self) -> bool {
        self.tree.is_some()
    }

    /// The section that an item's own sections lead to, the deepest; what the tree lacks is added where it may `grow`.
    pub fn place(&mut self, trails: &[Trail], may_grow: bool) -> Result<Placed, ImportError> {
        let Some(tree) = &mut self.tree else {
            return Ok(Placed { section: sections::find(&self.site, trails), ..Placed::default() });
        };
        let mut placed = tree.place(&mut self.site, trails, may_grow);
        self.note_added(&placed)?;
        placed.section = placed.section.or_else(|| sections::find(&self.site, trails));
        Ok(placed)
    }

    /// The section of what has none of its own, where imports may add one.
    pub fn place_of_the_unsorted(&mut self) -> Result<Option<SectionPath>, ImportError> {
        let name = match self.site.language.as_str() {
            language if !language.starts_with("zh") => "News",
            language if strait_model::is_traditional(language) => "新聞",
            _ => "新闻",
        };
        let label = Label { slug: "news".to_owned(), ..Label::named(name) };
        if self.grows() { Ok(self.place(&[vec![label]], true)?.section) } else { Ok(None) }
    }

    /// What is said of the site file.
    pub fn finish(self) -> Vec<Problem> {
        self.problems
    }

    /// Writes what was added: the site file first, so that the tree never names a section that is not there yet, which
    /// would be taken for one that an editor removed.
    fn note_added(&mut self, placed: &Placed) -> Result<(), ImportError> {
        if placed.added.is_empty() {
            return Ok(());
        }
        for (_, Section { path, name, .. }) in &placed.added {
            self.tell("sections", &HouseFault::NewSection(format!("{name} ({path})")));
        }
        self.change(|text| {
            let add = |text: String, (above, section): &(Option<SectionPath>, Section)| {
                site_file::with_section(&text, above.as_ref(), section)
            };
            placed.added.iter().try_fold(text, add)
        })?;
        self.keep_tree()
    }

    fn keep_tree(&self) -> Result<(), ImportError> {
        let Some(tree) = self.tree.as_ref().filter(|_| !self.is_dry) else { return Ok(()) };
        let json = serde_json::to_string_pretty(tree).map_err(ImportError::Json)?;
        self.write(TREE, format!("{json}\n"))
    }

    /// Changes a part of the site file, and leaves all else in it as it is written.
    fn change(&self, change: impl FnOnce(String) -> Option<String>) -> Result<(), ImportError> {
        match self.is_dry {
            true => Ok(()),
            false => site_file::change(self.content, change),
        }
    }

    fn write(&self, name: &str, text: String) -> Result<(), ImportError> {
        write_whole(self.content, Path::new(name), text.as_bytes())
    }

    fn tell(&mut self, place: &str, fault: &HouseFault) {
        self.problems.push(Problem::new(self.content.path().join(SITE), place, fault));
    }
}
