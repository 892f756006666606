//! Pages that stand beside the news, and the page of all corrections.

use crate::newsroom::{SmallNewsroom, simplified, traditional};
use serde_json::{Value, json};

const ABOUT: &str = "---\ntitle: 关于本报\ndescription: 谁在办报。\nmenu: main\nupdated: 2026-01-31\n---\n本报**不**卖消息，见[更正](/corrections/)和[首页](/)。\n\n![清晨的海](sea.svg \"海\")\n\n<script>alert(1)</script>\n";
const CORRECTIONS: &str = "---\ntitle: 更正与说明\n---\n写错了就改。\n";

fn newsroom() -> SmallNewsroom {
    let newsroom = SmallNewsroom::new().with(json!({"editions": [simplified(), traditional()]})).article("1", 1, json!({}));
    newsroom.file(
        "content/pictures/sea.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='360'><rect width='9' height='9'/></svg>",
    );
    newsroom.file("content/pages/about.md", ABOUT);
    newsroom
}

fn corrected(day: u8, text: &str) -> Value {
    let at = format!("2024-10-{day:02}T09:00:00+08:00");
    json!({"corrections": [{"kind": "correction", "at": at, "text": text}], "versionCreated": at})
}

#[test]
fn a_page_is_printed_in_each_edition_and_linked_from_every_page() {
    let printed = newsroom().print();
    assert_eq!(printed.texts("about/index.html", "h1"), ["关于本报"]);
    let html = printed.text("about/index.html");
    for part in [
        "<strong>不</strong>",
        "href=\"/paper/corrections/\"",
        "<picture",
        "<figcaption>海",
        "&lt;script&gt;alert(1)",
        "name=\"description\" content=\"谁在办报。\"",
        "2026年1月31日",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("<script>alert"));
    assert_eq!(printed.texts("hant/about/index.html", "h1"), ["關於本報"]);
    let hant = printed.text("hant/about/index.html");
    assert!(hant.contains("href=\"/paper/hant/corrections/\"") && hant.contains("href=\"/paper/hant/\""), "{hant}");
    assert!(hant.contains("hreflang=\"zh-Hans\" href=\"https://tide.example/paper/about/\""), "{hant}");
    for page in [
        "index.html",
        "article/1/index.html",
        "section/news/index.html",
        "404.html",
        "settings/index.html",
        "corrections/index.html",
    ] {
        assert_eq!(printed.texts(page, "a[href='/paper/about/']"), ["关于本报"], "{page}");
        assert_eq!(printed.texts(page, "footer a[href='/paper/corrections/']"), ["更正"], "{page}");
        let hant = format!("hant/{page}");
        assert_eq!(printed.texts(&hant, ".masthead a[href='/paper/hant/about/']"), ["關於本報"], "{hant}");
    }
    assert!(printed.text("sitemap/sections.xml").contains("<loc>https://tide.example/paper/about/</loc>"));
    assert!(printed.text("_headers").contains("/paper/hant/about/*\n") && !printed.text("data/site.json").contains("about"));
}

#[test]
fn what_is_no_page_yet_is_in_no_file() {
    let newsroom = newsroom();
    newsroom.file("content/pages/secret.md", "---\ntitle: 机密标题\ndraft: true\n---\n机密正文\n");
    newsroom.file("content/pages/broken.md", "---\ntitle: 机密标题\ndraft: true\n机密正文\n");
    let printed = newsroom.print();
    for (path, bytes) in printed.files() {
        assert!(!String::from_utf8_lossy(&bytes).contains("机密"), "{path:?}");
    }
    let names: Vec<&str> = printed.report.problems.iter().map(|problem| problem.name).collect();
    assert_eq!(names, ["html-in-page", "bad-front-matter"]);
}

#[test]
fn a_page_that_changes_or_goes_is_printed_anew_or_taken_away() {
    let newsroom = newsroom();
    newsroom.print();
    newsroom.file("content/pages/about.md", ABOUT.replace("不**卖", "从不**卖"));
    assert!(newsroom.print().text("about/index.html").contains("从不"));
    newsroom.file("content/pages/about.md", ABOUT.replace("title: 关于本报", "title: 本报"));
    assert_eq!(newsroom.print().texts("article/1/index.html", "a[href='/paper/about/']"), ["本报"]);
    newsroom.remove("content/pages/about.md");
    let printed = newsroom.print();
    assert!(!printed.has("about/index.html") && printed.texts("index.html", "a[href='/paper/about/']").is_empty());
    assert_eq!(newsroom.files_of("site"), newsroom.print_to("clean", |_| {}).by_path());
}

