//! One odd thing in an article is found, named, and nothing else is.

use crate::well::Newsroom;
use serde_json::{Value, json};
use strait_report::problem::Spot;

/// An article `2` with `fields` has these faults: each as `name pointer`.
fn check(fields: Value, wanted: &[&str]) {
    let newsroom = Newsroom::new().article("2", fields.clone());
    let wanted: Vec<String> = wanted.iter().map(|fault| fault.replacen(' ', " articles/2.json", 1)).collect();
    assert_eq!(newsroom.faults(), wanted, "{fields}");
}

fn block(block: Value, wanted: &[&str]) {
    check(json!({"body": [{"kind": "paragraph", "text": ["潮"]}, block]}), wanted);
}

#[test]
fn a_newsroom_in_which_all_is_well_has_no_problems() {
    check(json!({}), &[]);
}

#[test]
fn a_fault_of_shape_is_told_at_its_place() {
    check(json!({"headline": 3}), &["wrong-type /headline"]);
    check(json!({"headline": null}), &["missing-field /headline"]);
    check(json!({"headLine": "x"}), &["unknown-field /headLine"]);
    check(json!({"id": "A"}), &["bad-id /id"]);
    check(json!({"section": "News"}), &["bad-section-path /section"]);
    check(json!({"firstCreated": "2024-09-30"}), &["bad-time /firstCreated"]);
    check(json!({"embargoed": "yesterday"}), &["bad-time /embargoed"]);
    check(json!({"by": [{"role": "boss", "name": "a"}]}), &["unknown-value /by/0/role"]);
    check(json!({"pubStatus": "cancelled"}), &["unknown-value /pubStatus"]);
    check(json!({"urgency": 700}), &["out-of-range /urgency"]);
    check(json!({"lead": []}), &["wrong-type /lead"]);
    check(json!({"related": ["1", 2]}), &["wrong-type /related/1"]);
}

#[test]
fn a_fault_of_shape_in_a_block_is_told_at_its_place() {
    block(json!({"kind": "paragraph", "text": "潮"}), &["wrong-type /body/1/text"]);
    block(json!({"kind": "paragraph"}), &["missing-field /body/1/text"]);
    block(json!({"kind": "paragraph", "text": ["潮", 5]}), &["wrong-type /body/1/text/1"]);
    block(json!({"kind": "paragraph", "text": [{"text": "潮", "bold": true}]}), &["unknown-field /body/1/text/0/bold"]);
    block(json!({"kind": "hologram"}), &["unknown-block /body/1/kind"]);
    block(json!({"text": ["潮"]}), &["missing-field /body/1/kind"]);
    block(json!({"kind": "divider", "wide": 1}), &["unknown-field /body/1/wide"]);
    block(json!({"kind": "image", "alt": "a", "caption": "c"}), &["missing-field /body/1/src"]);
    block(json!({"kind": "aside", "body": [{"kind": "quote", "text": [true]}]}), &["wrong-type /body/1/body/0/text/0"]);
}

#[test]
fn a_list_within_a_list_is_among_its_points() {
    let list = |first: i64, count: i64| json!({"kind": "list", "items": [["一"], ["二"], ["三"]], "sublists": [{"first": first, "count": count}]});
    block(list(1, 2), &[]);
    for (first, count) in [(0, 1), (1, 0), (2, 2), (i64::MAX, i64::MAX)] {
        block(list(first, count), &["bad-sublist /body/1/sublists/0"]);
    }
}

#[test]
fn code_verse_and_notes_are_kinds_that_are_known_and_notes_are_places() {
    let marked =
        json!({"kind": "paragraph", "anchor": "noted-1", "text": ["潮", {"text": "1", "superscript": true, "href": "#note-1"}]});
    let notes = json!({"kind": "notes", "anchor": "note", "items": [["注 ", {"text": "↩", "href": "#noted-1"}]]});
    check(json!({"body": [marked, notes]}), &[]);
    check(json!({"body": [marked, {"kind": "notes", "items": [["注"]]}]}), &["dead-anchor /body/0/text/1/href"]);
    check(
        json!({"body": [marked, notes, {"kind": "paragraph", "anchor": "note-1", "text": ["又"]}]}),
        &["bad-anchor /body/2/anchor"],
    );
    block(json!({"kind": "code", "text": ["if tide {\n\tflood();\n}"], "language": "rust"}), &[]);
    block(json!({"kind": "verse", "text": ["潮来\n  潮去"]}), &[]);
    block(json!({"kind": "verse", "text": [" "]}), &["empty-block /body/1"]);
}

