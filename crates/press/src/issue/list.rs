//! The lists that published articles stand in.

use crate::articles::entry::{Entry, topics};
use strait_model::SectionPath;

/// A list of published articles by their places, the oldest first.
#[derive(Clone, Copy, Debug)]
pub enum List<'a> {
    /// Those of a section and the sections below it.
    Section(&'a SectionPath),
    /// Those with a lead picture, of a section or of all.
    Pictured(Option<&'a SectionPath>),
    /// Those with a keyword or a place.
    Topic(&'a str),
    /// Those that had other addresses before.
    Moved,
    /// Those whose editor chose an article that is not published, by its id.
    Wanted(&'a str),
}

impl List<'_> {
    /// What the index calls it.
    pub fn name(self) -> String {
        match self {
            List::Section(path) => format!("section {path}"),
            List::Pictured(None) => "pictured".to_owned(),
            List::Pictured(Some(path)) => format!("pictured {path}"),
            List::Moved => "moved".to_owned(),
            List::Topic(topic) => format!("topic {topic}"),
            List::Wanted(id) => format!("wanted {id}"),
        }
    }
}

/// The names of the lists that an article stands in, each once.
pub fn lists_of(entry: &Entry) -> Vec<String> {
    let sections: Vec<SectionPath> = entry.section.lineage().collect();
    let mut names: Vec<String> = sections.iter().map(|section| List::Section(section).name()).collect();
    if entry.has_lead() {
        names.push(List::Pictured(None).name());
        names.extend(sections.iter().map(|section| List::Pictured(Some(section)).name()));
    }
    if !entry.former.is_empty() {
        names.push(List::Moved.name());
    }
    for topic in topics(entry).map(|topic| List::Topic(topic).name()) {
        // A subject that an article names twice counts once.
        if !names.contains(&topic) {
            names.push(topic);
        }
    }
    names
}
