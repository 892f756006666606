//! The reader reads the model as the press does: the derive of `FromJson` against serde's, on the demo newsroom, on
//! each kind of page and block, and on articles of which something was changed by chance.

use crate::{Article, Block, Credit, Front, Headline, SectionList, Site, Story};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;
use std::path::Path;
use strait_wire::{FromJson, parse};

/// Serde's answer to a text and ours, which must be one.
fn answer<T: FromJson + DeserializeOwned + PartialEq + Debug>(text: &str) -> Option<T> {
    // By way of a tree, so that of two fields of one name the last counts.
    let theirs = serde_json::from_str::<Value>(text).and_then(serde_json::from_value::<T>).ok();
    let ours = parse(text).and_then(|json| T::from_json(&json));
    assert_eq!(ours, theirs, "{text}");
    ours
}

fn check<T: FromJson + DeserializeOwned + PartialEq + Debug>(json: &Value) {
    assert!(answer::<T>(&json.to_string()).is_some(), "{json}");
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn content() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

fn articles() -> Vec<Value> {
    let articles: Vec<_> = std::fs::read_dir(content().join("articles")).unwrap().collect();
    assert!(articles.len() > 40);
    articles.into_iter().map(|article| read(&article.unwrap().path())).collect()
}

fn blocks() -> Vec<Value> {
    let image = json!({"src":"s","widths":[320],"width":320,"height":240,"alt":"a","anchor":"b2"});
    vec![
        json!({"kind":"heading","text":["t"],"level":3,"anchor":"h-1"}),
        json!({"kind":"paragraph","text":["t",{"text":"u","strong":true,"emphasis":true,"superscript":true,"subscript":true,"href":"h","ruby":"r"}],
            "anchor":"b"}),
        json!({"kind":"image","src":"pictures/a-1","widths":[320],"width":320,"height":240,"colour":"#145a8c","alt":"a","caption":"c","credit":"d"}),
        json!({"kind":"gallery","images":[image],"anchor":"b"}),
        json!({"kind":"quote","text":["t"],"anchor":"b","cite":"c"}),
        json!({"kind":"list","items":[["t"],["u"]],"ordered":true,"start":4,"reversed":true,
            "sublists":[{"first":1,"count":1,"ordered":true,"start":2,"reversed":true}],"anchor":"b"}),
        json!({"kind":"code","text":["t\n  u"],"language":"c","anchor":"b"}),
        json!({"kind":"verse","text":["t\nu"],"anchor":"b"}),
        json!({"kind":"notes","items":[["t"]],"anchor":"b"}),
        json!({"kind":"table","caption":"c","header":["h"],"rows":[[["t"]]],"anchor":"b"}),
        json!({"kind":"video","src":"s","poster":image,"caption":"c","seconds":3,"anchor":"b"}),
        json!({"kind":"audio","src":"s","title":"t","caption":"c","seconds":3,"anchor":"b"}),
        json!({"kind":"embed","provider":"p","src":"s","href":"h","title":"t","anchor":"b"}),
        json!({"kind":"divider"}),
        json!({"kind":"aside","title":"t","body":[{"kind":"divider"}],"anchor":"b"}),
        json!({"kind":"hologram","depth":3}),
    ]
}

/// An article with all that an article can have.
fn whole_article() -> Value {
    json!({"contract":"1.0","id":"a-1","language":"zh-Hans","section":"news/xiamen","kicker":"k","headline":"h","summary":"s","dateline":"d",
        "located":"l","by":[{"role":"reporter","name":"n"},{"role":"astronaut","name":"n"}],"source":{"name":"n","href":"h"},"editor":"e",
        "firstCreated":"2024-09-30T08:12:00+08:00","versionCreated":"2024-09-30T08:12:00Z","pubStatus":"withheld","statusNote":"n",
        "embargoed":"2024-09-30T08:12:00Z","expires":"2034-09-30T08:12:00Z","urgency":1,"subjects":[{"name":"n"}],
        "lead":{"src":"s","alt":"a"},"body":blocks(),"corrections":[{"kind":"correction","at":"2024-09-30T08:12:00Z","text":"t"},
        {"kind":"newer","at":"2024-09-30T08:12:00Z","text":"t"}],"related":["a-2"],"formerly":["/a/"],"aiUse":{"kind":"assisted","note":"n"},"aiNote":"n","copyrightNotice":"c","keepWords":["w"]})
}

/// A paper with all that a site file, and the press, can say.
fn whole_site() -> Value {
    json!({"contract":"1.0","name":"n","latinName":"l","tagline":"t","language":"zh-Hant-TW","url":"https://a.example/hant/",
        "filesUrl":"https://a.example/","dataUrl":"/data/hant/","qrMark":"from=qr","timeZone":"Asia/Shanghai","sectionPageSize":30,
        "sections":[{"path":"news","name":"n","about":"a","children":[{"path":"news/x","name":"x"}]}],"copyrightNotice":"c","imprint":["i"],
        "licences":[{"kind":"icp","number":"n","inFrames":true},{"kind":"publicSecurity","number":"n"},{"kind":"internetNews","number":"n"},
        {"kind":"report","phone":"1","mail":"m"},{"kind":"other","name":"n","text":"t","href":"h"}],
        "players":[{"provider":"p","name":"n","origin":"https://p.example"}],"mediaOrigins":["https://*.m.example"],"keepWords":["k"],
        "convertWords":{"a":"b"},"search":false,"robots":{"training":false,"refuse":["Bot"]},"embedPartners":["https://p.example"],"offline":false,
        "editions":[{"language":"zh-Hans","name":"简"},{"path":"hant","language":"zh-Hant-TW","name":"繁"}]})
}

fn headline() -> Value {
    json!({"id":"1","language":"en","section":"news","kicker":"k","headline":"h","summary":"s","isBreaking":true,
        "firstCreated":"2024-09-30T08:12:00+08:00","label":"gallery","picture":{"src":"p","widths":[320],"width":3,"height":2,"alt":""}})
}

fn whole_story() -> Value {
    json!({"contract":"1.0","article":whole_article(),"related":[headline()],"why":["editor"],"more":[headline()]})
}

#[test]
fn each_kind_of_page_is_read_alike() {
    let headline = headline();
    check::<Front>(&json!({"contract":"1.0","lead":headline,"beside":[headline],"latest":[],"pictures":[headline],
        "strips":[{"section":"news","headlines":[headline]}]}));
    check::<SectionList>(&json!({"section":"news/xiamen","page":2,"older":1,"newer":3,"headlines":[headline]}));
    check::<Story>(&whole_story());
}

#[test]
fn the_demo_newsroom_is_read_alike() {
    check::<Site>(&read(&content().join("site.json")));
    articles().iter().for_each(check::<Article>);
}

#[test]
fn all_that_can_be_said_is_read_alike() {
    check::<Site>(&whole_site());
    check::<Article>(&whole_article());
    blocks().iter().for_each(check::<Block>);
}

#[test]
fn what_a_newer_contract_adds_is_skipped_by_both() {
    check::<Headline>(&json!({"id":"1","section":"news","headline":"h","summary":"s","sparkle":[1],"label":"hologram",
        "firstCreated":"2024-09-30T08:12:00+08:00"}));
    check::<Block>(&json!({"depth":3,"kind":"hologram"}));
    check::<Credit>(&json!({"role":"astronaut","name":"n"}));
}

#[test]
fn what_is_no_news_is_refused() {
    for text in ["null", "[]", "{\"article\":{}}", "{\"x\":1}", "\"<html>\"", "<html>", "{\"article\":null}"] {
        assert_eq!(answer::<Story>(text), None);
    }
}

/// The places of a tree, from its root on.
fn places(json: &Value) -> Vec<String> {
    let below: Vec<(String, &Value)> = match json {
        Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        _ => vec![],
    };
    let below = below.iter().flat_map(|(name, value)| places(value).into_iter().map(move |place| format!("/{name}{place}")));
    std::iter::once(String::new()).chain(below).collect()
}

/// What else could stand at a place.
fn others() -> impl Strategy<Value = Value> {
    let texts =
        ["", "t", "news", "a/b", "correction", "notFound", "2024-09-30T08:12:00Z", "2024-02-30T08:12:00Z", "https://a.example/"];
    let numbers = ["-1", "-0", "0", "1", "1.0", "1e0", "255", "256", "4294967295", "4294967296", "18446744073709551616"];
    let mut others: Vec<Value> = [json!(null), json!(true), json!(false), json!({}), json!([]), json!(["t"]), json!([3])].into();
    others.extend(texts.map(Value::from));
    others.extend(numbers.map(|number| serde_json::from_str::<Value>(number).unwrap()));
    others.extend(blocks());
    select(others)
}

/// Puts something else at a place, or takes away what stands there.
fn change(json: &mut Value, place: Index, other: Option<Value>) {
    let places = places(json);
    let place = place.get(&places);
    let Some(found) = json.pointer_mut(place) else { return };
    match other {
        // Serde takes a list of fields for a struct. The press writes none, and the reader reads none.
        Some(Value::Array(_)) if !found.is_array() && !found.is_boolean() && !found.is_number() => {}
        Some(other) => *found = other,
        None => {
            let Some((around, name)) = place.rsplit_once('/') else { return };
            if let Some(fields) = json.pointer_mut(around).and_then(Value::as_object_mut) {
                fields.remove(name);
            }
        }
    }
}

fn changes() -> impl Strategy<Value = Vec<(Index, Option<Value>)>> {
    prop::collection::vec((any::<Index>(), prop::option::of(others())), 1..3)
}

fn changed(mut json: Value, changes: Vec<(Index, Option<Value>)>) -> String {
    changes.into_iter().for_each(|(place, other)| change(&mut json, place, other));
    json.to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn changed_articles_of_the_demo_are_answered_alike(article in select(articles()), changes in changes()) {
        answer::<Article>(&changed(article, changes));
    }

    #[test]
    fn changed_articles_with_all_that_can_be_said_are_answered_alike(changes in changes()) {
        answer::<Article>(&changed(whole_article(), changes));
    }

    #[test]
    fn changed_sites_are_answered_alike(changes in changes()) {
        answer::<Site>(&changed(whole_site(), changes));
    }

    #[test]
    fn changed_stories_are_answered_alike(changes in changes()) {
        answer::<Story>(&changed(whole_story(), changes));
    }
}
