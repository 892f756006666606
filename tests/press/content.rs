//! The demo newsroom keeps the contract.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use strait_press::schema::schemas;

/// What an article of the demo newsroom is, and how it is known.
type Case<'a> = (&'a str, &'a dyn Fn(&Value) -> bool);

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn validator(name: &str) -> jsonschema::Validator {
    let schemas = schemas();
    let (_, schema) = schemas.iter().find(|(file, _)| *file == name).unwrap();
    jsonschema::validator_for(schema.as_value()).unwrap()
}

fn articles() -> Vec<(PathBuf, Value)> {
    let files = fs::read_dir(content().join("articles")).unwrap().map(|entry| entry.unwrap().path());
    files.map(|file| (file.clone(), json(&file))).collect()
}

#[test]
fn the_demo_newsroom_is_valid_by_the_published_schemas() {
    let article = validator("article.json");
    for (file, value) in articles() {
        let errors: Vec<String> =
            article.iter_errors(&value).map(|error| format!("{} at {}", error, error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", file.display());
    }
    assert!(validator("site.json").is_valid(&json(&content().join("site.json"))));
    assert!(validator("front-order.json").is_valid(&json(&content().join("front.json"))));
}

#[test]
fn the_schema_refuses_what_is_no_article() {
    assert!(!validator("article.json").is_valid(&serde_json::json!({"id": "1", "headline": 3})));
}

#[test]
fn the_demo_newsroom_has_the_hard_cases() {
    let articles = articles();
    assert!(articles.len() >= 48);
    let characters = |article: &Value| {
        let blocks = article["body"].as_array().unwrap();
        blocks
            .iter()
            .filter_map(|block| block["text"].as_array())
            .flatten()
            .map(|span| span.as_str().or(span["text"].as_str()).unwrap().chars().count())
            .sum::<usize>()
    };
    let has_block = |article: &Value, kind: &str| article["body"].as_array().unwrap().iter().any(|block| block["kind"] == kind);
    let cases: [Case; 14] = [
        ("a long read", &|article| characters(article) >= 12_000),
        ("a brief", &|article| article["body"].as_array().unwrap().len() == 1),
        ("no picture", &|article| article["lead"].is_null() && !has_block(article, "image")),
        ("a gallery of twelve", &|article| {
            article["body"]
                .as_array()
                .unwrap()
                .iter()
                .any(|block| block["images"].as_array().is_some_and(|images| images.len() == 12))
        }),
        ("a wide table", &|article| {
            article["body"]
                .as_array()
                .unwrap()
                .iter()
                .any(|block| block["header"].as_array().is_some_and(|header| header.len() >= 9))
        }),
        ("a very long headline", &|article| article["headline"].as_str().unwrap().chars().count() >= 58),
        ("a correction", &|article| article["corrections"].to_string().contains("\"correction\"")),
        ("an update", &|article| article["corrections"].to_string().contains("\"update\"")),
        ("a video", &|article| has_block(article, "video")),
        ("a recording", &|article| has_block(article, "audio")),
        ("an embed", &|article| has_block(article, "embed")),
        ("ruby", &|article| article["body"].to_string().contains("\"ruby\"")),
        ("an embargo", &|article| article["embargoed"].is_string()),
        ("a withdrawn article", &|article| article["pubStatus"] == "canceled"),
    ];
    for (name, is_case) in cases {
        assert!(articles.iter().any(|(_, article)| is_case(article)), "no article is {name}");
    }
}
