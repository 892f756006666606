//! One can go back, and tabs left open go on working.

use super::faults::{Fault, Faulty};
use super::site::{edition, is_hashed, printed, two_editions};
use super::store::{Store, bucket, check_holds, in_memory, site_in};
use super::{job, job_on_day};
use strait_publish::{Job, PublishError, publish, roll_back};

#[tokio::test]
async fn going_back_twice_goes_back_by_two_and_no_further() {
    let editions = [edition(1..7, 1), edition(3..10, 2), edition(2..12, 3)];
    let store = in_memory();
    for site in &editions {
        publish(printed(site).path(), &bucket(&store), &job()).await.unwrap();
    }
    for site in [&editions[1], &editions[0]] {
        roll_back(&bucket(&store), &job()).await.unwrap();
        check_holds(&store, site).await;
        assert!(super::reader::broken(&site_in(&store).await).is_empty());
    }
    assert!(matches!(roll_back(&bucket(&store), &job()).await, Err(PublishError::NoEarlierRelease)));
    publish(printed(&editions[2]).path(), &bucket(&store), &job()).await.unwrap();
    check_holds(&store, &editions[2]).await;
}

#[tokio::test]
async fn five_releases_are_kept_to_go_back_to_and_what_they_need_no_more() {
    let store = in_memory();
    for version in 0..9 {
        publish(printed(&edition(version..version + 3, version)).path(), &bucket(&store), &job()).await.unwrap();
    }
    for version in (4..8).rev() {
        roll_back(&bucket(&store), &job()).await.unwrap();
        check_holds(&store, &edition(version..version + 3, version)).await;
    }
    assert!(matches!(roll_back(&bucket(&store), &job()).await, Err(PublishError::NoEarlierRelease)));
}

#[tokio::test]
async fn hashed_files_of_old_releases_stay_for_a_month_and_twenty_releases() {
    let (old, new) = two_editions();
    let store = in_memory();
    publish(printed(&old).path(), &bucket(&store), &job_on_day(1)).await.unwrap();
    let gone: Vec<&String> = old.keys().filter(|path| is_hashed(path) && !new.contains_key(*path)).collect();
    assert!(gone.len() > 2);
    for day in 2..40 {
        let mut site = new.clone();
        site.insert("data/front.json".to_owned(), format!("{{\"day\":{day}}}").into_bytes());
        publish(printed(&site).path(), &bucket(&store), &job_on_day(day)).await.unwrap();
        let held = site_in(&store).await;
        let are_there = gone.iter().all(|path| held.get(*path) == old.get(*path));
        let are_gone = gone.iter().all(|path| !held.contains_key(*path));
        assert!(if day < 32 { are_there } else { are_gone }, "day {day}");
    }
}

#[tokio::test]
async fn only_what_changed_is_sent() {
    let (mut site, store) = (two_editions().0, in_memory());
    let first = publish(printed(&site).path(), &bucket(&store), &job()).await.unwrap();
    assert_eq!((first.release, first.written.len()), (1, site.len()));
    let again = publish(printed(&site).path(), &bucket(&store), &job()).await.unwrap();
    assert_eq!((again.release, again.written.len(), again.deleted.len(), again.kept), (1, 0, 0, site.len()));
    site.insert("article/1/index.html".to_owned(), b"<a href=\"/\">a correction</a>".to_vec());
    let correction = publish(printed(&site).path(), &bucket(&store), &job()).await.unwrap();
    assert_eq!((correction.release, correction.written), (2, vec!["article/1/index.html".to_owned()]));
}

#[tokio::test]
async fn a_dry_run_says_in_order_what_would_be_done_and_does_nothing() {
    let (old, new) = two_editions();
    let store = in_memory();
    publish(printed(&old).path(), &bucket(&store), &job()).await.unwrap();
    let watched = Faulty::new(&store, Fault::DeadAfter(usize::MAX));
    let target = bucket(&(watched.clone() as Store));
    let dry = publish(printed(&new).path(), &target, &Job { is_dry_run: true, ..job() }).await.unwrap();
    assert_eq!(watched.writes(), 0);
    check_holds(&store, &old).await;
    let wet = publish(printed(&new).path(), &target, &job()).await.unwrap();
    assert_eq!(dry, wet);
    let at = |path: &str| wet.written.iter().position(|other| other == path).unwrap();
    let script = wet.written.iter().position(|path| path.starts_with("assets/")).unwrap();
    assert!(script < at("article/9/index.html") && at("article/9/index.html") < at("article/3/index.html"));
    assert!(at("article/3/index.html") < at("section/news/index.html") && at("section/news/index.html") < at("index.html"));
    assert_eq!(wet.written.last().unwrap(), "feed.xml");
    assert!(wet.deleted.contains(&"article/1/index.html".to_owned()));
}

#[tokio::test]
async fn a_page_is_stored_with_the_headers_that_it_is_served_with() {
    let (site, store) = (two_editions().0, in_memory());
    publish(printed(&site).path(), &bucket(&store), &job()).await.unwrap();
    let headers = async |path: &str| object_store::ObjectStoreExt::get(&store, &path.into()).await.unwrap().attributes;
    let says = |attributes: &object_store::Attributes, attribute| attributes.get(&attribute).map(|value| value.to_string());
    let page = headers("article/1/index.html").await;
    assert_eq!(says(&page, object_store::Attribute::ContentType).as_deref(), Some("text/html; charset=utf-8"));
    let script = site.keys().find(|path| path.starts_with("assets/")).unwrap();
    let script = headers(script).await;
    assert_eq!(says(&script, object_store::Attribute::ContentEncoding).as_deref(), Some("gzip"));
    assert!(says(&script, object_store::Attribute::CacheControl).unwrap().contains("immutable"));
    assert_eq!(says(&headers("feed.xml").await, object_store::Attribute::ContentEncoding), None);
}
