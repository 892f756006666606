//! What fails, takes too long or arrives wrong is sent again, and looked at.

use super::faults::{Fault, Faulty};
use super::job;
use super::s3::Server;
use super::site::{printed, two_editions};
use super::store::{Store, bucket, check_holds, in_memory};
use std::sync::atomic::Ordering;
use std::time::Duration;
use strait_publish::{Job, Patience, PublishError, publish};

fn patient(attempts: u32) -> Job<'static> {
    let milli = Duration::from_millis(1);
    Job { patience: Patience { attempts, answer: 50 * milli, pause: milli, lease: 6000 * milli, ..job().patience }, ..job() }
}

#[tokio::test]
async fn a_store_that_refuses_hangs_or_damages_every_third_file_gets_the_whole_site() {
    let (old, new) = two_editions();
    for fault in [Fault::Refuses(3), Fault::Hangs(3), Fault::Damages(3)] {
        let store = in_memory();
        for site in [&old, &new] {
            let faulty: Store = Faulty::new(&store, fault);
            publish(printed(site).path(), &bucket(&faulty), &patient(5)).await.unwrap();
            check_holds(&store, site).await;
        }
    }
}

#[tokio::test]
async fn a_store_that_never_gets_it_right_is_told_with_the_file() {
    let from = printed(&two_editions().0);
    for fault in [Fault::HangsAfter(9), Fault::Damages(1), Fault::DeadAfter(9)] {
        let faulty: Store = Faulty::new(&in_memory(), fault);
        let error = publish(from.path(), &bucket(&faulty), &patient(2)).await.unwrap_err();
        let is_told = match &error {
            PublishError::TimedOut(path) | PublishError::Damaged(path) | PublishError::Store { path, .. } => !path.is_empty(),
            _ => false,
        };
        assert!(is_told, "{fault:?}: {error:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_says_slow_down_is_asked_again() {
    let site = two_editions().0;
    let server = Server::start().await;
    let store = server.store();
    server.refusals.store(9, Ordering::SeqCst);
    publish(printed(&site).path(), &bucket(&store), &Job { patience: Patience::default(), ..job() }).await.unwrap();
    assert_eq!(server.refusals.load(Ordering::SeqCst), 0);
    check_holds(&store, &site).await;
}

#[tokio::test]
async fn a_site_that_changes_while_it_is_published_is_not_published_by_halves() {
    let (old, new) = two_editions();
    let (from, store) = (printed(&old), in_memory());
    publish(from.path(), &bucket(&store), &job()).await.unwrap();
    let from = printed(&new);
    let say = |words: &str| {
        if words.starts_with("new pages") {
            std::fs::write(from.path().join("index.html"), "half a").unwrap();
        }
    };
    let outcome = publish(from.path(), &bucket(&store), &Job { say: &say, ..job() }).await;
    assert!(matches!(outcome, Err(PublishError::ChangedMeanwhile(_))), "{outcome:?}");
    assert!(super::reader::broken(&super::store::site_in(&store).await).is_empty());
}
