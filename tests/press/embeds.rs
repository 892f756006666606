//! What partners frame.

use crate::newsroom::{SmallNewsroom, traditional};
use serde_json::json;

/// A paper in two editions with an article, one that follows it up, and one withdrawn.
fn newsroom() -> SmallNewsroom {
    let news = json!({"path": "news", "name": "新闻", "children": [{"path": "news/city", "name": "城市"}]});
    SmallNewsroom::new()
        .with(json!({"sections": [news, {"path": "sport", "name": "体育"}], "editions": [traditional()]}))
        .article("1", 1, json!({"headline": "潮起沙坡尾", "source": {"name": "海风社"}}))
        .article("2", 2, json!({"related": ["1"]}))
        .article("3", 3, json!({"pubStatus": "canceled", "statusNote": "来源不实", "headline": "撤下的标题"}))
}

#[test]
fn an_article_a_section_and_related_news_can_be_framed_in_each_edition() {
    let printed = newsroom().print();
    assert_eq!(printed.texts("embed/article/1/index.html", "h2 a"), ["潮起沙坡尾"]);
    assert_eq!(printed.texts("embed/article/1/index.html", ".frame__from"), ["来源：海风社"]);
    assert_eq!(printed.texts("embed/article/2/index.html", ".frame__from"), [""; 0], "the paper's own");
    assert_eq!(printed.texts("embed/article/1/full/index.html", ".article__body p"), ["正文1"]);
    assert_eq!(printed.texts("embed/section/news/index.html", "h2 a"), ["标题2", "潮起沙坡尾"]);
    assert_eq!(printed.texts("embed/related/2/index.html", "h2 a"), ["潮起沙坡尾"]);
    assert_eq!(printed.texts("hant/embed/section/news/index.html", "h1"), ["新聞"]);
    assert_eq!(printed.texts("hant/embed/article/2/index.html", "h2 a"), ["標題2"]);
    let links = printed.text("hant/embed/article/2/index.html");
    assert!(links.contains("href=\"/paper/hant/article/2/\""), "{links}");
}

#[test]
fn each_state_of_a_frame_says_what_it_is() {
    let printed = newsroom().print();
    assert_eq!(printed.texts("embed/section/sport/index.html", ".empty"), ["这个栏目还没有新闻。"]);
    assert_eq!(printed.texts("embed/related/1/index.html", ".empty").len(), 0, "an old story leads on to what followed");
    for frame in ["embed/article/3/index.html", "embed/article/3/full/index.html", "embed/related/3/index.html"] {
        assert_eq!(printed.texts(frame, "h1"), ["这篇报道已经撤回"], "{frame}");
        assert!(!printed.text(frame).contains("撤下的标题"), "{frame}");
    }
    assert_eq!(printed.texts("embed/404.html", "h1"), ["这条新闻不在这里了"]);
    assert_eq!(printed.texts("hant/embed/404.html", "h1"), ["這則新聞不在這裡了"]);
}

#[test]
fn a_frame_has_one_script_its_own_css_and_no_reader() {
    let printed = newsroom().print();
    for frame in
        ["embed/article/1/index.html", "embed/article/1/full/index.html", "embed/section/news/index.html", "embed/404.html"]
    {
        let html = printed.text(frame);
        assert_eq!(html.matches("<script").count(), 1, "{frame}");
        assert!(html.contains("/assets/embed-frame-") && html.contains(" crossorigin>"), "{frame}");
        assert!(html.contains("<base target=\"_blank\">") && html.contains("content=\"noindex\""), "{frame}");
        assert!(!html.contains("wasm") && !html.contains(" style=\"") && !html.contains("id=\"printed\""), "{frame}");
    }
    assert!(printed.text("embed/article/1/index.html").contains("<style>embed.css</style>"));
    assert!(printed.text("embed/article/1/full/index.html").contains("<style>embed-article.css</style>"));
    assert!(printed.has("embed.js"));
}

#[test]
fn a_headline_in_a_frame_is_text_whatever_it_says() {
    let headline = "</title><script>alert(1)</script>\"'>";
    let printed = SmallNewsroom::new().article("1", 1, json!({"headline": headline, "summary": headline})).print();
    for frame in ["embed/article/1/index.html", "embed/article/1/full/index.html"] {
        assert_eq!(printed.text(frame).matches("<script").count(), 1, "{frame}");
        assert!(printed.texts(frame, "title")[0].starts_with(headline), "{frame}");
    }
}

