//! Turns what other systems wrote into articles: ninjs, WordPress, RSS and Atom come in, files of the content
//! folder come out. Importing again updates; what cannot be kept is told with its place.

mod body;
mod credits;
mod dateline;
mod dispatch;
mod error;
mod fault;
mod fault_words;
mod feed;
mod fields;
mod files;
mod filing;
mod href;
mod id;
mod json;
mod ledger;
mod merge;
mod ninjs;
mod notes;
mod pictures;
mod sections;
mod text;
mod time;
mod web;
mod wordpress;

use crate::confined::{Confined, ConfinedError};
use crate::model::{SectionPath, Site};
use crate::problem::Problem;
use dispatch::Dispatch;
use fault::ImportFault;
use filing::Filing;
use jiff::tz::TimeZone;
use ledger::Ledger;
use notes::Notes;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use url::Url;

pub use error::ImportError;
pub use filing::Counts;

/// Who wrote what is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// IPTC ninjs, any version, and Superdesk's dialect.
    Ninjs,
    /// WordPress: its REST interface, or its export.
    WordPress,
    /// RSS or Atom.
    Feed,
}

/// What to import, and to where.
pub struct Order {
    /// Who wrote it.
    pub format: Format,
    /// Files, folders, or addresses on the web.
    pub paths: Vec<String>,
    /// The content folder.
    pub content: PathBuf,
    /// Nothing that changed before: RFC 3339, or a day of the site's time zone.
    pub since: Option<String>,
    /// Where articles go whose own sections are not in the tree.
    pub section: Option<SectionPath>,
    /// Whether to bring pictures on the web along.
    pub fetch_pictures: bool,
    /// Whether to write nothing.
    pub dry_run: bool,
}

/// What a run did, and what is wrong with what was imported.
#[derive(Debug, Default)]
pub struct Report {
    /// How many items became what.
    pub counts: Counts,
    /// What is wrong, in the order in which it was found.
    pub problems: Vec<Problem>,
}

/// How a file is read.
pub struct Reading {
    /// Times without an offset are of this zone.
    zone: TimeZone,
    /// Relative addresses are of this page, where an item names none.
    base: Option<Url>,
}

impl Default for Reading {
    fn default() -> Self {
        Reading { zone: TimeZone::UTC, base: None }
    }
}

/// Imports items. What is wrong with one is in the report and stops nothing else.
pub fn import(order: &Order, say: &dyn Fn(&str)) -> Result<Report, ImportError> {
    let content = match Confined::open(&order.content) {
        Err(ConfinedError::Missing(folder)) => return Err(ImportError::NoSite(folder)),
        opened => opened?,
    };
    let site = read_site(&content)?;
    if let Some(section) = order.section.as_ref().filter(|section| site.section(section).is_none()) {
        return Err(ImportError::NoSection(section.clone()));
    }
    let zone = TimeZone::get(&site.time_zone).unwrap_or(TimeZone::UTC);
    let read_since =
        |text: &String| time::read(text, &zone).map(|time| time.instant()).ok_or_else(|| ImportError::BadSince(text.clone()));
    let since = order.since.as_ref().map(read_since).transpose()?;
    let ledger = Ledger::read(&content)?;
    let filing = Filing {
        order,
        content: &content,
        site: &site,
        zone,
        since,
        ledger,
        counts: Counts::default(),
        origins: BTreeMap::new(),
    };
    let mut run = Run { filing, problems: vec![] };
    let outcome = order.paths.iter().try_for_each(|path| run.take(path, say));
    if !order.dry_run {
        // What was filed before an error is known the next time.
        run.filing.ledger.save(&content)?;
    }
    outcome?;
    Ok(run.finish())
}

/// Whether a text is a time that `since` may be.
pub fn is_time(text: &str) -> bool {
    time::read(text, &TimeZone::UTC).is_some()
}

/// Reads items of one file and files nothing: for tests and fuzzing, which want no disk.
pub fn read(format: Format, bytes: &[u8]) -> (Vec<crate::model::Block>, Vec<Problem>) {
    let mut notes = Notes::of("input");
    let mut dispatches = read_items(format, bytes, &Reading::default(), &mut notes);
    dispatches.iter_mut().for_each(Dispatch::settle);
    (dispatches.into_iter().flat_map(|dispatch| dispatch.body).collect(), notes.finish())
}

