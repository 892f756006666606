//! Settings that are words: any text may stand in them, and shows as text in each format. What hosts are told does not
//! depend on them.

use crate::newsroom::{Printed, SmallNewsroom};
use scraper::{Html, Selector};
use serde_json::{Value, json};

const WORDS: [&str; 9] = [
    "</title><script>alert(1)</script>",
    "\"><svg onload=alert(1)>",
    "' onload='alert(1)",
    "]]><script>alert(1)</script><![CDATA[",
    "x\" always; } location ~ ^/pwn { return 200 \"pwned\"; #",
    "x'; script-src * 'unsafe-inline'\r\nX-Evil: 1\nAllow: /\nSitemap: https://evil.example/",
    "{env.HOME} $host `id` ${HOME} {{7*7}} %{x}",
    "潮\u{0}\u{1}\u{b}\u{1f}\u{7f}\u{85}\u{2028}\u{2029}\u{202e}\u{feff}\u{fffe}起",
    "<!--HEAD--><!--BODY--><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
];

/// These words wherever a setting is words.
fn settings(words: &str) -> Value {
    json!({
        "name": words, "latinName": words, "tagline": words, "copyrightNotice": words, "imprint": [words, words],
        "keepWords": [words, ""], "convertWords": {words: words, "": words, "潮": ""},
        "players": [{"provider": words, "name": words, "origin": "https://play.example"}],
        "sections": [{"path": "news", "name": words, "about": words, "children": [{"path": "news/city", "name": words, "about": words}]}],
        "licences": [{"kind": "icp", "number": words, "inFrames": true}, {"kind": "publicSecurity", "number": words},
            {"kind": "internetNews", "number": words}, {"kind": "report", "phone": words, "mail": words},
            {"kind": "other", "name": words, "text": words, "href": words}],
        "editions": [{"path": "", "language": "zh-Hans", "name": words}, {"path": "hant", "language": "zh-Hant-TW", "name": words}],
    })
}

fn print(words: &str) -> Printed {
    let embed = json!({"kind": "embed", "provider": words, "src": "https://play.example/1", "href": "https://play.example/1", "title": "t"});
    SmallNewsroom::new().with(settings(words)).article("1", 1, json!({"body": [embed]})).print()
}

/// What runs in a page, but for what stands in every page.
fn active(html: &str) -> usize {
    let page = Html::parse_document(html);
    let is_active = |element: &scraper::ElementRef| {
        let value = element.value();
        let is_ours = value.attr("src").is_some_and(|src| src.starts_with("/paper/assets/") || src == "/paper/embed.js")
            || matches!(value.attr("type"), Some("application/json" | "application/ld+json"))
            || ["early.js", "speculation.json"].contains(&&*element.inner_html());
        let is_alive = matches!(value.name(), "iframe" | "object" | "embed" | "form" | "svg")
            && value.attrs().any(|(name, _)| name.starts_with("on"));
        (value.name() == "script" && !is_ours) || is_alive || value.attrs().any(|(name, _)| name.starts_with("on"))
    };
    page.select(&Selector::parse("*").unwrap()).filter(is_active).count()
}

#[test]
fn words_of_the_paper_stay_words_in_every_file() {
    let plain = print("潮");
    for words in WORDS {
        let printed = print(words);
        let mut seen = [0; 3];
        for (path, bytes) in printed.files() {
            let (name, text) = (path.to_string_lossy(), String::from_utf8_lossy(&bytes));
            let (kind, is_well) = match path.extension().and_then(|ending| ending.to_str()) {
                Some("html") => (0, active(&text) == 0),
                Some("xml") => (1, roxmltree::Document::parse(&text).is_ok()),
                // The reader's own files are stand-ins that hold their names.
                Some("json" | "webmanifest") if !name.ends_with(&*text) => (2, serde_json::from_str::<Value>(&text).is_ok()),
                _ => continue,
            };
            assert!(is_well, "{words:?} in {name}");
            seen[kind] += 1;
        }
        assert!(seen.iter().all(|count| *count > 3), "{seen:?}");
        for file in ["_headers", "_redirects", "_hosts/nginx.conf", "_hosts/Caddyfile", "robots.txt"] {
            assert_eq!(printed.text(file), plain.text(file), "{words:?} in {file}");
        }
    }
}

#[test]
fn the_check_above_can_fail() {
    assert_eq!(active("<body><p onclick=\"x\">潮</p><script>alert(1)</script></body>"), 2);
    assert_eq!(active(&print("潮").text("index.html").replace("</h1>", "</h1><script>1</script>")), 1);
}

/// Numbers are no code; still nothing overflows.
#[test]
fn a_page_may_be_told_to_hold_any_number_of_headlines() {
    for size in [json!(0), json!(1), json!(u64::MAX)] {
        let newsroom = SmallNewsroom::new().with(settings("潮")).with(json!({"sectionPageSize": size}));
        let newsroom = newsroom.article("1", 1, json!({})).article("2", 2, json!({}));
        assert!(newsroom.print().has("section/news/index.html"));
    }
}
