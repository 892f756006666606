//! The demo in Traditional has no character that only Simplified has.

use crate::newsroom::SmallNewsroom;
use std::collections::HashSet;

#[test]
fn no_page_of_the_demo_in_traditional_has_a_simplified_character() {
    let printed = SmallNewsroom::of_the_demo().print();
    let only_simplified = only_simplified();
    let mut pages = 0;
    for (path, bytes) in printed.files() {
        let path = path.strip_prefix(&printed.root).unwrap().to_string_lossy().into_owned();
        if !path.starts_with("hant/") || !path.ends_with(".html") {
            continue;
        }
        pages += 1;
        let words = chinese_words(&String::from_utf8(bytes).unwrap());
        let found: Vec<char> = words.chars().filter(|character| only_simplified.contains(character)).collect();
        assert!(found.is_empty(), "{found:?} in {path}");
    }
    assert!(pages > 100);
    // The control: the same page in Simplified has many.
    let own = chinese_words(&printed.text("index.html"));
    assert!(own.chars().filter(|character| only_simplified.contains(character)).count() > 50);
}

/// The words of a page and its head, without what is marked as another language than Chinese in Traditional.
fn chinese_words(html: &str) -> String {
    let mut html = scraper::Html::parse_document(html);
    let others = scraper::Selector::parse("[lang='en'], [lang='zh-Hans']:not(html), script, style").unwrap();
    let others: Vec<_> = html.select(&others).map(|element| element.id()).collect();
    for id in others {
        html.tree.get_mut(id).unwrap().detach();
    }
    let told = scraper::Selector::parse("[alt], [title], [aria-label], meta[content]").unwrap();
    let attributes = html.select(&told).flat_map(|element| {
        ["alt", "title", "aria-label", "content"].into_iter().filter_map(move |name| element.value().attr(name))
    });
    let attributes: String = attributes.collect();
    html.root_element().text().collect::<String>() + &attributes
}

/// Characters that no Traditional text has: those that become others and are nothing that one becomes.
fn only_simplified() -> HashSet<char> {
    let lines = zhhz::data::dict_text("STCharacters").unwrap().lines().filter_map(|line| line.split_once('\t'));
    let pairs: Vec<(&str, &str)> = lines.filter(|(simplified, _)| !simplified.starts_with('#')).collect();
    let taiwan = zhhz::data::dict_text("TWVariants").unwrap().lines().filter_map(|line| line.split_once('\t'));
    let traditional: HashSet<char> = pairs.iter().copied().chain(taiwan).flat_map(|(_, becomes)| becomes.chars()).collect();
    pairs
        .iter()
        .filter_map(|(simplified, _)| simplified.chars().next())
        .filter(|character| !traditional.contains(character))
        .collect()
}
