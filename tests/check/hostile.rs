//! Whatever a file holds, it is told or passed over: never a panic, never a wait without end.

use crate::well::{Newsroom, article};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Numbers that are the same in each run (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

fn rich() -> Value {
    article(
        "2",
        json!({"related": ["1"], "subjects": [{"name": "潮"}], "embargoed": "2024-09-01T00:00:00Z", "by": [{"role": "reporter", "name": "林"}],
        "corrections": [{"kind": "update", "at": "2024-09-30T08:12:00+08:00", "text": "t"}],
        "body": [
            {"kind": "paragraph", "text": ["潮", {"text": "水", "href": "/article/1/", "ruby": "shuǐ", "strong": true}]},
            {"kind": "heading", "text": ["潮起"], "level": 2}, {"kind": "quote", "text": ["潮"], "cite": "林"},
            {"kind": "list", "ordered": true, "items": [["潮"]]}, {"kind": "table", "header": ["a"], "rows": [[["潮"]]]},
            {"kind": "image", "src": "a.svg", "alt": "a", "caption": "c"}, {"kind": "gallery", "images": [{"src": "a.svg", "alt": "a"}]},
            {"kind": "video", "src": "media/a.mp4", "poster": {"src": "a.svg"}}, {"kind": "audio", "src": "media/a.mp3", "title": "t"},
            {"kind": "embed", "provider": "tide", "src": "https://play.example/", "href": "https://play.example/", "title": "t"},
            {"kind": "aside", "title": "t", "body": [{"kind": "divider"}]}]}),
    )
}

/// Cuts, flips, doubles or drops a part of a text.
fn mutated_bytes(text: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = text.to_vec();
    let at = dice.roll(bytes.len());
    match dice.roll(5) {
        0 => bytes.truncate(at),
        1 => bytes[at] ^= 1 << dice.roll(8),
        2 => drop(bytes.splice(at..at, b"\\u0000\xf0\x9f\x98".iter().copied())),
        3 => drop(bytes.drain(at..(at + 1 + dice.roll(40)).min(text.len()))),
        _ => {
            let piece = bytes[at..(at + 200).min(bytes.len())].to_vec();
            bytes.splice(at..at, piece);
        }
    }
    bytes
}

/// Puts something of a wrong type in the place of one of the values.
fn mutated_value(value: &mut Value, dice: &mut Dice) {
    let odd = [
        json!(null),
        json!(-1),
        json!(1e308),
        json!(u64::MAX),
        json!(""),
        json!([]),
        json!({}),
        json!([[[[]]]]),
        json!({"kind": {}}),
        json!("\u{202e}\u{0}~/../"),
        json!("9999-12-31T23:59:59-23:59"),
    ];
    match value {
        Value::Array(items) if !items.is_empty() && dice.roll(4) > 0 => {
            let at = dice.roll(items.len());
            mutated_value(&mut items[at], dice);
        }
        Value::Object(fields) if !fields.is_empty() && dice.roll(6) > 0 => {
            let at = dice.roll(fields.len());
            mutated_value(fields.values_mut().nth(at).unwrap(), dice);
        }
        value => *value = odd[dice.roll(odd.len())].clone(),
    }
}

#[test]
fn thousands_of_mutated_articles_are_told_or_passed_over() {
    let newsroom = Newsroom::new();
    let mut dice = Dice(0x5712_a173);
    let text = serde_json::to_vec(&rich()).unwrap();
    for at in 0..1500 {
        newsroom.file(&format!("articles/b{at}.json"), mutated_bytes(&text, &mut dice));
        let mut value = rich();
        (0..=dice.roll(3)).for_each(|_| mutated_value(&mut value, &mut dice));
        newsroom.json(&format!("articles/v{at}.json"), &value);
    }
    let begun = Instant::now();
    let checked = newsroom.check();
    assert_eq!(checked.articles, 3001);
    assert!(checked.counts.len() > 25, "{:?}", checked.counts);
    assert!(checked.problems.iter().all(|problem| problem.to_string().chars().count() < 900));
    assert!(begun.elapsed() < Duration::from_secs(60));
}

#[test]
fn the_site_file_and_the_front_page_may_be_anything() {
    let mut dice = Dice(0x0b5e_7011);
    let newsroom = Newsroom::new();
    let site = std::fs::read(newsroom.path().join("site.json")).unwrap();
    let front = json!({"lead": "1", "beside": ["1"], "pictures": ["1"], "strips": [{"section": "news", "lead": "1"}]});
    for _ in 0..150 {
        newsroom.file("site.json", mutated_bytes(&site, &mut dice));
        let mut front = front.clone();
        mutated_value(&mut front, &mut dice);
        newsroom.json("front.json", &front);
        assert!(newsroom.check().articles == 1);
    }
}

#[test]
fn monsters_are_named_in_time() {
    let deep = 100_000;
    let newsroom = Newsroom::new();
    let aside = r#"{"kind":"aside","body":["#;
    let long = "潮".repeat(5 << 20);
    let shell = |body: &str| {
        let text = serde_json::to_string(&article("2", json!({"body": ["BODY"]}))).unwrap();
        text.replace("\"BODY\"", body)
    };
    newsroom.file("articles/a1.json", format!("{}{}", "[".repeat(deep), "]".repeat(deep)));
    newsroom.file("articles/a2.json", "{\"a\":".repeat(deep));
    newsroom.file("articles/a3.json", shell(&format!("{}{}", aside.repeat(deep), "]}".repeat(deep))));
    newsroom.file("articles/a4.json", shell(&format!("{}{}", aside.repeat(50), "]}".repeat(50))));
    newsroom.file("articles/a5.json", shell(&json!({"kind": "paragraph", "text": [long]}).to_string()));
    newsroom.file(
        "articles/a6.json",
        shell(&vec![r#"{"kind":"paragraph","text":[{"text":"潮","href":"/article/9/"}]}"#; 50_000].join(",")),
    );
    newsroom.file("articles/a7.json", shell(&vec![r#"{"kind":"x"}"#; 50_000].join(",")));
    newsroom.file("articles/a8.json", format!("{{\"headline\": {}}}", "9".repeat(1 << 20)));
    newsroom.file("pictures/a.svg", format!("<svg xmlns='http://www.w3.org/2000/svg'>{}", "<g>".repeat(deep)));
    let begun = Instant::now();
    let checked = newsroom.check();
    let told = |file: &str| checked.problems.iter().any(|problem| problem.file.ends_with(file));
    for file in ["a1.json", "a2.json", "a3.json", "a5.json", "a6.json", "a7.json", "a8.json", "a.svg"] {
        assert!(told(file), "{file}: {:?}", checked.counts);
    }
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}
