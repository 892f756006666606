//! A stranger's first hour: `strait new`, `strait import`, `strait build`, and no file is edited by hand.

use crate::model_paper::{self as paper, DATELINE, HOME, NAME, NAMES, SECTIONS};
use crate::newsroom::stand_in_reader;
use scraper::{Html, Selector};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder with a new newsroom, where commands are run.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Desk {
        let desk = Desk { folder: TempDir::new().unwrap() };
        desk.run(&["new", "paper"]);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(name), text).unwrap();
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
        let (root, cache) = (self.folder.path(), self.path("cache"));
        command.args(arguments).current_dir(root).env("HOME", root).env("XDG_CACHE_HOME", cache).env("LC_ALL", "C.UTF-8");
        command
    }

    /// Runs a command that ends well; what it says.
    pub fn run(&self, arguments: &[&str]) -> String {
        let Output { status, stderr, .. } = self.command(arguments).output().unwrap();
        let told = String::from_utf8(stderr).unwrap();
        assert!(status.success(), "{arguments:?}: {told}");
        told
    }

    pub fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.path(name)).unwrap()).unwrap()
    }

    /// The articles, by their headlines.
    pub fn articles(&self) -> Vec<Value> {
        let files = fs::read_dir(self.path("paper/articles")).unwrap().map(|entry| entry.unwrap().path());
        let mut articles: Vec<Value> = files.map(|file| serde_json::from_slice(&fs::read(file).unwrap()).unwrap()).collect();
        articles.sort_by_key(|article| article["headline"].to_string());
        articles
    }

    fn build(&self) {
        stand_in_reader(&self.path("reader"));
        self.run(&["build", "--content", "paper", "--reader", "reader", "--out", "site"]);
    }
}

/// All files of a folder with their bytes.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let (mut found, mut folders) = (vec![], vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            match entry.file_type().unwrap().is_dir() {
                true => folders.push(entry.path()),
                false => found
                    .push((entry.path().strip_prefix(folder).unwrap().display().to_string(), fs::read(entry.path()).unwrap())),
            }
        }
    }
    found.sort();
    found
}

/// The texts of what a selector finds.
fn texts(page: &Html, selector: &str) -> Vec<String> {
    page.select(&Selector::parse(selector).unwrap()).map(|found| found.text().collect::<String>()).collect()
}

fn check_model_paper(format: &str, file: &str, text: String) {
    let desk = Desk::new();
    desk.put(file, text);
    let told =
        desk.run(&["import", "--from", format, file, "--content", "paper", "--trust-origins", "--now", "2024-10-03T00:00:00Z"]);
    let site = desk.json("paper/site.json");
    assert_eq!((site["name"].as_str(), site["language"].as_str()), (Some(NAME), Some("zh-Hans")), "{format}: {told}");
    assert_eq!(site["mediaOrigins"], serde_json::json!(["https://img.chaosheng.example"]), "{format}");
    if format != "ninjs" {
        assert_eq!(site["url"], HOME, "{format}");
    }
    assert_eq!(desk.articles().len(), 6, "the samples went");
    desk.build();
    let model = desk
        .articles()
        .into_iter()
        .find(|article| !article["dateline"].is_null())
        .unwrap_or_else(|| panic!("{format}: no dateline"));
    assert_eq!(model["dateline"], DATELINE, "{format}");
    let keywords = model["subjects"].as_array().into_iter().flatten().map(|subject| subject["name"].as_str().unwrap());
    assert!(
        keywords.clone().all(|word| SECTIONS.iter().all(|(section, _)| *section != word)),
        "{format}: {:?}",
        model["subjects"]
    );
    if format != "rss" {
        assert_eq!(keywords.collect::<Vec<_>>(), ["潮尾里", "邻里互助"], "{format}");
    }
    let page = fs::read_to_string(desk.path(&format!("site/article/{}/index.html", model["id"].as_str().unwrap()))).unwrap();
    let page = Html::parse_document(&page);
    let sections: Vec<&str> = SECTIONS.iter().map(|(name, _)| *name).collect();
    assert_eq!(texts(&page, ".breadcrumb li")[1..4], sections, "{format}");
    let by = texts(&page, ".article__meta").join(" ");
    assert!(NAMES.iter().all(|name| by.contains(name)), "{format}: {by}");
    let told: Vec<String> = texts(&page, "article p");
    for (at, paragraph) in paper::paragraphs().iter().enumerate() {
        assert_eq!(told.iter().filter(|told| told.ends_with(paragraph)).count(), 1, "{format}: paragraph {at}");
    }
    assert!(told.iter().any(|told| told.starts_with(DATELINE)), "{format}");
    let headings = texts(&page, "article h2");
    assert!(paper::headings().iter().all(|heading| headings.contains(heading)), "{format}: {headings:?}");
    let captions = texts(&page, "article figcaption").join("\n");
    assert!(paper::pictures().iter().all(|(_, caption)| captions.contains(caption)), "{format}: {captions}");
    let related = page.select(&Selector::parse(".related-news li").unwrap()).count();
    assert_eq!(related, 5, "{format}");
}

#[test]
fn a_model_paper_in_ninjs_is_whole() {
    check_model_paper("ninjs", "wire.json", paper::ninjs());
}

#[test]
fn a_model_paper_from_a_wordpress_interface_is_whole() {
    check_model_paper("wordpress", "posts.json", paper::rest());
}

#[test]
fn a_model_paper_in_a_wordpress_export_is_whole() {
    check_model_paper("wordpress", "export.xml", paper::export());
}

#[test]
fn a_model_paper_in_a_feed_is_whole() {
    check_model_paper("rss", "feed.xml", paper::rss());
}
