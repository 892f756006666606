//! Importing again: the same item is the same article, and an editor's words stay.

use crate::folder::{Folder, names};
use serde_json::{Value, json};
use std::fs;
use strait_import::Format::Ninjs;
use strait_import::{Counts, ImportError};
use strait_model::PublicationStatus;

fn item(key: &str, hour: u8, headline: &str) -> Value {
    json!({"uri": key, "type": "text", "firstcreated": "2026-09-30T01:00:00Z", "versioncreated": format!("2026-09-30T{hour:02}:00:00Z"),
        "headline": headline, "body_html": "<p>a</p>", "subject": [{"name": "Sport"}]})
}

#[test]
fn an_unchanged_item_leaves_its_file_byte_for_byte() {
    let folder = Folder::new();
    folder.import_json(Ninjs, &item("urn:1", 2, "one"));
    let file = folder.files().remove(0);
    // An editor may lay it out otherwise.
    let other = serde_json::to_string(&serde_json::from_slice::<Value>(&fs::read(&file).unwrap()).unwrap()).unwrap();
    fs::write(&file, &other).unwrap();
    let report = folder.import_json(Ninjs, &item("urn:1", 2, "one"));
    assert_eq!(report.counts, Counts { unchanged: 1, ..Counts::default() });
    assert_eq!(fs::read_to_string(&file).unwrap(), other);
}

#[test]
fn a_changed_item_is_the_same_article_in_a_new_version() {
    let folder = Folder::new();
    folder.import_json(Ninjs, &item("urn:1", 2, "one"));
    let before = folder.article();
    let report = folder.import_json(Ninjs, &item("urn:1", 3, "two"));
    let after = folder.article();
    assert_eq!(report.counts, Counts { updated: 1, ..Counts::default() });
    assert_eq!((after.id, after.headline.as_str(), after.first_created), (before.id, "two", before.first_created));
    assert_eq!(after.version_created.as_str(), "2026-09-30T11:00:00+08:00");
}

#[test]
fn an_older_version_that_comes_late_changes_nothing() {
    let folder = Folder::new();
    folder.import_json(Ninjs, &json!([item("urn:1", 3, "two"), item("urn:1", 2, "one")]));
    assert_eq!(folder.article().headline, "two");
    assert_eq!(folder.import_json(Ninjs, &item("urn:1", 2, "one")).counts.unchanged, 1);
    assert_eq!(folder.article().headline, "two");
}

#[test]
fn what_an_editor_added_survives_an_update() {
    let folder = Folder::new();
    folder.import_json(Ninjs, &item("urn:1", 2, "one"));
    let file = folder.files().remove(0);
    let mut article: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    article["kicker"] = "k".into();
    article["editor"] = "黄素心".into();
    article["related"] = json!(["20260101-x"]);
    article["section"] = "news/city".into();
    article["corrections"] = json!([{"kind": "correction", "at": "2026-09-30T08:00:00Z", "text": "t"}]);
    fs::write(&file, article.to_string()).unwrap();
    let report = folder.import_json(Ninjs, &item("urn:1", 3, "two"));
    assert_eq!(names(&report), Vec::<&str>::new());
    let after = serde_json::to_value(folder.article()).unwrap();
    for field in ["kicker", "editor", "related", "section", "corrections"] {
        assert_eq!(after[field], article[field], "{field}");
    }
    assert_eq!(after["headline"], "two");
}

#[test]
fn a_field_that_both_changed_becomes_the_sources_and_is_named() {
    let folder = Folder::new();
    folder.import_json(Ninjs, &item("urn:1", 2, "one"));
    let file = folder.files().remove(0);
    let text = fs::read_to_string(&file).unwrap().replace("\"one\"", "\"the editor's\"");
    fs::write(&file, text).unwrap();
    assert_eq!(folder.import_json(Ninjs, &item("urn:1", 3, "one")).counts.updated, 1);
    assert_eq!(folder.article().headline, "the editor's", "the source did not change it");
    assert_eq!(names(&folder.import_json(Ninjs, &item("urn:1", 4, "two"))), ["editors-field"]);
    assert_eq!(folder.article().headline, "two");
}

#[test]
fn a_kill_becomes_a_tombstone() {
    let folder = Folder::new();
    folder.import_json(Ninjs, &item("urn:1", 2, "libel"));
    let before = folder.article();
    let mut kill = item("urn:1", 3, "KILL libel");
    kill["pubstatus"] = "canceled".into();
    kill["ednote"] = "libel".into();
    let report = folder.import_json(Ninjs, &kill);
    assert_eq!((report.counts.withdrawn, names(&report)), (1, vec!["withdrawn"]));
    let after = folder.article();
    assert_eq!((after.id, after.pub_status, after.section), (before.id, PublicationStatus::Canceled, before.section));
    assert!(!fs::read_to_string(folder.files().remove(0)).unwrap().contains("libel"), "its words leave the disk");
    assert_eq!(folder.import_json(Ninjs, &item("urn:1", 2, "libel")).counts.unchanged, 1, "the old version does not revive it");
    assert_eq!(folder.import_json(Ninjs, &kill).counts.unchanged, 1);
    assert_eq!(folder.import_json(Ninjs, &item("urn:1", 4, "mended")).counts.updated, 1);
    assert_eq!((folder.article().headline.as_str(), folder.article().pub_status), ("mended", PublicationStatus::Usable));
}

#[test]
fn an_editors_withdrawal_stands() {
    let folder = Folder::new();
    folder.import_json(Ninjs, &item("urn:1", 2, "one"));
    let file = folder.files().remove(0);
    let mut article: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    article["pubStatus"] = "canceled".into();
    fs::write(&file, article.to_string()).unwrap();
    folder.import_json(Ninjs, &item("urn:1", 3, "two"));
    assert_eq!(folder.article().pub_status, PublicationStatus::Canceled);
}

