//! What was imported is found at its old addresses, and its articles lead to each other where they are now.

use crate::folder::{Folder, names};
use serde_json::{Value, json};
use std::fs;
use strait_import::Format::{Feed, WordPress};
use strait_import::Report;
use strait_model::{Article, Block};

/// A post of WordPress' export.
pub fn item(number: u32, slug: &str, modified: &str, body: &str) -> String {
    format!(
        "<item><title>Report {number}</title><link>https://www.ferry.example/2026/03/05/{slug}/</link>\
         <guid isPermaLink=\"false\">https://ferry.example/?p={number}</guid><content:encoded><![CDATA[{body}]]></content:encoded>\
         <wp:post_id>{number}</wp:post_id><wp:post_date_gmt>2026-03-05 09:00:00</wp:post_date_gmt>\
         <wp:post_modified_gmt>{modified}</wp:post_modified_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>"
    )
}

pub fn export(items: &[String]) -> String {
    format!(
        "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Ferry Post</title><link>https://ferry.example</link>\
         <wp:wxr_version>1.2</wp:wxr_version>{}</channel></rss>",
        items.concat()
    )
}

pub const DAY: &str = "2026-03-05 09:00:00";

/// All links of an article's body.
pub fn links(article: &Article) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Paragraph { text, .. } => text.iter().filter_map(|span| span.href.clone()).collect(),
        _ => vec![],
    };
    article.body.iter().flat_map(text).collect()
}

pub fn find(folder: &Folder, headline: &str) -> Article {
    folder.articles().into_iter().find(|article| article.headline == headline).unwrap()
}

fn formerly(article: &Article) -> Vec<&str> {
    article.formerly.iter().map(|address| address.as_str()).collect()
}

pub fn counts(report: &Report) -> (usize, usize, usize) {
    (report.counts.new, report.counts.updated, report.counts.unchanged)
}

