//! The gate: one table over all sources and all that they say of publication.

use crate::folder::{Folder, names};
use crate::sayings::Fate::{self, Embargoed, Nothing, Published, Tombstone, Withheld};
use crate::sayings::{AHEAD, Row, exported, of_exports, of_feeds, of_rest, put};
use crate::sayings_of_wires::{ninjs, of_ninjs, of_superdesk};
use serde_json::{Value, json};
use strait_import::Format::{self, Feed, Ninjs, WordPress};
use strait_import::{Counts, Report};
use strait_model::{Article, PublicationStatus};

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
    let passwords = ["<wp:post_password>0", "<wp:post_password>x", "<wp:post_password><![CDATA[ ]]>", r#""password":"#];
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
            // A broken date is told besides, a section that is not there, and that some of these say nothing.
            let besides = ["bad-time", "default-section", "empty"];
            let found: Vec<&str> = names(&report).into_iter().filter(|name| !besides.contains(name)).collect();
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

#[test]
fn an_entry_in_another_is_held_with_it() {
    let entry = |id: &str, inner: &str| {
        format!("<entry><id>{id}</id><title>{id}</title><updated>2026-09-05T09:00:00Z</updated>{inner}</entry>")
    };
    let draft = "<app:control><app:draft>yes</app:draft></app:control>";
    for inner in [
        format!("<content type='application/xml'>{}</content>{draft}", entry("inner", "<summary>a</summary>")),
        format!("{}{draft}", entry("inner", "<summary>a</summary>")),
        format!("<content type='xhtml'><div><item>x</item></div></content>{draft}"),
    ] {
        let folder = Folder::new();
        let report = folder.import(Feed, format!("<feed>{}{}</feed>", entry("outer", &inner), entry("after", "")));
        let shown: Vec<String> = folder.articles().into_iter().filter(is_shown).map(|article| article.headline).collect();
        assert_eq!((shown, report.counts.new), (vec!["after".to_owned()], 1), "{inner}\n{:?}", report.problems);
    }
}

#[test]
fn a_post_that_does_not_end_takes_no_word_of_the_next() {
    let posts = exported("draft").replace("words", "<![CDATA[words").replace("</channel></rss>", "");
    let next = exported("publish").replace("words", "<![CDATA[words]]>").replace("?p=1", "?p=2");
    let next = next.split_once("</title>").unwrap().1;
    let report = Folder::new().import(WordPress, posts + next);
    assert_eq!((report.counts.new, report.counts.withheld), (0, 1), "{:?}", report.problems);
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
    let pitch = report.problems.iter().find(|problem| problem.place.starts_with("item 9 “")).unwrap();
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
    use PublicationStatus::{Canceled, Usable, Withheld};
    for (package, status, inner) in
        [("usable", Usable, Usable), ("withheld", Withheld, Withheld), ("canceled", Canceled, Withheld)]
    {
        let folder = Folder::new();
        let parts = json!({"type": "composite", "pubstatus": package, "associations": {"a": whole}});
        folder.import(Ninjs, ninjs(parts));
        let articles = folder.articles();
        let expected = |article: &Article| if article.headline == "Inner" { inner } else { status };
        assert!(articles.iter().all(|article| article.pub_status == expected(article)), "{package}");
        assert_eq!(articles.len(), 2);
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

#[test]
fn a_held_picture_is_nowhere_in_the_article() {
    let shown = |folder: &Folder| {
        ["secret", "open"].map(|name| {
            folder.articles()[0]
                .lead
                .iter()
                .map(|lead| lead.src.clone())
                .chain(folder.articles()[0].body.iter().map(crate::folder::sketch))
                .any(|src| src.contains(name))
        })
    };
    let story = |status: &str, hour: u8| {
        let rendition =
            |name: &str| json!({"href": format!("https://media.example/{name}.jpg"), "width": 900, "mimetype": "image/jpeg"});
        let picture = json!({"type": "picture", "pubstatus": status, "renditions": {"original": rendition("secret"), "viewImage": rendition("secret-view")}});
        let film = json!({"type": "video", "pubstatus": status, "renditions": {"original": {"href": "https://media.example/secret.mp4", "mimetype": "video/mp4"}}});
        let body = "<p>a</p><figure><img src='http://media.example/secret-view-300x200.jpg?w=3'></figure><aside><p>b</p><img src='https://media.example/secret.jpg'></aside>\
            <video src='https://media.example/secret.mp4'></video><img src='https://media.example/open.jpg'>";
        json!({"uri": "g", "type": "text", "headline": "h", "versioncreated": format!("2026-09-05T{hour:02}:00:00Z"), "body_html": body,
            "associations": {"featuremedia": picture, "editor_0": picture, "editor_1": film}})
    };
    let edit = |folder: &Folder, change: fn(&mut Value)| {
        let file = folder.files().remove(0);
        let mut article = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        change(&mut article);
        std::fs::write(file, article.to_string()).unwrap();
    };
    let folder = Folder::new();
    folder.import_json(Ninjs, &story("withheld", 2));
    assert_eq!(shown(&folder), [false, true], "{:?}", folder.article());
    // Held later, whatever an editor made of it.
    for change in [
        (|_| ()) as fn(&mut Value),
        |article| article["lead"]["caption"] = "the editor's".into(),
        |article| article["versionCreated"] = "2026-09-05T12:00:00Z".into(),
        |article| {
            article["body"]
                .as_array_mut()
                .unwrap()
                .insert(0, json!({"kind": "heading", "level": 2, "text": [{"text": "the editor's"}]}))
        },
    ] {
        let folder = Folder::new();
        folder.import_json(Ninjs, &story("usable", 2));
        assert_eq!(shown(&folder), [true, true], "the control");
        edit(&folder, change);
        let report = folder.import_json(Ninjs, &story("canceled", 3));
        assert_eq!(report.counts.updated, 1, "{:?}", report.problems);
        assert_eq!(shown(&folder), [false, true], "{:?}", folder.article());
    }
}
