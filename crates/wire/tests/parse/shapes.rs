//! The shapes that suites of tests for JSON parsers have.

use super::check;
use strait_wire::{Json, parse};

#[rustfmt::skip]
const JSON: &[&str] = &[
    // Values alone, and space.
    "null", "true", "false", "0", "\"\"", "[]", "{}", " \t\r\n[ \n] ", "[1,2 , 3\n]", "{ \"a\" : 1 , \"b\":[ ] }",
    // Numbers.
    "-0", "-1", "10", "1.5", "0.1", "-0.0", "1e5", "1E5", "1e+5", "1e-5", "1.25E-2", "0e0", "0E+00", "123456789012345678901",
    "18446744073709551615", "18446744073709551616", "-9223372036854775808", "-9223372036854775809", "1e-999",
    "0.00000000000001", "1e0000000000000000000000001", "5.0", "-0e9", "100000000000000000000000000000000000000",
    // Texts.
    r#""a""#, r#""\"\\\/\b\f\n\r\t""#, r#""\u0041\u00e9\u6f6e""#, r#""\u00E9\uABCD\uabcd""#, r#""\u0000\u001f\u007f""#,
    r#""\ud83d\ude00""#, r#""\uD834\uDD1E a""#, r#""\uDBFF\uDFFF""#, r#""\uFFFF\uFFFE\uFDD0""#, r#""\u2028\u2029""#,
    "\"\u{2028}\u{7f}\u{80}\u{ffff}\u{10ffff}\u{feff}\"", "\"潮起😀\"", r#""\\u0041""#, r#""\\""#, r#""a\\\"b""#,
    r#""潮\n起\u5398""#, r#"" / ""#, r#""\ud7ff\ue000""#,
    // Objects.
    r#"{"":0}"#, r#"{"a":1,"a":2}"#, r#"{"a":{"a":1},"a":[]}"#, r#"{"\u0061":1,"a":2}"#, r#"{"a":null,"b":true}"#,
    r#"{"a":{"b":{"c":[{}]}}}"#, r#"[[],[[]],{"a":[]}]"#, r#"["a",{"b":"c"},null,1]"#, "[\"\"]", "[[]   ]",
];

#[rustfmt::skip]
const NO_JSON: &[&str] = &[
    // Nothing, half a value, more than one.
    "", " ", "\n", "\u{feff}[]", "[", "]", "{", "}", "[1", "[1,", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "\"", "\"a",
    "1 2", "[] []", "[],", "{}x", "[]]", "{}}", "nullnull", "\"a\"b", "[1]2", "{\"a\":1}#", "[}", "{]", "[1}", "{\"a\":1]",
    "\u{0}", "[]\u{0}", "[]\u{c}", "\u{a0}[]", "\u{b}1", "[\u{2060}]", "[\u{c}]",
    // Words.
    "nul", "NULL", "Null", "tru", "True", "fals", "nulll", "truee", "undefined", "NaN", "[NaN]", "Infinity", "-Infinity",
    "+Infinity", "[nan]", "-NaN", "'a'", "a", "[a]", "*", "[*]", "<html>", "<!doctype html><p>{}", "//a", "[]//a", "/**/1",
    "[1/* */]", "#",
    // Numbers.
    "+1", "01", "-01", "00", "-", "--1", "+-1", "1.", ".5", "-.5", "0.", "0.e1", "1.e1", "1e", "1e+", "1E-", "1ee1", "1e1e1",
    "1.2.3", "1e1.5", "0x1", "0x", "1a", "1_000", "1,000", "１", "-1x", "1 000", "0 1", "9.e+", "2.e3", "-2.", "0.3e", "0.3e+",
    "1.0e", "- 1", "-\n1", "0b1", "1e5f", "\u{ff11}", "²",
    // Texts.
    "\"\n\"", "\"\t\"", "\"\r\"", "\"\u{0}\"", "\"\u{1f}\"", "\"a\u{1}b\"", r#""\a""#, r#""\x41""#, r#""\0""#, r#""\'""#,
    r#""\ ""#, r#""\"#, r#""\U0041""#, r#""\u""#, r#""\u0""#, r#""\u004""#, r#""\u004g""#, r#""\u+041""#, r#""\u-041""#,
    r#""\u 041""#, r#""\u00_1""#, r#""\u００４１""#, r#""\ud83d""#, r#""\ud83dx""#, r#""\ud83d\n""#, r#""\ud83d\u0041""#,
    r#""\ud83d\ud83d""#, r#""\ude00""#, r#""\ude00\ud83d""#, r#""\ud83d\ude0""#, r#""\ud83d\u""#, r#""\ud83d\""#,
    r#""\ud83d\\ude00""#, r#""\ud83d ude00""#, "\"\\\n\"", "\"\\é\"", "\"\\😀\"", "\"a\\\"", r#"\u0022a""#, "“a”", "`a`",
    "\"\\u{41}\"", r#""\ud800\ue000""#, r#""\udc00""#, r#""\udbff\udbff""#,
    // Lists.
    "[,]", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1:2]", "[\"a\":1]", "[\"a\" \"b\"]", "[1;2]", "[(1)]", "[[]", "[]{}",
    "[\"a\",\n4\n,1,", "[\"\"],",
    // Objects.
    "{,}", "{\"a\":1,}", "{,\"a\":1}", "{\"a\":1,,\"b\":2}", "{\"a\" 1}", "{\"a\"}", "{\"a\",1}", "{a:1}", "{'a':1}", "{1:1}",
    "{null:1}", "{[]:1}", "{{}:1}", "{\"a\"::1}", "{:1}", "{\"a\":}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\"=1}",
    "{\"a\":b}", "{true:1}", "{\"a\":'b'}", "{\"a\":/*b*/1}", "{\"a\":1}//", "{\"a\" \"b\"}", "{\"a\":\"b\",1}", "{\"a\":1 1}",
    "{\"\\ud83d\":1}", "{\"a\n\":1}",
];

