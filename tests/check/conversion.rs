//! `strait check --conversion`: what no word decided, for an editor to look at.

use crate::newsroom::traditional;
use crate::well::Newsroom;
use serde_json::{Value, json};
use strait_check::Extras;
use strait_darkroom::Darkroom;
use strait_report::problem::Problem;
use strait_report::progress::Silent;

/// The doubts about a newsroom whose article `2` has some fields, and whose site file has others.
fn doubts(fields: Value, site: Value) -> Vec<Problem> {
    let newsroom = Newsroom::new().article("2", fields);
    newsroom.set(json!({"editions": [traditional()]}));
    newsroom.set(site);
    let darkroom = Darkroom::of(env!("CARGO_BIN_EXE_strait"));
    let extras = Extras { conversion: true };
    let checked = strait_check::check_with(extras, &newsroom.path(), "2024-10-01T00:00:00Z".parse().unwrap(), &darkroom, &Silent);
    let problems = checked.unwrap().problems;
    problems.into_iter().filter(|problem| problem.name == "uncertain-conversion").collect()
}

fn places(fields: Value, site: Value) -> Vec<String> {
    doubts(fields, site).into_iter().map(|problem| problem.place).collect()
}

fn paragraph(text: Value) -> Value {
    json!({"body": [{"kind": "paragraph", "text": ["潮水。"]}, {"kind": "paragraph", "text": text}]})
}

#[test]
fn a_character_that_no_word_decided_is_told_with_its_phrase_in_both_languages() {
    let found = doubts(paragraph(json!(["渔民说，他阿公的姜放在船头。"])), json!({}));
    let [problem] = &found[..] else { panic!("{found:?}") };
    assert_eq!(problem.place, "/body/1/text");
    assert!(problem.spot.unwrap().line > 1);
    for part in ["他阿公的姜放在船头", "“姜”", "“薑”", "zh-Hant-TW"] {
        assert!(problem.what.zh.contains(part) && problem.what.en.contains(part), "{part}: {:?}", problem.what);
    }
    assert!(problem.mend.zh.contains("convertWords") && problem.mend.en.contains("convertWords"));
    assert!(!problem.what.zh.contains("潮水"), "only its own phrase");
}

#[test]
fn what_a_word_decides_is_no_doubt() {
    for text in [json!(["头发，面条，生姜，姜女士，干部"]), json!(["她的头", {"text": "发", "href": "/article/1/"}, "很长"])]
    {
        assert_eq!(places(paragraph(text.clone()), json!({})), [""; 0], "{text}");
    }
    assert_eq!(places(paragraph(json!(["他阿公的", {"text": "姜", "strong": true}, "放在船头"])), json!({})), ["/body/1/text"]);
}

#[test]
fn what_the_editor_decided_is_no_doubt() {
    let text = || paragraph(json!(["他阿公的姜放在船头。"]));
    assert_eq!(places(text(), json!({})).len(), 1);
    assert_eq!(places(text(), json!({"convertWords": {"的姜": "的薑"}})), [""; 0]);
    assert_eq!(places(text(), json!({"keepWords": ["的姜"]})), [""; 0]);
    let mut kept = text();
    kept["keepWords"] = json!(["的姜"]);
    assert_eq!(places(kept, json!({})), [""; 0]);
}

#[test]
fn a_surname_is_decided_by_its_place() {
    let by = |name: &str| json!({"by": [{"role": "reporter", "name": name}]});
    assert_eq!(places(by("范海月"), json!({})), [""; 0]);
    assert_eq!(places(by("林海郁"), json!({})), ["/by/0/name"]);
}

#[test]
fn what_is_not_converted_is_not_looked_at() {
    let text = || paragraph(json!(["他阿公的姜放在船头。"]));
    let with = |name: &str, value: Value| {
        let mut fields = text();
        fields[name] = value;
        fields
    };
    assert_eq!(places(with("language", json!("zh-Hant-TW")), json!({})), [""; 0]);
    let withdrawn = json!({"pubStatus": "canceled", "statusNote": "撤", "body": text()["body"]});
    assert_eq!(places(withdrawn, json!({})), [""; 0]);
    assert_eq!(places(text(), json!({"editions": []})), [""; 0]);
}

#[test]
fn nobody_is_told_who_did_not_ask() {
    let newsroom = Newsroom::new().article("2", paragraph(json!(["他阿公的姜放在船头。"])));
    assert_eq!(newsroom.faults(), [""; 0]);
}

#[test]
fn words_of_the_editor_have_two_sides() {
    let newsroom = Newsroom::new();
    newsroom.set(json!({"convertWords": {"湖里": "湖里", "海/沧": " "}}));
    assert_eq!(newsroom.faults(), ["no-words site.json/convertWords/海~1沧"]);
}
