//! Prints the site: a content folder and a built reader go in, static files come out.

pub mod anchors;
mod assets;
pub mod content_type;
mod costs;
mod disk;
mod edition;
mod entry;
mod fault;
mod fingerprint;
mod frames;
mod front;
pub mod headers;
mod host_files;
mod index;
pub mod inventory;
mod late;
mod lean;
pub mod machines;
pub mod mark;
mod mended;
mod newsroom;
mod output;
mod page;
#[cfg(test)]
mod past_types;
mod pictures;
mod piece;
mod prepare;
mod print;
mod printing;
mod reader_files;
pub mod redirects;
mod related;
mod release;
mod report;
mod run;
pub mod schema;
pub mod script;
mod search;
pub mod serve;
mod stock;
mod survey;
mod told;
mod tool_heads;
mod twins;

use crate::confined::{ConfinedError, Metadata};
use crate::darkroom::Darkroom;
use crate::model::{Contract, DataAddress, Site, WebAddress};
use crate::problem::Problem;
use crate::progress::Progress;
use assets::Assets;
use fingerprint::{Fingerprint, Key};
use index::{Head, Index, Kept, NewIndex, Printed};
use newsroom::{FileState, Newsroom};
use output::Output;
use piece::jobs;
use prepare::zone_of;
use print::print_jobs;
use run::Build;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

pub use assets::PARTS as READER_PARTS;
pub use costs::Cost;
pub use fault::ContentFault;
pub use reader_files::ReaderFiles;
pub(crate) use release::Release;
pub use report::{FileCounts, Report};

/// How many articles a thread takes at a time: few, so that all end together.
const AT_ONCE: usize = 32;

/// What to print, from what, to where.
pub struct Order {
    /// The content folder.
    pub content: PathBuf,
    /// The built reader.
    pub reader: ReaderFiles,
    /// The folder of the site.
    pub out: PathBuf,
    /// Where renditions are kept between runs.
    pub cache: PathBuf,
    /// Who opens pictures.
    pub darkroom: Darkroom,
    /// The time of publishing: decides what is embargoed and what has expired.
    pub now: jiff::Timestamp,
    /// Instead of the site file's `url`.
    pub url: Option<WebAddress>,
    /// Instead of the site file's `dataUrl`.
    pub data_url: Option<DataAddress>,
    /// Whether to write `.br` and `.gz` beside each text file.
    pub precompress: bool,
    /// Whether to print what partners take: ninjs, oEmbed, and what they frame.
    pub partner_files: bool,
    /// Whether pages come alive; else they are read as plain HTML, and the built reader need have no WASM.
    pub living: bool,
    /// Whether pictures are there as AVIF too, which is most of the work of making them.
    pub avif: bool,
    /// How many threads work; 0 for as many as the machine has.
    pub jobs: usize,
    /// The files of the newsroom that are new or changed since the last build, where somebody knows: no others are
    /// looked at.
    pub changed: Option<Vec<PathBuf>>,
    /// Whether to trust nothing that an earlier build left: every article is read, every file compared.
    pub full: bool,
    /// Whether to print into a folder that holds files of others. They stay, unless pages need their place.
    pub force: bool,
}

