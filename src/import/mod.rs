//! Turns what other systems wrote into articles: ninjs, WordPress, RSS and Atom come in, files of the content
//! folder come out. Importing again updates; what cannot be kept is told with its place.

mod article;
mod balance;
mod body;
mod closing;
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
mod gate;
mod href;
mod id;
mod json;
mod language;
mod ledger;
mod merge;
mod ninjs;
mod notes;
mod pictures;
mod sections;
mod site;
mod stream;
mod text;
mod time;
mod twins;
mod waiting;
mod web;
mod wordpress;

use crate::confined::{Confined, ConfinedError};
use crate::model::SectionPath;
use crate::problem::Problem;
use dispatch::Dispatch;
use fault::ImportFault;
use filing::Filing;
use jiff::tz::TimeZone;
use language::language;
use ledger::Ledger;
use notes::Notes;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use stream::Stream;
use twins::Marks;
use url::Url;
use waiting::Waiting;
use web::{Web, shown};

pub use balance::{Account, Amounts, Balance};
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
    /// Whether to ask addresses of this machine and of private networks.
    pub allow_private: bool,
    /// Whether to write nothing.
    pub dry_run: bool,
    /// The time of importing: decides what is still planned.
    pub now: jiff::Timestamp,
}

/// What a run did, and what is wrong with what was imported.
#[derive(Debug, Default)]
pub struct Report {
    /// How many items became what.
    pub counts: Counts,
    /// That they add up, and what is missing of bodies.
    pub balance: Balance,
    /// What is wrong, in the order in which it was found.
    pub problems: Vec<Problem>,
}

/// How a file is read.
pub struct Reading {
    /// Times without an offset are of this zone.
    zone: TimeZone,
    /// Relative addresses are of this page, where an item names none.
    base: Option<Url>,
    /// What is planned for later may not be shown yet.
    now: jiff::Timestamp,
}

impl Default for Reading {
    fn default() -> Self {
        Reading { zone: TimeZone::UTC, base: None, now: jiff::Timestamp::UNIX_EPOCH }
    }
}

/// Imports items. What is wrong with one is in the report and stops nothing else.
pub fn import(order: &Order, say: &dyn Fn(&str)) -> Result<Report, ImportError> {
    let content = match Confined::open(&order.content) {
        Err(ConfinedError::Missing(folder)) => return Err(ImportError::NoSite(folder)),
        opened => opened?,
    };
    let site = site::read(&content)?;
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
        marks: Marks::default(),
        web: Arc::new(Web::of(order.allow_private)),
        counts: Counts::default(),
        balance: Balance::default(),
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
    let mut blocks = vec![];
    let mut take = |mut dispatch: Dispatch| {
        dispatch.settle();
        blocks.extend(dispatch.body);
        Ok(())
    };
    // Bytes in memory are read without fail.
    let _ = read_items(format, stream::of_bytes(bytes.to_vec()), &Reading::default(), &mut notes, &mut take);
    (blocks, notes.finish())
}

struct Run<'a> {
    filing: Filing<'a>,
    problems: Vec<Problem>,
}

impl Run<'_> {
    /// Imports a file, a folder or an address.
    fn take(&mut self, path: &str, say: &dyn Fn(&str)) -> Result<(), ImportError> {
        let format = self.filing.order.format;
        if let Some(path) = &web::address(path) {
            let since = self.filing.since.map(|since| since.to_string());
            return match format {
                Format::WordPress => {
                    wordpress::fetch::posts(&self.filing.web.clone(), path, since.as_deref(), say, &mut |address, bytes| {
                        self.take_file(address, stream::of_bytes(bytes), None)
                    })
                }
                _ => {
                    let bytes = self.filing.web.document(path)?;
                    self.take_file(&shown(path), stream::of_bytes(bytes), None)
                }
            };
        }
        if path.contains(['@', '?']) && !Path::new(path).exists() {
            // It may be meant as an address, with what is secret in it.
            return Err(ImportError::NoFile(shown(path)));
        }
        let endings: &[&str] = match format {
            Format::Ninjs => &["json", "ninjs", "jsonl", "ndjson"],
            Format::WordPress => &["json", "xml"],
            Format::Feed => &["xml", "rss", "atom", "rdf"],
        };
        let files::Found { files, odd } = files::find(Path::new(path), endings)?;
        self.filing.counts.skipped += odd.len();
        self.filing.balance.read += odd.len();
        self.problems.extend(odd.into_iter().map(|path| Problem::new(path, "", &ImportFault::Unopened)));
        for (at, file) in files.iter().enumerate() {
            if files.len() > 1 && at % 100 == 99 {
                say(&format!("file {} of {}", at + 1, files.len()));
            }
            let beside = file.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
            self.take_file(&file.to_string_lossy(), files::open(file)?, beside)?;
        }
        Ok(())
    }

    fn take_file(&mut self, name: &str, file: Box<dyn Stream>, beside: Option<&Path>) -> Result<(), ImportError> {
        let mut notes = Notes::of(name);
        let base = Url::parse(name).ok().filter(Url::has_host);
        let now = self.filing.order.now;
        let reading = Reading { zone: self.filing.zone.clone(), base, now };
        let mut waiting = Waiting::new();
        let format = self.filing.order.format;
        let mut read = 0;
        let wait = &mut |mut dispatch: Dispatch| {
            dispatch.date();
            read += 1;
            self.filing.marks.note(&dispatch);
            waiting.push(&dispatch, dispatch.publication.passage(now).is_closed())
        };
        read_items(format, file, &reading, &mut notes, wait).map_err(ImportError::disk(name))?;
        let skipped = notes.skipped();
        self.filing.balance.read += read + skipped;
        self.filing.balance.no_articles += skipped;
        let file_one = |dispatch: std::io::Result<Dispatch>| {
            self.filing.file(dispatch.map_err(ImportError::disk(name))?, beside, &mut notes)
        };
        let filed = waiting.call().try_for_each(file_one);
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
        let (counts, mut balance) = (self.filing.counts, self.filing.balance);
        balance.refused = counts.skipped.saturating_sub(balance.no_articles + balance.earlier);
        Report { counts, balance, problems }
    }
}

/// Takes a dispatch.
type Take<'a> = &'a mut dyn FnMut(Dispatch) -> std::io::Result<()>;

fn read_items(format: Format, file: Box<dyn Stream>, reading: &Reading, notes: &mut Notes, each: Take) -> std::io::Result<()> {
    match format {
        Format::Ninjs => ninjs::read(file, reading, notes, each),
        Format::WordPress => wordpress::read(file, reading, notes, each),
        Format::Feed => feed::read(file, reading, notes, each),
    }
}
