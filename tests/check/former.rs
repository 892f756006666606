//! Old addresses that cannot lead to their article are found, and what not every host can be told of.

use crate::well::Newsroom;
use serde_json::{Value, json};

fn check(fields: Value, wanted: &[&str]) {
    let newsroom = Newsroom::new().article("2", fields.clone());
    assert_eq!(newsroom.faults(), wanted, "{fields}");
}

fn formerly(address: &str) -> Value {
    json!({ "formerly": [address] })
}

#[test]
fn an_old_address_that_can_be_a_file_is_well() {
    for address in ["/paper/2024/slug/", "/paper/a_12.html", "https://old.example/paper/archives/12", "/paper/article/0/"] {
        check(formerly(address), &[]);
    }
}

#[test]
fn what_is_no_address_is_told_at_its_place() {
    for address in [
        "",
        "slug",
        "/",
        "/a b",
        "/a\"; } location / { return 200 pwned; #",
        "/a\n/b / 200",
        "//evil.example/",
        "/{env.HOME}",
        "/$host",
    ] {
        check(formerly(address), &["bad-former articles/2.json/formerly/0"]);
    }
    check(json!({"formerly": "/a/"}), &["wrong-type articles/2.json/formerly"]);
}

#[test]
fn circles_and_pages_of_today_are_told() {
    for address in ["/paper/article/2/", "/paper/article/1/", "/paper/section/news/", "/paper/embed.js", "/paper/data/site.json"]
    {
        check(formerly(address), &["former-of-site articles/2.json/formerly/0"]);
    }
}

#[test]
fn an_address_that_two_articles_want_is_told_once_and_of_what_is_not_shown_not_at_all() {
    let newsroom = |fields: Value| Newsroom::new().article("2", formerly("/paper/old/")).article("3", fields);
    assert_eq!(newsroom(formerly("https://x.example/paper/OLD")).faults(), ["former-taken articles/3.json/formerly/0"]);
    let hidden = newsroom(json!({"formerly": ["/paper/old"], "pubStatus": "withheld"})).faults();
    assert_eq!(hidden, ["withheld articles/3.json/pubStatus"]);
}

#[test]
fn what_a_store_cannot_lead_on_is_told_once_with_its_number() {
    let newsroom = Newsroom::new()
        .article("2", json!({"formerly": ["/paper/?p=2", "/paper/a/", "/elsewhere/"]}))
        .article("3", json!({"formerly": ["/paper/show.asp"]}));
    let checked = newsroom.check();
    let told: Vec<_> = checked.problems.iter().map(|problem| (problem.name, problem.what.en.clone())).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].0 == "former-for-servers" && told[0].1.starts_with("3 old addresses (such as /paper/?p=2)"), "{told:?}");
}
