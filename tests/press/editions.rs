//! The paper in two scripts: each edition is whole, and none leads into the other but by its switch.

use crate::newsroom::{Printed, SmallNewsroom, simplified, traditional};
use serde_json::{Value, json};
use std::collections::HashSet;

/// What a site file says that readers see.
fn settings() -> Value {
    let children = json!([{"path": "news/city", "name": "城市"}, {"path": "news/empty", "name": "空栏目"}]);
    json!({
        "tagline": "看得见海的报纸", "copyrightNotice": "版权所有", "imprint": ["新闻热线"],
        "keepWords": ["鹭岛书院"], "convertWords": {"湖里的灯": "湖里的燈"}, "editions": [simplified(), traditional()],
        "sections": [{"path": "news", "name": "新闻", "about": "当日要闻", "children": children}],
    })
}

/// A newsroom with every state of a page, in Simplified.
fn newsroom() -> SmallNewsroom {
    let newsroom = SmallNewsroom::new().with(settings());
    newsroom.file("content/front.json", r#"{"lead":"1","strips":[{"section":"news/city"}]}"#);
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>";
    newsroom.file("content/pictures/p.svg", drawing);
    newsroom.file("content/media/a.mp3", "sound");
    let rich = json!({
    "headline": "头发与发展", "kicker": "社区", "dateline": "本报讯（记者 林晓帆）", "editor": "黄素心", "related": ["2"],
    "by": [{"role": "reporter", "name": "林晓帆"}, {"role": "photographer", "name": "后海"}], "keepWords": ["后海"],
    "subjects": [{"name": "网络"}], "lead": {"src": "p.svg", "alt": "画", "caption": "图说", "credit": "后海 绘"},
    "corrections": [{"kind": "update", "at": "2024-09-03T09:00:00+08:00", "text": "数字有误"}],
    "body": [
        {"kind": "paragraph", "text": ["她的头", {"text": "发", "href": "/article/2/"}, {"text": "厝", "ruby": "cuò"}, "，后海与鹭岛书院。湖里的灯。"]},
        {"kind": "heading", "text": ["小标题"], "kicker": "一问"},
        {"kind": "paragraph", "text": [{"text": "附件", "href": "/media/a.mp3"}, {"text": "节", "href": "/section/news/"}]},
        {"kind": "gallery", "images": [{"src": "p.svg", "alt": "图", "caption": "说"}]},
        {"kind": "quote", "text": ["这里"], "cite": "林阿婆"}, {"kind": "list", "items": [["第一条"]]},
        {"kind": "table", "caption": "航线", "header": ["里程"], "rows": [[["约18海里"]]]},
        {"kind": "audio", "src": "media/a.mp3", "title": "录音", "caption": "听"},
        {"kind": "aside", "title": "背景", "body": [{"kind": "paragraph", "text": ["关于"]}]},
    ]});
    (3..=7)
        .fold(newsroom, |newsroom, day| newsroom.article(&day.to_string(), day, json!({"subjects": [{"name": "网络"}]})))
        .article("1", 1, rich)
        .article(
            "2",
            2,
            json!({"language": "en", "headline": "English, 汉字 and all", "summary": "s", "subjects": [{"name": "网络"}]}),
        )
        .article("9", 9, json!({"pubStatus": "canceled", "statusNote": "来源不实"}))
}

const PAGES: [&str; 10] = [
    "index.html",
    "404.html",
    "section/news/index.html",
    "section/news/city/page/1/index.html",
    "section/news/empty/index.html",
    "article/1/index.html",
    "article/1/related/index.html",
    "article/2/index.html",
    "article/9/index.html",
    "section/news/city/index.html",
];

/// What leads somewhere in a page, but for the switch: attribute and address.
fn ways(printed: &Printed, page: &str) -> Vec<(&'static str, String)> {
    let html = printed.html(page);
    let attributes = [
        ("a:not([rel~=alternate])[href]", "href"),
        ("link[rel=canonical]", "href"),
        ("meta[property='og:url']", "content"),
        ("form", "action"),
    ];
    let of = |(selector, attribute): (&'static str, &'static str)| {
        let selector = scraper::Selector::parse(selector).unwrap();
        html.select(&selector)
            .filter_map(|element| element.value().attr(attribute))
            .map(|href| (attribute, href.to_owned()))
            .collect::<Vec<_>>()
    };
    attributes.into_iter().flat_map(of).collect()
}

/// The ways that leave the edition whose pages begin at `base`.
fn ways_out(printed: &Printed, page: &str, base: &str) -> Vec<String> {
    let is_file = |href: &str| href.contains("/media/") || href.contains("/pictures/");
    // Weibo is told of the page in its edition.
    let told = format!("?url=https://tide.example{base}");
    let is_told = |href: &str| href.starts_with("https://service.weibo.com/") && href.contains(&told);
    let stays = |href: &str| {
        href.starts_with('#')
            || is_told(href)
            || is_file(href)
            || href.trim_start_matches("https://tide.example").starts_with(base)
    };
    ways(printed, page).into_iter().map(|(_, href)| href).filter(|href| !stays(href)).collect()
}

#[test]
fn no_page_of_an_edition_leads_out_of_it() {
    let printed = newsroom().print();
    assert!(printed.report.problems.is_empty(), "{:?}", printed.report.problems);
    for page in PAGES {
        let page = format!("hant/{page}");
        assert!(!ways(&printed, &page).is_empty());
        assert_eq!(ways_out(&printed, &page, "/paper/hant/"), [""; 0], "{page}");
    }
    let site = data(&printed, "hant/site.json");
    assert_eq!((&site["url"], &site["dataUrl"]), (&json!("https://tide.example/paper/hant/"), &json!("/paper/data/hant/")));
    // The control: the newsroom's own pages lead elsewhere.
    assert!(!ways_out(&printed, "article/1/index.html", "/paper/hant/").is_empty());
}

#[test]
fn every_page_and_every_data_file_has_an_alternate_and_no_shared_file_is_printed_twice() {
    let printed = newsroom().print();
    let paths: HashSet<String> = printed
        .files()
        .iter()
        .map(|(path, _)| path.strip_prefix(&printed.root).unwrap().to_string_lossy().into_owned())
        .collect();
    // One index serves searches in both.
    let shared = ["hant/", "data/hant/", "data/search/"];
    let own = |path: &&String| !shared.iter().any(|folder| path.starts_with(folder));
    for path in paths.iter().filter(own) {
        let alternate = match path.strip_prefix("data/") {
            Some(file) => format!("data/hant/{file}"),
            None => format!("hant/{path}"),
        };
        let is_page = path.ends_with(".html") || path.starts_with("data/");
        let for_machines = ["feed.", "sitemap", "ninjs/", "oembed/", "manifest."]
            .iter()
            .any(|name| path.starts_with(name) || path.rsplit('/').next().is_some_and(|file| file.starts_with(name)));
        assert_eq!(paths.contains(&alternate), is_page || for_machines, "{path}");
    }
    assert!(printed.text("hant/article/1/index.html").contains("src=\"/paper/pictures/"));
    assert!(printed.text("hant/article/1/index.html").contains("src=\"/paper/assets/boot-"));
}

#[test]
fn each_page_names_its_alternates_and_switches_to_them() {
    let printed = newsroom().print();
    for page in PAGES.iter().filter(|page| **page != "404.html") {
        let address = page.trim_end_matches("index.html");
        for (folder, other, name) in [("", "hant/", "繁體"), ("hant/", "", "简体")] {
            let html = printed.html(&format!("{folder}{page}"));
            let find = |selector: &str, attribute: &str| {
                let selector = scraper::Selector::parse(selector).unwrap();
                html.select(&selector).next().and_then(|element| element.value().attr(attribute)).map(str::to_owned)
            };
            let own = format!("https://tide.example/paper/{address}");
            assert_eq!(find("link[hreflang=zh-Hans]", "href"), Some(own.clone()), "{page}");
            assert_eq!(find("link[hreflang=x-default]", "href"), Some(own), "{page}");
            assert_eq!(
                find("link[hreflang=zh-Hant-TW]", "href"),
                Some(format!("https://tide.example/paper/hant/{address}")),
                "{page}"
            );
            assert_eq!(find(".masthead__editions a", "href"), Some(format!("/paper/{other}{address}")), "{page}");
            assert_eq!(printed.texts(&format!("{folder}{page}"), ".masthead__editions a"), [name]);
            assert_eq!(find("html", "lang").as_deref(), Some(if folder.is_empty() { "zh-Hans" } else { "zh-Hant-TW" }));
        }
    }
    assert!(printed.text("hant/404.html").contains("href=\"/paper/\" "), "from nowhere to the other front page");
    assert!(!printed.text("hant/404.html").contains("<link rel=\"alternate\" hreflang"));
}

#[test]
fn an_article_is_converted_in_every_part_but_kept_names_english_ruby_and_addresses() {
    let printed = newsroom().print();
    let page = "hant/article/1/index.html";
    assert_eq!(printed.texts(page, "h1"), ["社區頭髮與發展"]);
    let words = printed.texts(page, "body").concat();
    for part in [
        "潮報",
        "看得見海的報紙",
        "新聞熱線",
        "版權所有",
        "本報訊（記者 林曉帆）她的頭髮厝（cuò），后海與鹭岛书院。湖里的燈。",
        "記者 林曉帆　攝影 后海",
        "圖說后海 繪",
        "一問小標題",
        "附件節",
        "組圖 · 1 幅圖",
        "這裡林阿婆",
        "第一條",
        "航線里程約18海里",
        "錄音",
        "背景關於",
        "最新進展數字有誤",
        "來源：潮報",
        "責任編輯：黃素心",
        "關鍵字網路",
        "English, 汉字 and all",
        "用手機繼續閱讀",
    ] {
        assert!(words.contains(part), "{part} in {words}");
    }
    assert_eq!(data(&printed, "hant/articles/1.json")["article"]["language"], "zh-Hant-TW");
    assert_eq!(data(&printed, "hant/articles/2.json")["article"]["language"], "en");
    assert_eq!(printed.texts("hant/article/9/index.html", ".withdrawn-notice p:nth-of-type(2)"), ["來源不實"]);
}

#[test]
fn a_link_to_a_heading_leads_there_in_both_editions() {
    let printed = newsroom().print();
    let anchor = |page: &str| {
        let selector = scraper::Selector::parse(".article__body h2[id]").unwrap();
        printed.html(page).select(&selector).next().unwrap().value().attr("id").unwrap().to_owned()
    };
    assert_eq!(anchor("article/1/index.html"), anchor("hant/article/1/index.html"));
}

#[test]
fn lists_are_the_same_in_both_editions() {
    let printed = newsroom().print();
    let ids = |file: &str, folder: &str| {
        let json: Value = serde_json::from_str(&printed.text(&format!("data/{folder}{file}"))).unwrap();
        let mut ids = Vec::new();
        collect_ids(&json, &mut ids);
        ids
    };
    for file in [
        "front.json",
        "latest.json",
        "articles/1.json",
        "articles/7.json",
        "articles/9.json",
        "sections/news/latest.json",
        "sections/news/city/1.json",
    ] {
        assert!(!ids(file, "").is_empty());
        assert_eq!(ids(file, ""), ids(file, "hant/"), "{file}");
    }
}

#[test]
fn a_traditional_paper_is_printed_in_simplified_beside_it() {
    let newsroom = SmallNewsroom::new().with(json!({
        "name": "潮報", "language": "zh-Hant-TW", "timeZone": "Asia/Taipei",
        "editions": [{"language": "zh-Hant-TW", "name": "繁體"}, {"path": "hans", "language": "zh-Hans", "name": "简体"}],
        "sections": [{"path": "news", "name": "新聞", "children": [{"path": "news/city", "name": "城市"}]}],
    }));
    let article = json!({"language": "zh-Hant", "headline": "計程車裡的頭髮", "by": [{"role": "reporter", "name": "張三"}]});
    let printed = newsroom.article("1", 1, article).print();
    assert_eq!(printed.texts("hans/article/1/index.html", "h1"), ["出租车里的头发"]);
    assert!(printed.texts("article/1/index.html", "main").concat().contains("記者 張三"));
    assert!(printed.texts("hans/article/1/index.html", "main").concat().contains("记者 张三"));
    assert_eq!(printed.texts("hans/404.html", "h1"), ["没有这一页"]);
    assert_eq!(printed.texts("404.html", "h1"), ["沒有這一頁"]);
    for page in ["hans/index.html", "hans/404.html", "hans/article/1/index.html", "hans/section/news/index.html"] {
        assert_eq!(ways_out(&printed, page, "/paper/hans/"), [""; 0], "{page}");
    }
}

#[test]
fn a_paper_without_editions_is_printed_as_ever() {
    let printed = SmallNewsroom::new().article("1", 1, json!({})).print();
    assert!(printed.texts("article/1/index.html", ".masthead__editions").is_empty());
    assert!(!printed.text("article/1/index.html").contains("hreflang"));
    assert!(!printed.has("hant"));
}

fn data(printed: &Printed, file: &str) -> Value {
    serde_json::from_str(&printed.text(&format!("data/{file}"))).unwrap()
}

fn collect_ids(json: &Value, ids: &mut Vec<String>) {
    match json {
        Value::Object(fields) => {
            ids.extend(fields.get("id").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| collect_ids(value, ids));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_ids(item, ids)),
        _ => {}
    }
}
