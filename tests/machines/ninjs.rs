//! ninjs, checked by `jsonschema` against the facts of the standard.

use crate::newsroom::SmallNewsroom;
use crate::{SITE, json_of, ninjs_facts, printed};
use serde_json::{Value, json};

/// What is wrong with a document.
fn faults(document: &Value) -> Vec<String> {
    let validator = jsonschema::options().should_validate_formats(true).build(&ninjs_facts::schema()).unwrap();
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn every_document_is_valid_ninjs() {
    let printed = printed();
    for id in ["1", "2", "3"] {
        assert_eq!(faults(&json_of(printed, &format!("ninjs/{id}.json"))), [""; 0], "{id}");
    }
}

#[test]
fn the_check_above_can_fail() {
    let valid = json_of(printed(), "ninjs/2.json");
    let with = |pointer: &str, value: Value| {
        let mut document = valid.clone();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        document.pointer_mut(parent).unwrap()[name] = value;
        document
    };
    for document in [
        with("/private", json!(1)),
        with("/uri", json!("no address")),
        with("/firstCreated", json!("yesterday")),
        with("/pubStatus", json!("killed")),
        with("/urgency", json!(10)),
        with("/associations/0/kicker", json!("x")),
        with("/renditions/0/name", json!(1)),
        with("/headlines", json!([{"role": "main"}])),
    ] {
        assert!(!faults(&document).is_empty());
    }
}

#[test]
fn a_partner_gets_all_of_the_article_with_whole_addresses() {
    let ninjs = json_of(printed(), "ninjs/2.json");
    assert_eq!(ninjs["uri"], format!("{SITE}article/2/"));
    assert_eq!(ninjs["by"], "记者 林晓帆、苏映波　摄影 许望潮");
    assert_eq!(ninjs["infoSources"], json!([{"name": "海风社", "uri": "https://xn--925a.example/"}]));
    assert_eq!(ninjs["edNote"], "2024-09-30T20:00:00+08:00 里程应为18海里");
    assert_eq!(ninjs["subjects"][0], json!({"name": "城市", "rel": "section", "uri": format!("{SITE}section/news/city/")}));
    let html = ninjs["bodies"][0]["value"].as_str().unwrap();
    let opening = format!(
        "<p><strong>本报讯</strong>渡轮<a href=\"{SITE}article/1/\"><strong>靠岸</strong></a><ruby>厝<rp>（</rp><rt>cuò</rt>"
    );
    assert!(html.contains(&opening), "{html}");
    assert!(!html.contains("=\"/"), "an address without a host in {html}");
    let plain = ninjs["bodies"][1]["value"].as_str().unwrap();
    assert_eq!(
        plain,
        "一问\n\n本报讯渡轮靠岸厝\n\n线\t里程\n五通—水头\t18\n\n第一条\n第二条\n\n慢一点\n—— 林阿婆\n\n背景\n\n旧事"
    );
    assert_eq!(ninjs["bodies"][1]["charCount"], plain.chars().count());
    let associations = ninjs["associations"].as_array().unwrap();
    let names: Vec<&str> = associations.iter().map(|association| association["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["lead", "picture-2", "picture-3", "video-4", "picture-5", "1"]);
    assert_eq!(associations[0]["renditions"][0]["width"], 320);
    assert_eq!(associations[3]["renditions"][0], json!({"name": "main", "href": format!("{SITE}media/tide.mp4"), "duration": 8}));
}

#[test]
fn a_kill_becomes_a_notice_without_words_of_the_article() {
    let printed = printed();
    let ninjs = json_of(printed, "ninjs/3.json");
    assert_eq!((&ninjs["pubStatus"], &ninjs["representationType"]), (&"canceled".into(), &"partial".into()));
    assert_eq!(ninjs["edNote"], "来源不实");
    for absent in ["bodies", "headlines", "descriptions", "by", "subjects", "associations"] {
        assert!(ninjs.get(absent).is_none(), "{absent}");
    }
}

#[test]
fn what_is_withdrawn_or_expired_is_in_no_feed_and_no_sitemap() {
    let printed = printed();
    assert!(!printed.has("ninjs/4.json"));
    for (path, bytes) in printed.files() {
        let path = path.to_string_lossy().into_owned();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if path.contains("feed.") || path.contains("sitemap") {
            assert!(!text.contains("article/3/") && !text.contains("article/4/"), "{path}");
        }
        assert!(!text.contains("撤下的标题") && !text.contains("过期的标题"), "{path}");
    }
}

#[test]
fn lists_in_lists_code_verse_and_notes_leave_as_such() {
    let body = json!([
        {"kind": "paragraph", "text": ["潮", {"text": "1", "superscript": true, "href": "#note-1"}]},
        {"kind": "list", "ordered": true, "start": 5, "items": [["甲"], ["乙"], ["丙"]], "sublists": [{"first": 1, "count": 1}]},
        {"kind": "code", "language": "rust", "text": ["a < b\n  c"]}, {"kind": "verse", "text": ["潮来\n潮去"]},
        {"kind": "quote", "text": ["一\n二"], "cite": "某"}, {"kind": "notes", "anchor": "note", "items": [["注"]]}
    ]);
    let printed = SmallNewsroom::new().article("1", 1, json!({"body": body})).print();
    let item = json_of(&printed, "ninjs/1.json");
    let of_type = |kind: &str| {
        let bodies = item["bodies"].as_array().unwrap();
        bodies.iter().find(|body| body["contentType"] == kind).unwrap()["value"].as_str().unwrap().to_owned()
    };
    let (html, text) = (of_type("text/html"), of_type("text/plain"));
    for part in [
        "<a href=\"https://tide.example/paper/article/1/#note-1\"><sup>1</sup></a>",
        "<ol start=\"5\"><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>",
        "<pre><code class=\"language-rust\">a &lt; b\n  c</code></pre>",
        "<pre>潮来\n潮去</pre>",
        "<blockquote><p>一<br>二</p><footer>某</footer></blockquote>",
        "<ol><li>注</li></ol>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(text.contains("[1] 注") && text.contains("a < b\n  c"), "{text}");
}
