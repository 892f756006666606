//! What a newsroom puts into `root/` stands at the top of its site, byte for byte, and in the place of no page.

use crate::newsroom::SmallNewsroom;
use serde_json::json;
use std::fs;
use strait_report::problem::Problem;

fn newsroom() -> SmallNewsroom {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({"formerly": ["/paper/2019/old.html"]}));
    newsroom.file("content/root/ads.txt", "paper.example, 1, DIRECT\r\n");
    newsroom.file("content/root/.well-known/security.txt", "Contact: mailto:a@tide.example\n");
    newsroom.file("content/root/google1.html", "google-site-verification: google1.html");
    newsroom.file("content/root/key.asc", [0xff_u8, 0, 0x80]);
    newsroom.file("content/root/.DS_Store", "litter");
    newsroom
}

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| format!("{} {}", problem.name, problem.file.file_name().unwrap().to_string_lossy())).collect()
}

#[test]
fn files_are_copied_as_they_are_and_go_when_they_are_taken_away() {
    let newsroom = newsroom();
    let printed = newsroom.print();
    for path in ["ads.txt", ".well-known/security.txt", "google1.html", "key.asc"] {
        assert_eq!(
            fs::read(printed.root.join(path)).unwrap(),
            fs::read(newsroom.path("content/root").join(path)).unwrap(),
            "{path}"
        );
        assert!(printed.inventory().contains(&path.to_owned()), "{path}");
    }
    assert!(!printed.has(".DS_Store") && printed.report.problems.is_empty());
    newsroom.file("content/root/ads.txt", "another.example, 2, DIRECT\n");
    newsroom.remove("content/root/.well-known");
    let later = newsroom.clone().article("2", 2, json!({})).print();
    assert_eq!(later.text("ads.txt"), "another.example, 2, DIRECT\n");
    assert!(!later.has(".well-known/security.txt") && later.has("article/2/index.html"));
    assert_eq!(newsroom.files_of("site"), newsroom.print_to("clean", |_| {}).by_path());
}

#[test]
fn nothing_stands_in_the_place_of_what_is_printed() {
    let newsroom = newsroom();
    let printed = newsroom.print_to("site", |order| order.precompress = true);
    let clean = printed.by_path();
    let is_former = |path: &str| path == "2019/old.html" || path.starts_with("2019/old.html.");
    let is_root = |path: &str| newsroom.path("content/root").join(path).exists();
    let of_the_site: Vec<&String> = clean.keys().filter(|path| !is_former(path) && !is_root(path)).collect();
    assert!(of_the_site.len() > 40, "{of_the_site:?}");
    let of_the_site: Vec<&String> =
        of_the_site.into_iter().filter(|path| !is_root(path.trim_end_matches(".br").trim_end_matches(".gz"))).collect();
    for path in &of_the_site {
        newsroom.file(&format!("content/root/{path}"), "mine");
    }
    let printed = newsroom.print_to("site", |order| order.precompress = true);
    assert_eq!(printed.by_path(), clean);
    let told = told(&printed.report.problems);
    assert_eq!(told.len(), of_the_site.len());
    assert!(told.iter().all(|told| told.starts_with("hides-page ")), "{told:?}");
}

#[test]
fn a_page_at_an_old_address_gives_way() {
    let newsroom = newsroom();
    assert!(newsroom.print().text("2019/old.html").contains("article/1"));
    newsroom.file("content/root/2019/old.html", "mine");
    assert_eq!(newsroom.print().text("2019/old.html"), "mine");
    newsroom.remove("content/root/2019");
    assert!(newsroom.print().text("2019/old.html").contains("article/1"));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_newsroom_is_not_followed() {
    let newsroom = newsroom();
    std::os::unix::fs::symlink("/etc/hostname", newsroom.path("content/root/name.txt")).unwrap();
    let printed = newsroom.print();
    assert!(!printed.has("name.txt"));
    assert_eq!(told(&printed.report.problems), ["leads-outside name.txt"]);
}
