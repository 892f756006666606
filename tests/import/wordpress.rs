//! WordPress: answers of its REST interface with and without `_embed`, its export, and fetching.

use crate::folder::{Folder, names, sketch};
use serde_json::{Value, json};
use strait_import::Format::WordPress;
use strait_model::PublicationStatus;

pub fn post(number: u32, content: &str) -> Value {
    json!({"id": number, "date": "2026-09-30T08:00:00", "date_gmt": "2026-09-30T00:00:00", "guid": {"rendered": format!("https://wp.example/?p={number}")},
        "modified": "2026-09-30T09:00:00", "modified_gmt": "2026-09-30T01:00:00", "slug": "ferry", "status": "publish", "type": "post",
        "link": format!("https://wp.example/2026/ferry-{number}/"), "title": {"rendered": "Ferry &#8220;Tide&#8221; &amp; more"},
        "content": {"rendered": content, "protected": false}, "excerpt": {"rendered": "<p>The ferry is back [&hellip;]</p>\n", "protected": false},
        "author": 3, "featured_media": 0, "categories": [4], "tags": [5], "class_list": ["post-1", "category-city"]})
}

fn embedded() -> Value {
    json!({"author": [{"id": 3, "name": "Jane Doe"}],
        "wp:featuredmedia": [{"id": 9, "source_url": "https://media.example/lead.jpg", "alt_text": "A ferry", "caption": {"rendered": "<p>In the harbour</p>"}, "media_details": {"width": 1600, "height": 900}}],
        "wp:term": [[{"taxonomy": "category", "name": "Sport", "slug": "sport", "link": "https://wp.example/category/sport/"}], [{"taxonomy": "post_tag", "name": "ferries", "slug": "ferries"}]]})
}

#[test]
fn a_post_with_embed_is_read_whole() {
    let mut post = post(1, "<p>Text &amp; more</p>");
    post["_embedded"] = embedded();
    let folder = Folder::new();
    let report = folder.import_json(WordPress, &json!([post]));
    assert_eq!(names(&report), Vec::<&str>::new(), "{:?}", report.problems);
    let article = folder.article();
    assert_eq!(
        (article.headline.as_str(), article.summary.as_str(), article.section.as_str()),
        ("Ferry “Tide” & more", "The ferry is back…", "sport")
    );
    assert_eq!((article.by[0].name.as_str(), article.source.name.as_str()), ("Jane Doe", "wp.example"));
    assert_eq!(article.subjects.iter().map(|subject| subject.name.as_str()).collect::<Vec<_>>(), ["ferries"]);
    let lead = article.lead.unwrap();
    assert_eq!(
        (lead.src.as_str(), lead.width, lead.alt.as_str(), lead.caption.as_deref()),
        ("https://media.example/lead.jpg", 1600, "A ferry", Some("In the harbour"))
    );
    assert_eq!(article.version_created.as_str(), "2026-09-30T09:00:00+08:00");
}

#[test]
fn a_post_without_embed_keeps_what_it_says() {
    let folder = Folder::new();
    let mut post = post(1, "<p>Text</p>");
    post["featured_media"] = 9.into();
    assert_eq!(names(&folder.import_json(WordPress, &json!([post]))), ["lost-media"]);
    assert_eq!(folder.article().section.as_str(), "news/city");
}

#[test]
fn a_picture_that_is_not_published_leads_no_post() {
    let states = [
        json!({"status": "private"}),
        json!({"status": "trash"}),
        json!({"status": true}),
        json!({"status": "inherit", "password": " "}),
        json!({"caption": {"protected": false}, "title": {"protected": true}}),
    ];
    for state in states.iter().chain(&[json!({"status": "inherit"}), json!({"status": "publish"}), json!({"status": null})]) {
        let mut post = post(1, "<p>Text</p>");
        post["_embedded"] = embedded();
        post["jetpack_featured_media_url"] = "https://media.example/lead.jpg".into();
        let media = post["_embedded"]["wp:featuredmedia"][0].as_object_mut().unwrap();
        media.extend(state.as_object().unwrap().clone());
        let folder = Folder::new();
        let report = folder.import_json(WordPress, &post);
        let is_held = states.contains(state);
        assert_eq!((names(&report).contains(&"held-part"), folder.article().lead.is_none()), (is_held, is_held), "{state}");
    }
}

