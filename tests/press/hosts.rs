//! What hosts are told of a site with two editions.

use crate::newsroom::{SmallNewsroom, traditional};
use serde_json::json;

/// A paper that also appears in the other script.
fn two_editions() -> SmallNewsroom {
    SmallNewsroom::new().with(json!({"editions": [traditional()]}))
}

#[test]
fn hosts_are_told_where_each_edition_has_its_not_found_page() {
    let printed = two_editions().print();
    assert!(printed.text("_redirects").ends_with("/paper/hant/* /paper/hant/404.html 404\n"));
    assert!(printed.text("_hosts/nginx.conf").contains("location /paper/hant/ {\n    error_page 404 /paper/hant/404.html;\n"));
    assert!(
        printed
            .text("_hosts/Caddyfile")
            .contains("@hant path /paper/hant/*\n    handle @hant {\n        rewrite * /paper/hant/404.html")
    );
    assert_eq!(printed.texts("hant/404.html", "h1"), ["沒有這一頁"]);
    let alone = SmallNewsroom::new();
    assert!(!alone.print_to("bare", |order| order.partner_files = false).has("_redirects"));
}

/// A host may apply every rule that covers a path: then no two of them may.
#[test]
fn pages_and_files_for_machines_have_rules_of_their_own_in_each_edition() {
    let printed = two_editions().print();
    let headers = printed.text("_headers");
    let patterns: Vec<&str> = headers.lines().filter(|line| line.starts_with('/')).collect();
    for folder in ["/paper/", "/paper/hant/"] {
        for file in ["article/*", "section/*", "404.html", "ninjs/*", "oembed/*", "feed.xml"] {
            assert!(patterns.contains(&&*format!("{folder}{file}")), "{folder}{file}");
        }
    }
    for (at, pattern) in patterns.iter().enumerate() {
        let covers = |other: &&str| pattern.strip_suffix('*').is_some_and(|beginning| other.starts_with(beginning));
        assert!(!patterns.iter().enumerate().any(|(other, path)| other != at && covers(path)), "{pattern} covers another");
    }
    let rule = |pattern: &str| headers.split(&format!("{pattern}\n")).nth(1).unwrap().split("\n/").next().unwrap().to_owned();
    assert!(rule("/paper/hant/ninjs/*").contains("Access-Control-Allow-Origin: *"));
    assert!(rule("/paper/hant/article/*").contains("Content-Security-Policy"));
}
