//! How readers find articles.

use crate::newsroom::{Printed, SmallNewsroom};
use serde_json::json;

/// Seven articles in a section whose pages hold three.
fn seven() -> Printed {
    (1..=7).fold(SmallNewsroom::new(), |newsroom, day| newsroom.article(&day.to_string(), day, json!({}))).print()
}

fn headlines(printed: &Printed, page: &str) -> Vec<String> {
    printed.texts(page, ".card-list h2 a")
}

#[test]
fn a_section_shows_what_is_no_full_page_yet_and_the_full_page_before() {
    let printed = seven();
    assert_eq!(headlines(&printed, "section/news/city/index.html"), ["标题7", "标题6", "标题5", "标题4"]);
    assert_eq!(headlines(&printed, "section/news/city/page/1/index.html"), ["标题3", "标题2", "标题1"]);
}

#[test]
fn a_parent_section_shows_its_childrens_news() {
    assert_eq!(headlines(&seven(), "section/news/index.html").len(), 4);
}

#[test]
fn a_full_archive_page_never_changes_when_news_is_added() {
    let days =
        |last: u8| (1..=last).fold(SmallNewsroom::new(), |newsroom, day| newsroom.article(&day.to_string(), day, json!({})));
    for (page, filled) in [(1, 3), (2, 6)] {
        let page = format!("data/sections/news/city/{page}.json");
        let as_filled = days(filled).print().text(&page);
        assert_eq!(days(filled + 1).print().text(&page), as_filled);
        assert_eq!(days(9).print().text(&page), as_filled);
    }
}

#[test]
fn older_and_newer_lead_through_the_whole_archive() {
    let printed = seven();
    let link = |page: &str, rel: &str| {
        let selector = scraper::Selector::parse(&format!("nav.pager a[rel={rel}]")).unwrap();
        printed.html(page).select(&selector).next().map(|link| link.value().attr("href").unwrap().to_owned())
    };
    assert_eq!(link("section/news/city/index.html", "next").as_deref(), Some("/paper/section/news/city/page/1/"));
    assert_eq!(link("section/news/city/page/1/index.html", "next"), None);
    assert_eq!(link("section/news/city/page/1/index.html", "prev").as_deref(), Some("/paper/section/news/city/page/2/"));
    assert_eq!(link("section/news/city/page/3/index.html", "prev"), None);
    let printed = (1..=6).fold(SmallNewsroom::new(), |newsroom, day| newsroom.article(&day.to_string(), day, json!({}))).print();
    assert!(printed.has("section/news/city/page/3/index.html"), "what a full page names as newer must be there");
}

/// Five articles: the second and third share subjects with the first, the fourth is chosen by its editor.
fn relatives() -> Printed {
    let about = |names: &[&str]| json!({"subjects": names.iter().map(|name| json!({"name": name})).collect::<Vec<_>>()});
    SmallNewsroom::new()
        .article("1", 1, json!({"related": ["4"], "subjects": [{"name": "渡船"}, {"name": "城市"}]}))
        .article("2", 2, about(&["城市"]))
        .article("3", 3, about(&["城市", "渡船"]))
        .article("4", 4, about(&["别的"]))
        .article("5", 5, about(&["别的", "渡船", "城市"]))
        .print()
}

#[test]
fn related_news_looks_back_to_what_shares_most() {
    assert_eq!(relatives().texts("article/5/index.html", ".related-news h3 a"), ["标题3", "标题1", "标题2", "标题4"]);
}

#[test]
fn an_old_story_leads_to_the_editors_choice_and_to_the_first_that_took_it_further() {
    let printed = relatives();
    assert_eq!(printed.texts("article/1/index.html", ".related-news h3 a"), ["标题4", "标题2", "标题3"]);
    let story: serde_json::Value = serde_json::from_str(&printed.text("data/articles/1.json")).unwrap();
    assert_eq!(story["why"], json!(["editor", "follow-up", "follow-up"]));
    let story: serde_json::Value = serde_json::from_str(&printed.text("data/articles/3.json")).unwrap();
    assert_eq!(story["why"], json!(["follow-up", "topic:渡船", "topic:城市"]));
}

#[test]
fn more_of_a_section_is_what_came_just_before() {
    let about = |day: u8| json!({"subjects": [{"name": format!("第{day}日")}]});
    let printed = (1..=7).fold(SmallNewsroom::new(), |newsroom, day| newsroom.article(&day.to_string(), day, about(day))).print();
    assert_eq!(printed.texts("article/4/index.html", ".article-page > .headline-list a"), ["标题3", "标题2", "标题1"]);
}

#[test]
fn where_nothing_else_is_known_the_section_relates() {
    let printed = seven();
    assert_eq!(printed.texts("article/4/index.html", ".related-news h3 a"), ["标题5", "标题3", "标题2", "标题1"]);
    let story: serde_json::Value = serde_json::from_str(&printed.text("data/articles/4.json")).unwrap();
    assert_eq!(story["why"], json!(["follow-up", "section", "section", "section"]));
}

#[test]
fn an_article_without_related_news_has_no_empty_box() {
    let printed = SmallNewsroom::new().article("1", 1, json!({})).print();
    assert!(printed.texts("article/1/index.html", ".related-news").is_empty());
    assert_eq!(printed.texts("article/1/related/index.html", ".empty"), ["这篇报道暂无相关新闻。"]);
}

#[test]
fn a_paper_without_articles_says_so() {
    let printed = SmallNewsroom::new().print();
    assert_eq!(printed.texts("index.html", ".empty"), ["第一张报纸正在排版。"]);
    assert_eq!(printed.texts("section/news/index.html", ".empty"), ["这个栏目还没有新闻。"]);
}

#[test]
fn what_cannot_wait_is_marked_in_the_list_that_open_pages_ask_for() {
    let printed = SmallNewsroom::new().article("1", 1, json!({"urgency": 1})).article("2", 2, json!({"urgency": 2})).print();
    let latest: serde_json::Value = serde_json::from_str(&printed.text("data/latest.json")).unwrap();
    let marks: Vec<_> = latest.as_array().unwrap().iter().map(|headline| (&headline["id"], &headline["isBreaking"])).collect();
    assert_eq!(marks, [(&json!("2"), &json!(null)), (&json!("1"), &json!(true))]);
}
