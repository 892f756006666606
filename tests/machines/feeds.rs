//! RSS and JSON Feed, read by `feed-rs`.

use crate::{SITE, json_of, newsroom, printed};
use feed_rs::model::{Feed, FeedType};
use serde_json::json;

fn parse(text: &str) -> Feed {
    feed_rs::parser::parse(text.as_bytes()).unwrap()
}

#[test]
fn a_feed_holds_the_newest_first_in_both_formats() {
    let printed = printed();
    for (file, kind) in [("feed.xml", FeedType::RSS2), ("feed.json", FeedType::JSON)] {
        let feed = parse(&printed.text(file));
        assert_eq!(feed.feed_type, kind);
        assert_eq!(feed.title.unwrap().content, "潮报");
        assert_eq!(feed.language.unwrap().to_lowercase(), "zh-hans");
        let titles: Vec<String> = feed.entries.iter().map(|entry| entry.title.clone().unwrap().content).collect();
        assert_eq!(titles, ["潮起沙坡尾", "Tide & Co"], "{file}");
        let newest = &feed.entries[0];
        assert_eq!(newest.id, format!("{SITE}article/2/"));
        assert_eq!(newest.published.unwrap().to_rfc3339(), "2024-09-30T00:12:00+00:00");
        let authors: Vec<&str> = newest.authors.iter().filter_map(|author| author.name.as_deref()).collect();
        assert_eq!(authors, ["林晓帆", "苏映波"], "{file}");
        assert!(newest.links.iter().any(|link| link.href == format!("{SITE}article/2/")), "{file}");
    }
}

#[test]
fn a_feed_names_its_own_address_and_its_pictures() {
    let printed = printed();
    let rss = parse(&printed.text("section/news/city/feed.xml"));
    assert!(
        rss.links
            .iter()
            .any(|link| link.rel.as_deref() == Some("self") && link.href == format!("{SITE}section/news/city/feed.xml"))
    );
    let media = &rss.entries[0].media[0];
    assert_eq!(media.content[0].width, Some(320));
    assert_eq!(media.content[0].height, Some(180));
    assert!(media.content[0].url.as_ref().unwrap().as_str().starts_with(&format!("{SITE}pictures/ferry-")));
    let json = json_of(printed, "feed.json");
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["feed_url"], format!("{SITE}feed.json"));
    assert_eq!(json["icon"], format!("{SITE}icon-512.png"));
    assert_eq!(json["items"][0]["date_modified"], "2024-09-30T20:00:00+08:00");
    assert_eq!(json["items"][1]["language"], "en");
}

#[test]
fn every_section_has_its_feeds_and_they_end_after_thirty() {
    let mut newsroom = newsroom();
    for at in 0..35 {
        newsroom = newsroom.article(&format!("n{at}"), 1 + at % 28, json!({}));
    }
    let printed = newsroom.print();
    for folder in ["", "section/news/", "section/news/city/"] {
        for file in ["feed.xml", "feed.json"] {
            assert_eq!(parse(&printed.text(&format!("{folder}{file}"))).entries.len(), 30, "{folder}{file}");
        }
    }
}

#[test]
fn a_feed_of_an_empty_section_is_a_feed() {
    let printed = crate::newsroom::SmallNewsroom::new().print();
    assert_eq!(parse(&printed.text("section/news/feed.xml")).entries.len(), 0);
    assert_eq!(parse(&printed.text("feed.json")).entries.len(), 0);
}
