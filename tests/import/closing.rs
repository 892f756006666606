//! Importing again closes what an older Strait let through, whatever an editor did meanwhile, and opens it when its
//! source does.

use crate::folder::{Folder, names};
use crate::sayings::exported;
use PublicationStatus::{Canceled, Usable, Withheld};
use serde_json::{Value, json};
use std::fs;
use strait_import::Format::{Ninjs, WordPress};
use strait_import::Report;
use strait_model::{Article, PublicationStatus};

/// An item of Superdesk at an hour, in a state.
pub fn item(hour: u8, state: &str) -> Value {
    json!({"guid": "urn:1", "type": "text", "firstcreated": "2026-09-30T01:00:00Z", "versioncreated": format!("2026-09-30T{hour:02}:00:00Z"),
        "headline": "h", "body_html": "<p>a</p>", "subject": [{"name": "Sport"}], "state": state})
}

pub fn send(folder: &Folder, hour: u8, state: &str) -> Report {
    folder.import_json(Ninjs, &item(hour, state))
}

/// Changes the filed article as an editor does.
pub fn edit(folder: &Folder, change: impl FnOnce(&mut Value)) {
    let file = folder.files().remove(0);
    let mut article = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    change(&mut article);
    fs::write(file, article.to_string()).unwrap();
}

/// Makes a folder as the Strait before left it: what its source holds was let through, and the ledger has no times.
pub fn let_through(hour: u8) -> (Folder, Article) {
    let folder = Folder::new();
    send(&folder, hour, "published");
    let ledger = folder.path("content/.import.json");
    let mut entries: Value = serde_json::from_slice(&fs::read(&ledger).unwrap()).unwrap();
    entries
        .as_object_mut()
        .unwrap()
        .values_mut()
        .for_each(|entry| drop(entry.as_object_mut().unwrap().remove("version").unwrap()));
    fs::write(ledger, entries.to_string()).unwrap();
    let article = folder.article();
    (folder, article)
}

pub fn status(folder: &Folder) -> PublicationStatus {
    folder.article().pub_status
}

#[test]
fn what_was_let_through_is_taken_back_under_its_old_id() {
    let (folder, before) = let_through(2);
    let report = send(&folder, 2, "in_progress");
    assert_eq!((report.counts.withheld, names(&report)), (1, vec!["withheld"]));
    assert_eq!((folder.article().id, status(&folder)), (before.id, Withheld));
    let planned = {
        let mut planned = item(2, "scheduled");
        planned["publish_schedule"] = "2031-01-01T00:00:00Z".into();
        planned
    };
    let (folder, before) = let_through(2);
    assert_eq!(folder.import_json(Ninjs, &planned).counts.embargoed, 1);
    assert_eq!((folder.article().id, folder.article().embargoed.unwrap().as_str()), (before.id, "2031-01-01T08:00:00+08:00"));
}

#[test]
fn an_exported_post_that_becomes_a_page_is_closed_until_it_is_a_post_again() {
    let folder = Folder::new();
    let post = exported("publish");
    folder.import(WordPress, &*post);
    for (kind, said) in [("page", "private"), ("page", "publish"), ("revision", "inherit")] {
        let other = exported(said).replace(">post<", &format!(">{kind}<"));
        assert_eq!(folder.import(WordPress, &*other).counts.withheld, 1, "{kind}");
        assert_eq!(status(&folder), Withheld, "{kind} {said}");
        folder.import(WordPress, &*post);
        assert_eq!(status(&folder), Usable);
    }
}

#[test]
fn the_ledger_may_be_lost() {
    let (folder, before) = let_through(2);
    fs::remove_file(folder.path("content/.import.json")).unwrap();
    send(&folder, 2, "in_progress");
    assert_eq!((folder.article().id, status(&folder)), (before.id, Withheld));
}

