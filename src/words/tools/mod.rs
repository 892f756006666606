//! The words that tools say: a file for each. They are published as JSON, and no reader downloads them with a page.

pub mod lightbox;
pub mod listen;
pub mod news;
pub mod quote;
pub mod saved;
pub mod search;
pub mod settings;

use super::partners;
use crate::paths::Tool;
use std::collections::BTreeMap;

/// Words by their names.
pub type Named = BTreeMap<&'static str, &'static str>;

/// The words of all tools in a language (BCP 47), by the names of the tools (`scripts/tools/`).
pub fn all(language: &str) -> BTreeMap<&'static str, Named> {
    let tools = [
        ("embed", partners::Words::of(language).all()),
        ("search", search::Words::of(language).all()),
        ("saved", saved::Words::of(language).all()),
        ("settings", settings::Words::of(language).all()),
        ("listen", listen::Words::of(language).all()),
        ("news", news::Words::of(language).all()),
        ("lightbox", lightbox::Words::of(language).all()),
        ("quote", quote::Words::of(language).all()),
    ];
    tools.map(|(tool, words)| (tool, words.into_iter().collect())).into()
}

/// What a tool's page is called, and what it is for.
pub fn title_and_intro(tool: Tool, language: &str) -> (&'static str, &'static str) {
    match tool {
        Tool::EmbedBuilder => {
            let words = partners::Words::of(language);
            (words.title, words.intro)
        }
        Tool::Search => {
            let words = search::Words::of(language);
            (words.title, words.intro)
        }
        Tool::Saved => {
            let words = saved::Words::of(language);
            (words.title, words.intro)
        }
        Tool::Settings => {
            let words = settings::Words::of(language);
            (words.title, words.intro)
        }
    }
}