#[test]
fn without_partner_files_or_partners_nothing_is_printed_for_them() {
    let newsroom = newsroom();
    let printed = newsroom.print_to("bare", |order| order.partner_files = false);
    let is_for_partners = |path: &String| path.contains("embed/") || path.contains("oembed/");
    assert_eq!(printed.by_path().into_keys().filter(is_for_partners).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(printed.texts("index.html", ".footer__embed"), [""; 0]);
    let printed = newsroom.with(json!({"embedPartners": []})).print_to("alone", |_| {});
    assert!(!printed.has("embed/article/1/index.html"));
    assert!(printed.text("oembed/article/1.json").contains(r#""type":"link""#));
    assert!(printed.has("section/news/index.html"));
}

#[test]
fn the_builder_is_a_page_of_each_edition_that_footers_lead_to() {
    let printed = newsroom().print();
    assert_eq!(printed.texts("embed/index.html", "h1"), ["嵌入我们的新闻"]);
    assert_eq!(printed.texts("hant/embed/index.html", "h1"), ["嵌入我們的新聞"]);
    assert!(printed.text("hant/index.html").contains("href=\"/paper/hant/embed/\""));
    let alternate = scraper::Selector::parse(".masthead__editions a").unwrap();
    let alternate =
        printed.html("embed/index.html").select(&alternate).next().map(|link| link.value().attr("href").unwrap().to_owned());
    assert_eq!(alternate.as_deref(), Some("/paper/hant/embed/"), "the switch leads to the same page in the other script");
    assert!(printed.text("embed/index.html").contains("https://tide.example/paper/embed/article/ID/"), "by hand");
    assert!(printed.text("embed/index.html").contains("data-tool=\"embed\""));
    assert!(!printed.text("index.html").contains("data-tool=\"embed\""), "the tools are loaded where they are used");
}

#[test]
fn only_named_partners_may_frame_when_some_are_named() {
    let newsroom = newsroom();
    let rule = |headers: &str, pattern: &str| {
        headers.split(&format!("{pattern}\n")).nth(1).unwrap().split("\n/").next().unwrap().to_owned()
    };
    let open = newsroom.print().text("_headers");
    for pattern in ["/paper/embed/article/*", "/paper/hant/embed/related/*", "/paper/embed/404.html"] {
        assert!(rule(&open, pattern).contains("frame-ancestors * file:;"), "{pattern}");
        assert!(!rule(&open, pattern).contains("X-Frame-Options"), "{pattern}");
    }
    for pattern in ["/paper/embed/", "/paper/article/*", "/paper/"] {
        assert!(rule(&open, pattern).contains("frame-ancestors 'none'"), "{pattern}");
    }
    let loader = rule(&open, "/paper/embed.js");
    assert!(loader.contains("Access-Control-Allow-Origin: *") && loader.contains("max-age=3600"), "{loader}");
    let printed = newsroom.with(json!({"embedPartners": ["https://partner.example"]})).print();
    for file in ["_headers", "_hosts/nginx.conf", "_hosts/Caddyfile"] {
        let text = printed.text(file);
        assert!(text.contains("frame-ancestors 'self' https://partner.example;"), "{file}");
        assert!(!text.contains("frame-ancestors *"), "{file}");
    }
}

#[test]
fn what_is_not_found_in_a_frame_is_told_in_the_frame_on_every_host() {
    let printed = newsroom().print();
    let redirects = printed.text("_redirects");
    let lines: Vec<&str> = redirects.lines().collect();
    assert_eq!(
        lines,
        [
            "/paper/embed/* /paper/embed/404.html 404",
            "/paper/hant/embed/* /paper/hant/embed/404.html 404",
            "/paper/hant/* /paper/hant/404.html 404"
        ]
    );
    let nginx = printed.text("_hosts/nginx.conf");
    assert!(nginx.contains("location /paper/embed/article/ {\n    error_page 404 /paper/embed/404.html;\n"), "{nginx}");
    assert!(nginx.contains("location /paper/hant/embed/section/ {\n    error_page 404 /paper/hant/embed/404.html;\n"));
    let caddy = printed.text("_hosts/Caddyfile");
    let (hant, own) = (caddy.find("rewrite * /paper/hant/embed/404.html"), caddy.find("rewrite * /paper/embed/404.html"));
    assert!(hant.is_some() && hant < own && own < caddy.find("rewrite * /paper/404.html"), "{caddy}");
}

#[test]
fn a_change_of_an_article_changes_what_partners_frame_of_it() {
    let newsroom = newsroom();
    newsroom.print();
    let newsroom = newsroom.article("1", 1, json!({"headline": "潮落沙坡尾"}));
    let second = newsroom.print();
    assert_eq!(second.texts("embed/article/1/index.html", "h2 a"), ["潮落沙坡尾"]);
    assert_eq!(second.texts("embed/related/2/index.html", "h2 a"), ["潮落沙坡尾"]);
    assert_eq!(second.texts("embed/section/news/index.html", "h2 a"), ["标题2", "潮落沙坡尾"]);
    assert_eq!(second.by_path(), newsroom.print_to("clean", |order| order.full = true).by_path());
}
