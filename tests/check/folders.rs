//! What the press does not open is told before it is printed, and `strait check` does not open it either.

use crate::well::{Newsroom, article};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use serde_json::json;
use std::fs;
use std::os::unix::fs::symlink;
use std::sync::mpsc;
use std::time::Duration;

const FILM: &str = "not really a film";

/// A newsroom with a film; article `2` shows and plays what these names lead to.
fn newsroom(picture: &str, film: &str) -> Newsroom {
    let newsroom = Newsroom::new();
    newsroom.file("media/a.mp4", FILM);
    let paragraph = json!({"kind": "paragraph", "text": ["渔民跟着潮水走。"]});
    let play = |src: &str| json!({"kind": "video", "src": src, "poster": {"src": picture, "alt": "a", "caption": "c"}});
    let body = json!([paragraph, play(film), play("media/a.mp4")]);
    newsroom.article("2", json!({"body": body}))
}

/// What is found, but for advice.
fn errors(newsroom: &Newsroom) -> Vec<String> {
    let found = std::thread::scope(|scope| {
        let (done, wait) = mpsc::channel();
        scope.spawn(move || done.send(newsroom.check().problems));
        wait.recv_timeout(Duration::from_secs(120)).unwrap_or_else(|_| {
            eprintln!("the check waits for something that never comes");
            std::process::abort();
        })
    });
    let name = |problem: &strait_report::problem::Problem| problem.file.file_name().unwrap().to_string_lossy().into_owned();
    let is_error = |problem: &&strait_report::problem::Problem| problem.severity == strait_report::problem::Severity::Error;
    found.iter().filter(is_error).map(|problem| format!("{} {}{}", problem.name, name(problem), problem.place)).collect()
}

#[test]
fn links_that_lead_out_of_the_newsroom_are_told_where_they_matter() {
    let outside = tempfile::tempdir().unwrap();
    let newsroom = newsroom("out.svg", "media/out.mp4");
    fs::copy(newsroom.path().join("pictures/a.svg"), outside.path().join("out.svg")).unwrap();
    fs::write(outside.path().join("out.mp4"), FILM).unwrap();
    fs::write(outside.path().join("3.json"), article("3", json!({})).to_string()).unwrap();
    fs::write(outside.path().join("front.json"), "{}").unwrap();
    for (name, link) in [
        ("out.svg", "pictures/out.svg"),
        ("out.mp4", "media/out.mp4"),
        ("3.json", "articles/3.json"),
        ("front.json", "front.json"),
    ] {
        symlink(outside.path().join(name), newsroom.path().join(link)).unwrap();
    }
    let expected = [
        "leads-outside 2.json/body/1/poster/src",
        "leads-outside 2.json/body/1/src",
        "leads-outside 2.json/body/2/poster/src",
        "leads-outside 3.json",
        "leads-outside front.json",
    ];
    assert_eq!(errors(&newsroom), expected);
    fs::rename(newsroom.path().join("articles"), outside.path().join("articles")).unwrap();
    symlink(outside.path().join("articles"), newsroom.path().join("articles")).unwrap();
    assert_eq!(errors(&newsroom), ["leads-outside articles", "leads-outside front.json"]);
}

#[test]
fn links_that_stay_in_the_newsroom_are_as_good_as_files() {
    let newsroom = newsroom("old/a.svg", "media/again.mp4");
    newsroom.file("archive/3.json", article("3", json!({"lead": null})).to_string());
    fs::create_dir(newsroom.path().join("archive/drawings")).unwrap();
    fs::copy(newsroom.path().join("pictures/a.svg"), newsroom.path().join("archive/drawings/a.svg")).unwrap();
    symlink("../archive/drawings", newsroom.path().join("pictures/old")).unwrap();
    symlink("a.mp4", newsroom.path().join("media/again.mp4")).unwrap();
    symlink(newsroom.path().join("archive/3.json"), newsroom.path().join("articles/3.json")).unwrap();
    assert_eq!(errors(&newsroom), Vec::<String>::new());
    assert_eq!(newsroom.check().articles, 3);
    // And they are looked at.
    newsroom.file("archive/drawings/a.svg", "no drawing");
    newsroom.file("archive/3.json", "{");
    let found = errors(&newsroom);
    assert!(found[0].starts_with("bad-json 3.json") && found[1].starts_with("broken-picture a.svg"), "{found:?}");
}

#[test]
fn pipes_and_folders_that_are_called_files_are_told_and_nobody_waits() {
    let newsroom = newsroom("pipe.svg", "media/pipe.mp4");
    for name in ["articles/pipe.json", "pictures/pipe.svg", "media/pipe.mp4", "front.json"] {
        mknodat(CWD, newsroom.path().join(name), FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    }
    fs::create_dir(newsroom.path().join("articles/folder.json")).unwrap();
    symlink("nowhere", newsroom.path().join("articles/dead.json")).unwrap();
    let expected = [
        "not-a-file 2.json/body/1/poster/src",
        "not-a-file 2.json/body/1/src",
        "not-a-file 2.json/body/2/poster/src",
        "missing-file dead.json",
        "not-a-file folder.json",
        "not-a-file pipe.json",
        "not-a-file front.json",
    ];
    assert_eq!(errors(&newsroom), expected);
}
