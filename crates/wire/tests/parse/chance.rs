//! What chance makes of JSON.

use super::check;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::fs;
use std::path::Path;

/// What texts of JSON are made of, and what looks like it.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "/",
    "\\u",
    "\\\"",
    "\\n",
    "\\ud83d",
    "\\ude00",
    "d83d",
    "0041",
    "true",
    "false",
    "null",
    "-",
    "+",
    ".",
    "e",
    "E",
    "0",
    "1",
    "9",
    "12",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{c}",
    "\u{1}",
    "\u{7f}",
    "\u{feff}",
    "a",
    "潮",
    "😀",
    "\"a\"",
    "\"a\":",
    "\"潮\":\"起\",",
    "[]",
    "{}",
    "1e308",
    "18446744073709551616",
    "'",
];

/// The demo newsroom's articles, and other files of it.
fn files() -> Vec<String> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let articles = fs::read_dir(content.join("articles")).unwrap().map(|entry| entry.unwrap().path());
    let paths = articles.chain([content.join("site.json"), content.join("front.json")]);
    let texts: Vec<_> = paths.map(|path| fs::read_to_string(path).unwrap()).collect();
    assert!(texts.len() > 40);
    texts
}

/// Takes out what stands between two places, and puts something in.
fn change(text: &str, from: Index, length: usize, piece: &str) -> String {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let from = from.index(places.len());
    let to = (from + length).min(places.len() - 1);
    format!("{}{piece}{}", &text[..places[from]], &text[places[to]..])
}

fn changes() -> impl Strategy<Value = Vec<(Index, usize, &'static str)>> {
    vec((any::<Index>(), 0_usize..4, prop_oneof![Just(""), select(PIECES)]), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn pieces_in_any_order_are_answered_alike(pieces in vec(select(PIECES), 0..12)) {
        check(&pieces.concat());
    }

    #[test]
    fn any_text_is_read_back_from_its_json(text in any::<String>(), name in any::<String>()) {
        let json = serde_json::json!({ name: [text] }).to_string();
        prop_assert!(check(&json));
    }

    #[test]
    fn any_escapes_are_answered_alike(units in vec(prop_oneof![any::<u16>(), 0xd7f0_u16..0xe010], 0..6)) {
        let escapes: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
        check(&format!("\"{escapes}\""));
    }

    #[test]
    fn any_number_is_answered_alike(number in "-?[0-9]{0,22}\\.?[0-9]{0,5}([eE][+-]?[0-9]{0,4})?") {
        check(&number);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn articles_with_something_broken_are_answered_alike(file in select(files()), changes in changes()) {
        let text = changes.iter().fold(file, |text, (from, length, piece)| change(&text, *from, *length, piece));
        check(&text);
    }
}
