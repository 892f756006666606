//! IPTC ninjs 1.x, 2.x and 3.x, and Superdesk's dialect, as agencies send them.

use crate::folder::{Folder, names, sketch};
use serde_json::{Value, json};
use strait_import::Format::Ninjs;
use strait_model::{Article, Block, PublicationStatus, Role};

fn picture(lists: bool) -> Value {
    let small = json!({"href": "https://media.example/s.jpg", "mimetype": "image/jpeg", "contentType": "image/jpeg", "width": 200, "height": 100});
    let large = json!({"href": "https://media.example/l.jpg", "mimetype": "image/jpeg", "contentType": "image/jpeg", "width": 2000, "height": 1000});
    let raw = json!({"href": "https://media.example/x.tif", "mimetype": "image/tiff", "contentType": "image/tiff", "width": 9000, "height": 4500});
    let renditions =
        if lists { json!([small, large, raw]) } else { json!({"thumbnail": small, "viewImage": large, "original": raw}) };
    let mut picture = json!({"uri": "urn:pic", "type": "picture", "renditions": renditions});
    let words = if lists {
        json!({"descriptions": [{"role": "caption", "value": "The harbour"}], "by": "Xu", "headlines": [{"value": "Harbour"}], "name": "a1"})
    } else {
        json!({"description_text": "The harbour", "byline": "Xu", "headline": "Harbour"})
    };
    picture.as_object_mut().unwrap().extend(words.as_object().unwrap().clone());
    picture
}

fn one() -> Value {
    json!({"uri": "urn:agency:1", "type": "text", "firstcreated": "2026-09-30T08:00:00+08:00", "versioncreated": "2026-09-30T09:00:00+08:00",
        "pubstatus": "usable", "urgency": 2, "language": "zh-CN", "headline": "渡轮复航", "byline": "记者 林晓帆", "located": "厦门",
        "description_text": "渡轮今天复航。", "body_html": "<p>正文</p>", "subject": [{"name": "City", "code": "city"}], "place": [{"name": "厦门"}],
        "copyrightholder": "通讯社", "copyrightnotice": "© 通讯社", "associations": {"main": picture(false)}})
}

fn two() -> Value {
    json!({"uri": "urn:agency:1", "type": "text", "firstcreated": "2026-09-30T08:00:00+08:00", "versioncreated": "2026-09-30T09:00:00+08:00",
        "pubstatus": "usable", "urgency": 2, "language": "zh-CN", "headlines": [{"role": "short", "value": "短"}, {"role": "main", "value": "渡轮复航"}],
        "by": "记者 林晓帆", "located": "厦门", "descriptions": [{"role": "summary", "value": "渡轮今天复航。"}],
        "bodies": [{"role": "text", "contenttype": "text/plain", "value": "plain"}, {"role": "html", "contenttype": "text/html", "value": "<p>正文</p>"}],
        "subjects": [{"name": "City", "literal": "city"}], "places": [{"name": "厦门"}], "copyrightholder": "通讯社", "copyrightnotice": "© 通讯社",
        "associations": [picture(true)]})
}

fn three() -> Value {
    json!({"standard": {"name": "ninjs", "version": "3.1"}, "uri": "urn:agency:1", "type": "text", "firstCreated": "2026-09-30T08:00:00+08:00",
        "versionCreated": "2026-09-30T09:00:00+08:00", "contentCreated": "2026-09-29T09:00:00+08:00", "pubStatus": "usable", "urgency": 2,
        "language": "zh-Hans", "headlines": [{"role": "main", "value": "渡轮复航"}], "by": "记者 林晓帆", "located": "厦门",
        "descriptions": [{"role": "summary", "value": "渡轮今天复航。"}], "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>正文</p>"}],
        "subjects": [{"name": "City"}], "places": [{"name": "厦门"}], "copyrightHolder": "通讯社", "copyrightNotice": "© 通讯社",
        "altIds": [{"role": "x", "value": "y"}], "associations": [picture(true)]})
}

fn imported(item: &Value) -> Article {
    let folder = Folder::new();
    let report = folder.import_json(Ninjs, item);
    assert_eq!(names(&report), Vec::<&str>::new(), "{:?}", report.problems);
    folder.article()
}

