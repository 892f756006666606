//! Places in an article have addresses, which stay when the article is edited and are the same in each edition.

use crate::newsroom::{Printed, SmallNewsroom, simplified, traditional};
use serde_json::{Value, json};
use std::collections::HashSet;

const PAGE: &str = "article/1/index.html";

fn paragraph(text: &str) -> Value {
    json!({"kind": "paragraph", "text": [text]})
}

/// The ids of the blocks in a page, each with the words there.
fn places(printed: &Printed, page: &str) -> Vec<(String, String)> {
    let selector = scraper::Selector::parse(".article__body [id]").unwrap();
    let place = |element: scraper::ElementRef| (element.attr("id").unwrap().to_owned(), element.text().collect::<String>());
    printed.html(page).select(&selector).map(place).collect()
}

#[test]
fn a_paragraph_keeps_its_address_when_the_article_is_edited() {
    let [tide, net, ferry] =
        ["潮水退去的时候，渔民正在补网。", "他说，这片海养活了三代人。", "第二天清晨，渡轮准点离岸，船上坐了一百人。"]
            .map(paragraph);
    let newsroom = SmallNewsroom::new().article("1", 1, json!({"body": [tide, net, ferry], "dateline": "本报讯"}));
    let before = places(&newsroom.print(), PAGE);
    let corrected = paragraph("第二天清晨，渡轮准点离岸，船上坐了一百二十人（更正）。");
    let edited = json!([paragraph("编者按。"), net, {"kind": "divider"}, corrected, paragraph("潮水涨了。"), tide]);
    let after = places(&newsroom.article("1", 1, json!({"body": edited})).print(), PAGE);
    assert_eq!(before.len(), 3);
    for (anchor, words) in &before {
        let (_, now) = after.iter().find(|(now, _)| now == anchor).unwrap_or_else(|| panic!("{words} lost {anchor}: {after:?}"));
        assert_eq!(now.trim_start_matches("本报讯").chars().next(), words.trim_start_matches("本报讯").chars().next());
    }
}

#[test]
fn both_editions_and_the_data_have_the_same_addresses() {
    let body = json!([paragraph("头发与发展，这里的面条。"), {"kind": "heading", "text": ["后海"]}, {"kind": "list", "items": [["软件"]]}]);
    let editions = json!({"editions": [simplified(), traditional()]});
    let printed = SmallNewsroom::new().with(editions).article("1", 1, json!({"body": body})).print();
    let anchors = |page: &str| places(&printed, page).into_iter().map(|(anchor, _)| anchor).collect::<Vec<_>>();
    let own = anchors(PAGE);
    assert_eq!(own.len(), 3);
    assert_eq!(anchors(&format!("hant/{PAGE}")), own);
    for data in ["data/articles/1.json", "data/hant/articles/1.json"] {
        let story: Value = serde_json::from_str(&printed.text(data)).unwrap();
        let blocks = story["article"]["body"].as_array().unwrap();
        let filed: Vec<&str> = blocks.iter().map(|block| block["anchor"].as_str().unwrap()).collect();
        assert_eq!(filed, own, "{data}");
    }
}

#[test]
fn no_page_of_the_demo_has_an_id_twice_and_every_block_has_a_short_one() {
    let printed = SmallNewsroom::of_the_demo().print();
    let ids = scraper::Selector::parse("[id]").unwrap();
    let blocks = scraper::Selector::parse(".article__body > :not(hr)").unwrap();
    let mut count = 0;
    for (path, _) in printed.by_path().into_iter().filter(|(path, _)| path.ends_with("index.html")) {
        let page = printed.html(&path);
        let all: Vec<&str> = page.select(&ids).filter_map(|element| element.attr("id")).collect();
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len(), "{path}");
        for block in page.select(&blocks) {
            let anchor = block.attr("id").unwrap_or_else(|| panic!("{path}: {}", block.html()));
            assert!(anchor.is_ascii() && anchor.len() <= 10, "{path}: {anchor}");
            count += 1;
        }
    }
    assert!(count > 500, "{count} blocks");
}

#[test]
fn what_the_newsroom_chose_is_the_address() {
    let body =
        json!([{"kind": "paragraph", "anchor": "pier", "text": ["码头"]}, {"kind": "quote", "anchor": "pier", "text": ["码头"]}]);
    let printed = SmallNewsroom::new().article("1", 1, json!({"body": body})).print();
    let places = places(&printed, PAGE);
    assert_eq!(places[0].0, "pier");
    assert_eq!((places.len(), places[1].0.len()), (2, 4));
}

#[test]
fn what_the_newsroom_chose_is_no_id_that_the_page_itself_has() {
    let ids = |printed: &Printed| -> Vec<String> {
        let ids = scraper::Selector::parse("[id]").unwrap();
        printed.html(PAGE).select(&ids).map(|element| element.attr("id").unwrap().to_owned()).collect()
    };
    let own = ids(&SmallNewsroom::new().article("1", 1, json!({"body": []})).print());
    assert!(own.len() > 1, "{own:?}");
    let body: Vec<Value> = own.iter().map(|id| json!({"kind": "paragraph", "anchor": id, "text": ["码头"]})).collect();
    let all = ids(&SmallNewsroom::new().article("1", 1, json!({"body": body})).print());
    assert_eq!(all.len(), 2 * own.len());
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len(), "{all:?}");
}
