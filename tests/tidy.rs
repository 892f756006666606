//! The rules of the house that matter, as code. Each failure names the file, the line and the rule.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("node_modules") {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "no .{extension} in {folder}");
    found
}

/// The code of a file without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let is_test = path.ends_with("tests.rs");
    if is_test { String::new() } else { text.split("#[cfg(test)]\nmod tests").next().unwrap().to_owned() }
}

/// What cannot fail, since its type was checked when it was made.
const PROVEN: &str = ".expect(\"checked when it was made\")";

/// No line of the code in `folder` may hold any of `banned`, but for comments.
fn check_absent(folder: &str, extension: &str, banned: &[&str], why: &str) {
    for path in files(folder, extension) {
        for (at, line) in code(&path).lines().enumerate() {
            let line = line.trim_start();
            if line.starts_with("//") || line.starts_with("/*") {
                continue;
            }
            let line = line.replace(PROVEN, "");
            for word in banned {
                assert!(!line.contains(word), "{}:{}: “{word}”: {why}", path.display(), at + 1);
            }
        }
    }
}

#[test]
fn the_model_knows_no_framework_no_network_and_no_disk() {
    check_absent("crates/model/src", "rs", &["leptos", "web_sys", "gloo", "std::fs", "tokio"], "the model is plain data");
}

/// Each room of the app, and the rooms below it that it may use; which crate may use which is for the compiler.
const ROOMS: [(&str, &[&str]); 7] = [
    ("words", &[]),
    ("stage", &["words"]),
    ("views", &["stage", "words"]),
    ("pages", &["stage", "views", "words"]),
    ("head", &["pages"]),
    ("app", &["stage", "views"]),
    ("reader", &["app", "head", "pages", "stage", "views", "words"]),
];

#[test]
fn a_room_uses_only_the_rooms_below_it() {
    for (room, below) in ROOMS {
        let own = Path::new("src").join(room);
        let is_own = |path: &PathBuf| {
            let path = path.strip_prefix(root()).unwrap();
            path.starts_with(&own) || path == own.with_extension("rs")
        };
        for path in files("src", "rs").into_iter().filter(is_own) {
            let code = code(&path);
            let used = code
                .split("crate::")
                .skip(1)
                .map(|rest| rest.split(|sign: char| !(sign.is_alphanumeric() || sign == '_')).next());
            for other in used.flatten().filter(|other| !other.is_empty() && *other != room) {
                assert!(below.contains(&other), "{}: src/{room} may not use crate::{other}", path.display());
            }
        }
    }
}

#[test]
fn views_never_fetch_and_never_read_the_clock() {
    let banned = ["gloo_net", "fetch(", "Date::now", "crate::reader", "std::fs", "set_timeout", "set_interval"];
    check_absent("src/views", "rs", &banned, "a view shows what it is given");
    check_absent("src/pages", "rs", &banned, "a page shows what was fetched");
}

#[test]
fn nothing_is_parsed_as_markup_at_run_time() {
    for folder in ["src", "crates"] {
        let banned = ["inner_html", "set_inner", "dangerously", "insert_adjacent_html"];
        check_absent(folder, "rs", &banned, "the body is typed blocks");
    }
    check_absent("scripts", "js", &["innerHTML", "insertAdjacentHTML", "document.write", "eval("], "the body is typed blocks");
}

#[test]
fn addresses_are_made_in_one_place_of_the_scripts() {
    let made =
        ["article/$", "articles/$", "section/$", "sections/$", "related/$", "page/$", "latest.json", "\"saved/\"", "^data"];
    for path in files("scripts", "js").into_iter().filter(|path| !path.ends_with("scripts/shared/addresses.js")) {
        let code = code(&path);
        let found: Vec<_> = made.iter().filter(|made| code.contains(**made)).collect();
        assert!(found.is_empty(), "{}: {found:?} are for scripts/shared/addresses.js", path.display());
    }
}