#[test]
fn every_version_of_ninjs_says_the_same() {
    let article = imported(&one());
    assert_eq!(article, imported(&two()));
    assert_eq!(article, imported(&three()));
    assert_eq!(article.id.as_str().split('-').next(), Some("20260930"));
    assert_eq!(
        (article.headline.as_str(), article.summary.as_str(), article.section.as_str()),
        ("渡轮复航", "渡轮今天复航。", "news/city")
    );
    assert_eq!((article.language.as_str(), article.urgency, article.source.name.as_str()), ("zh-Hans", 2, "通讯社"));
    assert_eq!((article.by[0].role, article.by[0].name.as_str()), (Role::Reporter, "林晓帆"));
    assert_eq!(article.version_created.as_str(), "2026-09-30T09:00:00+08:00");
    let lead = article.lead.unwrap();
    assert_eq!((lead.src.as_str(), lead.width, lead.height), ("https://media.example/l.jpg", 2000, 1000));
    assert_eq!(
        (lead.alt.as_str(), lead.caption.as_deref(), lead.credit.as_deref()),
        ("Harbour", Some("The harbour"), Some("Xu"))
    );
    assert_eq!(article.body.iter().map(sketch).collect::<Vec<_>>(), ["p 正文"]);
}

#[test]
fn lists_of_items_are_read_in_every_wrapping() {
    let items = [0, 1].map(|at| {
        let mut item = one();
        item["uri"] = format!("urn:{at}").into();
        item
    });
    let lines = format!("{}\n{}\n", items[0], items[1]);
    for wrapped in
        [json!(items).to_string(), json!({"_items": items}).to_string(), json!({"data": {"items": items}}).to_string(), lines]
    {
        let folder = Folder::new();
        assert_eq!(folder.import(Ninjs, &wrapped).counts.new, 2, "{wrapped}");
    }
}

#[test]
fn superdesk_s_dialect_is_read() {
    let item = json!({"guid": "urn:newsml:desk:1", "type": "text", "version": "3", "firstcreated": "2026-09-30T00:00:00+0000",
        "firstpublished": "2026-09-30T00:30:00+0000", "versioncreated": "2026-09-30T01:00:00+0000", "pubstatus": "usable", "priority": 6,
        "headline": "Ferry <b>returns</b>", "source": "Agency", "description_html": "<p>It returns.</p>", "service": [{"name": "Sport", "code": "s"}],
        "authors": [{"name": "Jane Doe", "role": "writer"}, {"name": "Xu", "role": "photographer"}], "keywords": ["ferry"], "extra": {"x": 1},
        "body_html": "<p>XIAMEN, Sept. 30 (Agency) — The ferry.</p><!-- EMBED START Image {id: \"editor_0\"} --><figure><img src=\"https://media.example/l.jpg\"><figcaption>In</figcaption></figure><!-- EMBED END -->",
        "associations": {"editor_0": picture(false), "featuremedia": {"type": "picture", "headline": "Lead", "renditions": {"original": {"href": "https://media.example/lead.jpg", "mimetype": "image/jpeg"}}}}});
    let article = imported(&item);
    assert_eq!(
        (article.headline.as_str(), article.summary.as_str(), article.section.as_str()),
        ("Ferry returns", "It returns.", "sport")
    );
    assert_eq!(article.first_created.as_str(), "2026-09-30T08:30:00+08:00");
    assert_eq!(article.dateline.as_deref(), Some("XIAMEN, Sept. 30 (Agency) —"));
    assert_eq!(article.lead.unwrap().src, "https://media.example/lead.jpg");
    assert_eq!(article.by.iter().map(|credit| credit.role).collect::<Vec<_>>(), [Role::Reporter, Role::Photographer]);
    assert_eq!(article.body.iter().map(sketch).collect::<Vec<_>>(), ["p The ferry.", "img https://media.example/l.jpg 0x0 In"]);
}

