//! Prints the site: a content folder and a built reader go in, static files come out.

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
pub mod machines;
mod newsroom;
mod output;
mod page;
mod pictures;
mod piece;
mod prepare;
mod print;
mod printing;
mod reader_files;
mod related;
mod release;
mod report;
mod run;
pub mod schema;
pub mod script;
pub mod serve;
mod survey;
mod told;
mod twins;

use crate::model::{Contract, Site};
use crate::problem::{Problem, Words};
use crate::progress::Progress;
use assets::Assets;
use costs::Costs;
use fingerprint::{Fingerprint, Key};
use index::{Index, Printed};
use newsroom::{FileState, Newsroom};
use output::Output;
use piece::{Job, jobs};
use rayon::prelude::*;
use run::Materials;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

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
    /// The time of publishing: decides what is embargoed and what has expired.
    pub now: jiff::Timestamp,
    /// Instead of the site file's `url`.
    pub url: Option<String>,
    /// Instead of the site file's `dataUrl`.
    pub data_url: Option<String>,
    /// Whether to write `.br` and `.gz` beside each text file.
    pub precompress: bool,
    /// Whether to print what partners take: ninjs, oEmbed, and what they frame.
    pub partner_files: bool,
    /// How many threads work; 0 for as many as the machine has.
    pub jobs: usize,
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
    let assets = Assets::read(&order.reader)?;
    let recipe = recipe(order, &newsroom.site, &assets)?;
    let others = script::editions(&mut newsroom.site, &mut report)?;
    let folders = others.iter().map(|other| other.folder.clone());
    let mut output = Output::open(&order.out, order.precompress, order.force, folders)?;
    let index_file = Index::file(&order.cache, &order.out);
    let costs = Costs::default();
    let mut index = costs.of("reading the index", || Index::read(&index_file, recipe));
    if order.full || !output.is_as_left_by(index.key) {
        output.distrust();
        index.distrust_site();
    }
    if order.full {
        index.forget_newsroom();
    }
    let materials = Materials::gather(order, newsroom, others, assets, &mut index, &mut report, progress)?;
    report.articles = materials.edition.published().len();
    let pieces = print(&materials, &index, &output, progress)?;
    let files = clear_away(&pieces, &index, &output)?;
    let kept = costs.of("writing the index", || Index::write(&index_file, recipe, surveyed, &materials, &pieces))?;
    report.files = output.finish(kept, files)?;
    report.costs = costs.all().into_iter().chain(materials.costs.all()).collect();
    Ok(report)
}

/// Prints each piece that is made of something else than the one that stands in the site.
fn print(
    materials: &Materials,
    index: &Index,
    output: &Output,
    progress: &dyn Progress,
) -> Result<Vec<(String, Printed)>, PressError> {
    let jobs = jobs(materials);
    progress.begin(&Words::new("印制页面", "printing pages"), Some(jobs.len() as u64));
    let print = |Job { piece, name, key }: Job| {
        let printed = match index.pieces().get(&name).filter(|printed| printed.key == key) {
            Some(printed) => printed.clone(),
            None => Printed { key, files: materials.print(&piece, output)? },
        };
        progress.step(1);
        Ok((name, printed))
    };
    let printed = jobs.into_par_iter().with_max_len(AT_ONCE).map(print).collect();
    progress.end();
    printed
}

/// Deletes what is no longer part of the site; says how many files are.
fn clear_away(pieces: &[(String, Printed)], index: &Index, output: &Output) -> Result<usize, PressError> {
    let now: HashMap<&str, &Printed> = pieces.iter().map(|(name, printed)| (name.as_str(), printed)).collect();
    let files: HashSet<&str> = pieces.iter().flat_map(|(_, printed)| printed.files.lines()).collect();
    output.delete_unexpected(&files, index.gone(&now))?;
    Ok(files.len())
}

/// What every piece is made by: another recipe, and everything is printed anew.
fn recipe(order: &Order, site: &Site, assets: &Assets) -> Result<Key, PressError> {
    let program = std::env::current_exe().ok().and_then(|program| FileState::of(&program).ok());
    let program = program.map_or([0, 0], |state| [state.size, state.modified as u64]);
    let recipe = Fingerprint::default().numbers(program).part(env!("CARGO_PKG_VERSION")).part(Contract::CURRENT);
    let choices = [order.precompress, order.partner_files].map(u64::from);
    Ok(recipe.part(serde_json::to_vec(site)?).number(assets.key()).numbers(choices).key())
}
