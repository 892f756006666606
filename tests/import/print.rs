//! What was imported is printed, and the pages are read with a second parser.

use crate::folder::Folder;
use crate::vectors::VECTORS;
use scraper::{Html, Selector};
use serde_json::json;
use std::path::{Path, PathBuf};
use strait::darkroom::Darkroom;
use strait::import::Format::Ninjs;
use strait::press::{self, Order, READER_PARTS};

/// Elements and attributes that run or load something and that no page of ours has.
const ACTIVE: &str = "script:not([src]):not([type='application/json']):not([type='application/ld+json']), iframe, object, embed, frame, \
    base[href*='evil'], form[action^='javascript'], svg script, math, [srcdoc], [formaction], link[href*='evil'], script[src*='evil'], meta[http-equiv='refresh']";

fn active(html: &Html) -> Vec<String> {
    let selector = Selector::parse(ACTIVE).unwrap();
    let elements = html.select(&selector).map(|element| element.html());
    let attributes = html.root_element().descendants().filter_map(|node| node.value().as_element()).flat_map(|element| {
        element.attrs().filter(|(name, value)| {
            let value: String =
                value.chars().filter(|sign| !sign.is_control() && !sign.is_whitespace()).collect::<String>().to_ascii_lowercase();
            let is_address =
                ["href", "src", "action", "poster", "data", "srcset", "xlink:href", "background", "ping"].contains(name);
            name.starts_with("on")
                || (is_address
                    && ["javascript:", "vbscript:", "data:text", "blob:", "file:"].iter().any(|start| value.starts_with(start)))
        })
    });
    elements.chain(attributes.map(|(name, value)| format!("{name}={value}"))).collect()
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { pages(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect()
}

#[test]
fn imported_vectors_run_nothing_on_the_printed_page() {
    let folder = Folder::new();
    let items: Vec<_> = VECTORS
        .iter()
        .enumerate()
        .map(|(at, vector)| {
            json!({"uri": format!("urn:{at}"), "headline": format!("{at} {vector}"), "versioncreated": "2026-09-30T08:00:00Z", "byline": vector,
            "description_text": format!("{at} {vector}"), "located": vector, "copyrightnotice": vector, "source": vector, "keywords": [vector],
            "body_html": format!("<p>{vector}</p>{vector}<h2>{vector}</h2><blockquote>{vector}</blockquote><ul><li>{vector}</li></ul><table><tr><td>{vector}</td><td>b</td></tr></table>")})
        })
        .collect();
    assert_eq!(folder.import_json(Ninjs, &json!(items)).counts.new, VECTORS.len());
    for part in READER_PARTS {
        folder.put(&format!("reader/{part}"), part);
    }
    folder.put("reader/shell.html", "<!doctype html><html><head><!--HEAD--></head><body><!--BODY--></body></html>");
    let order = Order {
        content: folder.path("content"),
        reader: strait::press::ReaderFiles::Folder(folder.path("reader")),
        out: folder.path("site"),
        cache: folder.path("cache"),
        darkroom: Darkroom::of(env!("CARGO_BIN_EXE_strait")),
        now: "2026-10-01T00:00:00Z".parse().unwrap(),
        url: None,
        data_url: None,
        precompress: false,
        partner_files: true,
        living: true,
        avif: true,
        jobs: 0,
        changed: None,
        full: false,
        force: false,
    };
    let report = press::publish(&order, &strait::progress::Silent).unwrap();
    assert_eq!(report.articles, VECTORS.len());
    let pages = pages(&folder.path("site"));
    assert!(pages.len() > VECTORS.len());
    for page in pages {
        let html = Html::parse_document(&std::fs::read_to_string(&page).unwrap());
        let mut active = active(&html);
        // Those that stand in every page are stand-ins here.
        let stand_ins = ["<script>early.js</script>", "<script type=\"speculationrules\">speculation.json</script>"];
        active.retain(|element| !stand_ins.contains(&element.as_str()));
        assert_eq!(active, Vec::<String>::new(), "{}", page.display());
    }
}

#[test]
fn the_check_above_can_fail() {
    for html in [
        "<p onclick=x>",
        "<a href=' java\nscript:x'>",
        "<iframe>",
        "<script>x</script>",
        "<img src=data:text/html,x>",
        "<meta http-equiv=refresh>",
    ] {
        assert!(!active(&Html::parse_document(html)).is_empty(), "{html}");
    }
}
