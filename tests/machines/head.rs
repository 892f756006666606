//! What pages say in their `<head>`; Google's preset reads the same in `tests/browser`.

use crate::newsroom::Printed;
use crate::{SITE, printed};
use scraper::{Html, Selector};
use serde_json::{Value, json};

fn attribute(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|element| element.value().attr(name)).map(str::to_owned).collect()
}

fn linked_data(printed: &Printed, path: &str) -> Value {
    let found = printed.texts(path, "head script[type='application/ld+json']");
    assert_eq!(found.len(), 1, "{path}");
    serde_json::from_str(&found[0]).unwrap()
}

#[test]
fn an_article_is_described_as_google_asks() {
    let printed = printed();
    let data = linked_data(printed, "article/2/index.html");
    let article = &data[0];
    assert_eq!((&article["@context"], &article["@type"]), (&"https://schema.org".into(), &"NewsArticle".into()));
    assert_eq!(article["mainEntityOfPage"], format!("{SITE}article/2/"));
    assert_eq!(article["headline"], "潮起沙坡尾");
    assert!(article["image"][0].as_str().unwrap().ends_with("-320.jpg"));
    assert_eq!(
        (&article["datePublished"], &article["dateModified"]),
        (&"2024-09-30T08:12:00+08:00".into(), &"2024-09-30T20:00:00+08:00".into())
    );
    assert_eq!(article["author"], json!([{"@type": "Person", "name": "林晓帆"}, {"@type": "Person", "name": "苏映波"}]));
    assert_eq!(article["publisher"]["logo"]["url"], format!("{SITE}icon-512.png"));
    assert_eq!(article["sourceOrganization"]["name"], "海风社");
    assert_eq!((&article["articleSection"], &article["keywords"]), (&"城市".into(), &json!(["渔港"])));
    assert_eq!((&article["inLanguage"], &article["isAccessibleForFree"]), (&"zh-Hans".into(), &true.into()));
    assert_eq!(article["correction"][0]["text"], "里程应为18海里");
    let trail = data[1]["itemListElement"].as_array().unwrap();
    let names: Vec<&str> = trail.iter().map(|crumb| crumb["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["新闻", "城市", "潮起沙坡尾"]);
    assert_eq!(trail[1]["item"], format!("{SITE}section/news/city/"));
}

#[test]
fn an_article_that_names_nobody_is_by_its_source() {
    let data = linked_data(printed(), "article/1/index.html");
    assert_eq!(data[0]["author"], json!([{"@type": "Organization", "name": "潮报"}]));
    assert_eq!(data[0]["inLanguage"], "en");
}

#[test]
fn a_section_is_a_collection_and_the_front_page_the_site() {
    let printed = printed();
    let section = linked_data(printed, "section/news/index.html");
    assert_eq!(section[0]["mainEntity"]["itemListElement"][0]["url"], format!("{SITE}article/2/"));
    assert_eq!(section[1]["@type"], "BreadcrumbList");
    assert_eq!(linked_data(printed, "index.html")["@type"], "WebSite");
    for path in ["404.html", "article/3/index.html", "article/2/related/index.html"] {
        assert!(printed.texts(path, "script[type='application/ld+json']").is_empty(), "{path}");
    }
}

#[test]
fn cards_of_others_know_the_article_and_its_picture() {
    let page = printed().html("article/2/index.html");
    for (name, expected) in [
        ("og:site_name", "潮报"),
        ("og:locale", "zh_CN"),
        ("og:image:width", "320"),
        ("og:image:height", "180"),
        ("og:image:alt", "渡轮"),
        ("article:published_time", "2024-09-30T08:12:00+08:00"),
        ("article:modified_time", "2024-09-30T20:00:00+08:00"),
        ("article:section", "城市"),
        ("article:tag", "渔港"),
    ] {
        assert_eq!(attribute(&page, &format!("meta[property='{name}']"), "content"), [expected], "{name}");
    }
    // The size said is the size of the picture that is named.
    assert!(attribute(&page, "meta[property='og:image']", "content")[0].ends_with("-320.jpg"));
    assert_eq!(attribute(&page, "meta[name='theme-color']", "content"), ["#fbf9f4", "#10191d"]);
}

#[test]
fn every_alternate_and_the_manifest_lead_to_a_file_that_is_there() {
    let printed = printed();
    for (path, expected) in [("article/2/index.html", 5), ("section/news/city/index.html", 7), ("index.html", 3), ("404.html", 3)]
    {
        let links = attribute(&printed.html(path), "link[rel='alternate'], link[rel='manifest']", "href");
        assert_eq!(links.len(), expected, "{path}");
        for link in links {
            let file = link.trim_start_matches("https://tide.example").strip_prefix("/paper/").unwrap();
            assert!(printed.has(file), "{file} in {path}");
        }
    }
}
