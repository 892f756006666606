//! What a page says.

use crate::newsroom::SmallNewsroom;
use serde_json::json;

#[test]
fn an_article_has_every_part_that_a_reader_expects() {
    let printed = SmallNewsroom::new()
        .article(
            "1",
            2,
            json!({"dateline":"本报9月2日讯（记者 林晓帆）","by":[{"role":"reporter","name":"林晓帆"}],"editor":"黄素心",
            "subjects":[{"name":"潮"}],"related":["2"],"versionCreated":"2024-09-03T09:00:00+08:00",
            "corrections":[{"kind":"correction","at":"2024-09-03T09:00:00+08:00","text":"数字有误"}]}),
        )
        .article("2", 1, json!({}))
        .print();
    let page = "article/1/index.html";
    assert_eq!(printed.texts(page, "nav.breadcrumb li"), ["潮报", "新闻", "城市", "正文"]);
    assert_eq!(printed.texts(page, "h1"), ["标题1"]);
    assert_eq!(printed.texts(page, ".article__body p"), ["本报9月2日讯（记者 林晓帆）正文1"]);
    assert_eq!(printed.texts(page, ".related-news h3"), ["标题2"]);
    assert_eq!(printed.texts(page, ".corrections strong"), ["更正"]);
    let words = printed.texts(page, "main").concat();
    for part in ["来源：潮报", "记者 林晓帆", "责任编辑：黄素心", "更新于", "2024年9月2日 08:12", "用手机继续阅读"]
    {
        assert!(words.contains(part), "{part} in {words}");
    }
}

#[test]
fn the_head_names_the_one_address_of_the_article() {
    let printed = SmallNewsroom::new().article("1", 2, json!({})).print();
    let page = printed.text("article/1/index.html");
    assert!(page.contains("<title>标题1 - 潮报</title>"));
    assert!(page.contains(r#"<link rel="canonical" href="https://tide.example/paper/article/1/">"#));
}

#[test]
fn what_may_not_be_shown_is_nowhere() {
    let printed = SmallNewsroom::new()
        .article("1", 1, json!({"related": ["2", "3", "4"]}))
        .article("2", 2, json!({"embargoed": "2024-10-02T00:00:00+08:00", "headline": "禁发"}))
        .article("3", 3, json!({"expires": "2024-09-30T00:00:00+08:00", "headline": "过期"}))
        .article("4", 4, json!({"pubStatus": "withheld", "headline": "扣发"}))
        .print();
    for (path, bytes) in printed.files() {
        let text = String::from_utf8_lossy(&bytes);
        for secret in ["禁发", "过期", "扣发"] {
            assert!(!text.contains(secret), "{secret} in {}", path.display());
        }
    }
}

#[test]
fn a_withdrawn_article_leaves_a_tombstone_without_its_words() {
    let printed = SmallNewsroom::new()
        .article("1", 1, json!({"pubStatus": "canceled", "statusNote": "来源不实", "headline": "撤下的标题"}))
        .print();
    assert_eq!(printed.texts("article/1/index.html", "h1"), ["这篇报道已经撤回"]);
    assert!(printed.text("article/1/index.html").contains("来源不实"));
    for (path, bytes) in printed.files() {
        assert!(!String::from_utf8_lossy(&bytes).contains("撤下的标题"), "{}", path.display());
    }
}

#[test]
fn printing_twice_writes_the_same_bytes_and_rewrites_nothing() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({})).article("2", 2, json!({}));
    let first = newsroom.print();
    let files = first.files();
    let second = newsroom.print();
    assert_eq!(second.files(), files);
    assert_eq!(second.report.files.written, 0);
}

#[test]
fn what_is_no_longer_published_is_deleted() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({})).article("2", 2, json!({}));
    newsroom.print();
    let newsroom = newsroom.article("2", 2, json!({"pubStatus": "withheld"}));
    assert!(!newsroom.print().has("article/2/index.html"));
}

#[test]
fn every_link_stays_below_the_path_of_the_site() {
    let printed = SmallNewsroom::new().article("1", 1, json!({})).print();
    let links = scraper::Selector::parse("a[href], img[src], script[src]").unwrap();
    for page in ["index.html", "article/1/index.html", "section/news/index.html", "404.html"] {
        for element in printed.html(page).select(&links) {
            let href = element.value().attr("href").or(element.value().attr("src")).unwrap();
            assert!(
                href.starts_with("/paper/") || href.starts_with('#') || href.starts_with("https://service.weibo.com/"),
                "{href} in {page}"
            );
        }
    }
}

#[test]
fn problems_are_named_with_file_place_and_mend_and_stop_nothing_else() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({"sparkle": 1, "body": [{"kind": "hologram"}]}));
    newsroom.file("content/articles/2.json", "{\n  \"id\": ");
    newsroom.file("content/articles/3.json", newsroom.print().text("data/articles/1.json"));
    let printed = newsroom.print();
    assert!(printed.has("article/1/index.html"));
    let problems: Vec<String> = printed.report.problems.iter().map(ToString::to_string).collect();
    for expected in ["1.json at sparkle", "1.json at body[0]", "2.json at line 2", "3.json at"] {
        assert!(problems.iter().any(|problem| problem.contains(expected)), "{expected} in {problems:#?}");
    }
}

#[test]
fn lists_in_lists_code_verse_and_notes_are_printed_as_such() {
    let body = json!([
        {"kind": "paragraph", "anchor": "noted-1", "text": ["潮", {"text": "1", "superscript": true, "href": "#note-1"}]},
        {"kind": "list", "ordered": true, "start": 5, "reversed": true, "items": [["甲"], ["乙"], ["丙"], ["丁"]],
            "sublists": [{"first": 1, "count": 2}, {"first": 2, "count": 1, "ordered": true, "start": 3}]},
        {"kind": "code", "language": "rust", "text": ["if a < b {\n    潮();\n}"]},
        {"kind": "verse", "text": ["潮来\n　潮去"]},
        {"kind": "quote", "text": ["一\n二"], "cite": "某"},
        {"kind": "notes", "anchor": "note", "items": [["注 ", {"text": "↩", "href": "#noted-1"}], ["又"]]}
    ]);
    let printed = SmallNewsroom::new().article("1", 2, json!({"body": body})).print();
    let page = "article/1/index.html";
    let html = printed.text(page);
    assert!(html.contains(r##"潮<a href="#note-1"><sup>1</sup></a></p>"##), "{html}");
    assert!(html.contains(r#"start="5" reversed>"#));
    assert!(html.contains("<li>甲<ul><li>乙<ol start=\"3\"><li>丙</li></ol></li></ul></li><li>丁</li></ol>"), "{html}");
    assert_eq!(printed.texts(page, "pre.code"), ["if a < b {\n    潮();\n}"]);
    assert_eq!(printed.texts(page, "pre.verse"), ["潮来\n　潮去"]);
    assert_eq!(printed.texts(page, "blockquote p"), ["一\n二"]);
    assert_eq!(printed.texts(page, "ol#note > li#note-1"), ["注 ↩"]);
    assert_eq!(printed.texts(page, "li#note-2"), ["又"]);
    assert_eq!(printed.texts(page, "#note-1 a[href='#noted-1']").len(), printed.texts(page, "p#noted-1").len());
    // A reader of an older contract has all the words, in their order.
    let story: serde_json::Value = serde_json::from_str(&printed.text("data/articles/1.json")).unwrap();
    assert_eq!(story["article"]["body"][1]["items"], json!([["甲"], ["乙"], ["丙"], ["丁"]]));
}
