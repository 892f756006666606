//! A film is sent in parts, and looked at as a whole.

use super::faults::{Fault, Faulty};
use super::job;
use super::s3::Server;
use super::site::{Site, printed, two_editions};
use super::store::{Store, bucket, check_holds, in_memory};
use strait_publish::{Job, Patience, publish};

fn with_film() -> Site {
    let mut site = two_editions().0;
    let film = (0..9 << 20).map(|at: u32| (at % 251) as u8).collect();
    site.insert("media/film.mp4".to_owned(), film);
    site
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_film_arrives_over_s3_with_its_headers() {
    let site = with_film();
    let store = Server::start().await;
    let (_server, store) = (&store, store.store());
    publish(printed(&site).path(), &bucket(&store), &Job { patience: Patience::default(), ..job() }).await.unwrap();
    check_holds(&store, &site).await;
    let film = object_store::ObjectStoreExt::get(&store, &"media/film.mp4".into()).await.unwrap();
    let content_type = film.attributes.get(&object_store::Attribute::ContentType).unwrap();
    assert_eq!(content_type.as_ref(), "video/mp4");
}

#[tokio::test]
async fn a_film_that_is_refused_once_is_sent_again() {
    let (site, store) = (with_film(), in_memory());
    let faulty: Store = Faulty::new(&store, Fault::Refuses(2));
    // One after another: so every file but the first is refused once.
    let patience = Patience { attempts: 2, parallel: 1, ..job().patience };
    publish(printed(&site).path(), &bucket(&faulty), &Job { patience, ..job() }).await.unwrap();
    check_holds(&store, &site).await;
}
