//! What is printed for machines, read by parsers and validators that are not ours.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod ai_use;
mod cards;
mod feeds;
mod head;
mod hostile;
mod ninjs;
mod ninjs_facts;
mod sitemaps;

#[path = "../newsroom/mod.rs"]
mod newsroom;

use newsroom::{Printed, SmallNewsroom};
use serde_json::{Value, json};
use std::sync::OnceLock;

/// Where the small newsroom is published.
pub const SITE: &str = "https://tide.example/paper/";

/// [`newsroom`], printed once for all tests that only look.
pub fn printed() -> &'static Printed {
    static PRINTED: OnceLock<Printed> = OnceLock::new();
    PRINTED.get_or_init(|| newsroom().print())
}

/// A newsroom with an article that has a bit of everything, one that is older, and one withdrawn.
pub fn newsroom() -> SmallNewsroom {
    let newsroom = SmallNewsroom::new();
    // Small, so that its renditions are soon made.
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='320' height='180'><rect width='320' height='180'/></svg>";
    newsroom.file("content/pictures/ferry.svg", drawing);
    newsroom.file("content/media/tide.mp4", "film");
    newsroom.file("reader/icon.svg", drawing);
    newsroom.file("reader/site.css", ":root{--paper:#fbf9f4}@media (prefers-color-scheme:dark){:root{--paper:#10191d}}");
    newsroom
        .article("1", 1, json!({"headline": "Tide & Co", "language": "en", "by": []}))
        .article("2", 30, full_article())
        .article("3", 2, json!({"pubStatus": "canceled", "statusNote": "来源不实", "headline": "撤下的标题"}))
        .article("4", 3, json!({"expires": "2024-09-30T00:00:00+08:00", "headline": "过期的标题"}))
}

fn full_article() -> Value {
    json!({
        "kicker": "厦港", "headline": "潮起沙坡尾", "dateline": "本报讯", "located": "厦门", "editor": "黄素心",
        "by": [{"role": "reporter", "name": "林晓帆"}, {"role": "reporter", "name": "苏映波"}, {"role": "photographer", "name": "许望潮"}],
        "source": {"name": "海风社", "href": "https://风.example/"}, "subjects": [{"name": "渔港"}], "related": ["1"],
        "versionCreated": "2024-09-30T20:00:00+08:00",
        "corrections": [{"kind": "correction", "at": "2024-09-30T20:00:00+08:00", "text": "里程应为18海里"}],
        "lead": {"src": "ferry.svg", "alt": "渡轮", "caption": "清晨", "credit": "许望潮 绘"},
        "body": [
            {"kind": "heading", "text": ["一问"], "level": 2},
            {"kind": "paragraph", "text": ["渡轮", {"text": "靠岸", "strong": true, "href": "/article/1/"}, {"text": "厝", "ruby": "cuò"}]},
            {"kind": "gallery", "images": [{"src": "ferry.svg", "alt": "甲"}, {"src": "ferry.svg", "alt": "乙"}]},
            {"kind": "table", "caption": "航线", "header": ["线", "里程"], "rows": [[["五通—水头"], ["18"]]]},
            {"kind": "list", "ordered": true, "items": [["第一条"], ["第二条"]]},
            {"kind": "quote", "text": ["慢一点"], "cite": "林阿婆"},
            {"kind": "video", "src": "media/tide.mp4", "caption": "潮", "seconds": 8},
            {"kind": "embed", "provider": "x", "src": "https://x.example/e", "href": "https://x.example/", "title": "外部"},
            {"kind": "aside", "title": "背景", "body": [{"kind": "paragraph", "text": ["旧事"]}, {"kind": "image", "src": "ferry.svg", "alt": "丙"}]},
            {"kind": "divider"},
        ],
    })
}

/// A file of the site as JSON.
pub fn json_of(printed: &Printed, path: &str) -> Value {
    serde_json::from_str(&printed.text(path)).unwrap()
}