#[test]
fn every_correction_is_listed_the_newest_first_and_what_was_added_is_not() {
    let mut newsroom = newsroom();
    newsroom.file("content/pages/corrections.md", CORRECTIONS);
    assert_eq!(newsroom.print().texts("corrections/index.html", ".empty"), ["本站至今没有刊出过更正。"]);
    for day in 1..=7 {
        newsroom = newsroom.article(&format!("c{day}"), day, corrected(8 - day, &format!("第{day}处更正")));
    }
    let added = json!({"corrections": [{"kind": "update", "at": "2024-10-09T09:00:00+08:00", "text": "补充"}], "versionCreated": "2024-10-09T09:00:00+08:00"});
    let english = json!({"language": "en", "headline": "Sea", "section": "news", "corrections": [{"kind": "correction", "at": "2024-10-08T01:00:00Z", "text": "It was 5 km."}], "versionCreated": "2024-10-08T01:00:00Z"});
    let newsroom = newsroom.article("added", 9, added).article("en", 9, english);
    let printed = newsroom.print();
    let items = |page: &str| printed.texts(page, ".corrected li > p:last-child");
    assert_eq!(items("corrections/index.html"), ["It was 5 km.", "第1处更正", "第2处更正", "第3处更正", "第4处更正"]);
    assert_eq!(items("corrections/page/1/index.html"), ["第5处更正", "第6处更正", "第7处更正"]);
    assert_eq!(items("corrections/page/2/index.html"), ["第2处更正", "第3处更正", "第4处更正"]);
    assert_eq!(items("corrections/page/3/index.html"), ["It was 5 km.", "第1处更正"]);
    assert_eq!(items("hant/corrections/page/1/index.html"), ["第5處更正", "第6處更正", "第7處更正"]);
    assert_eq!(printed.texts("hant/corrections/index.html", ".corrected li[lang=en]").len(), 1);
    assert_eq!(printed.texts("corrections/index.html", ".corrected a[href='/paper/article/en/']"), ["Sea"]);
    assert_eq!(printed.texts("corrections/index.html", ".article__body p"), ["写错了就改。"]);
    assert!(printed.texts("corrections/page/1/index.html", ".article__body").is_empty());
    assert_eq!(printed.texts("corrections/index.html", ".pager a[href='/paper/corrections/page/1/']").len(), 1);
}

#[test]
fn a_correction_in_late_news_is_listed_and_one_taken_back_is_not() {
    let newsroom = newsroom().article("2", 2, json!({}));
    newsroom.print();
    let newsroom = newsroom.article("2", 2, corrected(1, "人名有误"));
    let files = newsroom.path("content/articles/2.json");
    let printed = newsroom.print_to("site", |order| order.changed = Some(vec![files.clone()]));
    assert_eq!(printed.texts("corrections/index.html", ".corrected li > p:last-child"), ["人名有误"]);
    let newsroom = newsroom.article("2", 2, json!({}));
    let printed = newsroom.print_to("site", |order| order.changed = Some(vec![files.clone()]));
    assert_eq!(printed.texts("corrections/index.html", ".empty").len(), 1);
    assert!(!printed.has("corrections/page/1/index.html"));
}

#[test]
fn articles_link_to_the_page_of_their_own_edition() {
    let body =
        json!([{"kind": "paragraph", "text": [{"text": "见", "href": "/about/#a"}, {"text": "栏目", "href": "/section/news/"}]}]);
    let printed = newsroom().article("2", 2, json!({"body": body})).print();
    assert_eq!(printed.texts("article/2/index.html", ".article__body a[href='/paper/about/#a']"), ["见"]);
    assert_eq!(printed.texts("hant/article/2/index.html", ".article__body a[href='/paper/hant/about/#a']"), ["見"]);
    assert_eq!(printed.texts("hant/article/2/index.html", ".article__body a[href='/paper/hant/section/news/']"), ["欄目"]);
}

#[test]
fn an_old_address_that_is_a_page_today_leads_nowhere_else() {
    let newsroom = newsroom().article("2", 2, json!({"formerly": ["/paper/about/", "/paper/corrections/"]}));
    let printed = newsroom.print();
    assert_eq!(printed.texts("about/index.html", "h1"), ["关于本报"]);
    let names: Vec<&str> = printed.report.problems.iter().map(|problem| problem.name).collect();
    assert_eq!(names, ["html-in-page", "former-of-site", "former-of-site"]);
}
