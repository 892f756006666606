//! What is related, on a few made-up days.

use super::*;
use crate::newsroom::{FileState, ReadArticle};
use jiff::tz::TimeZone;
use serde_json::json;
use strait_model::Article;

/// An article that is only partly known.
fn entry(id: &str, day: i64, fields: serde_json::Value) -> Entry {
    let mut article = serde_json::json!({
        "id": id, "language": "zh-Hans", "section": "news/city", "headline": id, "summary": "", "source": {"name": "潮报"},
        "firstCreated": "2024-09-01T00:00:00Z", "versionCreated": "2024-09-01T00:00:00Z",
    });
    article.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let article: Article = serde_json::from_value(article).unwrap();
    let site = serde_json::json!({"name": "", "language": "zh-Hans", "url": "https://a.example/", "timeZone": "UTC", "sections": [], "copyrightNotice": ""});
    let (site, read) = (serde_json::from_value(site).unwrap(), ReadArticle { article, bytes: 0 });
    let mut entry = Entry::of(&read, FileState { size: 0, modified: 0 }, &site, &TimeZone::UTC);
    entry.created = day * 86_400_000_000;
    entry
}

fn about(id: &str, day: i64, subjects: &[&str]) -> Entry {
    entry(id, day, json!({"subjects": subjects.iter().map(|name| json!({"name": name})).collect::<Vec<_>>()}))
}

fn related(entries: &mut Vec<Entry>) -> Vec<Vec<(String, Why)>> {
    let mut stock = Whole::of(std::mem::take(entries));
    relate(&mut stock).unwrap();
    let named = |link: Link| (stock.entries[link.at].id.to_string(), link.why);
    let links = |entry| links(entry, chosen(entry, |id| Ok(stock.place(id.as_str()))).unwrap());
    let related = stock.entries.iter().map(|entry| links(entry).into_iter().map(named).collect()).collect();
    *entries = stock.entries;
    related
}

#[test]
fn a_rare_subject_says_more_than_one_of_every_day() {
    let mut entries = vec![about("rare", 1, &["鲸", "海"])];
    entries.extend((2..40).map(|day| about(&format!("daily-{day}"), day, &["海"])));
    entries.push(about("new", 40, &["海", "鲸"]));
    let related = related(&mut entries);
    assert_eq!(related[39][0], ("rare".to_owned(), Why::Shared(1)), "the second of its topics");
}

#[test]
fn a_later_article_changes_at_most_what_it_follows_up() {
    let mut entries: Vec<Entry> =
        (0..200).map(|day| about(&format!("a{day}"), day, &[["潮", "港", "城"][day as usize % 3], "闽"])).collect();
    let before = related(&mut entries);
    entries.push(about("new", 300, &["潮", "闽"]));
    let after = related(&mut entries);
    let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    assert!(changed <= 1, "{changed}");
}

#[test]
fn the_place_counts_as_a_subject_does() {
    let at = |id: &str, day| entry(id, day, json!({"located": "泉州"}));
    let related = related(&mut vec![at("1", 1), at("2", 2)]);
    assert_eq!(related[1], [("1".to_owned(), Why::Shared(0))]);
}

#[test]
fn articles_that_have_nothing_else_share_their_section() {
    let mut entries = vec![about("1", 1, &[]), about("2", 2, &["潮"]), about("3", 3, &[])];
    entries.push(entry("4", 4, json!({"section": "sport"})));
    let related = related(&mut entries);
    assert_eq!(related[2], [("1".to_owned(), Why::Shared(0))]);
    assert!(related[1].is_empty() && related[3].is_empty());
}

#[test]
fn the_editor_may_choose_more_than_would_be_found() {
    let ids: Vec<String> = (1..=8).map(|id| id.to_string()).collect();
    let mut entries: Vec<Entry> = ids.iter().map(|id| about(id, 1, &["潮"])).collect();
    let mut new = entry("new", 9, json!({"related": ids}));
    new.subjects = vec!["潮".to_owned()];
    entries.push(new);
    let related = related(&mut entries);
    assert_eq!(related[8].len(), 8);
    assert!(related[8].iter().all(|(_, why)| *why == Why::Editor));
}

#[test]
fn relatives_that_were_kept_are_those_that_would_be_found() {
    let paper = |count: i64| -> Vec<Entry> {
        let subjects = ["潮", "港", "城", "闽", "鲸"];
        (0..count).map(|at| about(&format!("a{at}"), at, &[subjects[at as usize % 3], subjects[at as usize % 5]])).collect()
    };
    let mut kept = paper(120);
    related(&mut kept);
    // One comes late, one goes, one gets other subjects.
    let late = about("late", 40, &["潮", "鲸"]);
    kept.insert(41, late.clone());
    kept.remove(70);
    kept[90].subjects = vec!["闽".to_owned()];
    let mut new: Vec<Entry> = kept.clone();
    new.iter_mut().for_each(|entry| entry.relatives = Relatives::default());
    let untouched = kept[39].relatives.key;
    assert_eq!(related(&mut kept), related(&mut new));
    assert_eq!(kept[39].relatives.key, untouched);
}
