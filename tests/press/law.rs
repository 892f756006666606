//! What the law wants said stands in every page, linked to where it can be looked up.

use crate::newsroom::SmallNewsroom;
use scraper::{ElementRef, Selector};
use serde_json::json;

fn newsroom() -> SmallNewsroom {
    let licences = json!([
        {"kind": "icp", "number": "闽ICP备2026000001号-1", "inFrames": true},
        {"kind": "publicSecurity", "number": "闽公网安备35020002000001号"},
        {"kind": "internetNews", "number": "35120260001"},
        {"kind": "report", "phone": "0592-555-0199", "mail": "report@tide.example"},
        {"kind": "other", "name": "发行", "text": "潮报社"},
    ]);
    let editions =
        json!([{"path": "", "language": "zh-Hans", "name": "简体"}, {"path": "hant", "language": "zh-Hant-TW", "name": "繁體"}]);
    SmallNewsroom::new().with(json!({"licences": licences, "editions": editions})).article("1", 1, json!({}))
}

/// The links of a page's footer: what each says and where it leads.
fn links(page: &scraper::Html) -> Vec<(String, String)> {
    let selector = Selector::parse(".footer__licences a").unwrap();
    let link = |link: ElementRef| (link.text().collect(), link.attr("href").unwrap().to_owned());
    page.select(&selector).map(link).collect()
}

#[test]
fn every_page_says_what_the_law_wants_and_links_it() {
    let printed = newsroom().print();
    for page in
        ["index.html", "article/1/index.html", "section/news/index.html", "404.html", "settings/index.html", "hant/index.html"]
    {
        let links = links(&printed.html(page));
        let wanted = [
            ("闽ICP备2026000001号-1", "https://beian.miit.gov.cn/"),
            ("闽公网安备35020002000001号", "https://beian.mps.gov.cn/#/query/webSearch?code=35020002000001"),
            ("0592-555-0199", "tel:05925550199"),
            ("report@tide.example", "mailto:report@tide.example"),
        ];
        assert_eq!(links, wanted.map(|(text, href)| (text.to_owned(), href.to_owned())), "{page}");
    }
    let lines = printed.texts("hant/index.html", ".footer__licences li");
    assert_eq!(lines[2], "網際網路新聞資訊服務許可證：35120260001");
    assert_eq!(lines[4], "發行 潮報社");
}

#[test]
fn frames_say_it_where_the_newsroom_wants_it_there() {
    let newsroom = newsroom();
    assert_eq!(newsroom.print().texts("embed/article/1/index.html", ".frame__licence"), ["闽ICP备2026000001号-1"]);
    let printed = newsroom.with(json!({"licences": [{"kind": "icp", "number": "闽ICP备2026000001号-1"}]})).print();
    assert_eq!(printed.texts("embed/article/1/index.html", ".frame__licence").len(), 0);
    assert_eq!(links(&printed.html("index.html")).len(), 1);
}

#[test]
fn no_reader_downloads_it_a_second_time_and_a_paper_without_shows_nothing() {
    let printed = newsroom().print();
    assert!(!printed.text("data/site.json").contains("2026000001"));
    let bare = SmallNewsroom::new().print();
    assert_eq!(bare.texts("index.html", ".footer__licences").len(), 0);
}
