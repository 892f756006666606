//! A reader who begins at the front page and goes wherever it leads.

use super::site::{Site, hash_in_name, is_hashed};
use std::collections::BTreeSet;

/// Everything that cannot be had, or is not what it should be, of all that can be reached from the front page.
pub fn broken(site: &Site) -> Vec<String> {
    let mut reader = Reader {
        site,
        seen: BTreeSet::new(),
        waiting: vec![("index.html".to_owned(), "a typed address".to_owned())],
        broken: vec![],
    };
    while let Some((path, from)) = reader.waiting.pop() {
        if reader.seen.insert(path.clone()) {
            reader.visit(&path, &from);
        }
    }
    reader.broken
}

struct Reader<'a> {
    site: &'a Site,
    seen: BTreeSet<String>,
    waiting: Vec<(String, String)>,
    broken: Vec<String>,
}

impl Reader<'_> {
    fn visit(&mut self, path: &str, from: &str) {
        let Some(bytes) = self.site.get(path) else {
            self.broken.push(format!("{path}, named by {from}, is missing"));
            return;
        };
        let text = String::from_utf8_lossy(bytes);
        let found = match path.rsplit('.').next() {
            Some("html") => in_page(path, &text),
            Some("json") => in_data(&text),
            Some("xml") => text.split("<link>").skip(1).filter_map(|rest| rest.split('<').next().map(str::to_owned)).collect(),
            _ => vec![],
        };
        let is_damaged = is_hashed(path) && !path.contains(&hash_in_name(bytes));
        if is_damaged || bytes.is_empty() || (path.ends_with("json") && serde_json::from_str::<serde_json::Value>(&text).is_err())
        {
            self.broken.push(format!("{path} is damaged"));
        }
        self.waiting.extend(found.iter().map(|address| (file_of(address), path.to_owned())));
    }
}

fn in_page(path: &str, text: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(text);
    let named = scraper::Selector::parse("[href], [src]").unwrap();
    let attributes = |element: scraper::ElementRef<'_>| element.attr("href").or(element.attr("src")).unwrap().to_owned();
    let mut found: Vec<String> = page.select(&named).map(attributes).collect();
    assert!(!found.is_empty(), "{path} names nothing: the reader reads wrongly");
    // What the reader of the paper fetches when this page is gone to.
    let data = path.trim_end_matches("/index.html");
    match data.split_once('/') {
        Some(("article", id)) => found.push(format!("/data/articles/{id}.json")),
        Some(("section", section)) => found.push(format!("/data/sections/{section}/latest.json")),
        _ => found.extend(["/data/front.json".to_owned(), "/data/site.json".to_owned()]),
    }
    found
}

fn in_data(text: &str) -> Vec<String> {
    let data: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    let articles = data["articles"].as_array().cloned().unwrap_or_default();
    let pages = articles.iter().flat_map(|id| [format!("/article/{id}/"), format!("/data/articles/{id}.json")]);
    pages.chain(data["file"].as_str().map(|file| format!("/{file}"))).collect()
}

fn file_of(address: &str) -> String {
    let path = address.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[test]
fn a_whole_site_has_nothing_broken_and_each_file_of_it_matters() {
    let (site, _) = super::site::two_editions();
    assert_eq!(broken(&site), Vec::<String>::new());
    for path in site.keys().filter(|path| !["404.html", "robots.txt"].contains(&path.as_str()) && !path.starts_with("media/")) {
        let mut without = site.clone();
        without.remove(path);
        assert_ne!(broken(&without), Vec::<String>::new(), "without {path}");
    }
}
