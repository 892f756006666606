//! Of several publishers one publishes, and the others say who it is.

use super::faults::{Fault, Faulty};
use super::s3::Server;
use super::site::{printed, two_editions};
use super::store::{Store, bucket, check_holds, in_memory};
use super::{job, temporary};
use futures_util::future::join_all;
use object_store::local::LocalFileSystem;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;
use strait_publish::{Job, Patience, PublishError, Target, publish};

async fn check_eight(target: impl Fn() -> Target) {
    let from = printed(&two_editions().0);
    let targets: Vec<Target> = (0..8).map(|_| target()).collect();
    let jobs: Vec<Job<'_>> = (0..8).map(|_| job()).collect();
    let outcomes = join_all(targets.iter().zip(&jobs).map(|(target, job)| publish(from.path(), target, job))).await;
    let us = format!("process {}", std::process::id());
    let is_told = |outcome: &&Result<_, PublishError>| match outcome {
        Err(error @ PublishError::Locked(holder)) => error.to_string().contains("since 20") && holder.who.contains(&us),
        _ => false,
    };
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
    assert_eq!(outcomes.iter().filter(is_told).count(), 7, "{outcomes:?}");
}

fn slow(store: &Store) -> Store {
    Faulty::new(store, Fault::Slow(Duration::from_millis(30)))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_eight_publishers_over_s3_one_wins_and_seven_say_who() {
    let server = Server::start().await;
    let store = server.store();
    check_eight(|| bucket(&slow(&store))).await;
    check_holds(&store, &two_editions().0).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_eight_publishers_to_a_folder_one_wins_and_seven_say_who() {
    let folder = temporary();
    let store: Store = Arc::new(LocalFileSystem::new_with_prefix(folder.path()).unwrap());
    check_eight(|| Target::Folder { root: folder.path().to_owned(), store: slow(&store) }).await;
}

#[test]
fn of_eight_processes_none_harms_another() {
    let (folder, site) = (temporary(), two_editions().0);
    let from = printed(&site);
    let start = |_| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
        command.args(["publish", "--to", &format!("file://{}", folder.path().display()), "--from"]).arg(from.path());
        command.stderr(std::process::Stdio::piped()).spawn().unwrap()
    };
    let processes: Vec<_> = (0..8).map(start).collect();
    let outcomes: Vec<_> = processes.into_iter().map(|process| process.wait_with_output().unwrap()).collect();
    assert!(outcomes.iter().any(|outcome| outcome.status.success()));
    for loser in outcomes.iter().filter(|outcome| !outcome.status.success()) {
        let words = String::from_utf8_lossy(&loser.stderr);
        assert!(loser.status.code() == Some(3) && words.contains("is publishing there since"), "{words}");
    }
    assert_eq!(super::folder::current(folder.path()), site);
}

#[tokio::test]
async fn the_lock_of_a_dead_publisher_is_taken_over_after_a_while() {
    let from = printed(&two_editions().0);
    let store = in_memory();
    let patience = Patience { lease: Duration::from_millis(200), ..job().patience };
    let job = Job { patience, ..job() };
    let dying: Store = Faulty::new(&store, Fault::DeadAfter(20));
    assert!(publish(from.path(), &bucket(&dying), &job).await.is_err());
    assert!(matches!(publish(from.path(), &bucket(&store), &job).await, Err(PublishError::Locked(_))));
    tokio::time::sleep(Duration::from_millis(300)).await;
    publish(from.path(), &bucket(&store), &job).await.unwrap();
    check_holds(&store, &two_editions().0).await;
}

#[tokio::test]
async fn a_publisher_that_cannot_keep_its_lock_stops() {
    let from = printed(&two_editions().0);
    let store = in_memory();
    let patience = Patience { lease: Duration::from_millis(120), ..job().patience };
    // The renewals are not answered either.
    let hanging: Store = Faulty::new(&store, Fault::HangsAfter(20));
    let outcome = publish(from.path(), &bucket(&hanging), &Job { patience, ..job() }).await;
    assert!(matches!(outcome, Err(PublishError::LockLost)), "{outcome:?}");
}
