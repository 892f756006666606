//! Feeds and lists that bite: whatever their length, they take the memory of one item.

use crate::newsroom::SmallNewsroom;
use crate::watched::{MOST, Watched, strait};
use serde_json::json;
use std::fs::File;
use std::io::{BufWriter, Write};

/// More than this no import takes, in bytes.
const MOST_FOR_IMPORT: u64 = 300_000_000;
/// The most that a list of short articles may take, in bytes. A command that held its 20 MB and all its articles
/// would take six times as much.
const MOST_FOR_ITEMS: u64 = 110_000_000;
/// By how much eighty items may take more than one of them, in percent: what is kept of each is small.
const MORE_FOR_EIGHTY: u64 = 130;

/// Imports a file that `write` makes.
fn import(from: &str, write: impl FnOnce(&mut dyn Write)) -> Watched {
    let newsroom = SmallNewsroom::without_reader();
    let mut file = BufWriter::new(File::create(newsroom.path("input")).unwrap());
    write(&mut file);
    file.flush().unwrap();
    drop(file);
    strait(&newsroom.path(""), &["import", "--from", from, "input", "--content", "content", "--section", "news", "--dry-run"])
}

fn names(run: &Watched) -> Vec<&str> {
    run.answer["problems"].as_array().unwrap().iter().map(|problem| problem["name"].as_str().unwrap()).collect()
}

fn check(what: &str, run: &Watched) {
    println!("{what}: at most {} MB", run.peak / 1_000_000);
    assert!(run.peak < MOST_FOR_IMPORT.min(MOST), "{what}: {} bytes", run.peak);
}

fn entry(at: usize, body: &str) -> String {
    format!(
        "<item><guid>g{at}</guid><title>t{at}</title><pubDate>2026-09-30T00:00:00Z</pubDate><description><![CDATA[<p>{body}</p>]]></description></item>"
    )
}

/// Imports one item and eighty of them: of those that are done, no body is kept.
fn eighty_take_what_one_takes(what: &str, list: impl Fn(usize) -> Watched) {
    let (one, eighty) = (list(1), list(80));
    assert_eq!(eighty.answer["summary"]["new"], 80, "{}", eighty.answer);
    check(&format!("{what}, one item"), &one);
    check(&format!("{what} of 20 MB"), &eighty);
    assert!(eighty.peak * 100 <= one.peak * MORE_FOR_EIGHTY, "{what}: {} bytes for one, {} for eighty", one.peak, eighty.peak);
    assert!(eighty.peak < MOST_FOR_ITEMS, "{what}: {} bytes", eighty.peak);
}

#[test]
fn a_long_feed_takes_the_memory_of_its_items() {
    let body = "潮水又涨了。".repeat(14_000);
    eighty_take_what_one_takes("a feed", |count| {
        import("rss", |file| {
            file.write_all(b"<rss version='2.0'><channel><title>t</title>").unwrap();
            (0..count).for_each(|at| file.write_all(entry(at, &body).as_bytes()).unwrap());
            file.write_all(b"</channel></rss>").unwrap();
        })
    });
}

#[test]
fn a_long_list_takes_the_memory_of_its_items() {
    let body = "<p>The tide rises.</p>".repeat(12_000);
    let item = |at: usize| json!({"uri": format!("urn:{at}"), "headline": "h", "versioncreated": "2026-09-30T08:00:00Z", "body_html": body});
    eighty_take_what_one_takes("a list", |count| {
        import("ninjs", |file| {
            file.write_all(b"{\"_meta\": {\"total\": 1}, \"_items\": [").unwrap();
            (0..count).for_each(|at| write!(file, "{}{}", if at > 0 { "," } else { "" }, item(at)).unwrap());
            file.write_all(b"]}").unwrap();
        })
    });
}

#[test]
fn what_is_longer_than_an_item_is_named_and_the_others_are_imported() {
    let long = "a".repeat(20 << 20);
    let run = import("rss", |file| {
        write!(file, "<rss><channel>{}{}{}</channel></rss>", entry(1, "one"), entry(2, &long), entry(3, "three")).unwrap();
    });
    check("an entry of 20 MB", &run);
    assert_eq!(run.answer["summary"]["new"], 2, "{}", run.answer);
    assert!(run.answer["problems"].to_string().contains("larger than 8 MB"), "{}", run.answer);
    let run = import("ninjs", |file| write!(file, "[{{\"uri\": \"1\", \"body_text\": \"{long}\"}}]").unwrap());
    check("an item of 20 MB", &run);
    assert!(run.answer["problems"].to_string().contains("larger than 8 MB"), "{}", run.answer);
}

#[test]
fn a_hundred_thousand_empty_items_are_counted_not_kept() {
    for (from, open, item, close) in [
        ("rss", "<rss><channel>", "<item/>", "</channel></rss>"),
        ("rss", "<rss><channel>", "<item a='<item", ""),
        ("rss", "<rss><channel>", "<x>a</x>", "</channel></rss>"),
        ("ninjs", "[0", ",{}", "]"),
        ("wordpress", "[0", ",{\"content\":0}", "]"),
    ] {
        let run = import(from, |file| {
            file.write_all(open.as_bytes()).unwrap();
            (0..100_000).for_each(|_| file.write_all(item.as_bytes()).unwrap());
            file.write_all(close.as_bytes()).unwrap();
        });
        check(item, &run);
        assert!(names(&run).len() < 3_000, "{item}: {} problems are kept", names(&run).len());
        assert!(!names(&run).is_empty(), "{item}");
    }
}
