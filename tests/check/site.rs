//! Faults of the site file and of the front page.

use crate::well::Newsroom;
use serde_json::{Value, json};

fn site(fields: Value, wanted: &[&str]) {
    let newsroom = Newsroom::new();
    newsroom.set(fields.clone());
    let wanted: Vec<String> = wanted.iter().map(|fault| fault.replacen(' ', " site.json", 1)).collect();
    assert_eq!(newsroom.faults(), wanted, "{fields}");
}

fn front(front: Value, wanted: &[&str]) {
    let newsroom = Newsroom::new()
        .article("2", json!({"pubStatus": "canceled", "statusNote": "撤"}))
        .article("3", json!({"lead": null, "section": "news"}));
    newsroom.json("front.json", &front);
    let wanted: Vec<String> = wanted.iter().map(|fault| fault.replacen(' ', " front.json", 1)).collect();
    assert_eq!(newsroom.faults(), wanted, "{front}");
}

#[test]
fn faults_of_the_site_file_are_told() {
    let section = |path: &str| json!({"path": path, "name": "n"});
    let news = json!({"path": "news", "name": "n", "children": [section("news/city")]});
    site(json!({}), &[]);
    site(json!({"url": "tide.example"}), &["bad-url /url"]);
    site(json!({"url": "http://tide.example/"}), &["insecure-url /url"]);
    site(json!({"dataUrl": "https://tide.example/?a"}), &["bad-url /dataUrl"]);
    site(json!({"timeZone": "China/Xiamen"}), &["unknown-time-zone /timeZone"]);
    site(json!({"sectionPageSize": 0}), &["bad-page-size /sectionPageSize"]);
    site(json!({"name": ""}), &["no-words /name"]);
    site(json!({"sections": [news, section("news")]}), &["double-section /sections/1/path"]);
    site(json!({"sections": [news, section("sport/tennis")]}), &["misplaced-section /sections/1/path"]);
    site(json!({"mediaOrigins": ["https://img.example/"]}), &["bad-origin /mediaOrigins/0"]);
    site(json!({"embedPartners": ["partner.example"]}), &["bad-origin /embedPartners/0"]);
    site(json!({"players": [{"provider": "a", "name": "a", "origin": "http://a.example"}]}), &["bad-origin /players/0/origin"]);
    site(json!({"qrMark": "from=qr"}), &[]);
    site(json!({"qrMark": "?from=qr#top"}), &["bad-qr-mark /qrMark"]);
    let edition = |path: &str, language: &str| json!({"path": path, "language": language, "name": "n"});
    site(json!({"editions": [edition("", "zh-Hans"), edition("hant", "zh-Hant-TW")]}), &[]);
    site(json!({"editions": [edition("fr", "fr")]}), &["edition-without-conversion /editions/0"]);
    site(json!({"editions": [edition("x", "zh-Hans")]}), &["own-edition-below-a-path /editions/0"]);
    site(json!({"editions": [edition("x", "zh-TW"), edition("x", "zh-HK")]}), &["bad-edition-path /editions/1"]);
    site(
        json!({"licences": [{"kind": "icp", "number": "闽ICP备2026000001号-1"}, {"kind": "report", "phone": "0592-555-0199"}]}),
        &[],
    );
    site(
        json!({"licences": [{"kind": "report"}, {"kind": "icp", "number": "2026000001"}]}),
        &["odd-licence /licences/0", "odd-licence /licences/1"],
    );
    site(json!({"licences": [{"kind": "icp"}]}), &["missing-field /licences/0/number"]);
    site(json!({"offline": false}), &[]);
    site(json!({"offline": "no"}), &["wrong-type /offline"]);
    site(json!({"colour": "red"}), &["unknown-field /colour"]);
}

#[test]
fn a_site_file_that_cannot_be_read_does_not_blame_the_articles() {
    let newsroom = Newsroom::new();
    newsroom.file("site.json", "{");
    assert_eq!(newsroom.faults(), ["bad-json site.json"]);
    std::fs::remove_file(newsroom.path().join("site.json")).unwrap();
    assert_eq!(newsroom.faults(), ["no-site-file site.json"]);
    site(json!({"sections": 3}), &["wrong-type /sections"]);
}

#[test]
fn faults_of_the_front_page_are_told() {
    front(json!({"lead": "1", "strips": [{"section": "news"}]}), &[]);
    front(json!({"lead": "9"}), &["dead-front /lead"]);
    front(json!({"lead": "2"}), &["hidden-front /lead"]);
    front(json!({"lead": "1", "beside": ["1"]}), &["double-front /beside/0"]);
    front(json!({"pictures": ["3"]}), &["no-picture /pictures/0"]);
    front(json!({"strips": [{"section": "sport"}]}), &["dead-strip /strips/0/section"]);
    front(json!({"strips": [{"section": "news"}, {"section": "news"}]}), &["double-strip /strips/1/section"]);
    front(json!({"strips": [{"section": "news/city", "lead": "3"}]}), &["strip-lead-elsewhere /strips/0/lead"]);
    front(json!({"beside": [1]}), &["wrong-type /beside/0"]);
}
