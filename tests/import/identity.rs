//! Which item is which article, where sources give one identifier to several, or spell it in several ways.

use crate::folder::{Folder, names};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use strait_import::Format::{Feed, WordPress};
use strait_import::Report;
use strait_model::PublicationStatus;

fn item(guid: &str, page: &str, day: u8) -> String {
    format!(
        "<item><title>{page}</title><link>https://quay.example/{page}</link><guid isPermaLink='false'>{guid}</guid><pubDate>2026-09-{day:02}T09:00:00Z</pubDate><description>of {page}</description></item>"
    )
}

fn rss(items: &[String]) -> String {
    format!("<rss version='2.0'><channel><title>Quay</title>{}</channel></rss>", items.concat())
}

fn post(guid: &str, number: u32, page: &str, status: &str) -> String {
    format!(
        "<item><title>{page}</title><link>https://quay.example/{page}</link><guid>{guid}</guid><content:encoded>of {page}</content:encoded><wp:post_id>{number}</wp:post_id><wp:post_date_gmt>2026-09-05 09:00:00</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:status>{status}</wp:status></item>"
    )
}

fn wxr(items: &[String]) -> String {
    format!(
        "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:wp='http://wordpress.org/export/1.2/'><channel><wp:wxr_version>1.2</wp:wxr_version>{}</channel></rss>",
        items.concat()
    )
}

/// Which headline has which name.
fn filed(folder: &Folder) -> BTreeMap<String, String> {
    folder.articles().into_iter().map(|article| (article.headline, article.id.to_string())).collect()
}

fn doubtful(report: &Report) -> usize {
    names(report).into_iter().filter(|name| *name == "doubtful-key").count()
}

#[test]
fn two_items_of_one_identifier_are_two_articles_in_any_order() {
    let (a, b, c) = (item("g", "a", 1), item("g", "b", 2), item("other", "c", 3));
    let first = Folder::new();
    let report = first.import(Feed, rss(&[a.clone(), b.clone(), c.clone()]));
    assert_eq!((report.counts.new, doubtful(&report)), (3, 1), "{:?}", report.problems);
    let expected = filed(&first);
    assert_eq!(expected.len(), 3);
    for items in [vec![b.clone(), c.clone(), a.clone()], vec![c, b.clone(), a.clone()]] {
        let folder = Folder::new();
        folder.import(Feed, rss(&items));
        assert_eq!(filed(&folder), expected);
        assert_eq!(first.import(Feed, rss(&items)).counts.unchanged, 3);
    }
    // Later each may come alone, without the ledger both must.
    for items in [vec![b.clone()], vec![a.clone()], vec![b.clone(), a.clone()]] {
        assert_eq!(first.import(Feed, rss(&items)).counts.unchanged, items.len());
    }
    fs::remove_file(first.path("content/.import.json")).unwrap();
    assert_eq!(first.import(Feed, rss(&[b, a])).counts.new, 0);
    assert_eq!(filed(&first), expected);
}

#[test]
fn posts_of_one_identifier_are_told_by_their_numbers() {
    let folder = Folder::new();
    let report = folder.import(WordPress, wxr(&[post("g", 901, "x", "publish"), post("g", 902, "y", "publish")]));
    assert_eq!((report.counts.new, doubtful(&report)), (2, 1));
    let before = filed(&folder);
    // A new address is no new post; and REST tells of the same.
    let rest = |number: u32, page: &str| {
        json!({"id": number, "guid": {"rendered": "g"}, "link": format!("https://quay.example/{page}"), "status": "publish", "type": "post",
            "date_gmt": "2026-09-05T09:00:00", "modified_gmt": "2026-09-06T09:00:00", "title": {"rendered": page}, "content": {"rendered": "<p>z</p>"}})
    };
    let report = folder.import_json(WordPress, &json!([rest(902, "y-moved"), rest(901, "x")]));
    assert_eq!((report.counts.updated, report.counts.new), (2, 0));
    let after = filed(&folder);
    assert_eq!((&after["y-moved"], &after["x"]), (&before["y"], &before["x"]));
}

#[test]
fn an_article_that_was_imported_keeps_its_name() {
    let folder = Folder::new();
    folder.import(Feed, rss(&[item("g", "b", 2)]));
    let before = filed(&folder);
    let report = folder.import(Feed, rss(&[item("g", "a", 1), item("g", "b", 2)]));
    assert_eq!((report.counts.new, report.counts.unchanged), (1, 1));
    assert_eq!(filed(&folder)["b"], before["b"]);
}

#[test]
fn versions_of_one_item_are_one_article() {
    let folder = Folder::new();
    let report = folder.import(Feed, rss(&[item("g", "a", 1), item("g", "a", 2)]));
    assert_eq!((report.counts.new, report.counts.updated, doubtful(&report)), (1, 1, 0));
}

#[test]
fn what_closes_without_saying_which_closes_all_of_them() {
    let published =
        |folder: &Folder| folder.articles().iter().filter(|article| article.pub_status == PublicationStatus::Usable).count();
    let folder = Folder::new();
    folder.import(Feed, rss(&[item("g", "a", 1), item("g", "b", 2)]));
    let report = folder.import(Feed, "<feed><at:deleted-entry ref='g' when='2026-09-20T00:00:00Z'/></feed>");
    assert_eq!((published(&folder), report.counts.withdrawn), (0, 1));
    let folder = Folder::new();
    folder.import(Feed, rss(&[item("g", "a", 1), item("g", "b", 2)]));
    // A draft has no address that readers know.
    folder.import(WordPress, wxr(&[post("g", 901, "?p=901", "draft")]));
    assert_eq!(published(&folder), 0);
    let folder = Folder::new();
    folder.import(WordPress, wxr(&[post("g", 901, "x", "publish"), post("g", 902, "y", "publish")]));
    folder.import(WordPress, wxr(&[post("g", 901, "?p=901", "draft")]));
    assert_eq!(published(&folder), 1, "this one says which it is");
}