/// Every file of the content folder that an import writes.
fn bytes(folder: &Folder) -> Vec<Vec<u8>> {
    let ledger = folder.path("content/.import.json");
    folder.files().iter().chain([&ledger]).map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn a_post_is_kept_with_every_address_that_led_to_it() {
    let folder = Folder::new();
    folder.import(WordPress, export(&[item(301, "first-report", DAY, "<p>One</p>")]));
    assert_eq!(
        formerly(&folder.article()),
        ["https://www.ferry.example/2026/03/05/first-report/", "https://ferry.example/?p=301"]
    );

    let post = |link: &str, guid: &str, content: &str| {
        let folder = Folder::new();
        folder.import_json(
            WordPress,
            &json!([{"id": 12, "type": "post", "status": "publish", "date_gmt": "2026-03-05T09:00:00", "link": link,
                "guid": {"rendered": guid}, "title": {"rendered": "Twelve"}, "content": {"rendered": content}}]),
        );
        folder.article().formerly.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for (link, guid, wanted) in [
        (
            "https://ferry.example/twelve/",
            "https://ferry.example/?p=12",
            vec!["https://ferry.example/twelve/", "https://ferry.example/?p=12"],
        ),
        ("https://ferry.example/archives/12", "x", vec!["https://ferry.example/archives/12", "https://ferry.example/?p=12"]),
        ("https://ferry.example/?p=12", "https://ferry.example/?p=12", vec!["https://ferry.example/?p=12"]),
        (
            "https://ferry.example/blog/twelve",
            "http://ferry.example/blog/?p=12",
            vec!["https://ferry.example/blog/twelve", "http://ferry.example/blog/?p=12"],
        ),
        ("https://ferry.example/%e6%bd%ae/", "x", vec!["https://ferry.example/%e6%bd%ae/", "https://ferry.example/?p=12"]),
    ] {
        assert_eq!(post(link, guid, "<p>x</p>"), wanted, "{link} {guid}");
    }
    let split = post("https://ferry.example/twelve/", "x", "<p>a</p><!--nextpage--><p>b</p><!--nextpage--><p>c</p>");
    assert_eq!(split[2..], ["https://ferry.example/twelve/2/", "https://ferry.example/twelve/3/"]);
    let split = post(
        "https://ferry.example/a/t1_12.html",
        "x",
        "<p>a <a href='t1_12_2.html'>2</a> <a href='/a/t1_12_4.html'>4</a> <a href='t1_99.html'>x</a></p>",
    );
    assert_eq!(split[2..], ["t1_12_2", "t1_12_3", "t1_12_4"].map(|name| format!("https://ferry.example/a/{name}.html")));
}

#[test]
fn an_address_that_no_host_can_be_told_of_is_told_to_the_editor() {
    for path in ["a'b", "a(1)", "a;b", "a%0d%0ab", "a$b", "%2e%2e%2fx", "a%22b", "?p=1;x"] {
        let folder = Folder::new();
        let post = json!([{"id": 12, "type": "post", "status": "publish", "date_gmt": "2026-03-05T09:00:00",
            "link": format!("https://ferry.example/{path}"), "title": {"rendered": "Twelve"}, "content": {"rendered": "<p>x</p>"}}]);
        let report = folder.import_json(WordPress, &post);
        assert!(names(&report).contains(&"lost-address"), "{path}: {:?}", names(&report));
        assert_eq!(formerly(&folder.article()), ["https://ferry.example/?p=12"], "{path}");
    }
}

#[test]
fn an_old_address_is_never_unsaid_by_its_source_and_an_editors_word_on_it_stands() {
    let folder = Folder::new();
    folder.import(WordPress, export(&[item(301, "first", DAY, "<p>x</p>")]));
    let path = folder.files().remove(0);
    let file = |change: &dyn Fn(&mut Vec<Value>)| {
        let mut article: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        change(article["formerly"].as_array_mut().unwrap());
        fs::write(&path, article.to_string()).unwrap();
    };
    file(&|formerly| formerly.push("/short".into()));
    folder.import(WordPress, export(&[item(301, "renamed", "2026-03-06 09:00:00", "<p>x</p>")]));
    let all = [
        "https://www.ferry.example/2026/03/05/first/",
        "https://ferry.example/?p=301",
        "/short",
        "https://www.ferry.example/2026/03/05/renamed/",
    ];
    assert_eq!(formerly(&folder.article()), all);
    file(&|formerly| drop(formerly.remove(1)));
    let report = folder.import(WordPress, export(&[item(301, "renamed", "2026-03-07 09:00:00", "<p>y</p>")]));
    assert_eq!(formerly(&folder.article()), [all[0], all[2], all[3]]);
    assert_eq!(names(&report).iter().filter(|name| **name == "editors-field").count(), 0);
}

#[test]
fn a_feed_of_the_papers_own_site_brings_addresses_and_another_papers_does_not() {
    let feed = |host: &str| {
        format!(
            "<rss version='2.0'><channel><title>Tide</title><item><title>One</title><link>https://{host}/a/12.html</link>\
             <guid>https://{host}/n/12</guid><pubDate>Thu, 05 Mar 2026 09:00:00 +0000</pubDate><description>x</description></item></channel></rss>"
        )
    };
    for (host, wanted) in [
        ("www.tide.example", vec!["https://www.tide.example/a/12.html", "https://www.tide.example/n/12"]),
        ("tide.example.evil.example", vec![]),
        ("partner.example", vec![]),
    ] {
        let folder = Folder::new();
        folder.import(Feed, feed(host));
        assert_eq!(formerly(&folder.article()), wanted, "{host}");
    }
}

#[test]
fn a_withdrawn_post_keeps_no_address_that_tells_of_it() {
    let folder = Folder::new();
    let atom = |entry: &str| {
        format!(
            "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='http://purl.org/atompub/tombstones/1.0'><title>Tide</title>{entry}</feed>"
        )
    };
    let entry = "<entry><id>https://tide.example/archives/12</id><title>One</title><link href='https://tide.example/the-minister-resigns/'/>\
        <link href='https://tide.example/archives/12'/><updated>2026-03-05T09:00:00Z</updated><content>x</content></entry>";
    folder.import(Feed, atom(entry));
    assert_eq!(formerly(&folder.article()), ["https://tide.example/the-minister-resigns/"]);
    folder.import(Feed, atom("<at:deleted-entry ref='https://tide.example/archives/12' when='2026-03-06T09:00:00Z'/>"));
    assert!(folder.article().is_withdrawn() && folder.article().formerly.is_empty());
    for file in bytes(&folder) {
        assert!(!String::from_utf8(file).unwrap().contains("minister"));
    }
}

#[test]
fn importing_what_did_not_change_touches_nothing() {
    let folder = Folder::new();
    let body = "<p><a href='https://ferry.example/2026/03/05/one/'>a</a> <a href='/2026/03/05/none/'>b</a></p>";
    let export = export(&[item(8, "one", DAY, "<p>x</p>"), item(9, "other", DAY, body)]);
    folder.import(WordPress, &export);
    let there = find(&folder, "Report 8").id;
    assert_eq!(
        links(&find(&folder, "Report 9")),
        [format!("/article/{there}/"), "https://www.ferry.example/2026/03/05/none/".to_owned()]
    );
    let before = bytes(&folder);
    let report = folder.import(WordPress, &export);
    assert_eq!(counts(&report), (0, 0, 2));
    assert!(bytes(&folder) == before, "{}", fs::read_to_string(folder.path("content/.import.json")).unwrap());
}

#[test]
fn a_post_that_was_called_otherwise_before_is_found_by_its_old_slugs() {
    let meta = |slug: &str| {
        format!("<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>{slug}</wp:meta_value></wp:postmeta>")
    };
    let renamed = item(8, "new-name", DAY, "<p>x</p>").replace(
        "</item>",
        &format!("<wp:post_name>new-name</wp:post_name>{}{}</item>", meta("first-name"), meta("second-name")),
    );
    let links_there = item(9, "other", DAY, "<p><a href='https://ferry.example/2026/03/05/first-name/'>a</a></p>");
    let folder = Folder::new();
    folder.import(WordPress, export(&[renamed.clone(), links_there]));
    let article = find(&folder, "Report 8");
    let slugs = ["first-name", "second-name"].map(|slug| format!("https://www.ferry.example/2026/03/05/{slug}/"));
    assert!(slugs.iter().all(|slug| formerly(&article).contains(&slug.as_str())), "{:?}", formerly(&article));
    assert_eq!(links(&find(&folder, "Report 9")), [format!("/article/{}/", article.id)]);
    let folder = Folder::new();
    folder.import(WordPress, export(&[renamed.replace("/new-name/</link>", "/new-name.html</link>")]));
    assert!(formerly(&folder.article()).contains(&"https://www.ferry.example/2026/03/05/first-name.html"));
}

#[test]
fn what_is_told_of_an_item_says_what_it_is_called() {
    let folder = Folder::new();
    let draft = item(8, "one", DAY, "<p>x</p>").replace("publish", "draft");
    let trash = item(9, "two", DAY, "<p>x</p>").replace("publish", "trash");
    let report = folder.import(WordPress, export(&[draft, trash]));
    let places: Vec<(&str, &str)> = report.problems.iter().map(|problem| (problem.name, problem.place.as_str())).collect();
    for wanted in [("withheld", "item 1 “Report 8”"), ("withdrawn", "item 2 “Report 9”")] {
        assert!(places.contains(&wanted), "{places:?}");
    }
    let post = json!([{"id": 5, "type": "post", "status": "draft", "title": {"rendered": "Five &amp; six"}, "content": {"rendered": "x"}}]);
    let report = folder.import_json(WordPress, &post);
    assert!(report.problems.iter().all(|problem| problem.place.ends_with("“Five & six”")), "{:?}", report.problems);
}

#[test]
fn half_written_files_of_a_killed_import_go_and_others_stay() {
    let folder = Folder::new();
    let gone = ["content/articles/.20260305-x.json.7.part", "content/..import.json.0.part", "content/pictures/.a.jpg.12.part"];
    let kept = ["content/articles/notes.part", "content/articles/.x.part", "content/pictures/a.3.part"];
    gone.iter().chain(&kept).for_each(|name| folder.put(name, "x"));
    folder.import(WordPress, export(&[item(8, "one", DAY, "<p>x</p>")]));
    assert!(gone.iter().all(|name| !folder.path(name).exists()));
    assert!(kept.iter().all(|name| folder.path(name).exists()));
}
