//! The tree that the news is sorted into.

use super::SectionPath;
use strait_wire::FromJson;

/// A section and those below it.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Section {
    /// Its whole path from the top.
    pub path: SectionPath,
    /// Its name.
    pub name: String,
    /// What it is about, in a sentence.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub about: Option<String>,
    /// The sections below, in the editor's order.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub children: Vec<Section>,
}

impl Section {
    /// Finds a section in a forest.
    pub fn find<'a>(sections: &'a [Section], path: &SectionPath) -> Option<&'a Section> {
        sections.iter().find_map(|section| match section.path == *path {
            true => Some(section),
            false => Section::find(&section.children, path),
        })
    }

    /// The section without those below it.
    pub fn alone(&self) -> Section {
        Section { path: self.path.clone(), name: self.name.clone(), about: self.about.clone(), children: vec![] }
    }

    /// The section and all below it, depth first.
    pub fn flatten(&self) -> Vec<&Section> {
        let below = self.children.iter().flat_map(Section::flatten);
        std::iter::once(self).chain(below).collect()
    }
}
