//! Many articles: in one pass, in order, counted rather than kept.

use crate::well::{Newsroom, article};
use serde_json::json;
use strait_check::KEPT_OF_A_KIND;

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

/// The most memory that this process ever had, in bytes (Linux).
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? * 1024)
}

/// Alone, for the peak is that of the process: `cargo test --test check -- --ignored --nocapture hundred_thousand`.
#[test]
#[ignore = "writes 600 MB of articles"]
fn a_hundred_thousand_articles_are_checked_in_less_than_500_mb() {
    let newsroom = Newsroom::new();
    let paragraph =
        json!({"kind": "paragraph", "text": ["潮水一天涨两次退两次，渔民跟着潮水走，码头也跟着潮水醒来。".repeat(11)]});
    for at in 0..100_000_u64 {
        let id = format!("20240930-{at:07}");
        // One in twenty of the related articles is not there.
        let related: Vec<String> = (1..=5).map(|step| format!("20240930-{:07}", (at * 7 + step * 1301) % 105_000)).collect();
        let link = json!({"kind": "paragraph", "text": [{"text": "潮", "href": format!("/article/{}/", related[0])}]});
        let heading = json!({"kind": "heading", "text": [format!("潮起{at}")]});
        let fields = json!({"related": related, "body": [paragraph, heading, paragraph, paragraph, link, paragraph]});
        newsroom.file(&format!("articles/{id}.json"), serde_json::to_vec(&article(&id, fields)).unwrap());
    }
    let (before, begun) = (peak(), std::time::Instant::now());
    let checked = newsroom.check();
    println!("{} articles in {:?}, {:?} bytes at most ({before:?} before)", checked.articles, begun.elapsed(), peak());
    println!("{:?}", checked.counts);
    assert!(checked.counts["dead-related"] > 20_000);
    assert!(peak().is_none_or(|bytes| bytes < 500_000_000));
}
