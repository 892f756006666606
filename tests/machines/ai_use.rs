//! What editors say of machines that write is said to readers, to search engines and to partners.

use crate::newsroom::{Printed, SmallNewsroom};
use serde_json::{Value, json};

fn printed(ai_use: Value) -> Printed {
    let editions =
        json!([{"path": "", "language": "zh-Hans", "name": "简体"}, {"path": "hant", "language": "zh-Hant-TW", "name": "繁體"}]);
    SmallNewsroom::new().with(json!({"editions": editions})).article("1", 1, json!({"aiUse": ai_use})).print()
}

/// What the line below the headline says of it.
fn said(printed: &Printed, page: &str) -> Option<String> {
    let said = printed.texts(page, ".article__meta > span");
    said.into_iter().find(|said| said.contains("人工"))
}

fn json_ld(printed: &Printed) -> Value {
    let text = &printed.texts("article/1/index.html", "script[type='application/ld+json']")[0];
    let read: Value = serde_json::from_str(text).unwrap();
    read.as_array().map_or_else(|| read.clone(), |things| things[0].clone())
}

fn ninjs(printed: &Printed) -> Value {
    serde_json::from_str(&printed.text("ninjs/1.json")).unwrap()
}

#[test]
fn it_is_said_in_words_in_each_edition() {
    let assisted = printed(json!({"kind": "assisted", "note": "翻译初稿由机器完成，编辑核对"}));
    assert_eq!(said(&assisted, "article/1/index.html").unwrap(), "人工智能辅助：翻译初稿由机器完成，编辑核对");
    assert_eq!(said(&assisted, "hant/article/1/index.html").unwrap(), "人工智慧輔助：翻譯初稿由機器完成，編輯核對");
    assert_eq!(json_ld(&assisted)["digitalSourceType"], "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource");
    assert_eq!(ninjs(&assisted)["edNote"], "AI use: assisted. 翻译初稿由机器完成，编辑核对");
    let generated = printed(json!({"kind": "generated"}));
    assert_eq!(said(&generated, "article/1/index.html").unwrap(), "人工智能生成");
    assert_eq!(json_ld(&generated)["digitalSourceType"], "https://schema.org/TrainedAlgorithmicMediaDigitalSource");
    let none = printed(json!({"kind": "none"}));
    assert_eq!(said(&none, "article/1/index.html").unwrap(), "未使用人工智能");
    assert_eq!((&json_ld(&none)["digitalSourceType"], &ninjs(&none)["edNote"]), (&Value::Null, &"AI use: none".into()));
}

#[test]
fn nothing_is_said_where_the_editors_say_nothing() {
    let printed = printed(Value::Null);
    assert_eq!(said(&printed, "article/1/index.html"), None);
    assert_eq!((&json_ld(&printed)["digitalSourceType"], &ninjs(&printed)["edNote"]), (&Value::Null, &Value::Null));
}