#[test]
fn what_is_json_is_read() {
    for text in JSON {
        assert!(check(text), "{text:?} is JSON");
    }
}

#[test]
fn what_is_no_json_is_refused() {
    for text in NO_JSON {
        assert!(!check(text), "{text:?} is no JSON");
    }
}

#[test]
fn what_is_cut_anywhere_is_refused() {
    let whole = r#"{"kind":"list","items":[["潮\ud83d\ude00",{"text":"\u539d","strong":true}],[-1.5e+7,null]],"x":{}}"#;
    assert!(check(whole));
    for (at, _) in whole.char_indices() {
        assert!(!check(&whole[..at]), "{}", &whole[..at]);
    }
}

#[test]
fn a_byte_too_many_anywhere_is_answered_alike() {
    let whole = r#"{"a":["\u0041\\b",-1.5e+7,{"c":null}],"d":""}"#;
    for (at, _) in whole.char_indices() {
        for byte in (0..=127_u8).map(char::from) {
            check(&format!("{}{byte}{}", &whole[..at], &whole[at..]));
            check(&format!("{}{byte}{}", &whole[..at], &whole[at + 1..]));
        }
    }
}

#[test]
fn the_same_depth_is_too_deep() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
        let deep = |levels: usize| format!("{}1{}", open.repeat(levels), close.repeat(levels));
        let levels = 127 / close.len();
        assert!(check(&deep(levels)) && !check(&deep(levels + 1)), "{open}");
        assert!(!check(&deep(100_000)) && !check(&open.repeat(100_000)), "{open}");
    }
    assert!(check(&format!("[{}]", ["[]"; 1000].join(","))), "breadth is no depth");
}

#[test]
fn a_number_may_be_as_great_as_it_likes_where_nobody_asks() {
    for text in ["1e999", "[-1e400]", &"9".repeat(400)] {
        assert!(check(text), "{text}");
        assert!(serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok());
    }
}

#[test]
fn texts_without_escapes_are_not_copied() {
    let is_borrowed = |text| matches!(parse(text), Some(Json::Text(std::borrow::Cow::Borrowed(_))));
    assert!(is_borrowed("\"潮\"") && is_borrowed("\"\"") && !is_borrowed(r#""\n""#));
}

#[test]
fn a_difference_would_be_noticed() {
    let theirs = serde_json::json!({"a": [1, "b"]});
    for ours in [r#"{"a":[1,"c"]}"#, r#"{"a":[1]}"#, r#"{"a":[1,"b"],"d":1}"#, r#"{"a":[2,"b"]}"#, r#"{}"#, r#"[]"#] {
        assert!(!super::is_same(&parse(ours).unwrap(), &theirs), "{ours}");
    }
}
