//! What our documents cite is there: each path in the house, and each name in code.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders whose paths are written from the root.
const ROOMS: [&str; 8] = ["crates", "docs", "public", "scripts", "src", "style", "tests", "xtask"];
/// What code is written in.
const CODE: [&str; 6] = ["css", "html", "js", "mjs", "rs", "toml"];
/// Names that belong to other programs.
const OF_OTHERS: [&str; 3] = ["leptos_meta", "leptos_router", "open_file_cache"];
/// Folders that are no part of the house: what is installed or built into them.
const NOT_OURS: [&str; 2] = ["node_modules", "target"];
/// Stands in a path for a name that is yet to be given.
const PLACEHOLDER: &str = "NAME";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder, but for what was installed or built.
fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true if NOT_OURS.iter().any(|folder| path.ends_with(folder)) => {}
            true => files_below(&path, found),
            false => found.push(path),
        }
    }
}

/// Our files by how they end.
fn files(endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    ROOMS.iter().for_each(|room| files_below(&root().join(room), &mut found));
    found.extend(fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()));
    found.retain(|path| path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)));
    found
}

/// What stands between backticks in a document, line by line; the changelog tells what was.
fn cited(text: &str) -> Vec<(usize, String)> {
    let mut is_example = false;
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        is_example ^= line.trim_start().starts_with("```");
        if !is_example {
            found.extend(line.split('`').skip(1).step_by(2).map(|span| (at + 1, span.to_owned())));
        }
    }
    found
}

/// Whether a span is a path from the root of the house, and none of what is installed or built.
fn is_path(span: &str) -> bool {
    let is_plain = span.chars().all(|sign| sign.is_ascii_alphanumeric() || "_-./".contains(sign));
    let is_ours = !span.split('/').any(|part| NOT_OURS.contains(&part));
    let is_in_a_room = span.split_once('/').is_some_and(|(room, _)| ROOMS.contains(&room));
    is_plain && is_ours && is_in_a_room && !span.contains(PLACEHOLDER)
}

/// The parts of a span that is a name in code: `Order`, `a_function()`, `module::name`. Plain words are none.
fn names(span: &str) -> Option<Vec<&str>> {
    let name = span.strip_suffix("()").unwrap_or(span);
    let parts: Vec<&str> = name.split("::").collect();
    let is_word = |part: &&str| {
        part.starts_with(|first: char| first.is_ascii_alphabetic())
            && part.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_')
    };
    (parts.iter().all(is_word) && (parts.len() > 1 || name.contains('_') || name != span)).then_some(parts)
}

/// What a document cites and the house does not have.
fn missing(text: &str, words: &HashSet<String>) -> Vec<String> {
    let is_there = |span: &str| {
        let has_path = !is_path(span) || root().join(span).exists();
        let has_names =
            names(span).is_none_or(|parts| parts.iter().all(|part| words.contains(*part) || OF_OTHERS.contains(part)));
        has_path && has_names
    };
    cited(text).into_iter().filter(|(_, span)| !is_there(span)).map(|(line, span)| format!("{line}: `{span}`")).collect()
}

/// Each word of the code, and each name of a file or folder.
fn words() -> HashSet<String> {
    let mut words = HashSet::new();
    for path in files(&CODE) {
        let text = fs::read_to_string(&path).unwrap();
        words.extend(text.split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '_')).map(str::to_owned));
        let below = path.strip_prefix(root()).unwrap();
        words.extend(below.iter().filter_map(|part| part.to_str()?.split('.').next()).map(str::to_owned));
    }
    words
}

#[test]
fn what_documents_cite_is_there() {
    let words = words();
    let mut faults = Vec::new();
    for document in files(&["md"]).iter().filter(|path| !path.ends_with("CHANGELOG.md")) {
        let name = document.strip_prefix(root()).unwrap().display();
        faults.extend(missing(&fs::read_to_string(document).unwrap(), &words).iter().map(|fault| format!("{name}:{fault}")));
    }
    assert!(faults.is_empty(), "cited, but not there:\n{}", faults.join("\n"));
}

#[test]
fn what_is_gone_is_noticed() {
    let words = HashSet::from(["Order".to_owned(), "publish".to_owned()]);
    let text = "`src/lib.rs`, `src/gone.rs`, `src/node_modules`, `src/views/NAME.rs`, `a word`, `Order::publish`, `Order::gone`, `no_such_name`, `publish()`\n\
        ```\n`src/example.rs`\n```\n`gone()`";
    assert_eq!(missing(text, &words), ["1: `src/gone.rs`", "1: `Order::gone`", "1: `no_such_name`", "5: `gone()`"]);
}
