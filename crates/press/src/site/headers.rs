//! The response headers that the site is published with: the one place that knows them. The
//! server and the files for common hosts all ask here.

mod policy;

use strait_model::paths::{Address, FrameAddress, Paths};

pub use policy::{Hashes, Policy};

/// A header's name and value.
pub type Header = (&'static str, String);

/// What a file is, as far as headers go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page.
    Page,
    /// A page that partners frame.
    Frame,
    /// The script that partners put into their pages.
    Loader,
    /// The service worker.
    Worker,
    /// JSON that the reader fetches.
    Data,
    /// A file whose name says what is in it.
    Hashed,
    /// Anything else.
    Plain,
}

/// A pattern of paths below the site, and what it covers. `*` at the end covers everything below, at the
/// beginning everything before.
type Rule = (&'static str, Kind);

/// What all editions share.
const SHARED: [Rule; 13] = [
    (Paths::LOADER, Kind::Loader),
    (Paths::WORKER, Kind::Worker),
    ("assets/*", Kind::Hashed),
    ("pictures/*", Kind::Hashed),
    ("data/*", Kind::Data),
    ("schema/*", Kind::Data),
    ("media/*", Kind::Plain),
    ("icon.svg", Kind::Plain),
    ("icon-192.png", Kind::Plain),
    ("icon-512.png", Kind::Plain),
    ("icon-maskable-512.png", Kind::Plain),
    ("icon-touch-180.png", Kind::Plain),
    ("robots.txt", Kind::Plain),
];
/// What each edition has, below its beginning.
const OF_EDITIONS: [Rule; 12] = [
    ("embed/article/*", Kind::Frame),
    ("embed/section/*", Kind::Frame),
    ("embed/related/*", Kind::Frame),
    (FrameAddress::NOT_FOUND, Kind::Frame),
    ("ninjs/*", Kind::Data),
    ("oembed/*", Kind::Data),
    ("feed.xml", Kind::Data),
    ("feed.json", Kind::Data),
    ("sitemap/*", Kind::Plain),
    ("sitemap.xml", Kind::Plain),
    ("sitemap-news.xml", Kind::Plain),
    ("manifest.webmanifest", Kind::Plain),
];
/// What sections have beside their pages.
const OF_SECTIONS: [Rule; 2] = [("*/feed.xml", Kind::Data), ("*/feed.json", Kind::Data)];

/// All rules of a site, the more special first. `editions`: the folders of editions beside the newsroom's own.
pub fn rules(editions: &[&str]) -> Vec<(String, Kind)> {
    let below = |folder: &str| OF_EDITIONS.map(|(pattern, kind)| (format!("{folder}{pattern}"), kind));
    let of_others = editions.iter().flat_map(|edition| below(&format!("{edition}/")));
    let plain = |rule: &Rule| (rule.0.to_owned(), rule.1);
    let rules = SHARED.iter().map(plain).chain(below("")).chain(of_others);
    rules.chain(OF_SECTIONS.iter().map(plain)).chain([("*".to_owned(), Kind::Page)]).collect()
}

/// What a path below the site is, whichever editions there are.
pub fn kind_of(path: &str) -> Kind {
    let is_page = path.is_empty() || path.ends_with('/') || path.ends_with(".html");
    let in_edition = path.split_once('/').filter(|(folder, _)| !Address::FOLDERS.contains(folder)).map(|(_, rest)| rest);
    let rule = |rules: &[Rule], path: &str| rules.iter().find(|(pattern, _)| covers(pattern, path)).map(|(_, kind)| *kind);
    rule(&SHARED, path)
        .or_else(|| rule(&OF_EDITIONS, path))
        .or_else(|| rule(&OF_EDITIONS, in_edition?))
        .or_else(|| rule(&OF_SECTIONS, path))
        .unwrap_or(if is_page { Kind::Page } else { Kind::Plain })
}

fn covers(pattern: &str, path: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => path.ends_with(end),
        (_, Some(beginning)) => path.starts_with(beginning),
        _ => path == pattern,
    }
}

/// For how long a kind of file may be kept, and shown while a newer one is fetched (RFC 9111, RFC 5861).
pub fn cache_control(kind: Kind) -> &'static str {
    match kind {
        Kind::Page | Kind::Frame => "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400",
        Kind::Data => "public, max-age=30, stale-while-revalidate=120, stale-if-error=86400",
        Kind::Hashed => "public, max-age=31536000, immutable",
        Kind::Plain | Kind::Loader => "public, max-age=3600",
        Kind::Worker => "no-cache",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_of_the_kind_that_its_path_says() {
        assert_eq!(kind_of(""), Kind::Page);
        assert_eq!(kind_of("article/1/"), Kind::Page);
        assert_eq!(kind_of("404.html"), Kind::Page);
        assert_eq!(kind_of("assets/reader-1.wasm"), Kind::Hashed);
        assert_eq!(kind_of("data/site.json"), Kind::Data);
        assert_eq!(kind_of("icon.svg"), Kind::Plain);
        assert_eq!(kind_of("section/news/feed.xml"), Kind::Data);
        assert_eq!(kind_of("section/news/"), Kind::Page);
        assert_eq!(kind_of("sitemap/2024-09.xml"), Kind::Plain);
        assert_eq!(kind_of("hant/"), Kind::Page);
        assert_eq!(kind_of("hant/ninjs/1.json"), Kind::Data);
        assert_eq!(kind_of("hant/feed.xml"), Kind::Data);
        assert_eq!(kind_of("hant/section/news/feed.json"), Kind::Data);
        assert_eq!(kind_of("hant/sitemap.xml"), Kind::Plain);
        assert_eq!(kind_of("section/ninjs/index.html"), Kind::Page, "a section may be called so");
        assert_eq!(kind_of("hant/section/ninjs/"), Kind::Page);
        assert_eq!(kind_of("icon.svg.html"), Kind::Page);
        assert_eq!(kind_of("embed/"), Kind::Page);
        assert_eq!(kind_of("embed/article/1/"), Kind::Frame);
        assert_eq!(kind_of("hant/embed/section/news/index.html"), Kind::Frame);
        assert_eq!(kind_of("hant/embed/404.html"), Kind::Frame);
        assert_eq!(kind_of("section/embed/article/"), Kind::Page, "a section may be called so");
        assert_eq!(kind_of("embed.js"), Kind::Loader);
        assert_eq!(kind_of("worker.js"), Kind::Worker);
    }

    #[test]
    fn every_rule_gives_its_paths_the_kind_that_it_names() {
        for (pattern, kind) in rules(&["hant"]) {
            let path = pattern.replace('*', "x");
            assert_eq!(kind_of(if kind == Kind::Page { "" } else { &path }), kind, "{pattern}");
        }
    }
}
