//! Papers that bite: whatever their length, the index that readers search is printed in little memory.

use crate::newsroom::SmallNewsroom;
use crate::watched::{Watched, strait};
use serde_json::json;
use std::fs;
use std::path::Path;

/// How many articles the short paper has.
const FEW: u64 = 40;
/// How many times as many the long one has.
const TIMES: u64 = 8;
/// How long an article is, in characters: each has about twice as many terms.
const LENGTH: u64 = 16_000;
/// How much the long paper may take of what the short one takes, in percent. Whoever held all terms would take twice as
/// much and more; that of what is kept of each article and page grows too.
const MORE_FOR_LONG: u64 = 150;

/// What a build took, and how large the index is that it printed.
struct Built {
    run: Watched,
    index: u64,
}

fn build(articles: u64) -> Built {
    let newsroom = (0..articles).fold(SmallNewsroom::new(), |newsroom, at| {
        let created = format!("2024-09-{:02}T{:02}:12:00+08:00", 1 + at / 24, at % 24);
        let body = json!([{"kind": "paragraph", "text": [text(at)]}]);
        newsroom.article(&format!("n{at}"), 1, json!({"body": body, "firstCreated": created, "versionCreated": created}))
    });
    let paths = ["--content", "content", "--out", "site", "--reader", "reader", "--cache", "cache"];
    let run = strait(&newsroom.path(""), &[&["build", "--jobs", "2", "--now", "2024-10-01T00:00:00Z"], &paths[..]].concat());
    assert_eq!(run.code, Some(0), "{}", run.answer);
    assert_eq!(run.answer["summary"]["articles"], articles, "{}", run.answer);
    Built { run, index: size_of(&newsroom.path("site/data/search")) }
}

/// Characters as by chance, so that nearly every two and three of them are new.
fn text(article: u64) -> String {
    let number = |at: u64| (article * LENGTH + at + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = |number: u64| (number ^ (number >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 40;
    (0..LENGTH).filter_map(|at| char::from_u32(0x4e00 + (mixed(number(at)) % 18_000) as u32)).collect()
}

fn size_of(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let sizes = entries.map(|entry| {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() { size_of(&entry.path()) } else { entry.metadata().unwrap().len() }
    });
    sizes.sum()
}

#[test]
fn a_long_paper_is_indexed_in_the_memory_of_a_short_one() {
    let (short, long) = (build(FEW), build(TIMES * FEW));
    let (few, many) = (short.run.peak, long.run.peak);
    let told = format!("{few} bytes for {FEW} articles, {many} for {TIMES} times as many, with an index of {}", long.index);
    println!("{told}");
    // The control: a term is a number of eight bytes and takes at most four in the index. If all were held, it would be seen.
    assert!(long.index * 2 > few * (MORE_FOR_LONG - 100) / 100, "{told}");
    assert!(many * 100 <= few * MORE_FOR_LONG, "{told}");
}
