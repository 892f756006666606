//! Text stays text in every format.

use crate::newsroom::SmallNewsroom;
use scraper::{Html, Selector};
use serde_json::json;

const HOSTILE: [&str; 7] = [
    "</script><script>alert(1)</script>",
    "]]><script>alert(1)</script><![CDATA[",
    "a & b &lt; &amp;amp; <b onclick=\"alert(1)\">c</b>",
    "\" onload=\"alert(1)\" x='",
    "潮\u{0}\u{1}\u{b}\u{1f}\u{7f}\u{fffe}\u{ffff}起",
    "\u{2028}\u{2029}\u{202e}\u{feff}",
    "<!--<![CDATA[<?xml?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
];

/// What XML 1.0 leaves of a text.
fn in_xml(text: &str) -> String {
    text.chars().filter(|c| *c >= ' ' && *c != '\u{fffe}' && *c != '\u{ffff}').collect()
}

/// Active markup in an HTML fragment.
fn active(html: &str) -> usize {
    let page = Html::parse_fragment(html);
    let everything = Selector::parse("*").unwrap();
    let is_active = |element: &scraper::ElementRef| {
        let value = element.value();
        ["script", "iframe", "object", "embed", "style", "svg", "base", "form"].contains(&value.name())
            || value.attrs().any(|(name, value)| name.starts_with("on") || value.trim_start().starts_with("javascript:"))
    };
    page.select(&everything).filter(is_active).count()
}

fn newsroom(text: &str) -> SmallNewsroom {
    let sections = json!([{"path": "news", "name": text, "about": text, "children": [{"path": "news/city", "name": text}]}]);
    let site = json!({"name": text, "tagline": text, "copyrightNotice": text, "sections": sections});
    SmallNewsroom::new().with(site).article(
        "1",
        30,
        json!({"headline": text, "summary": text, "kicker": text, "editor": text, "dateline": text, "located": text,
            "source": {"name": text, "href": "javascript:alert(1)"}, "by": [{"role": "reporter", "name": text}],
            "subjects": [{"name": text}], "corrections": [{"kind": "correction", "at": "2024-09-30T08:12:00+08:00", "text": text}],
            "lead": {"src": "https://elsewhere.example/\"><script>alert(1)</script>.jpg", "alt": text, "caption": text, "credit": text},
            "body": [
                {"kind": "paragraph", "text": [text, {"text": text, "href": "javascript:alert(1)", "ruby": text}]},
                {"kind": "paragraph", "text": [{"text": text, "href": "https://x.example/\"onclick=\"alert(1)"}]},
                {"kind": "heading", "text": [text], "kicker": text},
                {"kind": "quote", "text": [text], "cite": text},
                {"kind": "table", "caption": text, "header": [text], "rows": [[[text]]]},
                {"kind": "list", "items": [[text]]},
                {"kind": "embed", "provider": text, "src": "javascript:alert(1)", "href": "javascript:alert(1)", "title": text},
                {"kind": "image", "src": "javascript:alert(1)", "alt": text, "caption": text, "credit": text},
                {"kind": "image", "src": "https://elsewhere.example/a.jpg", "alt": text, "caption": text, "credit": text},
                {"kind": "audio", "src": "media/\"><script>.mp3", "title": text, "caption": text},
                {"kind": "aside", "title": text, "body": [{"kind": "paragraph", "text": [text]}]},
            ]}),
    )
}

#[test]
fn feeds_say_hostile_text_as_it_is_and_run_nothing() {
    for text in HOSTILE {
        let printed = newsroom(text).print();
        for file in ["feed.xml", "section/news/city/feed.xml"] {
            let xml = printed.text(file);
            let document = roxmltree::Document::parse(&xml).unwrap_or_else(|error| panic!("{text:?} in {file}: {error}"));
            let item = document.descendants().find(|node| node.has_tag_name("item")).unwrap();
            let child =
                |name: &str| item.children().find(|node| node.tag_name().name() == name).unwrap().text().unwrap_or_default();
            assert_eq!(child("title"), in_xml(text));
            assert_eq!(child("creator"), in_xml(text));
            // A description is HTML: what it shows must be the text.
            assert_eq!(active(child("description")), 0);
            let shown: String = Html::parse_fragment(child("description")).root_element().text().collect();
            assert_eq!(shown, in_xml(text));
            feed_rs::parser::parse(xml.as_bytes()).unwrap();
        }
        let json: serde_json::Value = serde_json::from_str(&printed.text("feed.json")).unwrap();
        assert_eq!(json["items"][0]["title"], text);
        assert!(json["items"][0].get("content_html").is_none());
        feed_rs::parser::parse(printed.text("feed.json").as_bytes()).unwrap();
    }
}

#[test]
fn sitemaps_are_xml_whatever_the_headline() {
    for text in HOSTILE {
        let printed = newsroom(text).print();
        for file in ["sitemap.xml", "sitemap/2024-09.xml", "sitemap/sections.xml", "sitemap-news.xml"] {
            let xml = printed.text(file);
            roxmltree::Document::parse(&xml).unwrap_or_else(|error| panic!("{text:?} in {file}: {error}"));
        }
        let news = printed.text("sitemap-news.xml");
        let document = roxmltree::Document::parse(&news).unwrap();
        let title = document.descendants().find(|node| node.tag_name().name() == "title").unwrap();
        assert_eq!(title.text().unwrap_or_default(), in_xml(text));
    }
}

#[test]
fn the_body_for_partners_runs_nothing_and_shows_the_text() {
    for text in HOSTILE {
        let printed = newsroom(text).print();
        let ninjs = crate::json_of(&printed, "ninjs/1.json");
        let html = ninjs["bodies"][0]["value"].as_str().unwrap();
        assert_eq!(active(html), 0, "{html}");
        assert!(ninjs["infoSources"][0].get("uri").is_none());
        assert_eq!(ninjs["headlines"][0]["value"], text);
        assert_eq!(crate::json_of(&printed, "oembed/article/1.json")["title"], text);
        assert_eq!(crate::json_of(&printed, "manifest.webmanifest")["name"], text);
    }
}

#[test]
fn no_text_leaves_its_place_in_the_head() {
    let places = "meta, link, title, style, script";
    let count = |text: &str, path: &str| newsroom(text).print().texts(path, &format!("head :is({places})")).len();
    for path in ["article/1/index.html", "section/news/city/index.html", "index.html"] {
        let expected = count("潮", path);
        for text in HOSTILE {
            let printed = newsroom(text).print();
            assert_eq!(printed.texts(path, &format!("head :is({places})")).len(), expected, "{text:?} in {path}");
            let data = printed.texts(path, "script[type='application/ld+json']");
            let data: serde_json::Value = serde_json::from_str(&data[0]).unwrap();
            assert!(data.to_string().contains(&serde_json::to_string(text).unwrap()), "{text:?} in {path}");
        }
    }
}

#[test]
fn the_checks_above_can_fail() {
    assert_eq!(active("<p onclick='x()'><a href=' javascript:x()'><script></script>"), 3);
    for broken in ["<rss>a & b</rss>", "<rss>\u{1}</rss>", "<rss>]]></rss>", "<rss><b></rss>"] {
        assert!(roxmltree::Document::parse(broken).is_err(), "{broken:?}");
    }
    let printed = newsroom("潮").print();
    let page = printed.text("article/1/index.html").replace("</head>", "<meta name=\"escaped\"></head>");
    let elements = Selector::parse("head meta[name='escaped']").unwrap();
    assert_eq!(Html::parse_document(&page).select(&elements).count(), 1);
}
