//! Reads the pages that stand beside the news (`pages/*.md`): about, contact, privacy. CommonMark with the front matter
//! of Hugo and Zola becomes blocks, as articles have them.
//!
//! Promises that what says of itself that it is no page yet, or no longer, is none; that what is not understood holds a
//! page back rather than letting it out; that markup in a text stays text; and that each word of a text is kept.
//! Deliberately absent: where pages are printed (`strait-press`), and whether their links lead anywhere (`strait-check`).

mod fields;
mod front_matter;
mod gate;
mod markdown;

use fields::Fields;
use jiff::tz::TimeZone;
use std::path::PathBuf;
use strait_confined::{Confined, ConfinedError};
use strait_faults::{ContentFault, FileFinding, StandingFault};
use strait_model::{Block, PageLink, PageName, Timestamp};
use strait_report::problem::{Fault, Spot};

/// Where they lie in the content folder.
pub const FOLDER: &str = "pages";
/// No page has more words, in bytes.
const MOST: usize = 1 << 20;

/// A page that stands beside the news.
#[derive(Clone, Debug, PartialEq)]
pub struct FiledPage {
    /// Its file.
    pub file: PathBuf,
    /// What it is called, and where the link to it stands.
    pub link: PageLink,
    /// What it says of itself elsewhere.
    pub description: Option<String>,
    /// BCP 47; none: the paper's.
    pub language: Option<String>,
    /// When it was last changed.
    pub updated: Option<Timestamp>,
    /// Its words.
    pub body: Vec<Block>,
    /// The line of the file that each block begins in, counted from 1.
    pub lines: Vec<usize>,
    weight: i64,
}

/// The pages of a newsroom that may be shown, in their order, and what is wrong with them and the others.
#[derive(Default)]
pub struct StandingPages {
    /// Those that may be shown.
    pub pages: Vec<FiledPage>,
    /// What is wrong.
    pub faults: Vec<FileFinding>,
}

impl FiledPage {
    /// Where one of its blocks begins.
    pub fn spot(&self, block: usize) -> Option<Spot> {
        self.lines.get(block).copied().map(spot)
    }

    /// A page without a word.
    pub fn new(file: PathBuf, link: PageLink) -> FiledPage {
        FiledPage { file, link, description: None, language: None, updated: None, body: vec![], lines: vec![], weight: i64::MAX }
    }
}

impl StandingPages {
    /// Reads the pages as of a moment; where there is no folder, there are none. `zone`: of times that name none.
    /// `is_taken`: whether the site has something else of a name.
    pub fn read(
        content: &Confined,
        zone: &TimeZone,
        now: jiff::Timestamp,
        is_taken: impl Fn(&PageName) -> bool,
    ) -> Result<StandingPages, ConfinedError> {
        let mut found = StandingPages::default();
        for below in files(content, &mut found)? {
            let file = content.path().join(&below);
            let text = match content.read_at_most(&below, MOST as u64) {
                Ok(read) => String::from_utf8(read.bytes),
                Err(error) => {
                    found.tell(file, None, ContentFault::of(&error).ok_or(error)?);
                    continue;
                }
            };
            match text {
                Ok(text) => found.take(Fields { file, below: &below, zone, now }, &text, &is_taken),
                Err(_) => found.tell(file, None, StandingFault::NoText),
            }
        }
        found.pages.sort_by(|a, b| a.weight.cmp(&b.weight).then_with(|| a.link.name.cmp(&b.link.name)));
        Ok(found)
    }

    fn take(&mut self, fields: Fields, text: &str, is_taken: &dyn Fn(&PageName) -> bool) {
        let file = fields.file.clone();
        let read = match markdown::read(text) {
            Ok(read) => read,
            Err((line, fault)) => return self.tell(file, line, fault),
        };
        let mut told = Vec::new();
        let page = fields.standing(read, &mut told);
        told.into_iter().for_each(|(line, fault)| self.tell(file.clone(), line, fault));
        let Some(page) = page else { return };
        let name = &page.link.name;
        if is_taken(name) || self.pages.iter().any(|other| other.link.name == *name) {
            return self.tell(file, None, StandingFault::PageNameTaken { name: name.to_string() });
        }
        self.pages.push(page);
    }

    fn tell(&mut self, file: PathBuf, line: Option<usize>, fault: impl Fault + Send + 'static) {
        self.faults.push(FileFinding::at_spot(file, line.map(spot), fault));
    }
}

/// `NAME.md`, and `NAME/index.md` as Hugo and Zola have it, in their order.
fn files(content: &Confined, found: &mut StandingPages) -> Result<Vec<String>, ConfinedError> {
    let entries = match content.folder(FOLDER).and_then(|folder| folder.entries()) {
        Ok(entries) => entries,
        Err(ConfinedError::Missing(_)) => return Ok(vec![]),
        Err(error) => {
            found.tell(content.path().join(FOLDER), None, ContentFault::of(&error).ok_or(error)?);
            return Ok(vec![]);
        }
    };
    let mut files = Vec::new();
    for entry in entries {
        let name = entry.name.to_string_lossy().into_owned();
        let below = match entry.kind.is_dir() {
            true => format!("{FOLDER}/{name}/index.md"),
            false => format!("{FOLDER}/{name}"),
        };
        if !below.ends_with(".md") || matches!(content.metadata(&below), Err(ConfinedError::Missing(_))) {
            found.tell(content.path().join(FOLDER).join(&name), None, StandingFault::NoPage);
        } else if name.starts_with('_') {
            // A list of pages, in Hugo and Zola.
            found.tell(content.path().join(&below), None, StandingFault::NoPage);
        } else if !name.starts_with('.') {
            files.push(below);
        }
    }
    files.sort();
    Ok(files)
}

/// The beginning of a line.
fn spot(line: usize) -> Spot {
    Spot { line, column: 1 }
}

#[cfg(test)]
mod tests;