#[test]
fn a_rewrite_keeps_the_address_of_the_story_it_evolved_from() {
    let folder = Folder::new();
    folder.import_json(Ninjs, &item("urn:1", 2, "one"));
    let mut rewrite = item("urn:2", 3, "two");
    rewrite["evolvedfrom"] = "urn:1".into();
    let id = folder.article().id;
    assert_eq!(folder.import_json(Ninjs, &rewrite).counts.updated, 1);
    assert_eq!((folder.article().id, folder.article().headline.as_str()), (id, "two"));
}

#[test]
fn names_do_not_depend_on_the_order_of_imports() {
    let items: Vec<Value> = (0..40)
        .map(|at| item(&format!("urn:{}", ["É", "e\u{301}", "A", "a", "../x", "CON"][at % 6].repeat(at / 6 + 1)), 2, "h"))
        .collect();
    let names = |items: Vec<Value>| {
        let folder = Folder::new();
        folder.import_json(Ninjs, &json!(items));
        folder.articles().into_iter().map(|article| article.id).collect::<Vec<_>>()
    };
    let forward = names(items.clone());
    assert_eq!(forward, names(items.into_iter().rev().collect()));
    assert_eq!(forward.len(), 40);
}

#[test]
fn a_lost_ledger_loses_no_article() {
    let folder = Folder::new();
    folder.import_json(Ninjs, &item("urn:1", 2, "one"));
    fs::remove_file(folder.path("content/.import.json")).unwrap();
    assert_eq!(folder.import_json(Ninjs, &item("urn:1", 2, "one")).counts.unchanged, 1);
    fs::remove_file(folder.path("content/.import.json")).unwrap();
    assert_eq!(folder.import_json(Ninjs, &item("urn:1", 3, "two")).counts.updated, 1);
    assert_eq!(folder.article().headline, "two");
}

#[test]
fn a_broken_item_or_filed_article_stops_nothing_else() {
    let folder = Folder::new();
    folder.import_json(Ninjs, &item("urn:1", 2, "one"));
    fs::write(folder.files().remove(0), "{").unwrap();
    let report = folder.import_json(Ninjs, &json!([item("urn:1", 3, "two"), {"uri": 7}, item("urn:2", 3, "three")]));
    assert_eq!((report.counts.new, report.counts.skipped), (1, 2));
    assert!(names(&report).contains(&"bad-filed"));
    assert_eq!(
        fs::read_to_string(folder.files().into_iter().find(|file| fs::read(file).unwrap().len() < 9).unwrap()).unwrap(),
        "{"
    );
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = Folder::new();
    folder.put("in/a.json", item("urn:1", 2, "one").to_string());
    let mut order = folder.order(Ninjs, "in/a.json");
    order.dry_run = true;
    assert_eq!(folder.run(&order).unwrap().counts.new, 1);
    assert_eq!((folder.files().len(), folder.path("content/.import.json").exists()), (0, false));
}

#[test]
fn only_what_changed_since_is_imported() {
    let folder = Folder::new();
    folder.put("in/a.json", json!([item("urn:1", 2, "one"), item("urn:2", 20, "two")]).to_string());
    let mut order = folder.order(Ninjs, "in");
    // A day begins when it does in Xiamen.
    order.since = Some("2026-10-01".to_owned());
    assert_eq!(folder.run(&order).unwrap().counts, Counts { new: 1, skipped: 1, ..Counts::default() });
    assert_eq!(folder.article().headline, "two");
}

#[test]
fn a_folder_without_a_site_is_refused_with_the_mend() {
    let folder = Folder::new();
    folder.put("in/a.json", "[]");
    fs::remove_file(folder.path("content/site.json")).unwrap();
    let error = folder.run(&folder.order(Ninjs, "in")).unwrap_err();
    assert!(matches!(error, ImportError::NoSite(_)) && error.to_string().contains("strait new"), "{error}");
}

#[test]
fn without_a_default_an_unknown_section_is_an_error() {
    let folder = Folder::new();
    let mut item = item("urn:1", 2, "one");
    item["subject"] = json!([{"name": "Opera"}]);
    folder.put("in/a.json", item.to_string());
    let mut order = folder.order(Ninjs, "in");
    order.section = None;
    let report = folder.run(&order).unwrap();
    assert_eq!((report.counts.skipped, names(&report)), (1, vec!["no-section"]));
    assert!(report.problems[0].to_string().contains("Opera"), "{}", report.problems[0]);
}

#[test]
fn pictures_beside_the_file_are_taken_over_and_none_from_elsewhere() {
    let folder = Folder::new();
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    folder.put("in/pics/Harbour View.svg", drawing);
    folder.put("secret.svg", drawing);
    folder.put("in/notes.txt", "x");
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path("secret.svg"), folder.path("in/link.svg")).unwrap();
    let with = |src: &str| {
        let mut item = item(src, 2, "h");
        item["body_html"] = format!("<p>a</p><img src=\"{src}\">").into();
        item
    };
    let tricks = ["../secret.svg", "pics/../../secret.svg", "link.svg", "notes.txt", "missing.svg", "pics"];
    let mut items: Vec<Value> = tricks.iter().map(|src| with(src)).collect();
    items.push(with("pics/Harbour View.svg"));
    let report = folder.import_json(Ninjs, &json!(items));
    assert_eq!(names(&report), ["lost-picture"; 6], "{:?}", report.problems);
    let pictures: Vec<_> = fs::read_dir(folder.path("content/pictures"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(pictures.len(), 1);
    assert!(pictures[0].starts_with("harbourview-") && pictures[0].ends_with(".svg"), "{pictures:?}");
}
