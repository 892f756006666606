//! A publisher may die at any write: readers meet nothing broken, and the next publisher completes.

use super::faults::{Fault, Faulty};
use super::job;
use super::reader::broken;
use super::s3::Server;
use super::site::{Site, printed, two_editions};
use super::store::{Store, bucket, check_holds, in_memory, site_in};
use object_store::ObjectStoreExt;
use object_store::path::Path;
use strait_publish::{PublishError, Target, publish, roll_back};
use tempfile::TempDir;

/// Dies after so many writes. True: it lived to the end.
async fn publish_until(store: &Store, from: &TempDir, last: usize) -> bool {
    let dying = Faulty::new(store, Fault::DeadAfter(last));
    let outcome = publish(from.path(), &Target::Bucket { store: dying }, &job()).await;
    // Nobody waits here until the dead publisher's lock runs out; how that goes is tested elsewhere.
    let _ = store.delete(&Path::from(".strait/lock.json")).await;
    outcome.is_ok()
}

async fn store_with(from: &TempDir) -> Store {
    let store = in_memory();
    publish(from.path(), &bucket(&store), &job()).await.unwrap();
    store
}

async fn check_whole(store: &Store, moment: &str) {
    assert_eq!(broken(&site_in(store).await), Vec::<String>::new(), "{moment}");
}

#[tokio::test]
async fn a_publisher_that_dies_at_any_write_leaves_a_whole_site_that_the_next_completes() {
    let (old, new) = two_editions();
    let (old, printed_new) = (printed(&old), printed(&new));
    for last in 0.. {
        let store = store_with(&old).await;
        let is_complete = publish_until(&store, &printed_new, last).await;
        check_whole(&store, &format!("dead after {last} writes")).await;
        publish(printed_new.path(), &bucket(&store), &job()).await.unwrap();
        check_whole(&store, &format!("completed after {last} writes")).await;
        check_holds(&store, &new).await;
        if is_complete {
            assert!(last > 50, "it was over after {last} writes: too few to be a test");
            return;
        }
    }
}

#[tokio::test]
async fn a_first_publish_that_dies_shows_nothing_or_everything() {
    let site = two_editions().0;
    let from = printed(&site);
    for last in 0.. {
        let store = in_memory();
        let is_complete = publish_until(&store, &from, last).await;
        let held = site_in(&store).await;
        assert!(!held.contains_key("index.html") || broken(&held).is_empty(), "dead after {last} writes: {:?}", broken(&held));
        if is_complete {
            return;
        }
    }
}

#[tokio::test]
async fn publishers_that_die_one_after_another_with_other_news_break_nothing() {
    let (old, new) = two_editions();
    let newest = super::site::edition(1..12, 3);
    let printed = [printed(&new), printed(&newest), printed(&old)];
    for step in 0..60 {
        let store = store_with(&printed[2]).await;
        for (at, from) in printed.iter().enumerate() {
            publish_until(&store, from, (step * (at + 3)) % 97).await;
            check_whole(&store, &format!("step {step}, publisher {at}")).await;
        }
        publish(printed[1].path(), &bucket(&store), &job()).await.unwrap();
        check_whole(&store, &format!("step {step}, completed")).await;
        check_holds(&store, &newest).await;
    }
}

#[tokio::test]
async fn after_a_publisher_died_a_rollback_restores_what_stood_before_it() {
    let (old, new) = two_editions();
    let (printed_old, printed_new) = (printed(&old), printed(&new));
    for last in (0..90).step_by(3) {
        let store = store_with(&printed_old).await;
        if publish_until(&store, &printed_new, last).await {
            return;
        }
        match roll_back(&bucket(&store), &job()).await {
            Ok(_) => {}
            // It died before it had touched anything.
            Err(PublishError::NoEarlierRelease) => {}
            Err(error) => panic!("dead after {last} writes: {error}"),
        }
        check_whole(&store, &format!("rolled back after {last} writes")).await;
        check_holds(&store, &old).await;
    }
}

#[tokio::test]
async fn a_rollback_that_dies_at_any_write_leaves_a_whole_site_too() {
    let (old, new) = two_editions();
    let (printed_old, printed_new) = (printed(&old), printed(&new));
    for last in 0.. {
        let store = store_with(&printed_old).await;
        publish(printed_new.path(), &bucket(&store), &job()).await.unwrap();
        let dying = Faulty::new(&store, Fault::DeadAfter(last));
        let outcome = roll_back(&Target::Bucket { store: dying }, &job()).await;
        let _ = store.delete(&Path::from(".strait/lock.json")).await;
        check_whole(&store, &format!("dead after {last} writes")).await;
        publish(printed_new.path(), &bucket(&store), &job()).await.unwrap();
        check_holds(&store, &new).await;
        if outcome.is_ok() {
            return;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_s3_too_a_publisher_may_die_at_any_write() {
    let (old, new) = two_editions();
    let (printed_old, printed_new) = (printed(&old), printed(&new));
    let server = Server::start().await;
    let store = server.store();
    publish(printed_old.path(), &bucket(&store), &job()).await.unwrap();
    let snapshot = server.snapshot();
    for last in 0.. {
        server.put_back(&snapshot);
        let is_complete = publish_until(&store, &printed_new, last).await;
        check_whole(&store, &format!("dead after {last} writes")).await;
        publish(printed_new.path(), &bucket(&store), &job()).await.unwrap();
        check_holds(&store, &new).await;
        if is_complete {
            return;
        }
    }
}

/// The control: the same writes in an order that looks as good breaks pages, and the reader sees it.
#[tokio::test]
async fn a_publisher_that_begins_with_the_front_page_is_caught() {
    let (old, new) = two_editions();
    let orders: [fn(&str) -> u8; 2] =
        [|path| if path == "index.html" { 0 } else { 1 }, |path| if path.ends_with(".html") { 0 } else { 1 }];
    for order in orders {
        let mut paths: Vec<&String> = new.keys().collect();
        paths.sort_by_key(|path| order(path));
        let mut standing: Site = old.clone();
        let is_caught = paths.into_iter().any(|path| {
            standing.insert(path.clone(), new[path].clone());
            !broken(&standing).is_empty()
        });
        assert!(is_caught);
    }
    let mut without_what_goes = old.clone();
    without_what_goes.retain(|path, _| new.contains_key(path));
    assert!(!broken(&without_what_goes).is_empty(), "deletions first");
}
