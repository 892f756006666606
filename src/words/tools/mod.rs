//! The words that tools say: a file for each. They are published as JSON, and no reader downloads them with a page.

pub mod lightbox;
pub mod listen;
pub mod news;
pub mod page;
pub mod quote;
pub mod saved;
pub mod search;
pub mod settings;

use super::partners;
use std::collections::BTreeMap;
use strait_model::paths::Tool;

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

/// What a tool's page says of itself.
pub struct About {
    /// Its headline.
    pub title: &'static str,
    /// What it is for.
    pub intro: &'static str,
    /// What else there is where no scripts run; nothing where the page says it by itself.
    pub needs_scripts: &'static str,
}

/// What a tool's page says of itself, in a language (BCP 47).
pub fn about(tool: Tool, language: &str) -> About {
    macro_rules! about {
        ($words:ident) => {{
            let $words::Words { title, intro, needs_scripts, .. } = *$words::Words::of(language);
            About { title, intro, needs_scripts }
        }};
    }
    match tool {
        Tool::EmbedBuilder => {
            let words = partners::Words::of(language);
            About { title: words.title, intro: words.intro, needs_scripts: "" }
        }
        Tool::Search => about!(search),
        Tool::Saved => about!(saved),
        Tool::Settings => about!(settings),
    }
}
