//! What was imported is printed, and the pages are read with a second parser.

use crate::folder::Folder;
use crate::newsroom::{simplified, traditional};
use crate::vectors::VECTORS;
use scraper::{Html, Selector};
use serde_json::json;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use strait_import::Format::Ninjs;

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
    let folder = Folder::to_print(json!({}));
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
    let printed = folder.print_to("site", |_| {});
    assert_eq!(printed.report.articles, VECTORS.len());
    let pages = pages(&printed.root);
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

/// The links within the article of a page, and those of them that lead to no id of it.
fn inner_links(page: &Path) -> (Vec<String>, Vec<String>) {
    let html = Html::parse_document(&std::fs::read_to_string(page).unwrap());
    let ids: HashSet<&str> = html.root_element().descendants().filter_map(|node| node.value().as_element()?.attr("id")).collect();
    let links = Selector::parse("article a[href^='#']").unwrap();
    let links: Vec<String> = html.select(&links).filter_map(|link| Some(link.attr("href")?.to_owned())).collect();
    let dead = links.iter().filter(|link| !ids.contains(&link[1..])).cloned().collect();
    (links, dead)
}

#[test]
fn links_within_a_page_lead_to_ids_that_it_has_in_both_scripts() {
    let folder = Folder::to_print(json!({"editions": [simplified(), traditional()]}));
    let html = "<ul><li><a href='#第一'>潮</a></li><li><a href='#t1'>表</a></li><li><a href='#pic'>图</a></li></ul><h2 id='第一'>后来发现</h2>\
        <p>潮水<a href='#_ftn1' name='_ftnref1'>[1]</a>，里面有<a href='#p9'>干净</a>的水。</p><table id=t1><tr><td>一<td>二</table>\
        <figure id=pic><img src='https://media.example/1.jpg' alt=x></figure><p><span id=p9>发展</span></p><p><a href='#_ftnref1' name='_ftn1'>[1]</a> 鹭潮报后来说。</p>";
    let item = json!([{"uri": "urn:1", "headline": "题", "versioncreated": "2026-09-30T08:00:00Z", "body_html": html}]);
    folder.import_json(Ninjs, &item);
    let filed = std::fs::read(&folder.files()[0]).unwrap();
    folder.import_json(Ninjs, &item);
    assert_eq!(std::fs::read(&folder.files()[0]).unwrap(), filed);
    let all = pages(&folder.print_to("site", |_| {}).root);
    let articles: Vec<_> = all.iter().filter(|page| page.parent().unwrap().parent().unwrap().ends_with("article")).collect();
    let articles: Vec<_> = articles.into_iter().filter(|page| !page.to_string_lossy().contains("/embed/")).collect();
    assert_eq!(articles.len(), 2, "{all:?}");
    for page in articles {
        let (links, dead) = inner_links(page);
        for wanted in ["#diyi", "#t1", "#pic", "#p9", "#note-1", "#noted-1"] {
            assert!(links.iter().any(|link| link == wanted), "{wanted} in {}: {links:?}", page.display());
        }
        assert_eq!(dead, Vec::<String>::new(), "{}", page.display());
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