#[test]
fn a_picture_item_is_an_article_led_by_its_picture() {
    let mut item = picture(true);
    item["versionCreated"] = "2026-09-30T09:00:00+08:00".into();
    let folder = Folder::new();
    assert_eq!(names(&folder.import_json(Ninjs, &item)), ["default-section"]);
    let article = folder.article();
    assert_eq!((article.headline.as_str(), article.summary.as_str()), ("Harbour", "The harbour"));
    assert_eq!(article.lead.unwrap().width, 2000);
}

#[test]
fn a_composite_brings_its_stories_along() {
    let mut whole = one();
    whole["uri"] = "urn:inner".into();
    let mut other = picture(false);
    other["renditions"]["viewImage"]["href"] = "https://media.example/other.jpg".into();
    let item = json!({"uri": "urn:package", "type": "composite", "headline": "Package", "versioncreated": "2026-09-30T09:00:00Z", "subject": [{"name": "Sport"}],
        "associations": {"a": whole, "b": {"type": "text", "headline": "Elsewhere", "uri": "https://a.example/b"}, "c": picture(false), "d": other}});
    let folder = Folder::new();
    let report = folder.import_json(Ninjs, &item);
    assert_eq!((report.counts.new, names(&report)), (2, vec![]), "{:?}", report.problems);
    let package = folder.articles().into_iter().find(|article| article.headline == "Package").unwrap();
    assert_eq!(
        package.body.iter().map(sketch).collect::<Vec<_>>(),
        ["img https://media.example/other.jpg 2000x1000 The harbour", "list false 渡轮复航|Elsewhere"]
    );
}

#[test]
fn events_plans_and_bare_films_are_named_and_skipped() {
    let of = |kind: &str| json!({"uri": format!("urn:{kind}"), "type": kind, "headline": "h", "versioncreated": "2026-09-30T09:00:00Z"});
    let folder = Folder::new();
    let items = json!([of("event"), of("planning"), of("video"), of("audio"), of("component"), 7, "x", one()]);
    let report = folder.import_json(Ninjs, &items);
    assert_eq!((report.counts.new, report.counts.skipped), (1, 7));
    assert_eq!(names(&report), ["not-an-article"; 7]);
}

#[test]
fn what_an_article_must_have_is_asked_for() {
    let folder = Folder::new();
    let items = json!([{"headline": "h", "versioncreated": "2026-09-30T09:00:00Z"}, {"uri": "u", "versioncreated": "2026-09-30T09:00:00Z"},
        {"uri": "v", "headline": "h", "versioncreated": "soon"}]);
    let report = folder.import_json(Ninjs, &items);
    assert_eq!((report.counts.skipped, folder.files().len()), (3, 0));
    assert_eq!(names(&report), ["bad-time", "lacks", "lacks", "lacks"]);
    assert_eq!(names(&folder.import(Ninjs, "{\"uri\": ")), ["bad-file"]);
}

#[test]
fn embargo_expiry_and_withholding_are_kept() {
    let mut item = three();
    item["embargoedUntil"] = "2026-10-01T00:00:00Z".into();
    item["expires"] = "2026-11-01T00:00:00Z".into();
    item["pubStatus"] = "withheld".into();
    let folder = Folder::new();
    assert_eq!(names(&folder.import_json(Ninjs, &item)), ["withheld"]);
    let article = folder.article();
    assert_eq!(article.embargoed.unwrap().as_str(), "2026-10-01T08:00:00+08:00");
    assert_eq!(article.expires.unwrap().as_str(), "2026-11-01T08:00:00+08:00");
    assert_eq!(article.pub_status, PublicationStatus::Withheld);
}

