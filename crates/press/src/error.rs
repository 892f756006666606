//! Why nothing could be printed.

use crate::index::error::IndexError;
use crate::script::error::ScriptError;
use crate::site::host_files::unwritable::Unwritable;
use std::path::PathBuf;
use strait_confined::ConfinedError;
use strait_report::problem::Problem;

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
    Script(#[from] ScriptError),
    /// The system gave no threads.
    #[error("no threads to work with: {0}")]
    Workers(#[from] rayon::ThreadPoolBuildError),
    /// A file was written while it was being printed.
    #[error("{0} changed while it was being printed; build again")]
    Changed(PathBuf),
    /// A file for a host cannot say what it should.
    #[error(transparent)]
    Host(#[from] Unwritable),
    /// The index of the last build is broken.
    #[error("the index of the last build is broken ({0}); build once with --full")]
    Index(#[from] IndexError),
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
    pub(crate) fn disk(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> PressError {
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
