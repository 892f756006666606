//! The index that readers search is a function of what is published, finds every pair of characters, and changes
//! little with one article more.

use crate::builds::{Chance, let_an_hour_pass};
use crate::newsroom::{Printed, SmallNewsroom, traditional};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Characters that Traditional writes otherwise, and others.
const CHARACTERS: &str = "门们风台发后里面头听说话国学东车马龙鸟鱼海潮岛港人山水火土木金日月星";

fn text(chance: &mut Chance, length: u64) -> String {
    let all: Vec<char> = CHARACTERS.chars().collect();
    (0..length).map(|_| all[chance.below(all.len() as u64) as usize]).collect()
}

fn newsroom(count: u64) -> SmallNewsroom {
    (0..count).fold(SmallNewsroom::new().with(json!({"editions": [traditional()]})), add)
}

fn add(newsroom: SmallNewsroom, number: u64) -> SmallNewsroom {
    let mut chance = Chance(number);
    let created = format!("2024-09-{:02}T{:02}:{:02}:00+08:00", 1 + number / 1440, number / 60 % 24, number % 60);
    let body = json!([{"kind": "paragraph", "text": [text(&mut chance, 9), {"text": text(&mut chance, 3), "strong": true}]}]);
    let fields =
        json!({"firstCreated": created, "headline": text(&mut chance, 6), "summary": format!("Tide{number} A股"), "body": body});
    newsroom.article(&format!("n{number}"), 1, fields)
}

/// The index as a browser reads it: the articles that have each term, by the term's number.
fn read_index(printed: &Printed) -> BTreeMap<u32, BTreeSet<String>> {
    let contents: Value = serde_json::from_str(&printed.text("data/search/contents.json")).unwrap();
    let mut found: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
    for volume in contents["volumes"].as_array().unwrap() {
        let folder = format!("data/search/{}", volume["name"].as_str().unwrap());
        let register: Value = serde_json::from_str(&printed.text(&format!("{folder}/articles-0.json"))).unwrap();
        let ids: Vec<&str> = register["ids"].as_str().unwrap().split(' ').collect();
        assert_eq!(ids.len() as u64, volume["articles"].as_u64().unwrap());
        let shards = volume["shards"].as_u64().unwrap();
        for shard in 0..shards {
            let bytes = std::fs::read(printed.root.join(format!("{folder}/{shard}-of-{shards}.bin"))).unwrap();
            assert_eq!(bytes[0], 1);
            let mut numbers = numbers(&bytes[1..]).into_iter();
            let mut term = 0;
            while let Some(head) = numbers.next() {
                term += head >> 1;
                assert_eq!((u64::from(term) * shards) >> 26, shard, "each term stands in its shard");
                let count = if head & 1 == 1 { 1 } else { numbers.next().unwrap() };
                let mut place = 0;
                for _ in 0..count {
                    place += numbers.next().unwrap() >> 1;
                    found.entry(term).or_default().insert(ids[place as usize].to_owned());
                }
            }
        }
    }
    found
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let mut found = vec![];
    let (mut number, mut shift) = (0, 0);
    for byte in bytes {
        number |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            found.push(number);
            (number, shift) = (0, 0);
        }
    }
    found
}

/// The number of a term, written down once more.
fn term(characters: &str) -> u32 {
    let hash = characters.chars().fold(0x811c_9dc5_u32, |hash, character| (hash ^ character as u32).wrapping_mul(0x0100_0193));
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    (hash ^ (hash >> 16)) >> 6
}

fn folding(printed: &Printed) -> BTreeMap<char, char> {
    let table: Value = serde_json::from_str(&printed.text("data/search/fold.json")).unwrap();
    table["from"].as_str().unwrap().chars().zip(table["to"].as_str().unwrap().chars()).collect()
}

