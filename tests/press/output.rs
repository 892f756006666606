//! Nothing outside the site's folder is written or deleted, and nothing in it that the press did not put there.

use crate::newsroom::SmallNewsroom;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// What is deleted or written through a link that stands in a site.
const OTHERS: [&str; 4] = ["index.html", "1/index.html", "9/index.html", "thesis.txt"];

fn newsroom() -> SmallNewsroom {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({})).article("2", 2, json!({}));
    OTHERS.iter().for_each(|path| newsroom.file(&format!("outside/{path}"), path));
    newsroom
}

fn assert_untouched(newsroom: &SmallNewsroom) {
    let expected: BTreeMap<_, _> = OTHERS.iter().map(|path| ((*path).to_owned(), path.as_bytes().to_vec())).collect();
    assert_eq!(newsroom.files_of("outside"), expected);
}

fn is_link(path: &Path) -> bool {
    path.is_symlink()
}

#[test]
fn links_in_the_site_are_replaced_and_never_written_or_deleted_through() {
    let newsroom = newsroom();
    let whole = newsroom.print().by_path();
    for is_killed in [false, true] {
        for (name, target) in [
            ("article", "../outside"),
            ("article/1", "../../outside"),
            ("index.html", "../outside/index.html"),
            ("data", "../outside"),
            (".strait-files", "../outside/thesis.txt"),
            ("index.html.part", "../outside/thesis.txt"),
            ("index.html.gz", "../outside/thesis.txt"),
        ] {
            let link = newsroom.path("site").join(name);
            let _ = fs::remove_file(&link).or_else(|_| fs::remove_dir_all(&link));
            symlink(target, &link).unwrap();
            if is_killed {
                newsroom.file("site/.strait", "building\n");
            }
            // Everything is compared: by a build that trusts nothing, or because the files are asked for by name.
            let printed = newsroom.print_to("site", |order| order.full = !is_killed);
            assert!(printed.by_path() == whole, "{name}");
            assert!(!is_link(&link), "{name}");
            assert_untouched(&newsroom);
        }
    }
}

#[test]
fn an_article_that_goes_is_not_deleted_through_a_link() {
    let newsroom = newsroom().article("9", 9, json!({}));
    newsroom.print();
    newsroom.remove("site/article");
    symlink("../outside", newsroom.path("site/article")).unwrap();
    let newsroom = newsroom.article("9", 9, json!({"pubStatus": "withheld"}));
    // Whoever takes pages away that a build believes in is told by publishing, and helped by `--full`.
    newsroom.try_to_print_to("site", |_| {}).unwrap();
    assert_untouched(&newsroom);
}

#[test]
fn the_mark_is_not_written_through_a_link() {
    let newsroom = newsroom();
    fs::create_dir(newsroom.path("site")).unwrap();
    symlink("../outside/thesis.txt", newsroom.path("site/.strait")).unwrap();
    newsroom.print_to("site", |order| order.force = true);
    assert_untouched(&newsroom);
    assert!(!is_link(&newsroom.path("site/.strait")));
}

#[test]
fn what_others_put_into_a_folder_stays_whatever_its_name() {
    let newsroom = newsroom();
    let others =
        ["article/old-post/index.html", "media/film.mp4", "data/figures.csv", "pictures/boat.jpg", "assets/x.css", "CNAME"];
    others.iter().for_each(|path| newsroom.file(&format!("site/{path}"), path));
    let printed = newsroom.print_to("site", |order| order.force = true);
    let are_there = || others.iter().all(|path| printed.has(path) && printed.text(path) == *path);
    assert!(are_there());
    // Nor later, when nothing in it is trusted: asked for, after a kill, without the cache.
    newsroom.print_to("site", |order| order.full = true);
    assert!(are_there());
    newsroom.file("site/.strait", "building\n");
    newsroom.print();
    assert!(are_there());
    newsroom.remove("cache");
    newsroom.print();
    assert!(are_there());
}

#[test]
fn what_a_build_has_put_there_goes_though_the_cache_is_lost() {
    let newsroom = newsroom();
    newsroom.print();
    // The short way, and one that is killed and knows nothing of it.
    let newsroom = newsroom.article("3", 3, json!({}));
    newsroom.print();
    newsroom.remove("cache");
    newsroom.file("site/article/foreign/index.html", "foreign");
    let printed = newsroom.article("3", 3, json!({"pubStatus": "withheld"})).print();
    assert!(!printed.has("article/3") && !printed.has("data/article/3.json"));
    assert!(printed.has("article/foreign/index.html"));
    let named = printed.inventory();
    assert_eq!(named.len() + 1, printed.by_path().len(), "all but the foreign one: {named:?}");
}

#[test]
fn a_folder_that_was_taken_over_loses_nothing_that_a_former_site_there_had() {
    let newsroom = newsroom();
    newsroom.print();
    newsroom.remove("site");
    newsroom.file("site/article/2/index.html", "years of work");
    let newsroom = newsroom.article("2", 2, json!({"pubStatus": "withheld"}));
    let printed = newsroom.print_to("site", |order| order.force = true);
    assert_eq!(printed.text("article/2/index.html"), "years of work");
}

#[test]
fn an_inventory_that_names_what_is_not_in_the_site_deletes_nothing() {
    let newsroom = newsroom();
    newsroom.print();
    newsroom.file("site/.strait", "building\n");
    let outside = newsroom.path("outside/thesis.txt");
    let names = ["../outside/thesis.txt", outside.to_str().unwrap(), "", ".", "..", "article/../../outside/thesis.txt", "a\0b"];
    newsroom.file("site/.strait-files", names.map(|name| format!("+ {name}\n")).concat());
    newsroom.print();
    assert_untouched(&newsroom);
}

#[test]
fn one_article_more_costs_the_inventory_a_few_lines() {
    let newsroom = newsroom();
    newsroom.print();
    let length = |newsroom: &SmallNewsroom| fs::metadata(newsroom.path("site/.strait-files")).unwrap().len();
    let before = length(&newsroom);
    let newsroom = newsroom.article("3", 3, json!({}));
    newsroom.print();
    let after = length(&newsroom);
    assert!(before < after && after < before + 4_000, "{before} {after}");
}

#[test]
fn links_that_are_put_there_while_it_is_printed_are_never_followed() {
    let newsroom = (3..=20).fold(newsroom(), |newsroom, day| newsroom.article(&day.to_string(), day, json!({})));
    newsroom.print();
    let (site, done) = (newsroom.path("site"), AtomicBool::new(false));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0.. {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                let _ = symlink("../outside", site.join(".next"));
                let name = ["article", "data", "section"][round % 3];
                let _ = fs::rename(site.join(name), site.join(format!(".away-{round}")));
                let _ = fs::rename(site.join(".next"), site.join(name));
            }
        });
        for round in 0..15 {
            // Who moves folders away while they are printed may end a build, but not lead it elsewhere.
            let _ = newsroom.try_to_print_to("site", |order| order.full = round % 2 == 0);
        }
        done.store(true, Ordering::Relaxed);
    });
    assert_untouched(&newsroom);
}