#[test]
fn an_anchor_that_cannot_be_one_and_one_that_stands_twice_are_told() {
    let anchored = |anchor: &str| json!({"kind": "paragraph", "anchor": anchor, "text": ["潮"]});
    block(anchored("pier"), &[]);
    block(anchored("The Pier"), &["bad-anchor /body/1/anchor"]);
    block(anchored("content"), &["bad-anchor /body/1/anchor"]);
    check(json!({"body": [anchored("pier"), anchored("pier")]}), &["bad-anchor /body/1/anchor"]);
    check(json!({"body": [{"kind": "paragraph", "text": [{"text": "码头", "href": "#pier"}]}, anchored("pier")]}), &[]);
}

#[test]
fn a_broken_value_does_not_hide_what_is_wrong_beside_it() {
    check(
        json!({"firstCreated": "now", "summary": "短", "body": [{"kind": "list"}, {"kind": "heading", "level": 3, "text": ["潮"]}]}),
        &["missing-field /body/0/items", "bad-time /firstCreated", "skipped-level /body/1", "short-summary /summary"],
    );
}

#[test]
fn what_points_nowhere_is_named() {
    check(json!({"section": "news/county"}), &["unknown-section /section"]);
    check(json!({"related": ["9"]}), &["dead-related /related/0"]);
    check(json!({"related": ["2"]}), &["self-related /related/0"]);
    check(json!({"related": ["1", "1"]}), &["double-related /related/1"]);
    let link = |href: &str| json!({"kind": "paragraph", "text": [{"text": "潮", "href": href}]});
    for href in [
        "/article/1/",
        "/section/news/",
        "#h-5e4f7bd2",
        "https://else.example/",
        "https://tide.example/paper/article/1/",
        "/feed.xml",
    ] {
        let wanted: &[&str] = if href.starts_with('#') { &["dead-anchor /body/1/text/0/href"] } else { &[] };
        block(link(href), wanted);
    }
    block(link("/article/9/"), &["dead-link /body/1/text/0/href"]);
    block(link("https://tide.example/paper/article/9/"), &["dead-link /body/1/text/0/href"]);
    block(link("/article/1/#h-1"), &["dead-anchor /body/1/text/0/href"]);
    block(link("/section/nowhere/"), &["dead-section-link /body/1/text/0/href"]);
    block(link("/somewhere/"), &["no-such-page /body/1/text/0/href"]);
    block(link("javascript:alert(1)"), &["unsafe-link /body/1/text/0/href"]);
}

#[test]
fn an_anchor_of_a_heading_is_found() {
    let heading = json!({"kind": "heading", "text": ["潮起"]});
    let anchor = strait_press::anchors::of(&[serde_json::from_value(heading.clone()).unwrap()]).remove(0);
    let link = json!({"kind": "paragraph", "text": [{"text": "潮", "href": format!("#{anchor}")}]});
    check(json!({"body": [link, heading]}), &[]);
}

#[test]
fn an_article_that_readers_cannot_see_is_named_with_what_points_at_it() {
    for (fields, own) in [
        (json!({"pubStatus": "withheld"}), "withheld articles/3.json/pubStatus"),
        (json!({"pubStatus": "canceled"}), "silent-tombstone articles/3.json"),
        (json!({"embargoed": "2024-11-01T00:00:00Z"}), "embargoed articles/3.json/embargoed"),
        (json!({"expires": "2024-09-30T23:00:00Z"}), "expired articles/3.json/expires"),
    ] {
        let newsroom = Newsroom::new().article("2", json!({"related": ["3"]})).article("3", fields);
        assert_eq!(newsroom.faults(), ["hidden-related articles/2.json/related/0", own]);
    }
}

#[test]
fn an_article_that_could_not_be_read_is_still_there() {
    let newsroom = Newsroom::new().article("2", json!({"related": ["3"]}));
    newsroom.file("articles/3.json", "{");
    assert_eq!(newsroom.faults(), ["bad-json articles/3.json"]);
}