#[test]
fn without_the_ledger_an_article_is_found_by_the_hash_in_its_name() {
    let lost = |hour: u8| {
        let folder = let_through(hour).0;
        fs::remove_file(folder.path("content/.import.json")).unwrap();
        let before = folder.article().id;
        (folder, before)
    };
    for first in [json!("2026-10-01T20:00:00Z"), Value::Null] {
        for (state, expected) in [("in_progress", Withheld), ("killed", Canceled), ("published", Usable)] {
            let (folder, before) = lost(2);
            let mut other_day = item(3, state);
            other_day["firstcreated"] = first.clone();
            other_day["versioncreated"] = "2026-10-01T20:00:00Z".into();
            folder.import_json(Ninjs, &other_day);
            assert_eq!((folder.article().id, status(&folder)), (before, expected), "{state}");
        }
    }
    // What closes is believed, below an editor's later version and before `--since` too.
    for (state, expected) in [("in_progress", Withheld), ("killed", Canceled)] {
        let (folder, _) = lost(2);
        edit(&folder, |article| article["versionCreated"] = "2026-09-30T12:00:00Z".into());
        folder.put("in/file.json", item(3, state).to_string());
        let mut order = folder.order(Ninjs, "in/file.json");
        order.since = Some("2026-10-02".to_owned());
        folder.run(&order).unwrap();
        assert_eq!(status(&folder), expected);
    }
}

#[test]
fn what_was_closed_opens_at_the_same_version() {
    let folder = Folder::new();
    send(&folder, 2, "in_progress");
    assert_eq!(status(&folder), Withheld);
    assert_eq!(send(&folder, 2, "published").counts.updated, 1);
    assert_eq!(status(&folder), Usable);
    assert_eq!(send(&folder, 2, "published").counts.unchanged, 1);
}

#[test]
fn an_older_version_neither_opens_nor_closes() {
    let folder = Folder::new();
    send(&folder, 3, "in_progress");
    assert_eq!(send(&folder, 2, "published").counts.unchanged, 1);
    assert_eq!(status(&folder), Withheld);
    send(&folder, 4, "published");
    assert_eq!(send(&folder, 3, "in_progress").counts.unchanged, 1);
    assert_eq!(status(&folder), Usable);
}

#[test]
fn of_two_of_one_moment_the_closed_one_has_the_last_word() {
    for states in [["published", "in_progress"], ["in_progress", "published"]] {
        let folder = Folder::new();
        folder.import_json(Ninjs, &json!(states.map(|state| item(2, state))));
        assert_eq!(status(&folder), Withheld, "{states:?}");
    }
}

#[test]
fn a_file_that_cannot_be_updated_is_closed_all_the_same() {
    let folder = Folder::new();
    send(&folder, 2, "published");
    edit(&folder, |article| article["sparkle"] = 1.into());
    let report = send(&folder, 3, "in_progress");
    assert_eq!((report.counts.withheld, names(&report)), (1, vec!["bad-filed", "withheld"]));
    let article: Value = serde_json::from_slice(&fs::read(folder.files().remove(0)).unwrap()).unwrap();
    assert_eq!((&article["pubStatus"], &article["sparkle"]), (&json!("withheld"), &json!(1)));
}

#[test]
fn an_item_that_lost_its_headline_is_closed_too() {
    let folder = Folder::new();
    send(&folder, 2, "published");
    let mut bare = item(3, "in_progress");
    bare["headline"] = "".into();
    assert_eq!(folder.import_json(Ninjs, &bare).counts.withheld, 1);
    assert_eq!(status(&folder), Withheld);
}

