//! The gate: one table over all sources and all that they say of publication.

use crate::folder::{Folder, names};
use crate::sayings::Fate::{self, Embargoed, Nothing, Published, Tombstone, Withheld};
use crate::sayings::{AHEAD, Row, exported, ninjs, of_exports, of_feeds, of_ninjs, of_rest, of_superdesk, put};
use serde_json::{Value, json};
use strait::import::Format::{self, Feed, Ninjs, WordPress};
use strait::import::{Counts, Report};
use strait::model::{Article, PublicationStatus};

fn fate(folder: &Folder) -> Fate {
    let state = |article: &Article| match article.pub_status {
        PublicationStatus::Canceled => Tombstone,
        PublicationStatus::Withheld => Withheld,
        PublicationStatus::Usable if article.embargoed.as_ref().is_some_and(|until| until.as_str() > "2026-10-03T08") => {
            Embargoed
        }
        PublicationStatus::Usable => Published,
    };
    folder.articles().first().map_or(Nothing, state)
}

/// What the report counts and names when one item of a fate was read.
fn told(fate: Fate, source: &str) -> (Counts, &'static [&'static str]) {
    let none = Counts::default();
    let is_protected =
        source.contains("swordfish") || source.contains(r#""protected":tr"#) || source.contains(r#""protected":"tr"#);
    let passwords = ["<wp:post_password>0", "<wp:post_password>x", r#""password":"#];
    let has_password = passwords.iter().any(|password| source.contains(password));
    match fate {
        Published => (Counts { new: 1, ..none }, &[]),
        Withheld if is_protected || has_password => (Counts { withheld: 1, ..none }, &["password"]),
        Withheld => (Counts { withheld: 1, ..none }, &["withheld"]),
        Embargoed => (Counts { embargoed: 1, ..none }, &["embargoed"]),
        Tombstone => (Counts { withdrawn: 1, ..none }, &["withdrawn"]),
        Nothing => (Counts { skipped: 1, ..none }, &["not-an-article"]),
    }
}

#[test]
fn only_what_a_source_calls_published_passes() {
    let tables: [(&str, Format, Vec<Row>); 5] = [
        ("export", WordPress, of_exports()),
        ("REST", WordPress, of_rest()),
        ("feed", Feed, of_feeds()),
        ("ninjs", Ninjs, of_ninjs()),
        ("Superdesk", Ninjs, of_superdesk()),
    ];
    for (name, format, rows) in tables {
        assert!(rows.iter().any(|(_, fate)| *fate == Published), "{name} has a control");
        for (source, expected) in rows {
            let folder = Folder::new();
            let report = folder.import(format, &source);
            let (counts, mut wanted) = told(expected, &source);
            // A broken date is told besides, and a section that is not there.
            let found: Vec<&str> =
                names(&report).into_iter().filter(|name| !["bad-time", "default-section"].contains(name)).collect();
            assert_eq!(fate(&folder), expected, "{name}: {source}\n{:?}", report.problems);
            assert_eq!(report.counts, counts, "{name}: {source}");
            if source.contains("deleted-entry") {
                wanted = &["withdrawn"];
            }
            assert_eq!(found, wanted, "{name}: {source}");
            assert!(report.problems.iter().all(|problem| !problem.what.zh.is_empty() && !problem.what.en.is_empty()));
        }
    }
}

#[test]
fn a_feed_in_an_export_format_is_read_through_the_same_gate() {
    let folder = Folder::new();
    assert_eq!(folder.import(Feed, exported("pitch")).counts.withheld, 1);
}

fn sum(report: &Report) -> usize {
    let Counts { new, updated, unchanged, withheld, embargoed, withdrawn, skipped } = report.counts;
    new + updated + unchanged + withheld + embargoed + withdrawn + skipped
}

#[test]
fn an_export_is_counted_and_listed_item_by_item() {
    let folder = Folder::new();
    let report = folder.import(WordPress, include_str!("cases/status.xml"));
    let counts = Counts { new: 1, withheld: 10, embargoed: 1, withdrawn: 1, ..Counts::default() };
    assert_eq!((report.counts, sum(&report)), (counts, 13), "{:?}", report.problems);
    let published: Vec<String> = folder.articles().into_iter().filter(is_shown).map(|article| article.headline).collect();
    assert_eq!(published, ["Published one"]);
    let listed = |name: &str| report.problems.iter().filter(|problem| problem.name == name).count();
    assert_eq!((listed("withheld"), listed("password"), listed("embargoed"), listed("withdrawn")), (9, 1, 1, 1));
    let pitch = report.problems.iter().find(|problem| problem.place == "item 9").unwrap();
    assert!(pitch.what.en.contains("wp:status: pitch") && pitch.what.zh.contains("wp:status: pitch"), "{pitch}");
    let again = folder.import(WordPress, include_str!("cases/status.xml"));
    assert_eq!((again.counts.new, again.counts.withheld, again.counts.embargoed, sum(&again)), (0, 10, 1, 13));
}

#[test]
fn the_secrets_of_an_export_and_of_rest_are_held_back() {
    let folder = Folder::new();
    let report = folder.import(WordPress, include_str!("cases/secrets.xml"));
    assert_eq!((report.counts.withheld, report.counts.embargoed, sum(&report)), (2, 1, 3));
    assert!(!folder.articles().iter().any(is_shown));
    let report = folder.import(WordPress, include_str!("cases/status.json"));
    assert_eq!((report.counts.new, report.counts.withheld, report.counts.embargoed), (1, 1, 1), "{:?}", report.problems);
}

fn is_shown(article: &Article) -> bool {
    article.pub_status == PublicationStatus::Usable
        && article.embargoed.as_ref().is_none_or(|until| until.as_str() < "2026-10-03T08:00:00+08:00")
}

#[test]
fn a_draft_without_title_or_section_is_no_error() {
    let folder = Folder::new();
    folder.put("in/file.json", exported("auto-draft").replace("<title>h</title>", "<title></title>"));
    let mut order = folder.order(WordPress, "in/file.json");
    order.section = None;
    let report = folder.run(&order).unwrap();
    assert_eq!((names(&report), report.counts.withheld), (vec!["withheld"], 1));
    // What is published and lacks one is.
    folder.put("in/file.json", exported("publish").replace("<title>h</title>", "<title></title>"));
    assert_eq!(names(&folder.run(&order).unwrap()), ["lacks"]);
}

#[test]
fn a_part_waits_for_its_package_and_a_held_picture_is_left_out() {
    let whole = json!({"uri": "inner", "type": "text", "headline": "Inner", "versioncreated": "2026-09-05T09:00:00Z", "body_html": "<p>a</p>"});
    let picture = |state: Value| {
        let mut picture =
            json!({"type": "picture", "renditions": {"main": {"href": "https://media.example/secret.jpg", "width": 900}}});
        put(&mut picture, state);
        picture
    };
    for (package, inner) in [("usable", PublicationStatus::Usable), ("withheld", PublicationStatus::Withheld)] {
        let folder = Folder::new();
        let parts = json!({"type": "composite", "pubstatus": package, "associations": {"a": whole}});
        folder.import(Ninjs, ninjs(parts));
        assert!(folder.articles().iter().all(|article| article.pub_status == inner), "{package}");
        assert_eq!(folder.articles().len(), 2);
    }
    let holds = [
        json!({"pubstatus": "withheld"}),
        json!({"pubstatus": "canceled"}),
        json!({"embargoed": AHEAD}),
        json!({"state": "in_progress"}),
        json!({"flags": {"marked_for_not_publication": true}}),
    ];
    for hold in holds {
        let folder = Folder::new();
        let report = folder.import(Ninjs, ninjs(json!({"associations": {"featuremedia": picture(hold.clone())}})));
        assert_eq!((names(&report), folder.article().lead), (vec!["held-part", "default-section"], None), "{hold}");
    }
    let folder = Folder::new();
    folder.import(Ninjs, ninjs(json!({"associations": {"featuremedia": picture(json!({"pubstatus": "usable"}))}})));
    assert!(folder.article().lead.is_some());
}
