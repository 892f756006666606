//! Why something in a folder was not opened.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use strait_report::problem::{Bilingual, Told};

/// Why something in a folder was not opened.
#[derive(Debug, thiserror::Error)]
pub enum ConfinedError {
    /// Nothing is there, or can be.
    #[error("{0} is not there")]
    Missing(PathBuf),
    /// It lies elsewhere.
    #[error("{path} leads out of {folder}; put a copy there instead of the link")]
    LeadsOutside {
        /// What was asked for.
        path: PathBuf,
        /// The folder that is never left.
        folder: PathBuf,
    },
    /// A folder, pipe, socket or device.
    #[error("{0} is no regular file, but a folder, a pipe or a device; take it away")]
    NotAFile(PathBuf),
    /// More bytes than anybody means.
    #[error("{path} is larger than {megabytes} MB")]
    TooLarge {
        /// What was asked for.
        path: PathBuf,
        /// What it may have.
        megabytes: u64,
    },
    /// The disk did not do it.
    #[error("{path}: {source}")]
    Disk {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl ConfinedError {
    /// What the system's answer means.
    pub(super) fn of(error: io::Error, folder: &Path, path: &Path) -> ConfinedError {
        let path = path.to_owned();
        match error.kind() {
            // No file can have a name that is too long, has a zero in it, or goes on behind a file.
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename => ConfinedError::Missing(path),
            ErrorKind::InvalidInput if path.as_os_str().as_encoded_bytes().contains(&0) => ConfinedError::Missing(path),
            // A link that leads round in a circle, or one where none is followed.
            _ if is_loop(&error) => ConfinedError::NotAFile(path),
            // What the system itself forbids has a number.
            ErrorKind::PermissionDenied if error.raw_os_error().is_none() => {
                ConfinedError::LeadsOutside { path, folder: folder.to_owned() }
            }
            _ => ConfinedError::Disk { path, source: error },
        }
    }

    /// What it is about.
    pub fn path(&self) -> &Path {
        match self {
            ConfinedError::Missing(path) | ConfinedError::NotAFile(path) => path,
            ConfinedError::LeadsOutside { path, .. }
            | ConfinedError::TooLarge { path, .. }
            | ConfinedError::Disk { path, .. } => path,
        }
    }
}

#[cfg(unix)]
fn is_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

#[cfg(not(unix))]
fn is_loop(_: &io::Error) -> bool {
    false
}

impl From<ConfinedError> for io::Error {
    fn from(error: ConfinedError) -> io::Error {
        match error {
            ConfinedError::Disk { source, .. } => source,
            ConfinedError::Missing(_) => io::Error::new(ErrorKind::NotFound, error),
            ConfinedError::LeadsOutside { .. } => io::Error::new(ErrorKind::PermissionDenied, error),
            ConfinedError::NotAFile(_) => io::Error::new(ErrorKind::InvalidInput, error),
            ConfinedError::TooLarge { .. } => io::Error::new(ErrorKind::FileTooLarge, error),
        }
    }
}

/// What the system said, in Chinese where it was ours to say.
pub fn in_chinese(error: &io::Error) -> String {
    let ours = error.get_ref().and_then(|inner| inner.downcast_ref::<ConfinedError>());
    ours.map_or_else(|| error.to_string(), |ours| ours.words().zh)
}

impl Told for ConfinedError {
    fn words(&self) -> Bilingual {
        let zh = match self {
            ConfinedError::Missing(path) => format!("找不到 {}", path.display()),
            ConfinedError::LeadsOutside { path, folder } => {
                format!("{} 指向 {} 之外；请放文件本身，不要放链接", path.display(), folder.display())
            }
            ConfinedError::NotAFile(path) => format!("{} 不是普通文件，而是文件夹、管道或设备；请移走", path.display()),
            ConfinedError::TooLarge { path, megabytes } => format!("{} 超过 {megabytes} MB", path.display()),
            ConfinedError::Disk { path, source } => format!("{}：{source}", path.display()),
        };
        Bilingual::new(zh, self.to_string())
    }
}