#[test]
fn pictures_are_looked_at_and_their_words_too() {
    let image = |src: &str| json!({"kind": "image", "src": src, "alt": "a", "caption": "c"});
    block(image("b.svg"), &["missing-picture /body/1/src"]);
    block(image("../site.json"), &["outside-folder /body/1/src"]);
    block(image("http://else.example/a.jpg"), &["plain-http /body/1/src", "no-size /body/1"]);
    block(
        json!({"kind": "image", "src": "https://else.example/a.jpg", "width": 9, "height": 9, "alt": "a", "caption": "c"}),
        &["foreign-file /body/1/src"],
    );
    block(json!({"kind": "image", "src": "a.svg"}), &["no-alt /body/1", "no-caption /body/1"]);
    block(json!({"kind": "gallery", "images": []}), &["empty-block /body/1"]);
    block(json!({"kind": "video", "src": "media/a.mp4"}), &["missing-media /body/1/src"]);
    block(json!({"kind": "audio", "src": "../a.mp3", "title": ""}), &["outside-folder /body/1/src", "no-words /body/1/title"]);
}

#[test]
fn originals_that_cannot_be_made_are_named_once() {
    let newsroom = Newsroom::new()
        .article("2", json!({"lead": {"src": "broken.png", "alt": "a", "caption": "c"}}))
        .article("3", json!({"lead": {"src": "broken.png", "alt": "a", "caption": "c"}}));
    newsroom.file("pictures/broken.png", "no picture");
    newsroom.file("pictures/unused.svg", "");
    newsroom.file("pictures/draw.mjs", "");
    newsroom.file("media/unused.mp4", "");
    newsroom.file("articles/note.txt", "");
    assert_eq!(
        newsroom.faults(),
        [
            "broken-picture pictures/broken.png",
            "stray-file articles/note.txt",
            "unused-media media/unused.mp4",
            "unused-picture pictures/unused.svg"
        ]
    );
}

#[test]
fn a_photograph_whose_upload_broke_off_is_named() {
    let mut whole = Vec::new();
    let noise =
        image::RgbImage::from_fn(64, 64, |x, y| image::Rgb([(x * 37 % 251) as u8, (y * 91 % 241) as u8, (x * y % 239) as u8]));
    noise.write_to(&mut std::io::Cursor::new(&mut whole), image::ImageFormat::Jpeg).unwrap();
    for (bytes, wanted) in [(&whole[..], vec![]), (&whole[..whole.len() / 2], vec!["broken-picture pictures/b.jpg"])] {
        let newsroom = Newsroom::new().article("2", json!({"lead": {"src": "b.jpg", "alt": "a", "caption": "c"}}));
        newsroom.file("pictures/b.jpg", bytes);
        assert_eq!(newsroom.faults(), wanted);
    }
}

#[test]
fn embeds_come_from_players_of_the_site_only() {
    let embed =
        |src: &str| json!({"kind": "embed", "provider": "tide", "src": src, "href": "https://play.example/", "title": "t"});
    block(embed("https://play.example/1"), &[]);
    block(embed("https://evil.example/1"), &["unknown-player /body/1/src"]);
}

#[test]
fn times_that_cannot_be_are_named() {
    check(json!({"versionCreated": "2024-09-29T08:12:00+08:00"}), &["version-before-first /versionCreated"]);
    check(
        json!({"embargoed": "2024-09-20T00:00:00Z", "expires": "2024-09-10T00:00:00Z"}),
        &["embargo-after-expiry /expires", "expired /expires"],
    );
    check(
        json!({"firstCreated": "2042-01-01T00:00:00Z", "versionCreated": "2042-01-01T00:00:00Z"}),
        &["far-future /firstCreated"],
    );
    check(json!({"firstCreated": "0024-09-30T00:00:00Z"}), &["long-ago /firstCreated"]);
    let correction = |at: &str| json!({"kind": "correction", "at": at, "text": "t"});
    check(json!({"corrections": [correction("2024-09-29T00:00:00Z")]}), &["correction-before-first /corrections/0/at"]);
    check(json!({"corrections": [correction("2024-09-30T09:00:00Z")]}), &["correction-after-version /corrections/0/at"]);
    check(
        json!({"versionCreated": "2024-09-30T20:00:00Z", "corrections": [correction("2024-09-30T09:00:00Z"), correction("2024-09-30T08:00:00Z")]}),
        &["corrections-out-of-order /corrections"],
    );
}

