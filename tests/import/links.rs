//! An import reads what it is given, and writes into the content folder: nothing else, over no link.

use crate::folder::Folder;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use serde_json::{Value, json};
use std::fs;
use std::os::unix::fs::symlink;
use strait_import::Format::Ninjs;

const SECRET: &str = "WHAT-NOBODY-MAY-READ";
const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><!--WHAT-NOBODY-MAY-READ--></svg>";

fn item(picture: &str) -> Value {
    json!({"uri": "urn:x:1", "headline": "渡轮复航", "versioncreated": "2026-09-30T00:12:00Z", "body_html": "<p>潮</p>",
        "subject": [{"name": "sport"}], "associations": {"main": {"type": "picture", "renditions": {"original": {"href": picture}}}}})
}

fn folder() -> Folder {
    let folder = Folder::new();
    folder.put("outside/secret.svg", DRAWING);
    folder.put("outside/keep.txt", "years of work");
    folder
}

fn pictures(folder: &Folder) -> Vec<String> {
    let texts = fs::read_dir(folder.path("content/pictures")).into_iter().flatten();
    texts.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

#[test]
fn a_picture_beside_the_file_is_taken_only_from_its_folder() {
    let folder = folder();
    folder.put("in/own/boat.svg", DRAWING);
    symlink("own", folder.path("in/linked")).unwrap();
    symlink("../outside/secret.svg", folder.path("in/secret.svg")).unwrap();
    symlink("../outside", folder.path("in/outside")).unwrap();
    mknodat(CWD, folder.path("in/pipe.svg"), FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    let absolute = folder.path("outside/secret.svg").to_string_lossy().into_owned();
    for src in ["secret.svg", "outside/secret.svg", "../outside/secret.svg", "pipe.svg", "own", "x\0.svg", &absolute] {
        let report = folder.import_json(Ninjs, &item(src));
        assert!(
            report.problems.iter().any(|problem| ["lost-picture", "lost-media"].contains(&problem.name)),
            "{src}: {:?}",
            report.problems
        );
        assert!(pictures(&folder).is_empty(), "{src}");
    }
    // What is taken, is taken: the check above can fail.
    for (src, version) in [("own/boat.svg", "2026-09-30T00:13:00Z"), ("linked/boat.svg", "2026-09-30T00:14:00Z")] {
        let mut item = item(src);
        item["versioncreated"] = version.into();
        folder.import_json(Ninjs, &item);
        assert!(pictures(&folder).concat().contains(SECRET), "{src}");
    }
}

#[test]
fn nothing_is_filed_through_a_link_that_leads_out_of_the_content_folder() {
    let folder = folder();
    fs::remove_dir_all(folder.path("content/articles")).unwrap();
    symlink("../outside", folder.path("content/articles")).unwrap();
    folder.put("in/file.json", item("boat.svg").to_string());
    let refused = folder.run(&folder.order(Ninjs, "in/file.json"));
    assert!(refused.is_err() || refused.is_ok_and(|report| report.counts.skipped == 1));
    assert_eq!(fs::read_dir(folder.path("outside")).unwrap().count(), 2);
    fs::remove_file(folder.path("content/articles")).unwrap();

    folder.put("in/boat.svg", DRAWING);
    symlink("../outside", folder.path("content/pictures")).unwrap();
    let report = folder.import_json(Ninjs, &item("boat.svg"));
    assert!(report.problems.iter().any(|problem| problem.name == "lost-picture"), "{:?}", report.problems);
    assert_eq!(fs::read_dir(folder.path("outside")).unwrap().count(), 2);
}

#[test]
fn an_article_or_a_ledger_that_is_a_link_to_elsewhere_is_not_written_through() {
    let folder = folder();
    folder.import_json(Ninjs, &item("boat.svg"));
    let filed = fs::read_dir(folder.path("content/articles")).unwrap().map(|entry| entry.unwrap().path());
    let filed = filed.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "json")).unwrap();
    fs::copy(&filed, folder.path("outside/article.json")).unwrap();
    fs::remove_file(&filed).unwrap();
    symlink(folder.path("outside/article.json"), &filed).unwrap();
    let before = fs::read(folder.path("outside/article.json")).unwrap();
    let mut item = item("boat.svg");
    item["versioncreated"] = "2026-10-01T00:12:00Z".into();
    let report = folder.import_json(Ninjs, &item);
    assert!(report.problems.iter().any(|problem| problem.name == "bad-filed"), "{:?}", report.problems);
    assert_eq!(fs::read(folder.path("outside/article.json")).unwrap(), before);

    fs::rename(folder.path("content/.import.json"), folder.path("outside/ledger.json")).unwrap();
    symlink("../outside/ledger.json", folder.path("content/.import.json")).unwrap();
    let refused = folder.run(&folder.order(Ninjs, "in/file.json")).unwrap_err().to_string();
    assert!(refused.contains(".import.json leads out of"), "{refused}");
}

#[test]
fn a_folder_to_import_is_not_left_and_its_pipes_are_told() {
    let folder = folder();
    folder.put("outside/9.json", item("boat.svg").to_string());
    folder.put("in/1.json", item("boat.svg").to_string());
    symlink("../outside/9.json", folder.path("in/9.json")).unwrap();
    mknodat(CWD, folder.path("in/pipe.json"), FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    let report = folder.run(&folder.order(Ninjs, "in")).unwrap();
    let unopened = report.problems.iter().filter(|problem| problem.name == "unopened").count();
    assert_eq!((report.counts.new, report.counts.skipped, unopened), (1, 2, 2), "{:?}", report.problems);
}