#[test]
fn an_ampersand_is_the_same_however_it_is_written() {
    let rest = json!({"id": 7, "guid": {"rendered": "https://quay.example/?post_type=post&#038;p=7"}, "link": "https://quay.example/seven",
        "status": "publish", "type": "post", "date_gmt": "2026-09-05T09:00:00", "title": {"rendered": "seven"}, "content": {"rendered": "<p>of seven</p>"}});
    let export = wxr(&[post("https://quay.example/?post_type=post&amp;p=7", 7, "seven", "publish")]);
    let one = Folder::new();
    one.import_json(WordPress, &rest);
    one.import(WordPress, &export);
    let other = Folder::new();
    other.import(WordPress, &export);
    other.import_json(WordPress, &rest);
    assert_eq!((one.article().id.clone(), one.articles().len()), (other.article().id, 1));
}

#[test]
fn an_article_that_was_filed_under_another_spelling_keeps_its_name() {
    let rest = json!({"id": 7, "guid": {"rendered": "https://quay.example/?a=1&#038;p=7"}, "link": "https://quay.example/seven",
        "status": "publish", "type": "post", "date_gmt": "2026-09-05T09:00:00", "title": {"rendered": "seven"}, "content": {"rendered": "<p>of seven</p>"}});
    let folder = Folder::new();
    folder.import_json(WordPress, &rest);
    // As an older Strait named it: by a hash of the identifier as REST writes it.
    let file = folder.files().remove(0);
    let text = fs::read_to_string(&file).unwrap();
    let raw = strait_hash("https://quay.example/?a=1&#038;p=7");
    let name = format!("20260905-{raw}");
    let article = folder.article();
    fs::write(folder.path(&format!("content/articles/{name}.json")), text.replace(&article.id.to_string(), &name)).unwrap();
    fs::remove_file(file).unwrap();
    fs::remove_file(folder.path("content/.import.json")).unwrap();
    folder.import_json(WordPress, &rest);
    folder.import(WordPress, wxr(&[post("https://quay.example/?a=1&amp;p=7", 7, "seven", "publish")]));
    assert_eq!(folder.article().id.to_string(), name);
}

/// An item of a paper at a host.
fn of_paper(guid: &str, address: &str, day: u8) -> String {
    let guid = if guid.is_empty() { String::new() } else { format!("<guid isPermaLink='false'>{guid}</guid>") };
    rss(&[format!(
        "<item><title>{address}</title><link>{address}</link>{guid}<pubDate>2026-09-{day:02}T09:00:00Z</pubDate><description>of {address}</description></item>"
    )])
}

#[test]
fn two_papers_that_count_alike_do_not_overwrite_each_other() {
    let (quay, hill) = (of_paper("5823", "https://quay.example/a", 1), of_paper("5823", "https://hill.example/b", 2));
    let folder = Folder::new();
    folder.import(Feed, &quay);
    let before = filed(&folder);
    let report = folder.import(Feed, &hill);
    assert_eq!((report.counts.new, report.counts.updated, doubtful(&report)), (1, 0, 1), "{:?}", report.problems);
    let after = filed(&folder);
    assert_eq!((after.len(), &after["https://quay.example/a"]), (2, &before["https://quay.example/a"]));
    for again in [&quay, &hill, &quay] {
        assert_eq!(folder.import(Feed, again).counts.unchanged, 1);
    }
    // Each may move within its house, also without the ledger.
    for (moved, day) in [("https://www.quay.example/moved", 3), ("https://hill.example/moved", 4)] {
        assert_eq!(folder.import(Feed, of_paper("5823", moved, day)).counts.updated, 1, "{moved}");
    }
    fs::remove_file(folder.path("content/.import.json")).unwrap();
    let report = folder.import(Feed, of_paper("5823", "https://quay.example/again", 5));
    assert_eq!((report.counts.updated, folder.articles().len()), (1, 2));
}

#[test]
fn what_names_itself_in_all_the_world_may_move_to_another_host() {
    let folder = Folder::new();
    folder.import(Feed, of_paper("tag:quay.example,2026:1", "https://quay.example/a", 1));
    let report = folder.import(Feed, of_paper("tag:quay.example,2026:1", "https://hill.example/a", 2));
    assert_eq!((report.counts.updated, folder.articles().len()), (1, 1));
}

#[test]
fn a_site_that_moves_to_https_brings_no_article_twice() {
    for (before, after) in [
        ("http://www.quay.example/1.html", "https://www.quay.example/1.html"),
        ("http://www.quay.example/1", "https://quay.example/1/"),
        ("https://quay.example/1", "https://quay.example/1?utm_source=rss&amp;utm_medium=feed"),
    ] {
        let folder = Folder::new();
        folder.import(Feed, of_paper("", before, 1));
        let id = folder.article().id;
        let report = folder.import(Feed, of_paper("", after, 2));
        assert_eq!((report.counts.new, report.counts.updated, doubtful(&report)), (0, 1, 0), "{after}");
        assert_eq!(folder.article().id, id);
    }
    let folder = Folder::new();
    folder.import(Feed, of_paper("", "http://quay.example/1", 1));
    assert_eq!(folder.import(Feed, of_paper("", "https://quay.example/2", 1)).counts.new, 1, "another page");
}

/// The signs that a name ends in.
fn strait_hash(key: &str) -> String {
    use sha2::Digest;
    let signs = b"abcdefghijkmnpqrstuvwxyz23456789";
    sha2::Sha256::digest(key.as_bytes()).iter().take(10).map(|byte| char::from(signs[usize::from(byte & 31)])).collect()
}
