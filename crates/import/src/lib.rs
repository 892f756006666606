//! Turns what other systems wrote into articles: ninjs, WordPress, RSS and Atom come in, files of the content
//! folder come out. Importing again updates; what cannot be kept is told with its place.
//!
//! Promises that nothing is lost in silence: what goes in is weighed against what comes out ([`Balance`]); that nothing
//! comes out which its source did not publish; and that what an editor changed stays. Deliberately absent: printing, and
//! trust in hosts that nobody was asked about.

mod about;
mod article;
mod balance;
mod body;
mod closing;
mod counts;
mod credits;
mod dateline;
mod describe;
mod dispatch;
mod error;
mod fault;
mod feed;
mod fields;
mod files;
mod filing;
mod formerly;
mod gate;
mod home;
mod house;
mod href;
mod id;
mod json;
mod language;
mod ledger;
mod merge;
mod namesakes;
mod ninjs;
mod notes;
mod pace;
mod pictures;
mod run;
mod script;
mod sections;
mod source;
mod spelling;
mod stream;
mod text;
mod time;
mod waiting;
mod web;
mod wordpress;

use describe::Described;
use dispatch::Dispatch;
use filing::Filing;
use house::{House, Origins};
use jiff::tz::TimeZone;
use language::language;
use ledger::ImportLedger;
use namesakes::Marks;
use notes::Notes;
use run::Run;
use sections::Catalogue;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use strait_confined::{Confined, ConfinedError};
use strait_model::SectionPath;
use strait_report::problem::{Bilingual, Problem};
use stream::Stream;
use url::Url;
use web::Web;
use wordpress::library::Libraries;

pub use balance::{Account, Amounts, Balance};
pub use counts::Counts;
pub use error::ImportError;
pub use house::{UnknownOrigin, trust_origins};

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
    /// Whether to write the origins of pictures and players into the site file, so that pages may show them.
    pub trust_origins: bool,
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
    /// Where pictures and players come from that pages may not show yet; each is among the problems too.
    pub origins: Vec<UnknownOrigin>,
}

/// How a file is read.
pub struct Reading {
    /// Times without an offset are of this zone.
    zone: TimeZone,
    /// Relative addresses are of this page, where an item names none.
    base: Option<Url>,
    /// What is planned for later may not be shown yet.
    now: jiff::Timestamp,
    /// The source's sections, where it lists them.
    catalogue: Arc<Catalogue>,
    /// What the files of an export hold together, where they are several.
    libraries: Rc<Libraries>,
}

impl Default for Reading {
    fn default() -> Self {
        Reading {
            zone: TimeZone::UTC,
            base: None,
            now: jiff::Timestamp::UNIX_EPOCH,
            catalogue: Arc::default(),
            libraries: Rc::default(),
        }
    }
}

/// Imports items. What is wrong with one is in the report and stops nothing else.
pub fn import(order: &Order, say: &dyn Fn(&Bilingual)) -> Result<Report, ImportError> {
    let content = match Confined::open(&order.content) {
        Err(ConfinedError::Missing(folder)) => return Err(ImportError::NoSite(folder)),
        opened => opened?,
    };
    let mut house = House::open(&content, order.section.is_some(), order.dry_run)?;
    if let Some(section) = order.section.as_ref().filter(|section| house.site.section(section).is_none()) {
        return Err(ImportError::NoSection(section.clone()));
    }
    let web = Arc::new(Web::of(order.allow_private));
    let sources = source::find(order.format, &order.paths)?;
    let Described { about, documents, mut problems } = describe::describe(order, &sources, &house, &web);
    let ledger = ImportLedger::read(&content, order.dry_run)?;
    if !order.dry_run {
        files::remove_parts(&content)?;
    }
    if about.items > 0 {
        house.move_in(&about, order.now)?;
    }
    problems.extend(source::told(&sources));
    let zone = TimeZone::get(&house.site.time_zone).unwrap_or(TimeZone::UTC);
    let read_since =
        |text: &String| time::read(text, &zone).map(|time| time.instant()).ok_or_else(|| ImportError::BadSince(text.clone()));
    let since = order.since.as_ref().map(read_since).transpose()?;
    let (counts, origins) = (Counts { skipped: sources.odd.len(), ..Counts::default() }, Origins::default());
    let balance = Balance { read: counts.skipped, ..Balance::default() };
    let hosts = home::hosts(ledger.pasts());
    let marks = Marks::default();
    let filing = Filing { order, content: &content, house, zone, since, ledger, hosts, marks, web, counts, balance, origins };
    let mut run = Run { filing, catalogue: Arc::new(about.catalogue), documents, libraries: Rc::default(), problems, say };
    let outcome = run.take_all(&sources.found);
    if !order.dry_run {
        run.filing.lead_home()?;
        // What was filed before an error is known the next time.
        run.filing.ledger.save(&content)?;
    }
    outcome?;
    run.finish()
}

/// Whether a text is a time that `since` may be.
pub fn is_time(text: &str) -> bool {
    time::read(text, &TimeZone::UTC).is_some()
}

/// Reads items of one file and files nothing: for tests and fuzzing, which want no disk.
pub fn read(format: Format, bytes: &[u8]) -> (Vec<strait_model::Block>, Vec<Problem>) {
    let mut notes = Notes::of("input");
    let mut blocks = vec![];
    let mut take = |mut dispatch: Dispatch| {
        dispatch.put_in_order();
        blocks.extend(dispatch.body);
        Ok(())
    };
    // Bytes in memory are read without fail.
    let _ = read_items(format, stream::of_bytes(bytes.to_vec()), &Reading::default(), &mut notes, &mut take);
    (blocks, notes.finish())
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
