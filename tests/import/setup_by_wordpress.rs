//! A new newsroom is set up by what a WordPress says of itself.

use crate::first_hour::Desk;
use crate::folder::{Folder, names};
use crate::setup::{import, tree};
use serde_json::json;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use strait_import::Format::WordPress;

/// A WordPress that answers what it is asked; its address.
fn wordpress() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let mut head = String::new();
            let mut lines = BufReader::new(stream.try_clone().unwrap());
            while lines.read_line(&mut head).is_ok_and(|length| length > 2) {}
            let category = |id: u32, name: &str, slug: &str, parent: u32| json!({"id": id, "name": name, "slug": slug, "parent": parent, "description": format!("About {name}"), "taxonomy": "category"});
            let body = match head.split(' ').nth(1).unwrap_or_default() {
                "/wp-json/" => json!({"name": "Tide &amp; Lane", "description": "What the water brings", "home": "https://tide.example",
                    "gmt_offset": 9, "timezone_string": "Asia/Tokyo", "namespaces": ["wp/v2"]})
                .to_string(),
                "/feed/" => "<rss><channel><title>t</title><language>ja</language></channel></rss>".to_owned(),
                path if path.starts_with("/wp-json/wp/v2/categories") => json!([
                    category(7, "潮声", "%e6%bd%ae%e5%a3%b0", 4),
                    category(4, "Isle", "isle", 2),
                    category(2, "News", "news", 0),
                    category(9, "Never used", "never-used", 0)
                ])
                .to_string(),
                path if path.contains("posts") && path.contains("page=1&") => json!([{"id": 1, "type": "post", "status": "publish",
                    "date": "2026-09-30T17:00:00", "date_gmt": "2026-09-30T08:00:00", "modified_gmt": "2026-09-30T08:00:00", "categories": [2, 7],
                    "guid": {"rendered": "g"}, "link": "https://tide.example/1/", "title": {"rendered": "t"}, "content": {"rendered": "<p>x</p>"}}])
                .to_string(),
                _ => "[]".to_owned(),
            };
            let head =
                format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nX-WP-TotalPages: 1\r\nConnection: close\r\n\r\n", body.len());
            // Who asked may have heard enough.
            let _ = stream.write_all((head + &body).as_bytes());
        }
    });
    format!("http://{address}/")
}

#[test]
fn a_wordpress_describes_itself() {
    let desk = Desk::new();
    import(&desk, "wordpress", &wordpress(), &["--allow-private-addresses"]);
    let site = desk.json("paper/site.json");
    let said = ["name", "tagline", "language", "url", "timeZone"].map(|name| site[name].as_str().unwrap());
    assert_eq!(said, ["Tide & Lane", "What the water brings", "ja", "https://tide.example/", "Asia/Tokyo"]);
    assert_eq!(tree(&site), "news=News(news/isle=Isle(news/isle/chaosheng=潮声))");
    assert_eq!(site["sections"][0]["children"][0]["about"], "About Isle");
    let article = desk.articles().remove(0);
    assert_eq!(
        (article["section"].as_str(), article["firstCreated"].as_str()),
        (Some("news/isle/chaosheng"), Some("2026-09-30T17:00:00+09:00"))
    );
}

#[test]
fn authors_are_called_as_readers_know_them() {
    let folder = Folder::new();
    let item = |number: u32, authors: &str| {
        format!(
            "<item><title>Tide {number}</title><guid isPermaLink='false'>g{number}</guid><dc:creator>qm7</dc:creator><content:encoded>Words.</content:encoded>\
            <wp:post_id>{number}</wp:post_id><wp:post_date_gmt>2026-09-30 08:0{number}:00</wp:post_date_gmt><wp:status>publish</wp:status>\
            <wp:post_type>post</wp:post_type><category domain='category' nicename='sport'>Sport</category>{authors}</item>"
        )
    };
    let author = |slug: &str, text: &str| format!("<category domain='author' nicename='{slug}'>{text}</category>");
    let guest = |status: &str, login: &str, name: &str| {
        format!(
            "<item><title>x</title><guid>{login}</guid><wp:status>{status}</wp:status><wp:post_type>guest-author</wp:post_type>\
            <wp:postmeta><wp:meta_key>cap-display_name</wp:meta_key><wp:meta_value>{name}</wp:meta_value></wp:postmeta>\
            <wp:postmeta><wp:meta_key>cap-user_login</wp:meta_key><wp:meta_value>{login}</wp:meta_value></wp:postmeta></item>"
        )
    };
    let export = format!(
        "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/' xmlns:dc='http://purl.org/dc/elements/1.1/' \
        xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>T</title><wp:wxr_version>1.2</wp:wxr_version>\
        <wp:author><wp:author_login>qm7</wp:author_login><wp:author_display_name>Quinn Mar</wp:author_display_name></wp:author>\
        <wp:author><wp:author_login>lo</wp:author_login><wp:author_first_name>Lena</wp:author_first_name><wp:author_last_name>Orr</wp:author_last_name></wp:author>\
        {}{}{}{}{}</channel></rss>",
        item(1, ""),
        item(2, &(author("cap-ana-brook", "ana-brook") + &author("cap-qm7", "qm7") + &author("cap-lo", "lo"))),
        item(3, &author("cap-unknown", "unknown")),
        guest("publish", "ana-brook", "Ana Brook"),
        guest("draft", "unknown", "Zyxsecret"),
    );
    let report = folder.import(WordPress, export);
    assert!(names(&report).iter().all(|name| *name == "not-an-article"), "{:?}", report.problems);
    let mut articles = folder.articles();
    articles.sort_by_key(|article| article.headline.clone());
    let by: Vec<String> = articles
        .iter()
        .map(|article| article.by.iter().map(|credit| credit.name.as_str()).collect::<Vec<_>>().join(", "))
        .collect();
    assert_eq!(by, ["Quinn Mar", "Ana Brook, Quinn Mar, Lena Orr", "unknown"]);
    assert!(articles.iter().all(|article| article.subjects.is_empty()), "neither authors nor sections are keywords");
}
