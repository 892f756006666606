//! What blocks are called to which links of the source lead.

use crate::sections::in_latin_letters;
use std::collections::{HashMap, HashSet};
use strait_model::is_anchor;

/// Room for a number where two would be called alike.
const LONGEST: usize = 20;

/// The anchors that a body has.
#[derive(Default)]
pub struct AnchorNames {
    taken: HashSet<String>,
    /// How often a name was wanted.
    wanted: HashMap<String, usize>,
}

impl AnchorNames {
    /// An anchor for what its source calls so: the same where that can be one, so that old links to it hold; else in
    /// Latin letters, Chinese in pinyin.
    pub fn give(&mut self, name: &str) -> String {
        let is_free = |name: &str| is_anchor(name) && !is_of_notes(name);
        if is_free(name) && self.taken.insert(name.to_owned()) {
            return name.to_owned();
        }
        let mut plain = in_latin_letters(name);
        plain.truncate(LONGEST);
        let plain = if is_free(&plain) { plain } else { format!("at-{plain}") };
        let plain = plain.trim_end_matches('-').to_owned();
        loop {
            let count = self.wanted.entry(plain.clone()).or_default();
            *count += 1;
            let anchor = if *count == 1 { plain.clone() } else { format!("{plain}-{count}") };
            if self.taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    }
}

/// Whether notes are called so, or what they lead back to.
fn is_of_notes(name: &str) -> bool {
    name == "note" || name.starts_with("note-") || name.starts_with("noted-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_the_sources_name_or_that_in_latin_letters() {
        let mut names = AnchorNames::default();
        for (name, expected) in [
            ("part-2", "part-2"),
            ("Part 2", "part-2-2"),
            ("第一章", "diyizhang"),
            ("_Toc98", "toc98"),
            ("2026", "at-2026"),
            ("note-1", "at-note-1"),
            ("content", "at-content"),
            ("phone-call", "at-phone-call"),
            ("Новости", "at"),
            ("!", "at-2"),
        ] {
            let given = names.give(name);
            assert_eq!(given, expected, "{name}");
            assert!(is_anchor(&given));
        }
        let long = names.give(&"潮".repeat(90));
        assert!(is_anchor(&long), "{long}");
    }

    #[test]
    fn a_hundred_thousand_names_that_are_alike_get_theirs_in_time() {
        let mut names = AnchorNames::default();
        let given: HashSet<String> = (0..100_000).map(|_| names.give("潮")).collect();
        assert_eq!(given.len(), 100_000);
        assert!(given.iter().all(|name| is_anchor(name)));
    }
}
