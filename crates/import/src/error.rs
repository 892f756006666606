//! Why nothing more could be imported.

use std::path::PathBuf;
use strait_confined::{ConfinedError, in_chinese};
use strait_model::SectionPath;
use strait_report::problem::{Bilingual, Problem, Told, Tongue};

/// Why nothing more could be imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// No content folder is there.
    #[error("{0} has no site.json; `strait new {0}` makes a content folder")]
    NoSite(PathBuf),
    /// The site file is broken.
    #[error("{0}")]
    BadSite(Problem),
    /// The default section is not in the tree.
    #[error("no section {0} in site.json; add it to the tree or name another")]
    NoSection(SectionPath),
    /// The time to import from is no time.
    #[error("“{0}” is no time; write 2026-09-30 or 2026-09-30T08:00:00+08:00")]
    BadSince(String),
    /// The ledger of earlier imports is broken.
    #[error("{path}: {reason}; restore it, or delete it and lose which words are editors'")]
    Ledger {
        /// Which file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    Disk {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// No file has this name, which may be meant as an address.
    #[error("{0}: no file is called so; an address begins with https:// or http://")]
    NoFile(String),
    /// What should be read or written lies outside its folder, or is no file.
    #[error(transparent)]
    Confined(ConfinedError),
    /// An address did not answer with what it should.
    #[error("{address}: {reason}")]
    Fetch {
        /// Which address.
        address: String,
        /// What went wrong.
        reason: String,
    },
    /// An article could not be written as JSON.
    #[error("writing JSON: {0}")]
    Json(serde_json::Error),
}

impl Told for ImportError {
    fn words(&self) -> Bilingual {
        let zh = match self {
            ImportError::BadSite(problem) => problem.in_tongue(Tongue::Chinese),
            ImportError::Confined(error) => error.words().zh,
            ImportError::Disk { path, source } => format!("{}：读写失败：{}", path.display(), in_chinese(source)),
            other => format!("出错了：{other}"),
        };
        Bilingual::new(zh, self.to_string())
    }
}

impl ImportError {
    /// Says which file a disk error is about.
    pub(super) fn disk(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> ImportError {
        let path = path.into();
        move |source| ImportError::Disk { path, source }
    }
}

impl From<ConfinedError> for ImportError {
    fn from(error: ConfinedError) -> ImportError {
        match error {
            ConfinedError::Missing(_) | ConfinedError::Disk { .. } => {
                ImportError::Disk { path: error.path().to_owned(), source: error.into() }
            }
            error => ImportError::Confined(error),
        }
    }
}