#[test]
fn files_of_a_newsroom_are_opened_in_one_way() {
    let banned = ["fs::read", "fs::metadata", "File::open", ".exists()"];
    let opener = "strait-confined opens what lies in a newsroom: it leaves no folder, and waits for no pipe";
    check_absent("crates/check/src", "rs", &banned, opener);
    for room in ["newsroom", "articles", "issue", "pieces", "build/late"] {
        check_absent(&format!("crates/press/src/{room}"), "rs", &banned, opener);
    }
    for name in ["build/gather.rs", "build/survey.rs", "site/compressed.rs"] {
        let file = root().join("crates/press/src").join(name);
        let code = code(&file);
        assert!(!banned.iter().any(|word| code.contains(word)), "{}: {opener}", file.display());
    }
}

#[test]
fn nothing_panics_outside_tests() {
    let banned = [".unwrap()", ".expect(", "todo!(", "unimplemented!(", "dbg!(", "panic!("];
    check_absent("src", "rs", &banned, "errors are types");
    for package in fs::read_dir(root().join("crates")).unwrap() {
        check_absent(package.unwrap().path().join("src").to_str().unwrap(), "rs", &banned, "errors are types");
    }
}

#[test]
fn no_style_is_inline_and_every_word_stands_in_words() {
    check_absent("src/views", "rs", &[" style="], "the policy refuses inline styles");
    let is_chinese = |character: char| ('\u{4e00}'..='\u{9fff}').contains(&character);
    for path in files("src/views", "rs") {
        for (at, line) in code(&path).lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            assert!(!line.contains(is_chinese), "{}:{}: words stand in src/words.rs", path.display(), at + 1);
        }
    }
}

#[test]
fn colours_are_named_by_role_in_one_file() {
    for path in files("style", "css").iter().filter(|path| !path.ends_with("tokens.css") && !path.ends_with("print.css")) {
        for (at, line) in code(path).lines().enumerate() {
            let has_hex = line.split('#').skip(1).any(|rest| rest.chars().take(3).all(|digit| digit.is_ascii_hexdigit()));
            let is_the_code =
                path.ends_with("continue_on_phone.css") && (line.contains("fill: #fff") || line.contains("stroke: #000"));
            assert!(!has_hex || is_the_code, "{}:{}: a colour outside tokens.css", path.display(), at + 1);
        }
    }
}

#[test]
fn no_style_shouts() {
    check_absent("style", "css", &["!important"], "the order of the layers is the order of strength");
}

#[test]
fn every_kind_of_page_is_called_after_its_file() {
    let list = fs::read_to_string(root().join("src/pages/mod.rs")).unwrap();
    for path in files("src/pages", "rs")
        .iter()
        .filter(|path| code(path).contains("impl PageKind for ") && !path.ends_with("pages/mod.rs"))
    {
        let file = if path.ends_with("mod.rs") { path.parent().unwrap() } else { path };
        let name = file.file_stem().unwrap().to_str().unwrap().trim_end_matches('s');
        let kind: String = name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect::<String>() + "Page";
        assert!(code(path).contains(&format!("impl PageKind for {kind} ")), "{} has no {kind}", path.display());
        let is_listed = [format!("({kind}),"), format!("(Box<{kind}>),")].iter().any(|variant| list.contains(variant));
        assert!(is_listed, "{kind} is no kind of page");
    }
}

#[test]
fn every_file_says_what_it_is_and_fits_in_a_head() {
    for path in files("src", "rs").iter().chain(&files("xtask/src", "rs")).chain(&files("crates", "rs")) {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.starts_with("//!"), "{} does not say what it is", path.display());
        assert!(text.lines().count() <= 300, "{} has {} lines", path.display(), text.lines().count());
    }
}

#[test]
fn the_rules_above_can_fail() {
    let outcome = std::panic::catch_unwind(|| check_absent("src/views", "rs", &["pub fn"], "a control"));
    assert!(outcome.is_err());
}
