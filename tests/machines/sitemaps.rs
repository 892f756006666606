//! Sitemaps, read by `roxmltree`; their schema is checked in `tests/browser`.

use crate::newsroom::SmallNewsroom;
use crate::{SITE, newsroom, printed};
use roxmltree::Document;
use serde_json::json;
use strait_model::{ArticleId, Image, Site, Timestamp};
use strait_press::machines::sitemap::{self, PART_SIZE, SitemapEntry};

const ARTICLES: &str = "sitemap/2024-09.xml";

/// The texts of all elements of a name.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let document = Document::parse(xml).unwrap();
    let elements = document.descendants().filter(|node| node.tag_name().name() == name);
    elements.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_index_leads_to_every_page_that_may_be_found() {
    let printed = printed();
    let parts = texts(&printed.text("sitemap.xml"), "loc");
    assert_eq!(parts, [format!("{SITE}sitemap/sections.xml"), format!("{SITE}{ARTICLES}")]);
    assert_eq!(texts(&printed.text("sitemap.xml"), "lastmod"), ["2024-09-30T20:00:00+08:00"]);
    let pages: Vec<String> =
        ["", "section/news/", "section/news/city/", "corrections/"].map(|path| format!("{SITE}{path}")).into();
    assert_eq!(texts(&printed.text("sitemap/sections.xml"), "loc"), pages);
    let articles = texts(&printed.text(ARTICLES), "loc");
    assert_eq!(articles[..2], [format!("{SITE}article/1/"), format!("{SITE}article/2/")]);
    assert!(articles[2].starts_with(&format!("{SITE}pictures/ferry-")) && articles[2].ends_with("-320.jpg"));
}

#[test]
fn the_news_sitemap_holds_the_last_two_days_alone() {
    let printed = printed();
    let news = printed.text("sitemap-news.xml");
    assert_eq!(texts(&news, "loc"), [format!("{SITE}article/2/")]);
    assert_eq!(texts(&news, "title"), ["潮起沙坡尾"]);
    assert_eq!(texts(&news, "name"), ["潮报"]);
    assert_eq!(texts(&news, "language"), ["zh-cn"]);
    assert_eq!(texts(&news, "publication_date"), ["2024-09-30T08:12:00+08:00"]);
}

#[test]
fn robots_are_led_to_both_sitemaps() {
    let robots = printed().text("robots.txt");
    assert_eq!(robots, format!("User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\nSitemap: {SITE}sitemap-news.xml\n"));
}

#[test]
fn crawlers_that_a_paper_refuses_are_asked_to_stay_away() {
    let robots = |robots| SmallNewsroom::new().with(json!({"robots": robots})).print().text("robots.txt");
    assert_eq!(robots(json!({"training": true})).matches("User-agent").count(), 1);
    let refused = robots(json!({"training": false, "refuse": ["SomeBot"]}));
    let (group, rest) = refused.split_once("Disallow: /\n\n").unwrap();
    for name in ["GPTBot", "ClaudeBot", "Google-Extended", "CCBot", "Bytespider", "SomeBot"] {
        assert!(group.contains(&format!("User-agent: {name}\n")), "{group}");
    }
    assert!(!group.contains("User-agent: *") && rest.starts_with("User-agent: *\nAllow: /\n"), "{refused}");
}

#[test]
fn a_new_article_rewrites_one_part_the_index_and_no_other_sitemap() {
    let newsroom =
        newsroom().article("0", 1, json!({"firstCreated": "2023-01-31T23:00:00Z", "versionCreated": "2023-01-31T23:00:00Z"}));
    let before = newsroom.print();
    let sitemaps = |printed: &crate::newsroom::Printed| {
        let files = printed.files().into_iter().filter(|(path, _)| path.to_string_lossy().contains("sitemap"));
        files.collect::<std::collections::BTreeMap<_, _>>()
    };
    let old = sitemaps(&before);
    // The month is the one on the clocks of the site.
    assert!(before.has("sitemap/2023-02.xml"));
    let after = newsroom.article("9", 20, json!({})).print();
    let new = sitemaps(&after);
    let changed: Vec<_> =
        new.iter().filter(|(path, bytes)| old.get(*path) != Some(bytes)).map(|(path, _)| path.file_name().unwrap()).collect();
    assert_eq!(changed, ["2024-09.xml"]);
}

#[test]
fn a_month_of_many_is_parted_and_only_its_last_part_grows() {
    let parts = |count: usize| sitemap::parts("2024-09", 7..7 + count).collect::<Vec<_>>();
    let (before, after) = (parts(PART_SIZE * 2), parts(PART_SIZE * 2 + 1));
    let part = |name: &str, begin: usize, end: usize| (name.to_owned(), 7 + begin..7 + end);
    assert_eq!(before, [part("2024-09", 0, PART_SIZE), part("2024-09-2", PART_SIZE, PART_SIZE * 2)]);
    assert_eq!(after[..2], before);
    assert_eq!(after[2..], [part("2024-09-3", PART_SIZE * 2, PART_SIZE * 2 + 1)]);
}

#[test]
fn each_article_names_its_alternates_when_there_are_several_editions() {
    let site = |url: &str, language: &str| -> Site {
        let json = json!({"name": "潮报", "language": language, "url": url, "timeZone": "Asia/Shanghai", "sections": [], "copyrightNotice": "©"});
        serde_json::from_value(json).unwrap()
    };
    let (hans, hant) = (site(SITE, "zh-Hans"), site(&format!("{SITE}hant/"), "zh-Hant-TW"));
    let (id, at) =
        (ArticleId::try_from("1".to_owned()).unwrap(), Timestamp::try_from("2024-09-01T00:00:00Z".to_owned()).unwrap());
    let picture = Image { src: "https://elsewhere.example/潮.jpg".to_owned(), ..Image::default() };
    let entry = SitemapEntry { id: &id, version_created: &at, picture: Some(&picture) };
    let (path, xml) = sitemap::part_file(&hant, &[&hans, &hant], "2024-09", &[entry]).unwrap();
    assert_eq!(path, "sitemap/2024-09.xml");
    let xml = String::from_utf8(xml).unwrap();
    assert_eq!(texts(&xml, "loc"), [format!("{SITE}hant/article/1/"), "https://elsewhere.example/%E6%BD%AE.jpg".to_owned()]);
    let document = Document::parse(&xml).unwrap();
    let alternates = document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/1999/xhtml", "link")));
    let alternates: Vec<_> =
        alternates.map(|node| (node.attribute("hreflang").unwrap(), node.attribute("href").unwrap())).collect();
    let (first, second) = (format!("{SITE}article/1/"), format!("{SITE}hant/article/1/"));
    assert_eq!(alternates, [("zh-Hans", &*first), ("zh-Hant-TW", &*second), ("x-default", &*first)]);
}