#[test]
fn what_the_body_shows_stands_once_and_gains_its_words() {
    let association = |kind: &str, href: &str, other: &str| {
        json!({"type": kind, "headline": "H", "description_text": "At dawn", "renditions": {
            "original": {"href": href, "mimetype": format!("{kind}/x")}, "viewImage": {"href": other, "mimetype": format!("{kind}/x")}}})
    };
    let film = association("video", "https://media.example/f.mp4", "https://media.example/f-small.mp4");
    let sound = association("audio", "https://media.example/s.mp3", "https://media.example/s-small.mp3");
    let mut picture = association("picture", "https://media.example/p.jpg", "https://media.example/p-small.jpg");
    for (_, rendition) in picture["renditions"].as_object_mut().unwrap() {
        rendition["mimetype"] = "image/jpeg".into();
    }
    let cases = [
        (
            "<p>a</p><div><video src=\"https://media.example/f.mp4\" /><span>The quay</span></div><p>b</p>",
            &film,
            vec!["p a", "video https://media.example/f.mp4", "p The quay", "p b"],
        ),
        (
            "<p>a</p><video src=\"https://media.example/f-small.mp4\"></video>",
            &film,
            vec!["p a", "video https://media.example/f-small.mp4"],
        ),
        (
            "<p>a</p><audio src=\"https://media.example/s.mp3\"></audio>",
            &sound,
            vec!["p a", "audio https://media.example/s.mp3 H"],
        ),
        (
            "<p>a</p><aside><img src=\"https://media.example/p-small.jpg\"></aside>",
            &picture,
            vec!["p a", "aside - (img https://media.example/p-small.jpg 0x0 At dawn)"],
        ),
        ("<p>a</p>", &film, vec!["p a", "video https://media.example/f-small.mp4"]),
    ];
    for (html, association, expected) in cases {
        let folder = Folder::new();
        let item = json!({"uri": "urn:f", "type": "text", "versioncreated": "2026-09-30T00:00:00Z", "headline": "h", "body_html": html,
            "associations": {"media_1": association}});
        folder.import_json(Ninjs, &item);
        let article = folder.article();
        assert_eq!(article.body.iter().map(sketch).collect::<Vec<_>>(), expected, "{html}");
        let captions = article.body.iter().filter_map(|block| match block {
            Block::Video(video) => video.caption.as_deref(),
            Block::Audio(audio) => audio.caption.as_deref(),
            _ => None,
        });
        assert!(captions.into_iter().all(|caption| caption == "At dawn"));
        assert!(article.lead.is_none(), "{html}");
    }
}

#[test]
fn the_lead_is_not_shown_again_in_another_size() {
    let folder = Folder::new();
    let item = json!({"uri": "urn:l", "type": "text", "versioncreated": "2026-09-30T00:00:00Z", "headline": "h",
        "body_html": "<p>a</p><img src=\"https://media.example/small.jpg\"><p>b</p>",
        "associations": {"featuremedia": {"type": "picture", "renditions": {
            "original": {"href": "https://media.example/large.jpg", "width": 1600, "height": 900},
            "viewImage": {"href": "https://media.example/small.jpg", "width": 640, "height": 360}}}}});
    folder.import_json(Ninjs, &item);
    let article = folder.article();
    assert_eq!(article.lead.unwrap().src, "https://media.example/large.jpg");
    assert_eq!(article.body.iter().map(sketch).collect::<Vec<_>>(), ["p a", "p b"]);
}

