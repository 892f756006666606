//! The section tree as a source has it: WordPress' categories.

use super::{DEEPEST, Label, Trail};
use std::collections::HashMap;

/// A source's sections, by their numbers and slugs.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    categories: Vec<Category>,
    by_key: HashMap<String, usize>,
}

/// One of them.
#[derive(Clone, Debug, Default)]
pub struct Category {
    /// Its number; empty where it has none.
    pub number: String,
    /// What it is called.
    pub label: Label,
    /// The number, or the slug, of the one above it; empty at the top.
    pub parent: String,
}

impl Catalogue {
    /// Takes in a category. Of two with a number or a slug in common the first counts, unless it had no name.
    pub fn add(&mut self, category: Category) {
        let keys = [number_key(&category.number), category.label.slug.clone()];
        let keys: Vec<String> = keys.into_iter().filter(|key| !key.is_empty()).collect();
        let known = keys.iter().find_map(|key| self.by_key.get(key)).copied();
        let at = known.unwrap_or(self.categories.len());
        match self.categories.get_mut(at) {
            Some(found) if found.label.name.is_empty() => *found = category,
            Some(_) => {}
            None => self.categories.push(category),
        }
        for key in keys {
            self.by_key.entry(key).or_insert(at);
        }
    }

    /// Says which one is above another, where nothing else does.
    pub fn place_below(&mut self, slug: &str, above: &str) {
        let at = self.by_key.get(slug).copied();
        if let Some(category) = at.and_then(|at| self.categories.get_mut(at)).filter(|category| category.parent.is_empty()) {
            category.parent = above.to_owned();
        }
    }

    /// The way down to a category, by its number or, where that says nothing, by its slug.
    pub fn trail(&self, number: &str, slug: &str) -> Option<Trail> {
        let mut at = self.get(&number_key(number)).or_else(|| self.get(slug))?;
        let mut trail = vec![at.label.clone()];
        while trail.len() < DEEPEST
            && let Some(above) = self.get(&number_key(&at.parent)).or_else(|| self.get(&at.parent))
            // A circle has no top.
            && !trail.contains(&above.label)
        {
            at = above;
            trail.push(at.label.clone());
        }
        trail.reverse();
        Some(trail)
    }

    fn get(&self, key: &str) -> Option<&Category> {
        self.by_key.get(key).filter(|_| !key.is_empty()).and_then(|at| self.categories.get(*at))
    }
}

/// Numbers and slugs that are digits are told apart.
fn number_key(number: &str) -> String {
    let is_number = !number.is_empty() && number != "0" && number.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { format!("#{number}") } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(number: &str, slug: &str, parent: &str) -> Category {
        let label = Label { name: slug.to_uppercase(), slug: slug.to_owned(), ..Label::default() };
        Category { number: number.to_owned(), label, parent: parent.to_owned() }
    }

    #[test]
    fn a_trail_goes_up_to_the_top_and_never_round() {
        let mut catalogue = Catalogue::default();
        for (number, slug, parent) in
            [("2", "news", "0"), ("7", "isle", "2"), ("9", "lanes", "isle"), ("4", "x", "5"), ("5", "y", "4")]
        {
            catalogue.add(category(number, slug, parent));
        }
        let trail = |number: &str, slug: &str| {
            let trail = catalogue.trail(number, slug);
            trail.map(|trail| trail.into_iter().map(|label| label.slug).collect::<Vec<_>>().join("/"))
        };
        assert_eq!(trail("9", "").as_deref(), Some("news/isle/lanes"));
        assert_eq!(trail("", "isle").as_deref(), Some("news/isle"));
        assert_eq!(trail("4", "").as_deref(), Some("y/x"));
        assert_eq!(trail("", "2"), None);
    }
}
