//! A build that is killed leaves a site that the next build repairs.

use crate::builds::Chance;
use crate::newsroom::SmallNewsroom;
use serde_json::json;
use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const ARTICLES: u8 = 28;

fn newsroom() -> SmallNewsroom {
    (1..=ARTICLES).fold(SmallNewsroom::new(), |newsroom, day| newsroom.article(&day.to_string(), day, json!({})))
}

/// The command itself: a process can be killed.
fn build(newsroom: &SmallNewsroom, site: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
    command.args(["build", "--now", "2024-10-01T00:00:00Z", "--precompress"]);
    for (option, folder) in [("--content", "content"), ("--reader", "reader"), ("--out", site), ("--cache", "cache")] {
        command.arg(option).arg(newsroom.path(folder));
    }
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn built(newsroom: &SmallNewsroom, site: &str) -> Files {
    assert!(build(newsroom, site).status().unwrap().success());
    newsroom.files_of(site)
}

#[test]
fn a_build_killed_at_any_moment_is_repaired_by_the_next() {
    let mut newsroom = newsroom();
    let began = Instant::now();
    built(&newsroom, "site");
    let (mut whole, mut chance, mut killed) = (began.elapsed(), Chance(7), 0);
    // As many rounds as it takes: a machine that is sometimes slow ends some builds before they are killed.
    for round in 0..120_u8 {
        if round >= 30 && killed >= 5 {
            break;
        }
        if round % 3 == 0 {
            newsroom.remove("site");
        }
        // A few articles change each time, so that there is something to do.
        newsroom =
            newsroom.article(&(1 + round % ARTICLES).to_string(), 1 + round % ARTICLES, json!({"headline": round.to_string()}));
        let mut process = build(&newsroom, "site").spawn().unwrap();
        sleep(Duration::from_micros(chance.below(whole.as_micros() as u64)));
        killed += usize::from(process.try_wait().unwrap().is_none());
        process.kill().unwrap();
        process.wait().unwrap();
        let repaired = built(&newsroom, "site");
        let began = Instant::now();
        let clean = built(&newsroom, "clean");
        whole = whole.min(began.elapsed());
        assert!(repaired == clean, "round {round}: {:?}", differences(&repaired, &clean));
        newsroom.remove("clean");
    }
    assert!(killed >= 5, "only {killed} builds were killed before their end");
}

#[test]
fn whatever_half_a_build_leaves_is_repaired_by_the_next() {
    let newsroom = newsroom();
    let before = newsroom.print_to("before", |_| {}).by_path();
    let newsroom = newsroom.article("3", 3, json!({"pubStatus": "withheld"})).article("29", 28, json!({}));
    let after = newsroom.print_to("after", |_| {}).by_path();
    let changed: Vec<&String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    for half in (0..changed.len()).step_by(3) {
        newsroom.file("site/.strait", "building\n");
        newsroom
            .file("site/.strait-files", before.keys().chain(after.keys()).map(|path| format!("+ {path}\n")).collect::<String>());
        for (path, bytes) in &before {
            newsroom.file(&format!("site/{path}"), bytes);
        }
        for path in &changed[..half] {
            newsroom.file(&format!("site/{path}"), &after[*path]);
        }
        // Torn in its middle, and a file that was to be renamed.
        let torn = &after[changed[half]];
        newsroom.file(&format!("site/{}", changed[half]), &torn[..torn.len() / 2]);
        newsroom.file(&format!("site/{}.part", changed[half]), "half");
        let repaired = newsroom.print_to("site", |_| {}).by_path();
        assert!(repaired == after, "{:?}", differences(&repaired, &after));
        newsroom.remove("site");
    }
}

#[test]
fn an_article_costs_as_many_lines_of_the_inventory_in_any_archive() {
    let lines = |site: &std::path::Path| fs::read_to_string(site.join(".strait-files")).unwrap().lines().count();
    let added = [3, 25].map(|count: u8| {
        let newsroom = (1..=count).fold(SmallNewsroom::new(), |newsroom, day| newsroom.article(&day.to_string(), day, json!({})));
        let before = lines(&newsroom.print().root);
        let printed = newsroom.article("new", 28, json!({})).print();
        (lines(&printed.root) - before, printed.report.files.written)
    });
    // A new file is named before it is made, and vouched for when it is.
    assert!(added.iter().all(|(lines, written)| (*written..=2 * written).contains(lines)), "{added:?}");
    assert!(added[1].0 <= added[0].0 + 12, "{added:?}");
}

#[test]
fn a_torn_file_or_compressed_copy_is_mended_by_a_build_that_trusts_nothing() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({}));
    let print = |full| newsroom.print_to("site", |order| (order.precompress, order.full) = (true, full));
    let whole = print(false).by_path();
    for path in ["index.html.br", "article/1/index.html.gz", "robots.txt", "_headers"] {
        let bytes = &whole[path];
        for torn in [&bytes[..0], &bytes[..bytes.len() / 2], &vec![0; bytes.len()]] {
            fs::write(newsroom.path("site").join(path), torn).unwrap();
            assert!(print(true).by_path() == whole, "{path}");
        }
    }
}

#[test]
fn a_build_that_has_no_room_for_its_mark_leaves_a_folder_that_the_next_takes() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({}));
    newsroom.file("site/.strait.part", "");
    newsroom.file("site/.strait-files", "");
    assert!(newsroom.print().has("index.html"));
}

type Files = std::collections::BTreeMap<String, Vec<u8>>;

fn differences<'a>(found: &'a Files, wanted: &'a Files) -> Vec<&'a String> {
    found.keys().chain(wanted.keys()).filter(|path| found.get(*path) != wanted.get(*path)).collect()
}

#[test]
fn the_comparison_above_can_fail() {
    let files = |text: &str| Files::from([("a".to_owned(), text.as_bytes().to_vec())]);
    assert_eq!(differences(&files("1"), &files("1")).len(), 0);
    assert_eq!(differences(&files("1"), &files("2")).len(), 2);
}