#[test]
fn blocks_galleries_and_players_of_the_editor_are_kept() {
    let content = r#"
<!-- wp:paragraph --><p class="has-drop-cap">First.</p><!-- /wp:paragraph -->
<figure class="wp-block-image size-large"><img loading="lazy" width="1024" height="683" src="data:image/svg+xml,%3Csvg%3E" data-lazy-src="https://media.example/a-1024x683.jpg" alt="A" /><noscript><img src="https://media.example/a-1024x683.jpg" alt="A" /></noscript><figcaption class="wp-element-caption">Cap</figcaption></figure>
<figure class="wp-block-gallery has-nested-images columns-2"><figure class="wp-block-image"><img src="/b.jpg" /></figure><figure class="wp-block-image"><img src="https://media.example/c.jpg" /></figure><figcaption class="blocks-gallery-caption">Both</figcaption></figure>
<figure class="wp-block-embed is-provider-youtube"><div class="wp-block-embed__wrapper"><iframe title="Film" src="https://www.youtube.com/embed/abc123?feature=oembed"></iframe></div></figure>
[caption id="attachment_7" align="alignnone" width="300"]<img src="https://media.example/d.jpg" width="300" height="200" /> Old cap[/caption]
<blockquote class="wp-block-quote"><p>Words</p><cite>Lin</cite></blockquote>
[fancy_box color="red"]kept[/fancy_box]"#;
    let folder = Folder::new();
    let report = folder.import_json(WordPress, &post(1, content));
    assert_eq!(names(&report), ["shortcode", "media-origin", "player"], "{:?}", report.problems);
    let expected = [
        "p First.",
        "img https://media.example/a-1024x683.jpg 1024x683 Cap",
        "gallery https://wp.example/b.jpg https://media.example/c.jpg",
        "p Both",
        "embed youtube https://www.youtube-nocookie.com/embed/abc123",
        "img https://media.example/d.jpg 300x200 Old cap",
        "quote Words -- Lin",
        "p kept",
    ];
    assert_eq!(folder.article().body.iter().map(sketch).collect::<Vec<_>>(), expected);
}

#[test]
fn content_as_wordpress_keeps_it_is_expanded_as_it_would_be() {
    let mut kept = post(1, "");
    kept["content"] = json!({"raw": "One\n\n<div>x</div>\nTwo((a note)).\n\n[youtube abcdefghijk]", "protected": false});
    let folder = Folder::new();
    folder.import_json(WordPress, &kept);
    let film = "embed youtube https://www.youtube-nocookie.com/embed/abcdefghijk";
    assert_eq!(
        folder.article().body.iter().map(sketch).collect::<Vec<_>>(),
        ["p One", "p x", "p Two1.", film, "notes a note ↩\u{fe0e}"]
    );
    // What it shows has its paragraphs, and brackets that its plugins left.
    let folder = Folder::new();
    folder.import_json(WordPress, &post(1, "<p>One\ntwo ((a note))</p>"));
    assert_eq!(folder.article().body.iter().map(sketch).collect::<Vec<_>>(), ["p One two ((a note))"]);
}

#[test]
fn a_status_decides_what_is_shown() {
    for (told, expected) in
        [("publish", PublicationStatus::Usable), ("private", PublicationStatus::Withheld), ("draft", PublicationStatus::Withheld)]
    {
        let mut post = post(1, "<p>x</p>");
        post["status"] = told.into();
        let folder = Folder::new();
        folder.import_json(WordPress, &post);
        assert_eq!(folder.article().pub_status, expected, "{told}");
    }
    let mut planned = post(1, "<p>x</p>");
    planned["status"] = "future".into();
    let folder = Folder::new();
    folder.import_json(WordPress, &planned);
    assert_eq!(folder.article().embargoed.unwrap().as_str(), "2026-09-30T08:00:00+08:00");
    let mut hidden = post(2, "");
    hidden["content"]["protected"] = true.into();
    let folder = Folder::new();
    assert_eq!(names(&folder.import_json(WordPress, &hidden)), ["password"]);
    assert_eq!(folder.article().pub_status, PublicationStatus::Withheld);
    let mut trashed = post(1, "");
    trashed["status"] = "trash".into();
    trashed["modified_gmt"] = "2026-10-01T01:00:00".into();
    let folder = Folder::new();
    folder.import_json(WordPress, &post(1, "<p>x</p>"));
    assert_eq!(folder.import_json(WordPress, &trashed).counts.withdrawn, 1);
}

