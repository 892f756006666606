//! Text stays text, whatever is in it.

use crate::newsroom::SmallNewsroom;
use serde_json::json;

const HOSTILE: [&str; 8] = [
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "\"><svg onload=alert(1)>",
    "<!--HEAD--><!--BODY-->",
    "&lt;script&gt;",
    "\u{2028}\u{2029}\u{0}",
    "{{constructor}}<style>*{display:none}</style>",
];

const PAGES: [&str; 6] = [
    "article/1/index.html",
    "article/1/related/index.html",
    "article/2/index.html",
    "index.html",
    "section/news/index.html",
    "embed/article/1/full/index.html",
];

#[test]
fn markup_in_any_text_shows_as_text_and_runs_nothing() {
    for text in HOSTILE {
        let printed = SmallNewsroom::new()
            .article(
                "1",
                1,
                json!({"headline": text, "summary": text, "kicker": text, "editor": text, "dateline": text,
                "source": {"name": text, "href": "javascript:alert(1)"}, "by": [{"role": "reporter", "name": text}],
                "subjects": [{"name": text}], "body": [
                    {"kind": "paragraph", "text": [text, {"text": text, "href": "javascript:alert(1)", "ruby": text}]},
                    {"kind": "heading", "text": [text], "kicker": text},
                    {"kind": "quote", "text": [text], "cite": text},
                    {"kind": "table", "caption": text, "header": [text], "rows": [[[text]]]},
                    {"kind": "embed", "provider": text, "src": "javascript:alert(1)", "href": "javascript:alert(1)", "title": text},
                    {"kind": "image", "src": text, "alt": text, "caption": text, "credit": text},
                    {"kind": "gallery", "images": [{"src": text, "alt": text, "caption": text, "credit": text}]},
                    {"kind": "list", "items": [[text]]},
                    {"kind": "code", "text": [text]},
                    {"kind": "verse", "text": [text]},
                    {"kind": "notes", "items": [[text]]},
                    {"kind": "aside", "title": text, "body": [{"kind": "paragraph", "text": [text]}]},
                    {"kind": "video", "src": text, "caption": text},
                    {"kind": "audio", "src": text, "title": text, "caption": text},
                ],
                "corrections": [{"kind": "correction", "at": "2026-09-30T08:00:00+08:00", "text": text}],
                "copyrightNotice": text}),
            )
            .article("2", 2, json!({"pubStatus": "canceled", "statusNote": text}))
            .print();
        for page in PAGES {
            let html = printed.html(page);
            let active = scraper::Selector::parse(
                "script:not([src]):not([type='application/json']):not([type='application/ld+json']), iframe, object, svg[onload], img[onerror], [href^='javascript'], body style",
            )
            .unwrap();
            // Those that stand in every page are stand-ins here.
            let active =
                html.select(&active).filter(|element| !["early.js", "speculation.json"].contains(&&*element.inner_html()));
            assert_eq!(active.count(), 0, "{text} in {page}");
            let scripts = scraper::Selector::parse("script:not([type='application/ld+json'])").unwrap();
            let ours = if page.starts_with("embed/") { 1 } else { 3 };
            assert_eq!(html.select(&scripts).count(), ours, "{text} in {page}");
        }
        // A parser drops NUL, and nothing else.
        assert_eq!(
            printed.texts("article/1/index.html", "h1 ").concat().matches("alert").count(),
            2 * text.matches("alert").count()
        );
    }
}

#[test]
fn the_check_above_can_fail() {
    let page = scraper::Html::parse_document("<body><img src=x onerror=alert(1)></body>");
    assert_eq!(page.select(&scraper::Selector::parse("img[onerror]").unwrap()).count(), 1);
}

#[test]
fn deep_nesting_is_refused_and_named() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({}));
    let depth = 100_000;
    newsroom.file("content/articles/2.json", format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
    let printed = newsroom.print();
    assert!(printed.has("article/1/index.html"));
    assert_eq!(printed.report.problems.len(), 1);
}

#[test]
fn a_picture_outside_the_content_folder_is_not_read() {
    let newsroom = SmallNewsroom::new();
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>";
    newsroom.file("secret.svg", drawing);
    newsroom.file("content/pictures/ours.svg", drawing);
    let lead = |src: &str| json!({"lead": {"src": src, "alt": "a"}});
    let printed = newsroom.article("1", 1, lead("../../secret.svg")).article("2", 2, lead("ours.svg")).print();
    assert_eq!(printed.report.problems.len(), 1);
    assert!(printed.report.problems[0].to_string().contains("leads out of"));
    let pictures: Vec<_> =
        printed.files().into_iter().filter(|(path, _)| path.to_string_lossy().contains("/pictures/")).collect();
    assert!(!pictures.is_empty());
    assert!(pictures.iter().all(|(path, _)| path.to_string_lossy().contains("ours-")));
}