#[test]
fn what_closes_need_say_no_more() {
    for (sparse, expected, counted) in [
        (json!({"guid": "urn:1", "pubstatus": "canceled"}), Canceled, (0, 0, 1)),
        (json!({"guid": "urn:1", "pubstatus": "canceled", "versioncreated": "yesterday"}), Canceled, (0, 0, 1)),
        (json!({"guid": "urn:1", "pubstatus": "canceled", "firstcreated": "2026-09-30T01:00:00Z"}), Canceled, (0, 0, 1)),
        (json!({"guid": "urn:1", "pubstatus": "withheld"}), Withheld, (1, 0, 0)),
        (json!({"guid": "urn:1", "embargoed": "2031-01-01T00:00:00Z"}), Usable, (0, 1, 0)),
        (json!({"guid": "urn:1", "headline": "h", "embargoed": "2031-01-01T00:00:00Z"}), Usable, (0, 1, 0)),
        (json!({"guid": "urn:1", "type": "video", "pubstatus": "canceled"}), Canceled, (0, 0, 1)),
        (json!({"guid": "urn:1", "type": "video", "pubstatus": "usable"}), Withheld, (1, 0, 0)),
    ] {
        for ledger in ["kept", "lost"] {
            let folder = Folder::new();
            send(&folder, 2, "published");
            if ledger == "lost" {
                fs::remove_file(folder.path("content/.import.json")).unwrap();
            }
            let counts = folder.import_json(Ninjs, &sparse).counts;
            assert_eq!((counts.withheld, counts.embargoed, counts.withdrawn), counted, "{ledger}: {sparse}");
            assert_eq!(status(&folder), expected, "{ledger}: {sparse}");
            assert_eq!(folder.article().embargoed.is_some(), expected == Usable, "{ledger}: {sparse}");
            assert_eq!(send(&folder, 3, "published").counts.updated, 1, "its source opens it again");
            assert_eq!((status(&folder), folder.article().embargoed), (Usable, None), "{ledger}: {sparse}");
        }
    }
    // Of the same file, too.
    let folder = Folder::new();
    folder.import_json(Ninjs, &json!([json!({"guid": "urn:1", "pubstatus": "canceled"}), item(2, "published")]));
    assert_eq!(status(&folder), Canceled);
    // What was never filed stays unknown.
    assert_eq!(Folder::new().import_json(Ninjs, &json!({"guid": "urn:1", "pubstatus": "canceled"})).counts.skipped, 1);
}

#[test]
fn what_is_no_article_but_was_filed_as_one_is_closed() {
    let folder = Folder::new();
    let mut post = json!({"id": 1, "date_gmt": "2026-09-05T09:00:00", "modified_gmt": "2026-09-05T09:00:00", "type": "post", "status": "publish",
        "guid": {"rendered": "https://p.example/?p=1"}, "title": {"rendered": "h"}, "content": {"rendered": "a"}});
    folder.import_json(WordPress, &post);
    for kind in ["page", "revision"] {
        post["type"] = kind.into();
        assert_eq!(folder.import_json(WordPress, &post).counts.withheld, 1);
        assert_eq!(status(&folder), Withheld, "{kind}");
    }
}

#[test]
fn since_does_not_keep_open_what_is_closed() {
    let (folder, _) = let_through(2);
    folder.put("in/file.json", item(2, "in_progress").to_string());
    let mut order = folder.order(Ninjs, "in/file.json");
    order.since = Some("2026-10-02".to_owned());
    assert_eq!(folder.run(&order).unwrap().counts.withheld, 1);
    assert_eq!(status(&folder), Withheld);
}

#[test]
fn a_rewrite_that_is_not_published_leaves_the_story_alone() {
    let folder = Folder::new();
    send(&folder, 2, "published");
    let mut rewrite = item(3, "in_progress");
    (rewrite["guid"], rewrite["evolvedfrom"], rewrite["headline"]) = ("urn:2".into(), "urn:1".into(), "rewritten".into());
    assert_eq!(folder.import_json(Ninjs, &rewrite).counts.withheld, 1);
    assert_eq!((status(&folder), folder.article().headline.as_str()), (Usable, "h"));
    rewrite["state"] = "killed".into();
    assert_eq!(folder.import_json(Ninjs, &rewrite).counts.withdrawn, 0);
    assert_eq!((status(&folder), folder.article().headline.as_str()), (Usable, "h"));
    rewrite["state"] = "published".into();
    assert_eq!(folder.import_json(Ninjs, &rewrite).counts.updated, 1);
    assert_eq!(folder.article().headline, "rewritten");
}

#[test]
fn a_dry_run_says_what_would_be_closed_and_closes_nothing() {
    let (folder, _) = let_through(2);
    folder.put("in/file.json", item(2, "in_progress").to_string());
    let mut order = folder.order(Ninjs, "in/file.json");
    order.dry_run = true;
    assert_eq!(folder.run(&order).unwrap().counts.withheld, 1);
    assert_eq!(status(&folder), Usable);
}
