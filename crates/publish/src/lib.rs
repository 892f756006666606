//! Puts a printed site on the web, in a folder or a store, so that no reader ever meets half of it.
//!
//! - A **folder** is published as releases: each is a whole site of its own, and a link to the
//!   newest is switched at once ([`folder`]).
//! - A **store** (S3 and what speaks like it) can only replace one object after another, so there
//!   the order keeps readers safe ([`bucket`], [`Stage`](address::Stage)).
//!
//! Both remember under `.strait/` what they hold ([`Manifest`](manifest::Manifest)), so that only
//! what changed is sent, a publish that was cut short is completed by the next, and one can go back.
//!
//! Promises that a publish which breaks off anywhere leaves the old site or the new one. Deliberately absent: printing,
//! and other people's hosts and their tools.

pub mod address;
mod bucket;
mod destination;
mod dress;
mod error;
mod folder;
mod ledger;
mod lock;
pub mod manifest;
mod plan;
mod proof;
mod site;
mod target;
mod told;
mod upload;

pub use destination::{AddressFault, BadDestination, Destination};
pub use error::PublishError;
pub use lock::Holder;
pub use target::Target;
pub use upload::Patience;

use jiff::Timestamp;
use site::{Audience, PrintedSite};
use std::path::Path;

/// How a publish is done.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    /// The time of publishing: decides how long old files stay.
    pub now: Timestamp,
    /// How patiently.
    pub patience: Patience,
    /// Only say what would be done.
    pub is_dry_run: bool,
    /// Hears what is going on.
    pub say: &'a (dyn Fn(&str) + Sync),
}

/// What was done, or would be.
#[derive(Debug, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    /// The release that readers see now.
    pub release: u64,
    /// The files that were written, in this order.
    pub written: Vec<String>,
    /// The files that were deleted after that.
    pub deleted: Vec<String>,
    /// How many files of the site were there already.
    pub kept: usize,
    /// How many hashed files of earlier releases stay for tabs left open.
    pub retired: usize,
}

/// Publishes the site that was printed to `from`.
pub async fn publish(from: &Path, target: &Target, job: &Job<'_>) -> Result<Report, PublishError> {
    if let Target::Folder { root, .. } = target
        && is_below(root, from)
    {
        return Err(PublishError::IntoItself(root.clone()));
    }
    match target {
        Target::Folder { root, store } => folder::publish(from, root, store.as_ref(), job).await,
        Target::Bucket { store } => bucket::publish(from, store, job).await,
    }
}

/// Goes back to the release before, or to the last whole one after a publish that was cut short.
pub async fn roll_back(target: &Target, job: &Job<'_>) -> Result<Report, PublishError> {
    match target {
        Target::Folder { root, store } => folder::roll_back(root, store.as_ref(), job).await,
        Target::Bucket { store } => bucket::roll_back(store, job).await,
    }
}

/// Whether one folder is in another, or is it; of one that is not there yet, whether it would be.
fn is_below(folder: &Path, other: &Path) -> bool {
    let real = |path: &Path| {
        let path = std::path::absolute(path).ok()?;
        path.ancestors().find_map(|above| Some(above.canonicalize().ok()?.join(path.strip_prefix(above).ok()?)))
    };
    real(folder).zip(real(other)).is_some_and(|(folder, other)| folder.starts_with(other))
}

/// Reads what was printed to `from`.
fn read(from: &Path, audience: Audience, job: &Job<'_>) -> Result<PrintedSite, PublishError> {
    (job.say)("reading the site");
    let site = PrintedSite::read(from, audience)?;
    if let Some(first) = site.left_out.first() {
        let count = site.left_out.len();
        (job.say)(&format!("left out: {count} files among those of Strait that it did not print, {first} first"));
    }
    Ok(site)
}

#[cfg(test)]
mod tests {
    use super::is_below;

    #[cfg(unix)]
    #[test]
    fn a_folder_is_below_another_over_links_too_and_before_it_is_there() {
        let place = tempfile::tempdir().unwrap();
        let (site, link) = (place.path().join("site"), place.path().join("link"));
        std::fs::create_dir(&site).unwrap();
        std::os::unix::fs::symlink(&site, &link).unwrap();
        for below in [site.clone(), site.join("a"), site.join("a/b"), link.join("a/b")] {
            assert!(is_below(&below, &site), "{}", below.display());
        }
        for beside in ["other/site", "", "other"] {
            assert!(!is_below(&place.path().join(beside), &site), "{beside}");
        }
        assert!(!is_below(&place.path().join("www"), &place.path().join("not-there")));
    }
}
