//! Nothing outside the newsroom is printed, and nothing in it makes a build wait.

use crate::newsroom::{Printed, SmallNewsroom, article};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use serde_json::{Value, json};
use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

const SECRET: &str = "WHAT-NOBODY-MAY-READ";
const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>";

/// A newsroom with an article of its own, and secrets of each kind beside it.
fn newsroom() -> SmallNewsroom {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({}));
    newsroom.json("outside/articles/9.json", &article("9", 9, json!({"headline": SECRET})));
    newsroom.file("outside/pictures/9.svg", DRAWING);
    newsroom.file("outside/media/9.mp4", SECRET);
    newsroom.file("outside/front.json", format!(r#"{{"lead":"{SECRET}"}}"#));
    newsroom.file("content/pictures/ours.svg", DRAWING);
    newsroom.file("content/media/ours.mp4", "a film");
    newsroom
}

fn lead(src: &str) -> Value {
    json!({"lead": {"src": src, "alt": "画"}})
}

fn film(src: &str) -> Value {
    json!({"body": [{"kind": "video", "src": src}]})
}

/// Prints, and fails when that takes as long as waiting for a pipe does.
fn print_in_time(newsroom: &SmallNewsroom) -> Printed {
    std::thread::scope(|scope| {
        let (done, wait) = mpsc::channel();
        scope.spawn(move || done.send(newsroom.print()));
        wait.recv_timeout(Duration::from_secs(120)).unwrap_or_else(|_| {
            eprintln!("the build waits for something that never comes");
            std::process::abort();
        })
    })
}

fn told(printed: &Printed) -> Vec<(String, &'static str)> {
    let name = |path: &std::path::Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let mut told: Vec<_> = printed.report.problems.iter().map(|problem| (name(&problem.file), problem.name)).collect();
    told.sort();
    told
}

/// Where the secret stands in a site.
fn leaks(printed: &Printed) -> Vec<String> {
    let has_secret = |bytes: &[u8]| bytes.windows(SECRET.len()).any(|found| found == SECRET.as_bytes());
    printed.by_path().into_iter().filter(|(_, bytes)| has_secret(bytes)).map(|(path, _)| path).collect()
}

#[test]
fn links_that_lead_out_of_the_newsroom_are_told_and_not_followed() {
    let newsroom = newsroom().article("2", 2, lead("9.svg")).article("3", 3, film("media/9.mp4"));
    symlink("../../outside/articles/9.json", newsroom.path("content/articles/9.json")).unwrap();
    symlink(newsroom.path("outside/pictures/9.svg"), newsroom.path("content/pictures/9.svg")).unwrap();
    symlink("../../outside/media/9.mp4", newsroom.path("content/media/9.mp4")).unwrap();
    symlink("../outside/front.json", newsroom.path("content/front.json")).unwrap();
    let printed = newsroom.print();
    assert_eq!(leaks(&printed), Vec::<String>::new());
    let expected = ["9.json", "9.mp4", "9.svg", "front.json"].map(|name| (name.to_owned(), "leads-outside"));
    assert_eq!(told(&printed), expected);
    assert_eq!(printed.report.articles, 3);
    assert!(!printed.by_path().keys().any(|path| path.contains("9.mp4") || path.starts_with("pictures/9")));
    // Again, by the short way of late news.
    assert_eq!(told(&newsroom.article("4", 4, json!({})).print()).len(), 4);
}

#[test]
fn a_name_that_holds_a_line_of_the_inventory_names_nothing() {
    let name = "media/x\n+ CNAME\n.mp4";
    let newsroom = newsroom().article("2", 2, film(name));
    newsroom.file(&format!("content/{name}"), "a film");
    newsroom.print();
    newsroom.file("site/CNAME", "tide.example");
    let printed = newsroom.print_to("site", |order| order.full = true);
    assert_eq!(printed.text("CNAME"), "tide.example");
    assert!(!printed.by_path().keys().any(|path| path.contains('\n')));
    assert_eq!(printed.report.problems.len(), 1, "{:?}", told(&printed));
}

#[test]
fn a_file_of_words_that_is_far_too_large_is_told_and_not_read() {
    let newsroom = newsroom();
    newsroom.file("content/articles/huge.json", "");
    let huge = fs::OpenOptions::new().write(true).open(newsroom.path("content/articles/huge.json")).unwrap();
    huge.set_len(1 << 40).unwrap();
    let printed = newsroom.print();
    assert_eq!(told(&printed), [("huge.json".to_owned(), "huge-json")]);
    assert_eq!(printed.report.articles, 1);
}

#[test]
fn the_look_for_secrets_finds_one() {
    let newsroom = newsroom().article("3", 3, film("media/9.mp4"));
    newsroom.file("content/media/9.mp4", SECRET);
    assert_eq!(leaks(&newsroom.print()), ["media/9.mp4"]);
}

#[test]
fn folders_that_are_links_to_elsewhere_are_told_and_not_followed() {
    for folder in ["pictures", "media"] {
        let newsroom = newsroom().article("2", 2, lead("9.svg")).article("3", 3, film("media/9.mp4"));
        newsroom.remove(&format!("content/{folder}"));
        symlink(format!("../outside/{folder}"), newsroom.path(&format!("content/{folder}"))).unwrap();
        let printed = newsroom.print();
        assert_eq!(leaks(&printed), Vec::<String>::new(), "{folder}");
        assert!(printed.report.problems.iter().any(|problem| problem.name == "leads-outside"), "{folder}: {:?}", told(&printed));
    }
    let newsroom = newsroom();
    newsroom.remove("content/articles");
    symlink("../outside/articles", newsroom.path("content/articles")).unwrap();
    let refused = newsroom.try_to_print_to("site", |_| {}).unwrap_err().to_string();
    assert!(refused.contains("articles leads out of"), "{refused}");
    assert!(!newsroom.path("site/index.html").exists());
}

#[test]
fn links_that_stay_in_the_newsroom_are_followed() {
    let newsroom = newsroom().article("2", 2, lead("old/ours.svg")).article("3", 3, film("media/again.mp4"));
    let other = newsroom.path("content/archive");
    newsroom.file("content/archive/ours.svg", DRAWING);
    symlink("../archive", newsroom.path("content/pictures/old")).unwrap();
    symlink(newsroom.path("content/media/ours.mp4"), newsroom.path("content/media/again.mp4")).unwrap();
    fs::rename(newsroom.path("content/articles/1.json"), other.join("1.json")).unwrap();
    symlink("../archive/1.json", newsroom.path("content/articles/1.json")).unwrap();
    let printed = newsroom.print();
    assert_eq!(told(&printed), vec![]);
    assert_eq!(printed.text("media/again.mp4"), "a film");
    assert!(printed.has("article/1/index.html") && printed.text("article/2/index.html").contains("pictures/ours-"));
    // And what they lead to is seen to change.
    let text = fs::read_to_string(other.join("1.json")).unwrap();
    fs::write(other.join("1.json"), text.replace("标题1", "新标题一")).unwrap();
    assert!(newsroom.print().text("article/1/index.html").contains("新标题一"));
}

#[test]
fn pipes_sockets_and_folders_that_are_called_files_are_told_and_nobody_waits() {
    let newsroom = newsroom().article("2", 2, lead("pipe.svg")).article("3", 3, film("media/pipe.mp4"));
    let pipe = |path: &&str| mknodat(CWD, newsroom.path(path), FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    ["content/articles/pipe.json", "content/pictures/pipe.svg", "content/media/pipe.mp4", "content/front.json"]
        .iter()
        .for_each(pipe);
    let _socket = UnixListener::bind(newsroom.path("content/articles/socket.json")).unwrap();
    fs::create_dir(newsroom.path("content/articles/folder.json")).unwrap();
    symlink("nowhere", newsroom.path("content/articles/dead.json")).unwrap();
    let printed = print_in_time(&newsroom);
    let odd = ["folder.json", "front.json", "pipe.json", "pipe.mp4", "pipe.svg", "socket.json"];
    let mut expected = vec![("dead.json".to_owned(), "missing-file")];
    expected.extend(odd.map(|name| (name.to_owned(), "not-a-file")));
    assert_eq!(told(&printed), expected);
    assert_eq!(printed.report.articles, 3);
    for problem in &printed.report.problems {
        assert!(!problem.what.zh.is_empty() && !problem.mend.en.is_empty());
    }
}

#[test]
fn a_site_file_that_is_a_pipe_or_a_link_to_elsewhere_ends_it_with_words() {
    let newsroom = newsroom();
    newsroom.remove("content/site.json");
    symlink("/etc/hostname", newsroom.path("content/site.json")).unwrap();
    assert!(newsroom.try_to_print_to("site", |_| {}).unwrap_err().to_string().contains("site.json leads out of"));
    newsroom.remove("content/site.json");
    mknodat(CWD, newsroom.path("content/site.json"), FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    assert!(newsroom.try_to_print_to("site", |_| {}).unwrap_err().to_string().contains("site.json is no regular file"));
}

#[test]
fn names_of_films_that_leave_the_folder_or_have_two_forms_are_refused() {
    let long = format!("media/{}", "x".repeat(300));
    let names = [
        "media/../../outside/media/9.mp4",
        "/etc/hostname",
        "..\\outside\\media\\9.mp4",
        "media//ours.mp4",
        "media/./ours.mp4",
        "media/x\0",
        &long,
    ];
    for (at, src) in names.into_iter().enumerate() {
        let printed = newsroom().article("3", 3, film(src)).print();
        assert_eq!(printed.report.problems.len(), 1, "{at}: {:?}", told(&printed));
        assert_eq!(leaks(&printed), Vec::<String>::new());
        assert!(!printed.has("media"), "{at}");
    }
}

#[test]
fn links_that_are_swapped_while_it_is_printed_never_lead_outside() {
    let newsroom = newsroom().article("3", 3, film("media/9.mp4"));
    newsroom.file("content/own/9.mp4", "open");
    let (content, done) = (newsroom.path("content"), AtomicBool::new(false));
    fs::remove_dir_all(content.join("media")).unwrap();
    symlink("own", content.join("media")).unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0.. {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                let to = if round % 2 == 0 { "../outside/media" } else { "own" };
                symlink(to, content.join("next")).unwrap();
                fs::rename(content.join("next"), content.join("media")).unwrap();
            }
        });
        for round in 0..40 {
            // A film that goes while it is printed ends the build; what is there never is another's.
            let _ = newsroom.try_to_print_to("site", |order| order.full = round % 2 == 0);
            let film = fs::read_to_string(newsroom.path("site/media/9.mp4")).unwrap_or_default();
            assert!(!film.contains(SECRET));
        }
        done.store(true, Ordering::Relaxed);
    });
}
