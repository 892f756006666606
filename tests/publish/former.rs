//! The pages at old addresses reach a store and a folder like all others, whatever they are called.

use super::folder::current;
use super::job;
use super::newsroom::SmallNewsroom;
use super::s3::Server;
use super::store::{bucket, in_memory, site_in};
use object_store::local::LocalFileSystem;
use object_store::{Attribute, ObjectStoreExt, path::Path};
use serde_json::json;
use std::sync::Arc;
use strait_publish::{Target, publish};

const OLD: [&str; 9] = [
    "/paper/2024/Slug/",
    "/?p=12",
    "/paper/潮%20水/",
    "/paper/a%25b~c,d+e=f@g!h.html",
    "/paper/v2.0/x/",
    "/paper/index.php?m=content&id=5&s=%E6%BD%AE",
    "/paper/show.asp.gz",
    "/paper/read.me.br/",
    "/paper/t1_2.shtml",
];

#[tokio::test]
async fn every_page_at_an_old_address_is_published_and_sent_as_a_page() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({"formerly": OLD}));
    let printed = newsroom.print_to("site", |order| order.precompress = true);
    assert_eq!(printed.report.problems, vec![]);
    let pages: Vec<String> = printed
        .by_path()
        .into_iter()
        .filter(|(path, bytes)| path.ends_with("html") && String::from_utf8_lossy(bytes).contains("http-equiv=\"refresh\""))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(pages.len(), OLD.len(), "{pages:?}");
    let server = Server::start().await;
    for store in [in_memory(), server.store()] {
        publish(&printed.root, &bucket(&store), &job()).await.unwrap();
        let held = site_in(&store).await;
        for page in &pages {
            assert!(held.contains_key(page), "{page}");
            let found = store.get(&Path::parse(page).unwrap()).await.unwrap();
            let kind = found.attributes.get(&Attribute::ContentType).unwrap().as_ref().to_owned();
            assert_eq!(kind, "text/html; charset=utf-8", "{page}");
        }
    }
    let folder = super::temporary();
    let store = Arc::new(LocalFileSystem::new_with_prefix(folder.path()).unwrap());
    publish(&printed.root, &Target::Folder { root: folder.path().to_owned(), store }, &job()).await.unwrap();
    let served = current(folder.path());
    assert!(pages.iter().all(|page| served.contains_key(page)));
}