struct Run<'a> {
    filing: Filing<'a>,
    problems: Vec<Problem>,
}

impl Run<'_> {
    /// Imports a file, a folder or an address.
    fn take(&mut self, path: &str, say: &dyn Fn(&str)) -> Result<(), ImportError> {
        let format = self.filing.order.format;
        if path.starts_with("https://") || path.starts_with("http://") {
            let since = self.filing.since.map(|since| since.to_string());
            return match format {
                Format::WordPress => wordpress::fetch::posts(path, since.as_deref(), say, &mut |address, bytes| {
                    self.take_bytes(address, bytes, None)
                }),
                _ => self.take_bytes(path, &web::document(path)?, None),
            };
        }
        let endings: &[&str] = match format {
            Format::Ninjs => &["json", "ninjs", "jsonl", "ndjson"],
            Format::WordPress => &["json", "xml"],
            Format::Feed => &["xml", "rss", "atom", "rdf"],
        };
        let files::Found { files, odd } = files::find(Path::new(path), endings)?;
        self.filing.counts.skipped += odd.len();
        self.problems.extend(odd.into_iter().map(|path| Problem::new(path, "", &ImportFault::Unopened)));
        for (at, file) in files.iter().enumerate() {
            if files.len() > 1 && at % 100 == 99 {
                say(&format!("file {} of {}", at + 1, files.len()));
            }
            let beside = file.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
            self.take_bytes(&file.to_string_lossy(), &files::read(file)?, beside)?;
        }
        Ok(())
    }

    fn take_bytes(&mut self, name: &str, bytes: &[u8], beside: Option<&Path>) -> Result<(), ImportError> {
        let mut notes = Notes::of(name);
        let reading = Reading { zone: self.filing.zone.clone(), base: Url::parse(name).ok().filter(Url::has_host) };
        let mut dispatches = read_items(self.filing.order.format, bytes, &reading, &mut notes);
        let skipped = notes.skipped();
        // The oldest first, so that a later version finds the one before it.
        dispatches.sort_by_cached_key(|dispatch| {
            (dispatch.version_created.as_ref().map(|version| version.instant()), dispatch.key.clone())
        });
        let filed = dispatches.into_iter().try_for_each(|dispatch| self.filing.file(dispatch, beside, &mut notes));
        self.filing.counts.skipped += skipped;
        self.problems.extend(notes.finish());
        filed
    }

    fn finish(self) -> Report {
        let mut problems = self.problems;
        let site_file = self.filing.order.content.join("site.json");
        for ((is_player, origin), count) in self.filing.origins {
            let fault = if is_player { ImportFault::Player } else { ImportFault::MediaOrigin };
            let place = if is_player { "players" } else { "mediaOrigins" };
            problems.push(Problem::new(&site_file, place, &fault(format!("{origin} ({count}×)"))));
        }
        Report { counts: self.filing.counts, problems }
    }
}

fn read_items(format: Format, bytes: &[u8], reading: &Reading, notes: &mut Notes) -> Vec<Dispatch> {
    match format {
        Format::Ninjs => ninjs::read(bytes, reading, notes),
        Format::WordPress => wordpress::read(bytes, reading, notes),
        Format::Feed => feed::read(bytes, reading, notes),
    }
}

fn read_site(content: &Confined) -> Result<Site, ImportError> {
    let path = content.path().join("site.json");
    let bytes = match content.read("site.json") {
        Ok(read) => read.bytes,
        Err(ConfinedError::Missing(_)) => return Err(ImportError::NoSite(content.path().to_owned())),
        Err(error) => return Err(error.into()),
    };
    serde_json::from_slice(&bytes).map_err(|error| ImportError::BadSite { path, reason: error.to_string() })
}

/// A language tag (BCP 47) in the form that sites use: `zh_CN` is `zh-Hans`. What is no tag is none.
fn language(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    let is_tag = (2..=35).contains(&tag.len())
        && tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let is_tag = is_tag && tag.split('-').next().is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    is_tag.then(|| match tag.to_ascii_lowercase().as_str() {
        "zh" | "zh-cn" | "zh-sg" | "zh-hans" | "zh-hans-cn" => "zh-Hans".to_owned(),
        "zh-tw" | "zh-hk" | "zh-mo" | "zh-hant" => "zh-Hant".to_owned(),
        _ => tag,
    })
}