#[test]
fn every_two_characters_of_an_article_are_found_in_both_editions() {
    let printed = newsroom(150).print();
    let (index, fold) = (read_index(&printed), folding(&printed));
    for edition in ["", "hant/"] {
        for number in 0..150 {
            let id = format!("n{number}");
            let story: Value = serde_json::from_str(&printed.text(&format!("data/{edition}articles/{id}.json"))).unwrap();
            let article = &story["article"];
            let body: String = article["body"][0]["text"].as_array().unwrap().iter().map(plain).collect();
            for text in [article["headline"].as_str().unwrap(), &body] {
                let folded: Vec<char> = text.chars().map(|one| *fold.get(&one).unwrap_or(&one)).collect();
                for pair in folded.windows(2) {
                    let pair: String = pair.iter().collect();
                    assert!(index[&term(&pair)].contains(&id), "{edition}{id} is not found by {pair}");
                }
            }
            for beginning in ["ti", "tid", "tide", "a股"] {
                assert!(index[&term(beginning)].contains(&id), "{edition}{id} is not found by {beginning}");
            }
        }
    }
    // The test above can fail.
    assert!(!index.contains_key(&term("ide")) && index.values().any(|ids| ids.len() < 150));
}

fn plain(span: &Value) -> &str {
    span.as_str().or(span["text"].as_str()).unwrap()
}

#[test]
fn nothing_is_found_that_may_not_be_shown() {
    let newsroom = SmallNewsroom::new()
        .article("1", 1, json!({"headline": "鲸鱼来了"}))
        .article("2", 2, json!({"embargoed": "2031-01-01T00:00:00Z", "headline": "秘密"}))
        .article("3", 3, json!({"pubStatus": "canceled", "headline": "错了"}));
    let printed = newsroom.print();
    let (index, fold) = (read_index(&printed), folding(&printed));
    let has =
        |text: &str| index.contains_key(&term(&text.chars().map(|one| *fold.get(&one).unwrap_or(&one)).collect::<String>()));
    assert_eq!(["鲸鱼", "秘密", "错了"].map(has), [true, false, false]);
}

/// The files of the index that differ.
fn changed(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).filter(|path| path.contains("data/search/")).collect();
    paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

#[test]
fn one_article_more_or_corrected_changes_few_files_and_ends_where_a_clean_build_ends() {
    let mut desk = newsroom(200);
    let mut before = desk.print().by_path();
    let mut few = 0;
    for number in 200..230 {
        let_an_hour_pass(&desk);
        desk = match number % 3 {
            0 => desk.article("n3", 1, json!({"firstCreated": "2024-09-01T00:03:00+08:00", "headline": format!("更正{number}")})),
            _ => add(desk, number),
        };
        let_an_hour_pass(&desk);
        let after = desk.print().by_path();
        few += usize::from(changed(&before, &after).len() <= 10);
        before = after;
    }
    // A volume may be closed meanwhile.
    assert!(few >= 27, "{few} of 30");
    assert_eq!(before, desk.print_to("clean", |_| {}).by_path());
}

#[test]
fn the_words_under_a_picture_are_indexed_whether_it_can_be_shown_or_not() {
    let lead = json!({"src": "1.svg", "alt": "a", "caption": "鲸鱼跃起"});
    let desk = newsroom(40).article("n40", 1, json!({"firstCreated": "2024-09-01T00:40:00+08:00", "lead": lead}));
    let finds = |printed: &Printed| {
        let fold = folding(printed);
        let pair: String = "鲸鱼".chars().map(|one| *fold.get(&one).unwrap_or(&one)).collect();
        read_index(printed).get(&term(&pair)).is_some_and(|ids| ids.contains("n40"))
    };
    let printed = desk.print();
    assert!(!printed.text("article/n40/index.html").contains("鲸鱼跃起") && finds(&printed));
    // It comes later, and the article is printed anew, but not its volume.
    let before = printed.by_path();
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><rect width='40' height='40'/></svg>";
    desk.file("content/pictures/1.svg", drawing);
    let printed = desk.print();
    assert!(printed.text("article/n40/index.html").contains("鲸鱼跃起") && finds(&printed));
    let after = printed.by_path();
    assert_eq!(changed(&before, &after), Vec::<String>::new());
    assert_eq!(after, desk.print_to("clean", |_| {}).by_path());
}

#[test]
fn a_paper_may_go_without() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({}));
    assert!(newsroom.print().text("index.html").contains("/paper/search/"));
    let printed = newsroom.with(json!({"search": false})).print();
    assert!(!printed.has("search/index.html") && !printed.has("data/search") && !printed.text("index.html").contains("/search/"));
}
