//! The derive against serde's, by the same attributes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Debug;
use strait_wire::{FromJson, parse};

#[derive(Debug, PartialEq, Deserialize, FromJson)]
#[serde(rename_all = "camelCase")]
struct Tide {
    high_water: u32,
    level: Option<u8>,
    #[serde(default)]
    is_spring_tide: bool,
    #[serde(default = "harbour")]
    place: String,
    #[serde(default, rename = "what's seen")]
    seen: Vec<Seen>,
    #[serde(default)]
    r#where: Option<Box<Tide>>,
    #[serde(skip)]
    unread: u8,
    #[serde(default)]
    words: BTreeMap<String, Name>,
}

#[derive(Debug, PartialEq, Deserialize, FromJson)]
#[serde(try_from = "String")]
struct Name(String);

#[derive(Debug, PartialEq, Deserialize, FromJson)]
struct Wrapped(Name);

#[derive(Debug, PartialEq, Deserialize, FromJson)]
#[serde(rename_all = "camelCase")]
enum Bird {
    GreyHeron,
    #[serde(rename = "tern")]
    Gull,
    #[serde(other)]
    Unknown,
}

#[derive(Debug, PartialEq, Deserialize, FromJson)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum Seen {
    Ship(Box<Ship>),
    Flock {
        bird: Bird,
        #[serde(default)]
        how_many: usize,
    },
    Nothing,
    #[serde(other)]
    Else,
}

#[derive(Debug, PartialEq, Deserialize, FromJson)]
struct Ship {
    #[serde(default)]
    name: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize, FromJson)]
#[serde(untagged)]
enum Word {
    Plain(String),
    Marked(Ship),
    Many(Vec<Word>),
}

#[derive(Debug, PartialEq, Deserialize, FromJson)]
#[serde(rename_all = "camelCase")]
enum Page {
    TideTable(Box<Tide>),
    Birds(Vec<Bird>),
    NotFound,
    #[serde(skip)]
    #[allow(dead_code, reason = "it is never read")]
    Tool(u8),
}

fn harbour() -> String {
    "harbour".to_owned()
}

impl TryFrom<String> for Name {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        if name.is_empty() { Err("no name".to_owned()) } else { Ok(Self(name)) }
    }
}

/// Serde's answer, once the text is a tree: so the last of two fields of one name counts.
fn check<T: FromJson + for<'de> Deserialize<'de> + PartialEq + Debug>(text: &str) -> Option<T> {
    let ours = T::from_json(&parse(text).unwrap());
    assert_eq!(ours, serde_json::from_str::<serde_json::Value>(text).and_then(serde_json::from_value).ok(), "{text}");
    ours
}

#[test]
fn a_struct_is_read_as_serde_reads_it() {
    let whole = r#"{"highWater":7,"level":255,"isSpringTide":true,"place":"p","what's seen":[{"kind":"nothing"}],"where":{"highWater":0},
        "unread":3,"words":{"a":"b"},"newer":[{}]}"#;
    assert!(check::<Tide>(whole).is_some());
    for read in [r#"{"highWater":7}"#, r#"{"highWater":7,"level":null,"where":null}"#, r#"{"highWater":1,"highWater":2}"#] {
        assert!(check::<Tide>(read).is_some(), "{read}");
    }
    for field in
        ["\"level\":1", "\"highWater\":null", "\"highWater\":\"7\"", "\"highWater\":-1", "\"highWater\":7.0", "\"highWater\":-0"]
    {
        assert_eq!(check::<Tide>(&format!("{{{field}}}")), None);
    }
    for field in [
        "\"level\":256",
        "\"level\":\"1\"",
        "\"isSpringTide\":null",
        "\"isSpringTide\":1",
        "\"place\":null",
        "\"what's seen\":{}",
        "\"what's seen\":[null]",
        "\"where\":{}",
        "\"where\":3",
        "\"words\":[]",
        "\"words\":{\"a\":\"\"}",
        "\"words\":null",
        "\"highWater\":4294967296",
    ] {
        assert_eq!(check::<Tide>(&format!("{{\"highWater\":7,{field}}}")), None, "{field}");
    }
    for other in ["null", "true", "3", "\"x\"", "[]"] {
        assert_eq!(check::<Tide>(other), None);
    }
}

#[test]
fn texts_that_are_checked_are_checked() {
    assert_eq!(check::<Name>("\"a\""), Some(Name("a".to_owned())));
    assert_eq!(check::<Wrapped>("\"a\""), Some(Wrapped(Name("a".to_owned()))));
    for refused in ["\"\"", "3", "null", "[\"a\"]", "{\"0\":\"a\"}"] {
        assert_eq!((check::<Name>(refused), check::<Option<Bird>>("{}")), (None, None), "{refused}");
    }
}

#[test]
fn each_kind_of_enum_is_read_as_serde_reads_it() {
    for text in [r#""greyHeron""#, r#""tern""#, r#""gull""#, r#""unknown""#, r#"{"tern":null}"#, r#"{"tern":1}"#, r#"{"x":null}"#]
    {
        check::<Bird>(text);
    }
    for text in ["null", "3", "{}", "[]", r#"["tern"]"#, r#"{"tern":null,"gull":null}"#, r#"{"tern":1,"tern":null}"#] {
        check::<Bird>(text);
    }
    for kind in ["ship", "flock", "nothing", "else", "whale", ""] {
        for rest in [
            "",
            r#","name":"n""#,
            r#","name":3"#,
            r#","bird":"tern""#,
            r#","bird":"tern","how_many":2"#,
            r#","bird":"tern","howMany":2"#,
        ] {
            check::<Seen>(&format!(r#"{{"kind":"{kind}"{rest}}}"#));
        }
    }
    for text in
        ["{}", "null", r#""ship""#, r#"{"kind":3}"#, r#"{"kind":null}"#, r#"{"name":"n","kind":"ship"}"#, r#"{"kind":["ship"]}"#]
    {
        check::<Seen>(text);
    }
    for text in [r#""a""#, "{}", r#"{"name":"n"}"#, r#"{"name":3}"#, "3", "null", r#"[{}, "a"]"#, r#"["a", [3]]"#] {
        check::<Word>(text);
    }
    for text in [
        r#""notFound""#,
        r#"{"notFound":null}"#,
        r#"{"notFound":{}}"#,
        r#""tideTable""#,
        r#"{"tideTable":{"highWater":1}}"#,
        r#"{"tideTable":null}"#,
        r#"{"tideTable":{}}"#,
        r#"{"birds":["tern","x"]}"#,
        r#"{"birds":[3]}"#,
        r#"{"tool":3}"#,
        r#""tool""#,
        r#"{"birds":[],"notFound":null}"#,
        "{}",
    ] {
        check::<Page>(text);
    }
}

#[test]
fn a_struct_is_an_object_and_no_list_of_its_fields() {
    assert!(serde_json::from_str::<Ship>(r#"["n"]"#).is_ok());
    assert_eq!(Ship::from_json(&parse(r#"["n"]"#).unwrap()), None);
}
