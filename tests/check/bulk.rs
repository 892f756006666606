//! Many articles: in one pass, in order, counted rather than kept.

use crate::newsroom::Newsroom;
use serde_json::json;
use strait::check::KEPT_OF_A_KIND;

#[test]
fn many_problems_of_a_kind_are_counted_and_the_first_of_them_kept() {
    let related: Vec<String> = (0..KEPT_OF_A_KIND + 9).map(|at| format!("no-{at}")).collect();
    let newsroom = Newsroom::new().article("2", json!({"related": related, "summary": "短"}));
    let checked = newsroom.check();
    assert_eq!(checked.counts["dead-related"], KEPT_OF_A_KIND + 9);
    assert_eq!((checked.errors, checked.advice), (KEPT_OF_A_KIND + 9, 1));
    assert_eq!(checked.problems.len(), KEPT_OF_A_KIND + 1);
    assert_eq!(checked.problems.last().unwrap().name, "short-summary");
}

#[test]
fn the_same_newsroom_has_the_same_problems_in_the_same_order() {
    let mut newsroom = Newsroom::new();
    for at in 2..700 {
        newsroom = newsroom.article(&at.to_string(), json!({"summary": "短", "related": [(at * 7 % 900).to_string()]}));
    }
    let first = newsroom.check();
    assert!(first.counts["dead-related"] > 100);
    for _ in 0..3 {
        assert_eq!(newsroom.check().problems, first.problems);
    }
}
