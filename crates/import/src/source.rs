//! Where what is imported is: files and addresses.

use super::fault::FileFault;
use super::web::{self, shown};
use super::{Format, ImportError, files};
use std::path::{Path, PathBuf};
use strait_report::problem::Problem;

/// A file or an address.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// An address on the web.
    Address(String),
}

/// What is found.
#[derive(Debug, Default)]
pub struct Sources {
    /// In the order in which it was named; below a folder in the order of names.
    pub found: Vec<Source>,
    /// What is called so and is not opened.
    pub odd: Vec<PathBuf>,
}

/// All that some paths lead to.
pub fn find(format: Format, paths: &[String]) -> Result<Sources, ImportError> {
    let endings: &[&str] = match format {
        Format::Ninjs => &["json", "ninjs", "jsonl", "ndjson"],
        Format::WordPress => &["json", "xml"],
        Format::Feed => &["xml", "rss", "atom", "rdf"],
    };
    let mut sources = Sources::default();
    for path in paths {
        if let Some(address) = web::address(path) {
            sources.found.push(Source::Address(address));
            continue;
        }
        if path.contains(['@', '?']) && !Path::new(path).exists() {
            // It may be meant as an address, with what is secret in it.
            return Err(ImportError::NoFile(shown(path)));
        }
        let found = files::find(Path::new(path), endings)?;
        sources.found.extend(found.files.into_iter().map(Source::File));
        sources.odd.extend(found.odd);
    }
    Ok(sources)
}

/// What is said of what is not opened.
pub fn told(sources: &Sources) -> impl Iterator<Item = Problem> {
    sources.odd.iter().map(|path| Problem::new(path, "", &FileFault::Unopened))
}