#[test]
fn an_error_answer_is_named() {
    let folder = Folder::new();
    let report = folder.import_json(WordPress, &json!({"code": "rest_no_route", "message": "No route", "data": {"status": 404}}));
    assert_eq!(names(&report), ["not-an-article"]);
    assert!(report.problems[0].to_string().contains("rest_no_route"));
}

#[test]
fn an_export_is_read_with_its_pictures_and_shortcodes() {
    let export = r#"<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old paper</title><link>https://wp.example</link><language>en-GB</language>
<item><title>pic</title><guid isPermaLink="false">https://wp.example/?attachment_id=7</guid><wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://media.example/7.jpg</wp:attachment_url></item>
<item><title>Ferry</title><link>https://wp.example/ferry/</link><guid isPermaLink="false">https://wp.example/?p=1</guid><dc:creator><![CDATA[jane]]></dc:creator>
<content:encoded><![CDATA[One
line

Two [gallery ids="7"]]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>1</wp:post_id>
<wp:post_date_gmt>2026-09-30 00:00:00</wp:post_date_gmt><wp:post_modified_gmt>2026-09-30 01:00:00</wp:post_modified_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="sport"><![CDATA[Sport]]></category><category domain="post_tag" nicename="x"><![CDATA[X]]></category>
<wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key><wp:meta_value><![CDATA[7]]></wp:meta_value></wp:postmeta></item></channel></rss>"#;
    let folder = Folder::new();
    let report = folder.import(WordPress, export);
    assert_eq!((report.counts.new, report.counts.skipped), (1, 1), "{:?}", report.problems);
    let article = folder.article();
    assert_eq!(
        (article.section.as_str(), article.language.as_str(), article.lead.unwrap().src.as_str()),
        ("sport", "en-GB", "https://media.example/7.jpg")
    );
    assert_eq!(article.body.iter().map(sketch).collect::<Vec<_>>(), ["p One", "p line", "p Two"]);
    assert_eq!(article.version_created.as_str(), "2026-09-30T09:00:00+08:00");
    // The same post through the REST interface is the same article.
    assert_eq!(folder.import_json(WordPress, &post(1, "<p>New</p>")).counts.updated + folder.articles().len(), 2);
}

#[test]
fn all_authors_of_a_post_are_named_in_their_order() {
    let term =
        |id: u32, taxonomy: &str, slug: &str, name: &str| json!({"id": id, "taxonomy": taxonomy, "slug": slug, "name": name});
    let by = |fields: Value| {
        let folder = Folder::new();
        let mut post = json!({"id": 1, "type": "post", "status": "publish", "date_gmt": "2026-09-05T09:00:00", "link": "https://p.example/1/",
            "title": {"rendered": "h"}, "content": {"rendered": "<p>x</p>"},
            "_embedded": {"author": [{"id": 1, "name": "Quinn Mar", "slug": "qm7"}], "wp:term": [
                [term(3, "post_tag", "ferry", "ferry"), term(4, "language", "en", "English"), term(5, "post_translations", "pll_6", "pll_6")],
                [term(11, "author", "cap-qm7", "qm7"), term(12, "author", "cap-ana-brook", "Ana Brook")]]}});
        post.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        folder.import_json(WordPress, &json!([post]));
        let article = folder.article();
        assert_eq!(article.subjects.iter().map(|subject| subject.name.as_str()).collect::<Vec<_>>(), ["ferry"]);
        article.by.iter().map(|credit| credit.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(by(json!({"coauthors": [12, 11]})), "Ana Brook, Quinn Mar");
    assert_eq!(by(json!({})), "Quinn Mar, Ana Brook");
    assert_eq!(
        by(json!({"coauthors": [], "authors": [{"display_name": "Lena Orr"}, {"display_name": "Quinn Mar"}]})),
        "Lena Orr, Quinn Mar"
    );
    assert_eq!(by(json!({"authors": [1]})), "Quinn Mar");
}
