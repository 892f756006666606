//! A first look: pages that are read as plain HTML, with pictures that are quickly made.

use crate::newsroom::{Printed, SmallNewsroom};
use serde_json::json;

fn newsroom() -> SmallNewsroom {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({"lead": {"src": "tide.svg", "alt": "潮"}}));
    newsroom.file("content/pictures/tide.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='700' height='350'/>");
    newsroom
}

fn first_look(newsroom: &SmallNewsroom) -> Printed {
    newsroom.print_to("site", |order| (order.living, order.avif) = (false, false))
}

/// The files below the site that a page's elements name in these attributes.
fn named(printed: &Printed, page: &str) -> Vec<String> {
    let html = printed.html(page);
    let selector = scraper::Selector::parse("source, img, script, link[rel=stylesheet], link[rel=modulepreload]").unwrap();
    let attributes = ["src", "srcset", "href", "data-reader", "data-wasm", "data-words"];
    let values = html.select(&selector).flat_map(|element| attributes.map(|name| element.attr(name)));
    let addresses = values.flatten().flat_map(|value| value.split(", ")).map(|address| address.split(' ').next().unwrap());
    addresses.filter_map(|address| address.strip_prefix("/paper/")).map(str::to_owned).collect()
}

fn pages(printed: &Printed) -> Vec<String> {
    printed.by_path().into_keys().filter(|path| path.ends_with(".html")).collect()
}

#[test]
fn a_first_look_needs_no_wasm_and_names_no_file_that_is_not_there() {
    let newsroom = newsroom();
    for part in ["reader.js", "reader.wasm"] {
        newsroom.remove(&format!("reader/{part}"));
    }
    assert!(newsroom.try_to_print_to("site", |_| {}).unwrap_err().to_string().contains("reader.js"));
    let printed = first_look(&newsroom);
    assert!(printed.report.problems.is_empty(), "{:?}", printed.report.problems);
    let files = printed.by_path();
    for page in pages(&printed) {
        let missing: Vec<_> = named(&printed, &page).into_iter().filter(|file| !files.contains_key(file)).collect();
        assert!(missing.is_empty(), "{page} names {missing:?}");
    }
    assert!(named(&printed, "article/1/index.html").iter().any(|file| file.ends_with("-700.webp")), "it has its picture");
    assert!(named(&printed, "embed/article/1/index.html").iter().any(|file| file.ends_with(".jpg")), "and so has its card");
    let is_slow = |path: &&String| path.ends_with(".avif") || path.ends_with(".wasm") || path.starts_with("assets/reader");
    assert_eq!(files.keys().filter(is_slow).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(!printed.text("index.html").contains("data-reader"));
}

#[test]
fn what_a_first_look_left_out_is_all_there_afterwards() {
    let (newsroom, other) = (newsroom(), newsroom());
    first_look(&newsroom);
    let (living, clean) = (newsroom.print().by_path(), other.print().by_path());
    assert!(living == clean, "as if there had been no first look");
    let named = named(&newsroom.print(), "article/1/index.html");
    for ending in ["-700.avif", ".wasm"] {
        assert!(named.iter().any(|file| file.ends_with(ending) && living.contains_key(file)), "{ending}");
    }
}