#[test]
fn superdesk_s_raw_items_keep_what_readers_see() {
    let item = json!({"guid": "urn:desk:1", "type": "text", "state": "published", "pubstatus": "usable", "versioncreated": "2026-09-30T08:00:00+0000",
        "headline": "Ferry", "byline": "By Ann Quay", "authors": [{"_id": ["5d", "writer"], "role": "writer", "name": "Writer", "sub_label": "Ann Quay"}],
        "dateline": {"located": {"city": "Xiamen"}, "text": "XIAMEN, Sept 30 QUAY -"}, "subject": [{"name": "City"}],
        "body_html": "<p>It sails.</p>", "body_footer": "<p>Call 12 345, or see <a href=\"https://help.example/\">help</a>.</p>",
        "attachments": [{"attachment": {"filename": "a.pdf", "title": "Timetable"}}], "extra_items": {"media": {"items": []}},
        "associations": {
            "related--1": {"type": "text", "guid": "urn:desk:2", "state": "published", "pubstatus": "usable", "headline": "Other", "subject": [{"name": "City"}],
                "body_html": "<p>Other words.</p>", "versioncreated": "2026-09-30T07:00:00+0000"},
            "related--2": {"type": "text", "guid": "urn:desk:3", "pubstatus": "usable", "headline": "Only a headline"}}});
    let folder = Folder::new();
    let report = folder.import_json(Ninjs, &item);
    assert_eq!(report.counts.new, 2, "{:?}", report.problems);
    assert_eq!(names(&report), ["unkept"; 3], "{:?}", report.problems);
    let told = report.problems.iter().map(|problem| format!("{problem:?}")).collect::<String>();
    for named in ["Timetable", "extra_items", "Only a headline"] {
        assert!(told.contains(named), "{named}: {told}");
    }
    let articles = folder.articles();
    let [ferry, other] = ["Ferry", "Other"].map(|headline| articles.iter().find(|article| article.headline == headline).unwrap());
    assert_eq!(ferry.related, std::slice::from_ref(&other.id));
    assert_eq!(ferry.dateline.as_deref(), Some("XIAMEN, Sept 30 QUAY -"));
    assert_eq!(ferry.by.iter().map(|credit| credit.name.as_str()).collect::<Vec<_>>(), ["Ann Quay"]);
    assert_eq!(ferry.body.iter().map(sketch).collect::<Vec<_>>().len(), 2);
    assert!(sketch(&ferry.body[1]).contains("Call 12 345"), "{}", sketch(&ferry.body[1]));
    assert_eq!(folder.import_json(Ninjs, &item).counts.unchanged, 2);
    let mut killed = item;
    (killed["pubstatus"], killed["state"], killed["versioncreated"]) =
        ("canceled".into(), "killed".into(), "2026-09-30T09:00:00+0000".into());
    folder.import_json(Ninjs, &killed);
    let shown = folder.articles().into_iter().filter(|article| article.pub_status == PublicationStatus::Usable);
    assert_eq!(shown.map(|article| article.headline).collect::<Vec<_>>(), ["Other"], "it is published by itself");
}

#[test]
fn a_story_that_goes_with_another_and_is_not_published_is_not_shown_by_it() {
    let item = json!({"guid": "urn:desk:1", "type": "text", "state": "published", "pubstatus": "usable", "versioncreated": "2026-09-30T08:00:00+0000",
        "headline": "Ferry", "subject": [{"name": "City"}], "body_html": "<p>It sails.</p>",
        "associations": {"related--1": {"type": "text", "guid": "urn:desk:2", "state": "in_progress", "pubstatus": "usable", "headline": "Draft",
            "subject": [{"name": "City"}], "body_html": "<p>Draft words.</p>", "versioncreated": "2026-09-30T07:00:00+0000"}}});
    let folder = Folder::new();
    folder.import_json(Ninjs, &item);
    for article in folder.articles() {
        assert!(article.related.is_empty());
        assert_eq!(article.pub_status == PublicationStatus::Usable, article.headline == "Ferry");
    }
}

#[test]
fn descriptions_without_a_role_and_names_without_words() {
    let folder = Folder::new();
    let item = json!({"uri": "urn:d", "type": "text", "versionCreated": "2026-09-30T00:00:00Z", "headlines": [{"value": "h"}], "subjects": [{"name": "City"}],
        "descriptions": [{"contentType": "text/plain", "value": "The desk's own words."}], "bodies": [{"contentType": "text/html", "value": "<p>First words.</p>"}],
        "associations": [
            {"name": "editor_3", "type": "picture", "renditions": [{"href": "https://media.example/p.jpg", "contentType": "image/jpeg"}]},
            {"name": "video--1", "type": "video", "renditions": [{"href": "https://media.example/v.mp4", "contentType": "video/mp4"}]},
            {"name": "潮水", "type": "picture", "renditions": [{"href": "https://media.example/q.jpg", "contentType": "image/jpeg"}]}]});
    folder.import_json(Ninjs, &item);
    let article = folder.article();
    assert_eq!(article.summary, "The desk's own words.");
    assert_eq!(article.lead.as_ref().unwrap().alt, "");
    let text = serde_json::to_string(&article).unwrap();
    assert!(text.contains("潮水") && !text.contains("editor_3") && !text.contains("video--1"), "{text}");
}
