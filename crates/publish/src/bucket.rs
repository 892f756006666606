//! Publishes into a store, where only one object after another can be replaced.
//!
//! What an unfinished publish may touch is noted before it is touched; so the next one, or a
//! rollback, knows what it must not trust. What is overwritten is first put aside under its hash.

mod source;

use super::address::{Stage, is_hashed};
use super::dress::Dress;
use super::ledger::{Ledger, aside_path, manifest_path};
use super::lock::lease::Lease;
use super::manifest::Manifest;
use super::plan::{Plan, Unsure};
use super::site::Audience;
use super::upload::Uploader;
use super::{Job, PublishError, Report};
use object_store::ObjectStore;
use source::Source;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

type Store = Arc<dyn ObjectStore>;

/// Publishes the site in `from`.
pub async fn publish(from: &Path, store: &Store, job: &Job<'_>) -> Result<Report, PublishError> {
    let site = super::read(from, Audience::Store, job)?;
    alone(store, job, async |uploader| {
        let (standing, unsure) = Ledger::of(store.as_ref()).standing().await?;
        let plan = Plan::new(&standing, &unsure, site.files.clone(), standing.release + 1, job.now);
        carry_out(uploader, &plan, (&standing, &unsure), &Source::Site(&site), job).await
    })
    .await
}

/// Publishes the release before once more.
pub async fn roll_back(store: &Store, job: &Job<'_>) -> Result<Report, PublishError> {
    alone(store, job, async |uploader| {
        let ledger = Ledger::of(store.as_ref());
        let (standing, unsure) = ledger.standing().await?;
        let goal = goal(&ledger, &standing, &unsure).await?;
        let mut files = goal.files;
        files.iter_mut().for_each(|(path, entry)| entry.dress = Dress::of(path).seal());
        let mut plan = Plan::new(&standing, &unsure, files, standing.release + 1, job.now);
        // So that going back twice goes back by two.
        plan.manifest.previous = goal.previous;
        carry_out(uploader, &plan, (&standing, &unsure), &Source::Store, job).await
    })
    .await
}

/// The release to go back to: after a publish that was cut short, the one that stood before it.
async fn goal(ledger: &Ledger<'_>, standing: &Manifest, unsure: &Unsure) -> Result<Manifest, PublishError> {
    if unsure.release > 0 && standing.release > 0 {
        return Ok(standing.clone());
    }
    let previous = standing.previous.ok_or(PublishError::NoEarlierRelease)?;
    ledger.release(previous).await?.ok_or(PublishError::NoEarlierRelease)
}

/// Does `work` while no other publisher does, until it is done, the lock is lost or someone says stop.
async fn alone(
    store: &Store,
    job: &Job<'_>,
    work: impl AsyncFnOnce(&Uploader<'_>) -> Result<Report, PublishError>,
) -> Result<Report, PublishError> {
    let uploader = |lease| Uploader { store: store.as_ref(), patience: job.patience, lease };
    if job.is_dry_run {
        return work(&uploader(None)).await;
    }
    // Listens before there is a lock to give back.
    let stop = told_to_stop();
    let lease = Lease::take(store.clone(), job.patience.lease, job.say).await?;
    let holding = uploader(Some(&lease));
    let outcome = tokio::select! {
        outcome = work(&holding) => outcome,
        error = lease.lost() => Err(error),
        () = stop => Err(PublishError::Stopped),
    };
    lease.release().await;
    outcome
}

/// Ends at Ctrl-C, or when a pipeline ends its job; what comes before it is waited for counts too.
#[cfg(unix)]
fn told_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = signal(SignalKind::interrupt()).and_then(|interrupt| Ok((interrupt, signal(SignalKind::terminate())?)));
    async {
        let Ok((mut interrupt, mut end)) = signals else {
            return std::future::pending().await;
        };
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = end.recv() => {}
        }
    }
}

/// Ends at Ctrl-C.
#[cfg(not(unix))]
async fn told_to_stop() {
    // Fails only where the system has no signals; then nothing is told.
    let _ = tokio::signal::ctrl_c().await;
}

async fn carry_out(
    uploader: &Uploader<'_>,
    plan: &Plan,
    (standing, unsure): (&Manifest, &Unsure),
    source: &Source<'_>,
    job: &Job<'_>,
) -> Result<Report, PublishError> {
    let is_nothing = plan.is_empty();
    if !is_nothing && !job.is_dry_run {
        let ledger = Ledger::of(uploader.store);
        ledger.note_unsure(uploader, &plan.unsure(unsure)).await?;
        put_aside(&ledger, uploader, plan).await?;
        write(uploader, plan, source, job).await?;
        uploader.each(&plan.deletions, |path| uploader.delete(path)).await?;
        ledger.note_release(uploader, &plan.manifest).await?;
        ledger.note_current(uploader, plan.manifest.release).await?;
        tidy(&ledger, uploader, &plan.manifest).await?;
    }
    let written: Vec<String> = plan.writes.iter().map(|(_, path)| path.clone()).collect();
    Ok(Report {
        release: if is_nothing { standing.release } else { plan.manifest.release },
        kept: plan.manifest.files.len() - written.len(),
        retired: plan.manifest.retired.len(),
        written,
        deleted: plan.deletions.iter().cloned().collect(),
    })
}

async fn put_aside(ledger: &Ledger<'_>, uploader: &Uploader<'_>, plan: &Plan) -> Result<(), PublishError> {
    let there = ledger.aside().await?;
    let missing = plan.aside.iter().filter(|(_, hash)| !there.contains(hash));
    let copy = async |(path, hash): &(String, String)| match uploader.copy(path, &aside_path(hash)).await {
        // Someone deleted it by hand: then there is nothing to go back to.
        Err(PublishError::Store { source: object_store::Error::NotFound { .. }, .. }) => Ok(()),
        outcome => outcome,
    };
    uploader.each(missing, copy).await
}

async fn write(uploader: &Uploader<'_>, plan: &Plan, source: &Source<'_>, job: &Job<'_>) -> Result<(), PublishError> {
    for stage in Stage::ALL {
        let paths: Vec<&String> = plan.stage(stage).collect();
        if !paths.is_empty() {
            (job.say)(&format!("{}: {}", stage.words(), paths.len()));
        }
        let files = paths.into_iter().filter_map(|path| Some((path, plan.manifest.files.get(path)?)));
        uploader.each(files, |(path, entry)| source.write(uploader, path, entry)).await?;
    }
    Ok(())
}

/// Deletes what no rollback can need any more.
async fn tidy(ledger: &Ledger<'_>, uploader: &Uploader<'_>, current: &Manifest) -> Result<(), PublishError> {
    let chain = ledger.chain(current).await?;
    let kept: BTreeSet<u64> = chain.iter().map(|release| release.release).collect();
    let numbers = ledger.numbers().await?;
    let files = chain.iter().skip(1).flat_map(|release| &release.files).filter(|(path, _)| !is_hashed(path));
    let needed: BTreeSet<&String> = files.map(|(_, entry)| &entry.hash).collect();
    let aside = ledger.aside().await?;
    let old = numbers.difference(&kept).map(|number| manifest_path(*number));
    let unneeded = aside.iter().filter(|hash| !needed.contains(hash)).map(|hash| aside_path(hash));
    let old: Vec<String> = old.chain(unneeded).collect();
    uploader.each(&old, |path| uploader.delete(path)).await
}
