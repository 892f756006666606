//! Publishes into a folder: each release is a whole site of its own, and readers are moved to it at
//! once, by a link.
//!
//! ```text
//! current ─▶ releases/42     what the web server is pointed at
//! releases/42/               files that did not change are the very files of 41 (hard links)
//! releases/41/ …             to go back to
//! .strait/                   what each release has, and the lock; not for readers
//! ```

mod link;
mod releases;

use super::ledger::Ledger;
use super::lock::file::FileLock;
use super::manifest::{Entry, Manifest};
use super::plan::{Plan, Unsure};
use super::site::{Audience, PrintedSite, hash, open_again};
use super::upload::{IN_PARTS_FROM, Uploader, location};
use super::{Job, PublishError, Report};
use object_store::{Attributes, ObjectStore, ObjectStoreExt};
use releases::Releases;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

/// Publishes the site in `from`.
pub async fn publish(from: &Path, root: &Path, store: &dyn ObjectStore, job: &Job<'_>) -> Result<Report, PublishError> {
    let site = super::read(from, Audience::WebServer, job)?;
    let releases = (!job.is_dry_run).then(|| Releases::open(root)).transpose()?;
    let _lock = releases.as_ref().map(lock).transpose()?;
    let ledger = Ledger::of(store);
    let current = link::current(root)?;
    let standing = ledger.release(current).await?.unwrap_or_default();
    let numbers = ledger.numbers().await?;
    let newest = numbers.last().copied().unwrap_or_default().max(current);
    let number = newest.checked_add(1).ok_or_else(|| PublishError::NotALink(root.join("current")))?;
    let mut plan = Plan::new(&standing, &Unsure::default(), site.files.clone(), number, job.now);
    let is_lost = releases.as_ref().is_some_and(|releases| releases.first_lost(&standing).is_some());
    if let Some(releases) = releases.filter(|_| !plan.is_empty() || is_lost) {
        let number = releases.begin(number, &numbers)?;
        plan.manifest.release = number;
        // What tabs left open may want, and is lost, cannot be handed on.
        plan.manifest.retired.retain(|path, file| releases.has(&in_release(standing.release, path), file.entry.size));
        let uploader = Uploader { store, patience: job.patience, lease: None };
        (job.say)(&format!("release {number}: {} files, {} of them changed", plan.manifest.files.len(), plan.writes.len()));
        fill(&uploader, root, &releases, &site, &standing, &plan.manifest).await?;
        ledger.note_release(&uploader, &plan.manifest).await?;
        releases.note_done()?;
        link::switch(root, number)?;
        tidy(&ledger, &uploader, &releases, &plan.manifest).await?;
    }
    Ok(report(plan, if is_lost { None } else { Some(&standing) }))
}

/// Moves readers back to the release before, together with the hashed files that open tabs of this one need.
pub async fn roll_back(root: &Path, store: &dyn ObjectStore, job: &Job<'_>) -> Result<Report, PublishError> {
    let releases = (!job.is_dry_run).then(|| Releases::open(root)).transpose()?;
    let _lock = releases.as_ref().map(lock).transpose()?;
    let ledger = Ledger::of(store);
    let standing = ledger.release(link::current(root)?).await?.ok_or(PublishError::NoEarlierRelease)?;
    let previous = standing.previous.ok_or(PublishError::NoEarlierRelease)?;
    let goal = ledger.release(previous).await?.ok_or(PublishError::NoEarlierRelease)?;
    let mut plan = Plan::new(&standing, &Unsure::default(), goal.files.clone(), goal.release, job.now);
    plan.manifest.previous = goal.previous;
    if !job.is_dry_run {
        let uploader = Uploader { store, patience: job.patience, lease: None };
        let missing = plan.manifest.retired.keys().filter(|path| goal.entry(path).is_none());
        let copy = |path: &String| uploader.copy_owned(in_release(standing.release, path), in_release(previous, path));
        if let Some(lost) = releases.as_ref().and_then(|releases| releases.first_lost(&goal)) {
            return Err(PublishError::HalfRelease(lost));
        }
        uploader.each(missing, copy).await?;
        ledger.note_release(&uploader, &plan.manifest).await?;
        link::switch(root, previous)?;
    }
    Ok(report(plan, Some(&standing)))
}

fn lock(releases: &Releases) -> Result<FileLock, PublishError> {
    FileLock::take(&releases.notes()?, "lock")
}

/// Makes a release's folder: what did not change is linked, what did is copied.
async fn fill(
    uploader: &Uploader<'_>,
    root: &Path,
    releases: &Releases,
    site: &PrintedSite,
    standing: &Manifest,
    manifest: &Manifest,
) -> Result<(), PublishError> {
    let put = async |(path, entry): (&String, &Entry)| {
        let to = in_release(manifest.release, path);
        let from = in_release(standing.release, path);
        let is_kept = standing.entry(path) == Some(entry) && releases.has(&from, entry.size);
        if is_kept && uploader.store.copy(&location(&from)?, &location(&to)?).await.is_ok() {
            return Ok(());
        }
        // Also where the file system has no hard links.
        let source = if manifest.files.contains_key(path) { site.path(path) } else { root.join(&from) };
        put_file(uploader, &source, entry, &to).await
    };
    uploader.each(manifest.standing(), put).await
}

async fn put_file(uploader: &Uploader<'_>, file: &Path, entry: &Entry, to: &str) -> Result<(), PublishError> {
    if entry.size >= IN_PARTS_FROM {
        return uploader.put_in_parts(to, file, entry.size, &entry.hash).await;
    }
    let mut bytes = Vec::new();
    open_again(file)?.read_to_end(&mut bytes).map_err(PublishError::disk(file))?;
    match hash(&bytes) == entry.hash {
        true => uploader.put(to, bytes.into(), Attributes::new()).await,
        false => Err(PublishError::ChangedMeanwhile(file.to_owned())),
    }
}

/// Deletes the releases that one cannot go back to.
async fn tidy(ledger: &Ledger<'_>, uploader: &Uploader<'_>, releases: &Releases, current: &Manifest) -> Result<(), PublishError> {
    let kept: BTreeSet<u64> = ledger.chain(current).await?.iter().map(|release| release.release).collect();
    let doomed: BTreeSet<u64> = ledger.numbers().await?.difference(&kept).copied().collect();
    if doomed.is_empty() {
        return Ok(());
    }
    releases.doom(&doomed)?;
    // First the ledger's note: a release without one is known to be worthless.
    uploader.each(doomed.iter(), |number| uploader.delete_owned(super::ledger::manifest_path(*number))).await?;
    releases.delete(doomed.iter())?;
    releases.note_done()
}

fn in_release(number: u64, path: &str) -> String {
    format!("releases/{number}/{path}")
}

/// `standing`: what readers go on seeing where there was nothing to do.
fn report(plan: Plan, standing: Option<&Manifest>) -> Report {
    let standing = standing.filter(|_| plan.is_empty());
    Report {
        release: standing.map_or(plan.manifest.release, |standing| standing.release),
        kept: plan.manifest.files.len() - plan.writes.len(),
        retired: plan.manifest.retired.len(),
        written: plan.writes.into_iter().map(|(_, path)| path).collect(),
        deleted: plan.deletions.into_iter().collect(),
    }
}
