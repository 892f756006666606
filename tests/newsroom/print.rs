//! A small newsroom is printed with a stand-in for the built reader, and what is printed is looked at.

use super::SmallNewsroom;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use strait_confined::Confined;
use strait_darkroom::Darkroom;
use strait_press::inventory::{self, Seal};
use strait_press::mark::Mark;
use strait_press::{Order, PressError, READER_PARTS, ReaderFiles, Report};
use strait_report::progress::Silent;

/// A stand-in for the built reader: a page with its two places, and files that hold their names.
pub fn stand_in_reader(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let shell = "<!doctype html><html><head><!--HEAD--></head><body><!--BODY--></body></html>";
    for part in READER_PARTS {
        fs::write(folder.join(part), if part == "shell.html" { shell } else { part }).unwrap();
    }
}

impl SmallNewsroom {
    pub fn with_reader(self) -> SmallNewsroom {
        stand_in_reader(&self.path("reader"));
        self
    }

    /// Prints as of 1 October 2024.
    pub fn print(&self) -> Printed {
        self.print_to("site", |_| {})
    }

    /// Prints into a folder, with a change to the usual order.
    pub fn print_to(&self, folder: &str, change: impl FnOnce(&mut Order)) -> Printed {
        let report = self.try_to_print_to(folder, change).unwrap();
        let printed = self.printed(folder, report);
        printed.inventory();
        printed
    }

    /// The same, where it may not be possible.
    pub fn try_to_print_to(&self, folder: &str, change: impl FnOnce(&mut Order)) -> Result<Report, PressError> {
        let mut order = Order {
            content: self.path("content"),
            reader: ReaderFiles::Folder(self.path("reader")),
            out: self.path(folder),
            cache: self.path("cache"),
            darkroom: Darkroom::of(env!("CARGO_BIN_EXE_strait")),
            now: "2024-10-01T00:00:00Z".parse().unwrap(),
            url: None,
            data_url: None,
            precompress: false,
            partner_files: true,
            living: true,
            avif: true,
            jobs: 2,
            changed: None,
            full: false,
            force: false,
        };
        change(&mut order);
        strait_press::publish(&order, &Silent)
    }

    /// The files of a site that was printed into a folder.
    pub fn files_of(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        self.printed(folder, Report::default()).by_path()
    }

    fn printed(&self, folder: &str, report: Report) -> Printed {
        Printed { root: self.path(folder), report, _newsroom: self.clone() }
    }
}

pub struct Printed {
    pub root: PathBuf,
    pub report: Report,
    /// Its folder is deleted with the last who needs it.
    _newsroom: SmallNewsroom,
}

impl Printed {
    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.root.join(path).exists()
    }

    pub fn html(&self, path: &str) -> scraper::Html {
        scraper::Html::parse_document(&self.text(path))
    }

    /// The texts of what a selector finds in a page.
    pub fn texts(&self, path: &str, selector: &str) -> Vec<String> {
        let selector = scraper::Selector::parse(selector).unwrap();
        self.html(path).select(&selector).map(|element| element.text().collect::<String>().trim().to_owned()).collect()
    }

    /// The files that the press vouches for, each of which stands as it says.
    pub fn inventory(&self) -> Vec<String> {
        let site = Confined::open(&self.root).unwrap();
        let Some(Mark::Whole { inventory, .. }) = Mark::of(&site).unwrap() else { panic!("the site is not whole") };
        let files = inventory::read(&site, inventory).unwrap();
        for (path, seal) in &files {
            let bytes = fs::read(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert!(Seal::of(&bytes) == *seal, "{path} is not what the inventory says");
        }
        files.into_keys().collect()
    }

    /// Every file of the site, with its bytes.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.root, &mut files);
        files.sort();
        files
    }

    /// The same by their paths below the site.
    pub fn by_path(&self) -> BTreeMap<String, Vec<u8>> {
        let below = |path: PathBuf| path.strip_prefix(&self.root).unwrap().to_string_lossy().into_owned();
        self.files().into_iter().map(|(path, bytes)| (below(path), bytes)).collect()
    }
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(&path, files),
            false if [".strait", ".strait-files"].iter().any(|own| path.ends_with(own)) => {}
            false => files.push((path.clone(), fs::read(&path).unwrap())),
        }
    }
}
