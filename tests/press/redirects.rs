//! Old addresses lead to where articles are today, on every host, and to nothing else.

use crate::builds::let_an_hour_pass;
use crate::newsroom::{Printed, SmallNewsroom};
use serde_json::{Value, json};

fn formerly(addresses: &[&str]) -> Value {
    json!({ "formerly": addresses })
}

/// All lines of the list, with where each leads.
fn list(printed: &Printed) -> Vec<String> {
    let files = printed.by_path().into_iter().filter(|(path, _)| path.ends_with(".map"));
    let mut lines: Vec<String> =
        files.flat_map(|(_, bytes)| String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    lines.sort();
    lines
}

fn faults(printed: &Printed) -> Vec<String> {
    printed
        .report
        .problems
        .iter()
        .map(|problem| format!("{} {}", problem.file.file_stem().unwrap().display(), problem.name))
        .collect()
}

#[test]
fn an_old_address_leads_to_its_article_by_a_rule_and_by_a_page() {
    let old =
        ["/paper/2024/09/30/Slug/", "/?p=123", "https://old.example/paper/t12_2.html", "/paper/潮/", "/paper/a.php?id=3&m=x"];
    let printed = SmallNewsroom::new().article("1", 1, formerly(&old)).print();
    assert_eq!(printed.report.problems, vec![]);
    let there = "\"/paper/article/1/\";";
    assert_eq!(
        list(&printed),
        ["/paper/%e6%bd%ae", "/paper/2024/09/30/slug", "/paper/a.php?id=3&m=x", "/paper/t12_2.html", "?p=123"]
            .map(|key| format!("\"{key}\" {there}"))
    );
    assert_eq!(
        printed.text("_redirects").lines().filter(|line| line.ends_with("301")).collect::<Vec<_>>(),
        [
            "/paper/2024/09/30/Slug/ /paper/article/1/ 301",
            "/ p=123 /paper/article/1/ 301",
            "/paper/t12_2.html /paper/article/1/ 301",
            "/paper/%e6%bd%ae/ /paper/article/1/ 301",
            "/paper/a.php id=3 m=x /paper/article/1/ 301",
        ]
    );
    for page in [
        "2024/09/30/Slug/index.html",
        "former/&p=123/index.html",
        "t12_2.html",
        "潮/index.html",
        "former/paper/a.php/&id=3&m=x/index.html",
    ] {
        let html = printed.text(page);
        assert!(html.contains("<link rel=\"canonical\" href=\"https://tide.example/paper/article/1/\">"), "{page}: {html}");
        assert!(html.contains("<meta http-equiv=\"refresh\" content=\"0; url=/paper/article/1/\">"), "{page}: {html}");
        assert!(!html.contains("<script") && !html.contains("noindex"), "{page}: {html}");
    }
    for path in ["data/articles/1.json", "article/1/index.html", "ninjs/1.json"] {
        assert!(
            !printed.text(path).contains("formerly") && !printed.text(path).contains("Slug"),
            "{path}: readers need none of it"
        );
    }
}

#[test]
fn a_paper_without_old_addresses_has_no_list() {
    let printed = SmallNewsroom::new().article("1", 1, json!({})).print();
    let files = printed.by_path();
    assert!(!files.keys().any(|path| path.contains("former")), "{:?}", files.keys());
}

#[test]
fn what_may_not_be_shown_has_no_address_of_any_day() {
    let secret = |more: Value| {
        let mut fields = formerly(&["/paper/2024/the-minister-resigns/", "/paper/archives/77/"]);
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        fields
    };
    for fields in [
        secret(json!({"pubStatus": "withheld"})),
        secret(json!({"embargoed": "2031-01-01T00:00:00Z"})),
        secret(json!({"expires": "2024-09-20T00:00:00Z"})),
    ] {
        let printed = SmallNewsroom::new().article("1", 1, fields.clone()).article("2", 2, json!({})).print();
        assert_eq!(list(&printed), Vec::<String>::new(), "{fields}");
    }
    // Of what was withdrawn the words are gone, in its old addresses too; numbers lead to what stands there instead.
    let printed = SmallNewsroom::new().article("1", 1, secret(json!({"pubStatus": "canceled"}))).print();
    assert_eq!(list(&printed), ["\"/paper/archives/77\" \"/paper/article/1/\";"]);
    assert!(!printed.files().iter().any(|(path, bytes)| {
        path.to_string_lossy().contains("minister") || bytes.windows(8).any(|eight| eight == b"minister")
    }));
}

#[test]
fn of_two_that_want_one_address_the_older_has_it_and_the_other_is_told() {
    let printed = SmallNewsroom::new()
        .article("2", 2, formerly(&["/paper/old", "/paper/own"]))
        .article("1", 1, formerly(&["https://www.old.example/paper/OLD/?utm_source=x"]))
        .print();
    assert_eq!(list(&printed), ["\"/paper/old\" \"/paper/article/1/\";", "\"/paper/own\" \"/paper/article/2/\";"]);
    assert_eq!(faults(&printed), ["2 former-taken"]);
    assert!(printed.text("OLD/index.html").contains("/article/1/") && !printed.has("old/index.html"));
}

#[test]
fn what_the_site_has_today_leads_nowhere_else_so_that_no_circle_and_no_chain_can_be() {
    for address in [
        "/paper/article/1/",
        "/paper/article/1/related/",
        "/paper/ARTICLE/1",
        "/Paper/article/1/",
        "/paper/article/1/index.html",
        "/paper/%61rticle/1/",
        "/paper/article/1/?x=1",
        "https://www.old.example/paper/article/1/?utm_source=x",
        "/paper/Embed.JS",
        "/paper",
        "/paper/article/2/",
        "/paper/article/3/",
        "/paper/section/news/",
        "/paper/section/news/page/1/",
        "/paper/index.html",
        "/paper/",
        "/paper/search/",
        "/paper/data/site.json",
        "/paper/embed.js",
        "/paper/worker.js",
        "/paper/robots.txt",
        "/paper/feed.xml",
        "/paper/_hosts/nginx.conf",
        "/paper/former/x/",
        "/paper/404.html",
        "/paper/section/news/feed.xml",
    ] {
        let newsroom = SmallNewsroom::new()
            .article("1", 1, formerly(&[address]))
            .article("2", 2, formerly(&["/paper/old/"]))
            .article("3", 3, json!({"pubStatus": "withheld"}));
        let printed = newsroom.print();
        assert_eq!(list(&printed), ["\"/paper/old\" \"/paper/article/2/\";"], "{address}");
        assert_eq!(faults(&printed), ["1 former-of-site"], "{address}");
    }
}

#[test]
fn an_article_that_was_called_otherwise_is_found_by_its_old_name_until_another_has_it() {
    let newsroom = SmallNewsroom::new().article("2", 2, formerly(&["/paper/article/old-name/", "/paper/article/123.html"]));
    let_an_hour_pass(&newsroom);
    let printed = newsroom.print();
    assert!(printed.text("article/old-name/index.html").contains("url=/paper/article/2/"));
    assert!(printed.text("article/123.html").contains("url=/paper/article/2/"));
    let printed = newsroom.article("old-name", 3, json!({})).print();
    assert!(printed.text("article/old-name/index.html").contains("正文old-name"));
    assert_eq!(faults(&printed), ["2 former-of-site"]);
}

#[test]
fn the_list_lies_in_shards_and_an_article_more_rewrites_its_own() {
    let newsroom = (0..700).fold(SmallNewsroom::new(), |newsroom, at| {
        let day = 1 + (at / 30) as u8;
        newsroom.article(&format!("a{at}"), day, formerly(&[&format!("/?p={at}"), &format!("/paper/2024/slug-{at}/")]))
    });
    let_an_hour_pass(&newsroom);
    let before = newsroom.print().by_path();
    let shards = before.keys().filter(|path| path.ends_with(".map")).count();
    assert_eq!(shards, 8, "of 1,400 addresses");
    let printed = newsroom.article("late", 30, formerly(&["/paper/2024/late/"])).print();
    assert!(!printed.report.costs.contains_key("the survey, by the clock"), "it is late news");
    let after = printed.by_path();
    let changed: Vec<&String> =
        after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    let of_list: Vec<&&String> = changed.iter().filter(|path| path.ends_with(".map") || path.contains("2024/")).collect();
    assert_eq!(of_list.len(), 2, "{of_list:?}");
    assert!(printed.text("_redirects").starts_with("/paper/2024/late/ /paper/article/late/ 301\n"));
    assert!(printed.text("_redirects").lines().count() <= 2_000);
}

#[test]
fn a_hostile_old_address_is_named_and_leads_nowhere() {
    for address in [
        "/x\" always; } location ~ ^/pwn { return 200 pwned; #",
        "/x\n/* /pwned 200",
        "/x /pwned 200",
        "/{env.HOME}",
        "/$host",
        "/:splat/*",
        "//pwned.example/",
        "https://x/\"><script>pwned</script>",
        "/%0d%0aX-Evil: pwned",
        "/../../pwned",
        "/a/%2e%2e/pwned",
    ] {
        let printed =
            SmallNewsroom::new().article("1", 1, formerly(&[address])).article("2", 2, formerly(&["/paper/good/"])).print();
        assert_eq!(faults(&printed), ["1 bad-former"], "{address}");
        assert_eq!(list(&printed), ["\"/paper/good\" \"/paper/article/2/\";"], "{address}");
        let files = printed.by_path();
        assert!(!files.values().any(|bytes| String::from_utf8_lossy(bytes).contains("pwned")), "{address}");
    }
}

#[test]
fn what_is_no_old_address_costs_itself_and_not_the_article() {
    let printed = SmallNewsroom::new().article("1", 1, formerly(&["/a b.html", "/paper/good/"])).print();
    assert_eq!(faults(&printed), ["1 bad-former"]);
    let problem = printed.report.problems.first().unwrap();
    assert_eq!(problem.place, "/formerly/0");
    assert_eq!(problem.what.zh, "“/a b.html”不能作旧网址");
    assert!(printed.has("article/1/index.html"));
    assert_eq!(list(&printed), ["\"/paper/good\" \"/paper/article/1/\";"]);
}
