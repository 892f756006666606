//! Prints the site: a content folder and a built reader go in, static files come out.

mod assets;
pub mod content_type;
mod edition;
mod fault;
pub mod headers;
mod host_files;
pub mod machines;
mod newsroom;
mod output;
mod page;
mod pictures;
mod reader_files;
mod related;
mod report;
pub mod schema;
pub mod script;
pub mod serve;
mod told;

use crate::model::Site;
use crate::problem::Problem;
use assets::Assets;
use edition::Edition;
use newsroom::{Newsroom, stays_inside};
use output::Output;
use pictures::Pictures;
use std::collections::BTreeSet;
use std::path::PathBuf;

pub use fault::ContentFault;
pub(crate) use newsroom::is_published;
pub use output::cores;
pub use reader_files::ReaderFiles;
pub use report::{FileCounts, Report};

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
}

impl PressError {
    /// Says which file a disk error is about.
    fn disk(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> PressError {
        let path = path.into();
        move |source| PressError::Disk { path, source }
    }
}

/// Prints a site. What is wrong with single files is in the report and stops nothing else.
pub fn publish(order: &Order, say: &dyn Fn(&str)) -> Result<Report, PressError> {
    let mut report = Report::default();
    say("reading the newsroom");
    let mut newsroom = Newsroom::read(&order.content, &mut report)?;
    newsroom.settle(order);
    let others = script::editions(&mut newsroom.site, &mut report)?;

    let media = newsroom.media(order.now);
    let mut output = Output::open(&order.out, order.precompress)?;
    let originals = newsroom.pictures(order.now);
    say(&format!("making renditions of {} pictures (kept in {})", originals.len(), order.cache.display()));
    let pictures = Pictures::make(&order.content, &order.cache, &originals, &mut report, say)?;
    pictures.write(&mut output)?;

    let edition = Edition::of(newsroom, &pictures, order.now, &mut report);
    let assets = Assets::read(&order.reader)?;
    say(&format!("printing {} articles in {} sections", edition.articles().len(), edition.sections().len()));
    assets.write(&mut output)?;
    copy_media(order, &media, &mut output, &mut report)?;
    output.write_all(page::print_pages(&edition, None, &assets)?)?;
    output.write_all(page::print_data(&edition, None)?)?;
    let sites: Vec<&Site> = std::iter::once(edition.site()).chain(others.iter().map(|other| &other.site)).collect();
    let look = &assets.look;
    output.write_all(machines::shared_files(&sites, look))?;
    output.write_all(machines::files(&edition, None, &sites, look, order.now)?)?;
    for other in &others {
        say(&format!("printing the edition in {}", other.site.language));
        let translation = script::Translation::of(other, edition.articles());
        output.write_all(page::print_pages(&edition, Some(&translation), &assets)?)?;
        output.write_all(page::print_data(&edition, Some(&translation))?)?;
        output.write_all(machines::files(&edition, Some(&translation), &sites, look, order.now)?)?;
    }
    output.write_all(schema::files()?)?;
    output.write_all(host_files::files(edition.site(), &assets))?;
    report.articles = edition.articles().len();
    report.files = output.finish(say)?;
    Ok(report)
}

/// Copies the films and recordings that articles refer to; reports those that are not there.
fn copy_media(order: &Order, media: &BTreeSet<String>, output: &mut Output, report: &mut Report) -> Result<(), PressError> {
    for src in media {
        let file = order.content.join(src);
        let bytes = (stays_inside(src) && src.starts_with("media/")).then(|| std::fs::read(&file));
        match bytes {
            Some(Ok(bytes)) => output.write(src, &bytes)?,
            _ => report.add(file, "", &ContentFault::MissingMedia),
        }
    }
    Ok(())
}