#[test]
fn words_are_looked_at() {
    check(json!({"headline": " "}), &["no-headline /headline"]);
    check(json!({"headline": "潮".repeat(43)}), &["long-headline /headline"]);
    check(json!({"headline": "tide ".repeat(16)}), &[]);
    check(json!({"summary": "潮".repeat(161)}), &["long-summary /summary"]);
    check(json!({"summary": ""}), &["short-summary /summary"]);
    check(json!({"source": {"name": ""}}), &["no-source /source/name"]);
    check(json!({"body": []}), &["empty-body /body"]);
    check(json!({"body": null}), &["empty-body /body"]);
    check(json!({"language": "中文"}), &["bad-language /language"]);
    check(json!({"language": "en"}), &["other-language /language"]);
    check(json!({"editor": "a\u{202e}b"}), &["bidi-override /editor"]);
    block(json!({"kind": "paragraph", "text": [" "]}), &["empty-block /body/1"]);
    block(json!({"kind": "paragraph", "text": ["a\u{7}b"]}), &["control-character /body/1/text/0"]);
    block(json!({"kind": "heading", "level": 3, "text": ["潮"]}), &["skipped-level /body/1"]);
    block(json!({"kind": "heading", "level": 5, "text": ["潮"]}), &["bad-level /body/1/level"]);
    block(json!({"kind": "table", "header": ["a", "b"], "rows": [[["1"], ["2"]], [["1"]]]}), &["ragged-table /body/1/rows/1"]);
    block(json!({"kind": "table", "rows": [[["1"]]]}), &["no-table-header /body/1"]);
}

#[test]
fn two_articles_of_one_name_are_named() {
    let newsroom = Newsroom::new().article("2", json!({"id": "1"}));
    assert_eq!(newsroom.faults(), ["duplicate-id articles/2.json/id", "wrong-file-name articles/2.json/id"]);
    let newsroom = Newsroom::new().article("A", json!({"id": "a"})).article("a", json!({}));
    assert!(newsroom.faults().contains(&"duplicate-id articles/a.json/id".to_owned()), "{:?}", newsroom.faults());
}

#[test]
fn a_place_has_line_and_column_in_characters() {
    let newsroom = Newsroom::new();
    newsroom.file("articles/2.json", "{\n  \"标题\": \"潮\", \"headline\": 3\n}");
    let problems = newsroom.check().problems;
    let spot = |name: &str| problems.iter().find(|problem| problem.name == name && problem.place != "/id").unwrap().spot.unwrap();
    assert_eq!(spot("wrong-type"), Spot { line: 2, column: 26 });
    assert_eq!(spot("missing-field"), Spot { line: 1, column: 1 });
}

#[test]
fn files_that_are_no_json_are_told_with_what_they_are() {
    for (bytes, wanted, spot) in [
        (&b"{\n  \"id\": \"2\",\n}"[..], "bad-json", Some(Spot { line: 3, column: 1 })),
        (b"\xef\xbb\xbf{}", "byte-order-mark", None),
        (b"\n\n", "empty-file", None),
        (b"{\n \"a\": \"\xc4\xe3\"}", "not-utf8", Some(Spot { line: 2, column: 8 })),
        (b"{\"id\": \"2\"} {}", "bad-json", Some(Spot { line: 1, column: 13 })),
    ] {
        let newsroom = Newsroom::new();
        newsroom.file("articles/2.json", bytes);
        let problems = newsroom.check().problems;
        assert_eq!((problems[0].name, problems[0].spot), (wanted, spot), "{:?}", String::from_utf8_lossy(bytes));
        assert_eq!(problems.len(), 1);
    }
}

#[test]
fn a_name_given_twice_is_told_because_the_press_refuses_it() {
    let newsroom = Newsroom::new();
    let text = serde_json::to_string(&crate::well::article("2", json!({}))).unwrap();
    newsroom.file("articles/2.json", text.replacen('{', "{\"headline\":\"潮\",", 1));
    assert_eq!(newsroom.faults(), ["bad-json articles/2.json"]);
}
