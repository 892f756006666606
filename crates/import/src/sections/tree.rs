//! The section tree of a house that imports may add to: what sources call sections, and what they are here.
//!
//! What an editor makes of a section, its name, its place in the list, stays: a source's section is known by its path.
//! One whose path is gone was removed, and is not added again.

use super::{DEEPEST, Label, Trail, find, segment};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strait_model::{Section, SectionPath, Site};

/// Which section each of the sources' sections became, by the trail that leads to it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tree(BTreeMap<String, SectionPath>);

/// Where trails lead in a house.
#[derive(Debug, Default)]
pub struct Placed {
    /// The deepest section.
    pub section: Option<SectionPath>,
    /// Whether an editor removed a section on the way.
    pub is_removed: bool,
    /// Sections that were not there, each after the one above it.
    pub added: Vec<(Option<SectionPath>, Section)>,
}

impl Tree {
    /// Follows trails as far as a site has them; what it lacks is added to it where `adds`.
    pub fn place(&mut self, site: &mut Site, trails: &[Trail], adds: bool) -> Placed {
        let mut placed = Placed::default();
        for trail in trails {
            let end = self.follow(site, trail, adds, &mut placed);
            let is_deeper =
                |end: &SectionPath| placed.section.as_ref().is_none_or(|deepest| find::depth(end) > find::depth(deepest));
            placed.section = end.filter(is_deeper).or(placed.section);
        }
        placed
    }

    fn follow(&mut self, site: &mut Site, trail: &[Label], adds: bool, placed: &mut Placed) -> Option<SectionPath> {
        let (mut at, mut key) = (None, String::new());
        for label in trail.iter().take(DEEPEST).filter(|label| !label.key().is_empty()) {
            key = if key.is_empty() { label.key() } else { format!("{key} > {}", label.key()) };
            let next = match self.0.get(&key) {
                Some(path) if site.section(path).is_some() => Some(path.clone()),
                Some(_) => {
                    placed.is_removed = true;
                    return at;
                }
                None => known(site, at.as_ref(), label),
            };
            let Some(next) = next.or_else(|| adds.then(|| self.add(site, at.as_ref(), label, placed))?) else { return at };
            if adds {
                self.0.insert(key.clone(), next.clone());
            }
            // A section above is no step down.
            let is_above = at.as_ref().is_some_and(|at: &SectionPath| at.lineage().any(|above| above == next));
            at = if is_above { at } else { Some(next) };
        }
        at
    }

    fn add(&self, site: &mut Site, above: Option<&SectionPath>, label: &Label, placed: &mut Placed) -> Option<SectionPath> {
        let is_taken = |path: &SectionPath| site.section(path).is_some() || self.0.values().any(|taken| taken == path);
        let path = segment::path(above, label, is_taken)?;
        let about = Some(label.about.clone()).filter(|about| !about.is_empty());
        let name = if label.name.is_empty() { label.slug_in_words() } else { label.name.clone() };
        let section = Section { path: path.clone(), name, about, children: vec![] };
        children(&mut site.sections, above)?.push(section.clone());
        placed.added.push((above.cloned(), section));
        Some(path)
    }
}

/// A section that is there already: right below another, or above it, or, of a name that a source only lists, anywhere.
fn known(site: &Site, at: Option<&SectionPath>, label: &Label) -> Option<SectionPath> {
    let is_it = |section: &&Section| {
        let last = section.path.as_str().rsplit('/').next();
        section.name.to_lowercase() == label.name.to_lowercase() || (!label.slug.is_empty() && last == Some(&label.slug))
    };
    let below = at.map_or(Some(&site.sections), |at| site.section(at).map(|section| &section.children));
    let found = below.into_iter().flatten().find(is_it).map(|section| section.path.clone());
    let above = || at.and_then(|at| site.trail(at).into_iter().find(is_it).map(|section| section.path.clone()));
    let anywhere = || {
        let mut named = site.sections.iter().flat_map(Section::flatten).filter(is_it);
        named.next().filter(|_| named.next().is_none()).map(|section| section.path.clone())
    };
    found.or_else(above).or_else(|| (at.is_none() && label.slug.is_empty()).then(anywhere)?)
}

/// What stands below a section; at the top where there is none.
fn children<'a>(sections: &'a mut Vec<Section>, above: Option<&SectionPath>) -> Option<&'a mut Vec<Section>> {
    let Some(above) = above else { return Some(sections) };
    sections.iter_mut().find_map(|section| match section.path == *above {
        true => Some(&mut section.children),
        false => children(&mut section.children, Some(above)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty() -> Site {
        let json = r#"{"name":"n","language":"zh-Hans","url":"https://a.example/","timeZone":"UTC","copyrightNotice":"c","sections":[]}"#;
        serde_json::from_str(json).unwrap()
    }

    fn trail(names: &str) -> Vec<Trail> {
        vec![names.split('/').map(Label::named).collect()]
    }

    fn sketch(sections: &[Section]) -> String {
        let one = |section: &Section| match section.children.is_empty() {
            true => section.path.to_string(),
            false => format!("{}({})", section.path, sketch(&section.children)),
        };
        sections.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn trails_grow_into_a_tree() {
        let (mut tree, mut site) = (Tree::default(), empty());
        let mut place = |names: &str| tree.place(&mut site, &trail(names), true).section.map(String::from);
        assert_eq!(place("潮闻/鹭岛/街巷").as_deref(), Some("chaowen/ludao/jiexiang"));
        assert_eq!(place("潮闻/体育").as_deref(), Some("chaowen/tiyu"));
        assert_eq!(place("鹭岛/街巷").as_deref(), Some("chaowen/ludao/jiexiang"), "from the middle");
        assert_eq!(place("街巷/鹭岛").as_deref(), Some("chaowen/ludao/jiexiang"), "no circle");
        assert_eq!(place("潮文").as_deref(), Some("chaowen-2"));
        assert_eq!(sketch(&site.sections), "chaowen(chaowen/ludao(chaowen/ludao/jiexiang) chaowen/tiyu) chaowen-2");
        let mut other = empty();
        assert_eq!(tree.place(&mut other, &trail("花/鸟"), false).section, None);
        assert!(other.sections.is_empty());
    }

    #[test]
    fn what_an_editor_made_of_a_section_stays() {
        let (mut tree, mut site) = (Tree::default(), empty());
        tree.place(&mut site, &trail("潮闻/鹭岛"), true);
        tree.place(&mut site, &trail("潮闻/体育"), true);
        site.sections[0].name = "要闻".to_owned();
        site.sections[0].children.remove(0);
        let placed = tree.place(&mut site, &trail("潮闻/鹭岛"), true);
        assert_eq!((placed.section.unwrap().as_str(), placed.is_removed, placed.added.len()), ("chaowen", true, 0));
        let placed = tree.place(&mut site, &trail("潮闻/露岛"), true);
        assert_eq!(placed.section.unwrap().as_str(), "chaowen/ludao-2", "a removed path is no other's");
    }

    #[test]
    fn a_category_of_its_own_at_the_top_is_no_other_of_its_name() {
        let (mut tree, mut site) = (Tree::default(), empty());
        tree.place(&mut site, &trail("鹭岛/要闻"), true);
        let top = vec![vec![Label { name: "要闻".to_owned(), slug: "top".to_owned(), ..Label::default() }]];
        assert_eq!(tree.place(&mut site, &top, true).section.unwrap().as_str(), "top");
    }
}
