//! What a file is to the others: who points at whom decides the order of publishing.

use strait_press::headers::{Kind, kind_of};

/// What may be done at the same time. Each stage is complete before the next begins.
///
/// At every moment each page that can be reached must find what it names. So first comes what
/// names nothing, then what is new and that nobody points at yet, then what changes in place, from
/// the articles up to what points at everything. Deletions come after all of this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Scripts, pictures, films: they name no page.
    Needed,
    /// Pages and data that were not there before.
    New,
    /// Changed articles.
    Articles,
    /// Changed sections.
    Sections,
    /// The front page, and whatever else changed.
    Front,
    /// Feeds, sitemaps, the service worker: what machines begin with.
    Pointers,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Stage; 6] = [Stage::Needed, Stage::New, Stage::Articles, Stage::Sections, Stage::Front, Stage::Pointers];

    /// When a file is written.
    pub fn of(path: &str, is_new: bool) -> Stage {
        let has = |names: [&str; 2]| path.split('/').any(|part| names.contains(&part));
        match kind_of(path) {
            // Also when it is new: it is where readers begin.
            Kind::Page if path == "index.html" => Stage::Front,
            Kind::Hashed => Stage::Needed,
            Kind::Plain if !is_pointer(path) => Stage::Needed,
            _ if is_new => Stage::New,
            _ if is_pointer(path) => Stage::Pointers,
            _ if has(["article", "articles"]) => Stage::Articles,
            _ if has(["section", "sections"]) => Stage::Sections,
            _ => Stage::Front,
        }
    }

    /// What it is called in progress.
    pub fn words(self) -> &'static str {
        match self {
            Stage::Needed => "files that pages need",
            Stage::New => "new pages",
            Stage::Articles => "changed articles",
            Stage::Sections => "changed sections",
            Stage::Front => "front page",
            Stage::Pointers => "feeds and sitemaps",
        }
    }
}

/// Whether a file's name says what is in it, so that it never changes.
pub fn is_hashed(path: &str) -> bool {
    kind_of(path) == Kind::Hashed
}

/// Whether a file of no page names pages or other files.
fn is_pointer(path: &str) -> bool {
    let texts = ["js", "json", "txt", "webmanifest", "xml"];
    let extension = path.rsplit('.').next().unwrap_or_default();
    let is_feed = path.rsplit('/').next().is_some_and(|name| name.starts_with("feed."));
    is_feed
        || kind_of(path) == Kind::Worker
        || kind_of(path) == Kind::Plain && !path.starts_with("media/") && texts.contains(&extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_needed_comes_before_what_needs_it() {
        let order = [
            ("pictures/a-1.avif", true),
            ("article/2/index.html", true),
            ("article/1/index.html", false),
            ("data/sections/news/latest.json", false),
            ("index.html", true),
            ("feed.xml", false),
        ];
        assert!(order.map(|(path, is_new)| Stage::of(path, is_new)).is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn each_file_has_its_stage() {
        for (path, is_new, stage) in [
            ("assets/boot-1.js", false, Stage::Needed),
            ("media/talk.mp3", false, Stage::Needed),
            ("icon.svg", false, Stage::Needed),
            ("section/news/feed.xml", false, Stage::Pointers),
            ("sw.js", false, Stage::Pointers),
            ("feed.xml", true, Stage::New),
            ("hant/article/1/index.html", false, Stage::Articles),
            ("data/hant/articles/1.json", false, Stage::Articles),
            ("data/site.json", false, Stage::Front),
            ("search/index.html", true, Stage::New),
        ] {
            assert_eq!(Stage::of(path, is_new), stage, "{path}");
        }
    }
}
