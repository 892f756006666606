//! Why nothing more could be published.

use super::lock::Holder;
use std::error::Error;
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use strait_confined::ConfinedError;

/// Why nothing more could be published. What readers can reach is whole in every case.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A file on this machine could not be read or written.
    #[error("{path}: {source}")]
    Disk {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The folder has no front page: publishing it would take the site off the web.
    #[error("{0}: no printed site here (no index.html); `strait build --out …` makes one")]
    NoSite(PathBuf),
    /// Neither a file nor a folder, or a name that cannot be an address.
    #[error("{0}: not a file that can be published; give it a plain name, and no links or devices")]
    BadFile(PathBuf),
    /// A release is no longer as it was published.
    #[error("{0} is missing or was changed since it was published; publish the site again")]
    HalfRelease(PathBuf),
    /// A build writes into the folder now.
    #[error("{0} is being printed now; publish when the build has ended")]
    BeingPrinted(PathBuf),
    /// The folder is not marked as whole: half of it may be missing.
    #[error(
        "{0} is not known to be a whole site: its build was killed or failed, an older strait printed it, or .strait and \
        .strait-files did not come along with it; print it again: `strait build --full --content … --out {0}`"
    )]
    NotWhole(PathBuf),
    /// Files of the folder are not as they were printed.
    #[error(
        "{site} is not as it was printed: {first} is missing or changed{}; print it again and compare every file: \
        `strait build --full --content … --out {site}`",
        more(.count)
    )]
    Altered {
        /// The folder.
        site: PathBuf,
        /// The first of them by name.
        first: String,
        /// How many they are.
        count: usize,
    },
    /// The site would be published into itself, and with each release twice as often.
    #[error("{0} is in the folder of the printed site; publish to a folder outside of it")]
    IntoItself(PathBuf),
    /// The site was printed anew while it was being published.
    #[error("{0} changed while it was being published; publish again when the build has ended")]
    ChangedMeanwhile(PathBuf),
    /// `current` is there, and is no link that a publisher made.
    #[error("{0}: not a link to a release; move it away, then publish again")]
    NotALink(PathBuf),
    /// A link, or a file, stands where a publisher keeps its own.
    #[error("{0}: not a folder of a publisher's, but a link or a file; move it away, then publish again")]
    NotAFolder(PathBuf),
    /// Someone else is publishing to the same place.
    #[error("{0}")]
    Locked(Box<Holder>),
    /// The lock could not be kept alive, or was taken over: going on could harm the other's work.
    #[error("the lock was lost while publishing; the site is whole, publish again to complete the release")]
    LockLost,
    /// Told to stop from outside.
    #[error("stopped; the site is whole, publish again to complete the release")]
    Stopped,
    /// The store refused or failed, also after retries.
    #[error("{path}: {source}")]
    Store {
        /// Which object.
        path: String,
        /// What the store said.
        source: object_store::Error,
    },
    /// The store took longer than a slow line would need, each time.
    #[error("{0}: no answer in time, in several attempts")]
    TimedOut(String),
    /// What the store holds is not what was sent, each time.
    #[error("{0}: arrived damaged, in several attempts")]
    Damaged(String),
    /// What the store says of earlier releases cannot be read.
    #[error("{path}: {source}; restore the file, or delete .strait/ there to begin anew (nothing that was published goes away)")]
    Ledger {
        /// Which file of the ledger.
        path: String,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// There is no earlier release to go back to.
    #[error("no earlier release is kept there")]
    NoEarlierRelease,
}

impl From<ConfinedError> for PublishError {
    fn from(error: ConfinedError) -> PublishError {
        PublishError::Disk { path: error.path().to_owned(), source: error.into() }
    }
}

impl PublishError {
    /// Says which file a disk error is about.
    pub(super) fn disk(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> PublishError {
        let path = path.into();
        move |source| PublishError::Disk { path, source }
    }

    /// Says which object an error of the store is about.
    pub(super) fn store(path: impl Into<String>) -> impl FnOnce(object_store::Error) -> PublishError {
        let path = path.into();
        move |source| PublishError::Store { path, source }
    }

    /// Whether the same attempt may succeed a moment later.
    pub(super) fn may_pass(&self) -> bool {
        match self {
            PublishError::TimedOut(_) | PublishError::Damaged(_) => true,
            PublishError::Store { source, .. } => !is_final(source),
            _ => false,
        }
    }
}

/// Whether a store will say the same again.
fn is_final(error: &object_store::Error) -> bool {
    use object_store::Error::{
        AlreadyExists, InvalidPath, NotFound, NotImplemented, NotSupported, PermissionDenied, Precondition, Unauthenticated,
    };
    match error {
        AlreadyExists { .. }
        | InvalidPath { .. }
        | NotFound { .. }
        | NotImplemented { .. }
        | NotSupported { .. }
        | PermissionDenied { .. }
        | Precondition { .. }
        | Unauthenticated { .. } => true,
        _ => of_disk(error).is_some_and(|kind| DISK_STAYS_SO.contains(&kind)),
    }
}

/// What no disk mends by itself within seconds.
const DISK_STAYS_SO: [ErrorKind; 7] = [
    ErrorKind::FileTooLarge,
    ErrorKind::IsADirectory,
    ErrorKind::NotADirectory,
    ErrorKind::PermissionDenied,
    ErrorKind::QuotaExceeded,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::StorageFull,
];

/// What a disk said, if it is behind an error.
fn of_disk(error: &(dyn Error + 'static)) -> Option<ErrorKind> {
    let of_this = error.downcast_ref::<io::Error>().map(io::Error::kind);
    of_this.or_else(|| error.source().and_then(of_disk))
}

fn more(count: &usize) -> String {
    if *count > 1 { format!(", and {} more", count - 1) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_not_tried_again_and_a_broken_line_is() {
        let of = |kind: ErrorKind| {
            let source = object_store::Error::Generic { store: "any", source: Box::new(io::Error::from(kind)) };
            PublishError::store("index.html")(source)
        };
        assert!(DISK_STAYS_SO.into_iter().all(|kind| !of(kind).may_pass()));
        assert!(
            [ErrorKind::ConnectionReset, ErrorKind::TimedOut, ErrorKind::Interrupted].into_iter().all(|kind| of(kind).may_pass())
        );
    }
}