/// Why nothing could be printed.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    Disk {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// What should be read or written does not lie in its folder, or is no file.
    #[error(transparent)]
    Confined(ConfinedError),
    /// The site file is broken: without it there is no site.
    #[error("{0}")]
    Site(Problem),
    /// The folder of the built reader lacks a part.
    #[error("{0}: no such part of the built reader; `cargo xtask reader` makes it")]
    Reader(PathBuf),
    /// Nobody said where the built reader is, and this command has none inside.
    #[error("this strait has no reader inside: name one with --reader, or build it with `cargo xtask build`")]
    NoReader,
    /// JSON could not be written.
    #[error("writing JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// XML could not be written.
    #[error("writing XML: {0}")]
    Xml(#[from] quick_xml::SeError),
    /// The other script's dictionaries cannot be used.
    #[error("the edition in the other script: {0}")]
    Script(#[from] script::ScriptError),
    /// The system gave no threads.
    #[error("no threads to work with: {0}")]
    Workers(#[from] rayon::ThreadPoolBuildError),
    /// A file was written while it was being printed.
    #[error("{0} changed while it was being printed; build again")]
    Changed(PathBuf),
    /// A file for a host cannot say what it should.
    #[error(transparent)]
    Host(#[from] host_files::Unwritable),
    /// The index of the last build is broken.
    #[error("the index of the last build is broken ({0}); build once with --full")]
    Index(#[from] index::IndexError),
    /// A folder to be served lacks what says how.
    #[error("{0} is missing: this is no printed site, or an older strait printed it; print it again with `strait build`")]
    NotServable(PathBuf),
    /// Another build prints the same site.
    #[error("another strait prints this site now (it holds {0}); wait until it is done")]
    Busy(PathBuf),
    /// The folder of the site holds files that Strait did not write.
    #[error("{0} holds files that Strait did not write; choose another folder, or use --force, which leaves them there")]
    NotOurs(PathBuf),
}

impl PressError {
    /// Says which file a disk error is about.
    fn disk(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> PressError {
        let path = path.into();
        move |source| PressError::Disk { path, source }
    }
}

impl From<ConfinedError> for PressError {
    fn from(error: ConfinedError) -> PressError {
        match error {
            ConfinedError::Missing(_) | ConfinedError::Disk { .. } => {
                PressError::Disk { path: error.path().to_owned(), source: error.into() }
            }
            error => PressError::Confined(error),
        }
    }
}

/// Prints a site. What is wrong with single files is in the report and stops nothing else.
///
/// The same content, reader and time of publishing give the same bytes, whatever was there before and
/// however many threads work.
pub fn publish(order: &Order, progress: &dyn Progress) -> Result<Report, PressError> {
    let workers = rayon::ThreadPoolBuilder::new().num_threads(order.jobs).build()?;
    workers.install(|| run(order, progress))
}

fn run(order: &Order, progress: &dyn Progress) -> Result<Report, PressError> {
    let mut report = Report::default();
    let surveyed = jiff::Timestamp::now();
    let mut newsroom = Newsroom::read(&order.content, &mut report)?;
    newsroom.settle(order);
    let assets = Assets::read(&order.reader, order.living)?;
    let recipe = recipe(order, &newsroom.site, &assets)?;
    let others = script::editions(&mut newsroom.site, &mut report)?;
    let output = Output::open(&order.out, order.precompress, order.force)?;
    let zone = zone_of(&newsroom, &mut report);
    let build = Build { order, newsroom, zone, others, assets, surveyed, costs: Arc::default() };
    let index_file = index::file(&order.cache, &order.out);
    let kept = Kept::open(&index_file)?;
    let is_as_left = |kept: &Kept| !order.full && kept.head.recipe == recipe && output.is_as_left_by(kept.head.key);
    if let Some(kept) = kept.as_ref().filter(|kept| is_as_left(kept)) {
        let mut of_news = Report::default();
        if let Some(news) = build.costs.clone().of("looking for news", || late::look_for_news(&build, kept, &mut of_news))? {
            report.problems.extend(of_news.problems);
            report.files = late::print_news(build, kept, news, output, &mut report, progress)?;
            return Ok(report);
        }
    }
    print_everything(build, recipe, kept, output, report, progress)
}

/// Looks through the whole newsroom, and prints what is not as the last build left it.
fn print_everything(
    build: Build,
    recipe: Key,
    kept: Option<Kept>,
    mut output: Output,
    mut report: Report,
    progress: &dyn Progress,
) -> Result<Report, PressError> {
    let (order, surveyed, costs) = (build.order, build.surveyed, build.costs.clone());
    let mut index = costs.of("reading the index", || Index::of(kept.as_ref(), recipe));
    if order.full || !kept.as_ref().is_some_and(|kept| output.is_as_left_by(kept.head.key)) {
        output.distrust()?;
        index.distrust_site();
    }
    if order.full {
        index.forget_newsroom();
    }
    let materials = build.gather(&mut index, &mut report, progress)?;
    report.articles = materials.edition.count();
    let index_file = index::file(&order.cache, &order.out);
    let (pieces, new_index) = rayon::join(
        || print_jobs(&materials, jobs(&materials)?, index.pieces(), &output, progress),
        || costs.of("writing the index", || NewIndex::begin(index_file, &materials)),
    );
    let (pieces, new_index) = (pieces?, new_index?);
    let now: HashMap<&str, &Printed> = pieces.iter().map(|(name, printed)| (name.as_str(), printed)).collect();
    let files = clear_away(&now, &index, &output)?;
    // Until here it kept other builds away.
    drop(kept);
    let head = Head::of(recipe, surveyed, &materials, index::name_of_pieces(&pieces), files)?;
    costs.of("writing the index", || new_index.finish(&head, &now))?;
    report.files = output.finish(head.key, files)?;
    report.costs = costs.all();
    Ok(report)
}

/// Deletes what is no longer part of the site; says how many files are.
fn clear_away(pieces: &HashMap<&str, &Printed>, index: &Index, output: &Output) -> Result<usize, PressError> {
    let files = || pieces.values().flat_map(|printed| printed.files.lines());
    let mut gone = index.gone(pieces).peekable();
    // Where nothing was before, nothing can be too much.
    if gone.peek().is_some() || !output.was_empty() {
        output.delete_unexpected(&files().collect(), gone)?;
    }
    Ok(files().count())
}

/// What every piece is made by: another recipe, and everything is printed anew.
fn recipe(order: &Order, site: &Site, assets: &Assets) -> Result<Key, PressError> {
    let program = std::env::current_exe().and_then(std::fs::metadata).ok();
    let program = program.map(|program| FileState::of(&Metadata::from_just_metadata(program)));
    let program = program.map_or([0, 0], |state| [state.size, state.modified as u64]);
    let recipe = Fingerprint::default().numbers(program).part(env!("CARGO_PKG_VERSION")).part(Contract::CURRENT);
    let choices = [order.precompress, order.partner_files, order.living, order.avif].map(u64::from);
    Ok(recipe.part(serde_json::to_vec(site)?).number(assets.key()).numbers(choices).key())
}
