//! What stands in the posts of WordPress' export, and beside them: nothing of it is lost in silence.

use crate::folder::{Folder, names, sketch};
use serde_json::json;
use strait_import::Format::WordPress;
use strait_import::Report;
use strait_model::{Article, Block};

/// An item of the export.
fn item(number: u32, kind: &str, status: &str, content: &str, more: &str) -> String {
    format!(
        "<item><title>Item {number}</title><link>https://bay.example/{number}/</link><guid isPermaLink=\"false\">https://bay.example/?p={number}</guid>\
        <content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>{number}</wp:post_id><wp:post_date_gmt>2026-03-05 09:00:00</wp:post_date_gmt>\
        <wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type><category domain=\"category\" nicename=\"sport\"><![CDATA[Sport]]></category>{more}</item>"
    )
}

/// A picture of the media library.
fn picture(number: u32, post: u32, order: u32) -> String {
    let more = format!(
        "<excerpt:encoded><![CDATA[Caption <em>{number}</em>]]></excerpt:encoded><wp:post_parent>{post}</wp:post_parent><wp:menu_order>{order}</wp:menu_order>\
        <wp:attachment_url>https://bay.example/{number}.jpg</wp:attachment_url>{}",
        meta("_wp_attachment_image_alt", &format!("Alt {number}"))
    );
    item(number, "attachment", "inherit", "", &more)
}

fn meta(key: &str, value: &str) -> String {
    format!(
        "<wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
    )
}

fn export(items: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
        xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Bay</title><link>https://bay.example</link><language>en-GB</language>{}</channel></rss>",
        items.concat()
    )
}

/// Imports an export of a post `1` and what stands beside it.
fn import(content: &str, more: &str, beside: &[String]) -> (Article, Report) {
    let folder = Folder::new();
    let mut items = vec![item(1, "post", "publish", content, more)];
    items.extend(beside.iter().cloned());
    let report = folder.import(WordPress, export(&items));
    (folder.article(), report)
}

fn check(content: &str, beside: &[String], expected: &[&str], problems: &[&str]) {
    let (article, report) = import(content, "", beside);
    assert_eq!(article.body.iter().map(sketch).collect::<Vec<_>>(), expected, "{content}");
    let others = ["not-an-article", "media-origin", "player"];
    let found: Vec<&str> = names(&report).into_iter().filter(|name| !others.contains(name)).collect();
    assert_eq!(found, problems, "{content}");
}

#[test]
fn lines_are_paragraphs_whatever_tags_stand_among_them() {
    for (tags, between) in [
        ("<p style=\"text-align: center;\">* * *</p>", "p * * *"),
        ("<div class=\"box\">Hours: 8 to 6</div>", "p Hours: 8 to 6"),
        ("<pre>08:00 pier\n\n\n\n  08:40 island</pre>", "code - 08:00 pier\n\n\n\n  08:40 island"),
        (
            "<picture><source srcset=\"https://bay.example/a.webp\"><img src=\"https://bay.example/a.jpg\"></picture>",
            "img https://bay.example/a.jpg 0x0 -",
        ),
        ("<ul>\n\t<li>Adults\n4</li>\n\t<li>Children 2</li>\n</ul>", "list false Adults 4|Children 2"),
        ("<blockquote>We waited\n\nand walked.</blockquote>", "quote We waited\nand walked. -- -"),
        ("<table>\n<tbody>\n<tr>\n<td>Line 1</td>\n<td>9:00</td>\n</tr>\n</tbody>\n</table>", "table [] Line 1|9:00"),
        ("<!--more-->\n\n<!--nextpage-->", ""),
    ] {
        let content = format!("The fog came.\n\n{tags}\n\nOne line<br />two lines\r\n\r\nThe fog <em>went\n\naway</em>.");
        let mut expected = vec!["p The fog came."];
        expected.extend(Some(between).filter(|between| !between.is_empty()));
        expected.extend(["p One line", "p two lines", "p The fog went", "p away."]);
        check(&content, &[], &expected, &[]);
    }
    check("One\n\n<script>\nvar a;\n\nvar b;\n</script>\n\nTwo", &[], &["p One", "p Two"], &["removed"]);
    // The block editor's lines are white space.
    check("<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->", &[], &["p One two"], &[]);
}

#[test]
fn code_and_verse_of_the_block_editor_keep_their_lines() {
    check(
        "<!-- wp:code -->\n<pre class=\"wp-block-code\"><code>if tide &gt; 2 {\n    flood();\n}</code></pre>\n<!-- /wp:code -->\n\n\
        <!-- wp:verse -->\n<pre class=\"wp-block-verse\">In it comes\n   and out,\n\nuncounted.</pre>\n<!-- /wp:verse -->",
        &[],
        &["code - if tide > 2 {\n    flood();\n}", "verse In it comes\n   and out,\n\nuncounted."],
        &[],
    );
}

#[test]
fn addresses_and_players_are_neither_dead_nor_raw_text() {
    let film = "embed youtube https://www.youtube-nocookie.com/embed/abcdefghijk";
    check("One\n\nhttps://www.youtube.com/watch?v=abcdefghijk\n\nTwo", &[], &["p One", film, "p Two"], &[]);
    check("<p>One</p>\n<p>https://youtu.be/abcdefghijk</p>", &[], &["p One", film], &[]);
    check(
        "One\nhttps://x.com/bay/status/12\nTwo",
        &[],
        &["p One", "embed x https://platform.twitter.com/embed/Tweet.html?id=12", "p Two"],
        &[],
    );
    check(
        "<!-- wp:embed {\"url\":\"https://youtu.be/abcdefghijk\"} -->\n<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\n\
        https://youtu.be/abcdefghijk\n</div><figcaption>On film</figcaption></figure>\n<!-- /wp:embed -->",
        &[],
        &[film],
        &[],
    );
    check("One [vimeo 123456] two", &[], &["p One", "embed vimeo https://player.vimeo.com/video/123456", "p two"], &[]);
    check("[googlemaps https://maps.example/?q=pier]", &[], &["embed maps.example https://maps.example/?q=pier"], &[]);
    let (article, _) = import("One\n\nhttps://isle.example/a/\n\n[embed]https://isle.example/b/[/embed]", "", &[]);
    let link = |address: &str| json!({"kind": "paragraph", "text": [{"text": address, "href": address}]});
    let expected =
        json!([{"kind": "paragraph", "text": ["One"]}, link("https://isle.example/a/"), link("https://isle.example/b/")]);
    assert_eq!(serde_json::to_value(&article.body).unwrap(), expected);
}

#[test]
fn galleries_keep_descriptions_and_captions_and_lose_one_picture_at_most() {
    let beside = [picture(12, 1, 2), picture(11, 1, 3), picture(13, 1, 1)];
    let (article, report) = import("One\n\n[gallery]\n\n[gallery ids=\"11,12\"]\n\n[gallery ids=\"11,99\"]", "", &beside);
    let sketches: Vec<String> = article.body.iter().map(sketch).collect();
    let all = ["13", "12", "11"].map(|number| format!("https://bay.example/{number}.jpg")).join(" ");
    assert_eq!(
        sketches,
        [
            "p One",
            &format!("gallery {all}"),
            "gallery https://bay.example/11.jpg https://bay.example/12.jpg",
            "img https://bay.example/11.jpg 0x0 Caption 11"
        ]
    );
    let Some(Block::Gallery(gallery)) = article.body.get(2) else { panic!("no gallery") };
    assert_eq!((gallery.images[0].alt.as_str(), gallery.images[1].caption.as_deref()), ("Alt 11", Some("Caption 12")));
    let lost = report.problems.iter().find(|problem| problem.name == "lost-media").unwrap();
    assert!(lost.to_string().contains("[gallery 99]"), "{lost}");
}

#[test]
fn pictures_of_the_library_bring_their_words() {
    let content = "<!-- wp:image {\"id\":11} -->\n<figure><img src=\"https://bay.example/11-300x200.jpg\" alt=\"\" class=\"wp-image-11\"/></figure>\n<!-- /wp:image -->\
        <p>x</p><img class=\"wp-image-11\" alt=\"My own\" src=\"https://bay.example/b.jpg\">";
    let (article, _) = import(content, &meta("_thumbnail_id", "12"), &[picture(11, 0, 0), picture(12, 0, 0)]);
    let lead = article.lead.unwrap();
    assert_eq!((lead.alt.as_str(), lead.caption.as_deref()), ("Alt 12", Some("Caption 12")));
    let alts: Vec<&str> = article
        .body
        .iter()
        .filter_map(|block| if let Block::Image(image) = block { Some(image.alt.as_str()) } else { None })
        .collect();
    assert_eq!(alts, ["Alt 11", "My own"]);
}

#[test]
fn captions_are_read_to_their_end() {
    check(
        "x\n\n[caption width=\"300\" caption=\"The pier &quot;by night&quot; [left]\"]<img src=\"https://bay.example/a.jpg\" />[/caption]\n\ny",
        &[],
        &["p x", "img https://bay.example/a.jpg 0x0 The pier “by night” [left]".replace(['“', '”'], "\"").as_str(), "p y"],
        &[],
    );
    check(
        "x [caption width=\"300\"]<img src=\"https://bay.example/a.jpg\" /> The pier [left]\nand boat[/caption][caption width=\"9\"]<img src=\"https://bay.example/b.jpg\" /> B[/caption] y",
        &[],
        &["p x", "img https://bay.example/a.jpg 0x0 The pier [left] and boat", "img https://bay.example/b.jpg 0x0 B", "p y"],
        &[],
    );
}

#[test]
fn notes_of_the_block_editor_and_of_shortcodes_stand_below() {
    let notes = meta("footnotes", r#"[{"content":"At the <em>north</em> pier.","id":"0c1d"},{"content":"Office.","id":"0c1e"}]"#);
    let mark = |id: &str, number: u32| {
        format!("<sup data-fn=\"{id}\" class=\"fn\"><a href=\"#{id}\" id=\"{id}-link\">{number}</a></sup>")
    };
    let text = format!(
        "<!-- wp:paragraph -->\n<p>Three metres{} in a night{}.</p>\n<!-- /wp:paragraph -->",
        mark("0c1d", 1),
        mark("0c1e", 2)
    );
    for content in [format!("{text}\n\n<!-- wp:footnotes /-->"), text.clone()] {
        let (article, report) = import(&content, &notes, &[]);
        let sketches: Vec<String> = article.body.iter().map(sketch).collect();
        assert_eq!(sketches, ["p Three metres1 in a night2.", "notes At the north pier. ↩\u{fe0e}|Office. ↩\u{fe0e}"]);
        assert!(names(&report).is_empty(), "{:?}", report.problems);
    }
    check(
        &format!("{text}\n<!-- wp:footnotes /-->"),
        &[],
        &["p Three metres1 in a night2."],
        &["lost-block", "dead-link", "dead-link"],
    );
    check(
        "One ((said by Ola)) and two[ref]Office.[/ref].",
        &[],
        &["p One 1 and two2.", "notes said by Ola ↩\u{fe0e}|Office. ↩\u{fe0e}"],
        &[],
    );
}

#[test]
fn a_recording_that_a_plugin_keeps_beside_a_post_is_shown_once() {
    let kept = "https://bay.example/ep.mp3\n1234\naudio/mpeg\na:1:{s:8:\"duration\";s:8:\"00:20:05\";}";
    let enclosed = meta("enclosure", kept);
    let (article, report) = import("<p>One</p>", &enclosed, &[]);
    assert_eq!(article.body.iter().map(sketch).collect::<Vec<_>>(), ["p One", "audio https://bay.example/ep.mp3 "]);
    assert!(matches!(&article.body[1], Block::Audio(audio) if audio.seconds == 1205));
    assert!(!names(&report).contains(&"lost-media"), "{:?}", report.problems);
    let (article, _) = import("<p>One</p><audio src='https://bay.example/ep.mp3'></audio>", &enclosed, &[]);
    assert_eq!(article.body.len(), 2);
    let (article, report) = import("<p>One</p>", &meta("enclosure", "data:x\n1\naudio/mpeg"), &[]);
    assert_eq!((article.body.len(), names(&report).contains(&"lost-media")), (1, true));
}

#[test]
fn synced_patterns_stand_where_they_stood() {
    let paragraph = |text: &str| format!("<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->\n\n");
    let content = format!("{}<!-- wp:block {{\"ref\":77}} /-->\n{}", paragraph("One"), paragraph("Two"));
    let pattern = |number: u32, status: &str, content: &str| item(number, "wp_block", status, content, "");
    check(&content, &[pattern(77, "publish", &paragraph("Call 116."))], &["p One", "p Call 116.", "p Two"], &[]);
    // What cannot be had, or may not be shown, is named.
    check(&content, &[], &["p One", "p Two"], &["lost-block"]);
    for status in ["draft", "private", "trash", "pitch", ""] {
        check(&content, &[pattern(77, status, &paragraph("Secret."))], &["p One", "p Two"], &["held-part"]);
    }
    let planned = pattern(77, "publish", &paragraph("Secret.")).replace("2026-03-05", "2031-03-05");
    check(&content, &[planned], &["p One", "p Two"], &["held-part"]);
    let locked = item(77, "wp_block", "publish", &paragraph("Secret."), "<wp:post_password>x</wp:post_password>");
    check(&content, &[locked], &["p One", "p Two"], &["held-part"]);
    check(&content, &[pattern(77, "publish", "Open."), pattern(77, "draft", "Secret.")], &["p One", "p Two"], &["held-part"]);
    // One that is not read whole may say in the part that is lost that it may not be shown.
    let cut = pattern(77, "publish", &paragraph("Secret.")).replace("</item>", "");
    check(&content, &[cut], &["p One", "p Two"], &["cut-short", "lost-block"]);
    // In themselves they end.
    let circle = format!("{}<!-- wp:block {{\"ref\":77}} /--><!-- wp:block {{\"ref\":77}} /-->", paragraph("Call 116."));
    let (article, report) = import(&content, "", &[pattern(77, "publish", &circle)]);
    assert!(article.body.len() < 300 && names(&report).contains(&"lost-block"));
}

#[test]
fn blocks_that_only_a_site_can_make_are_named() {
    check(
        "<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph --><!-- wp:latest-posts {\"postsToShow\":3} /--><!-- wp:post-featured-image /-->\
        <!-- wp:acf/factbox {\"data\":{\"heading\":\"Facts\"}} /--><!-- wp:my/related {\"ids\":[1,2]} /-->",
        &[],
        &["p One"],
        &["removed", "removed", "lost-block", "lost-block"],
    );
}

/// Imports files of these names and what they hold by one command.
fn import_all(files: &[(&str, String)]) -> (Folder, Report) {
    let folder = Folder::new();
    files.iter().for_each(|(name, text)| folder.put(&format!("in/{name}"), text));
    let report = folder.run(&folder.order(WordPress, "in")).unwrap();
    (folder, report)
}

#[test]
fn files_of_one_export_hold_pictures_and_patterns_for_each_other() {
    let content = "<!-- wp:paragraph --><p>Words</p><!-- /wp:paragraph -->[gallery ids=\"20,21\"]<!-- wp:block {\"ref\":50} /-->";
    let posts = || export(&[item(1, "post", "publish", content, &meta("_thumbnail_id", "22"))]);
    let pattern = item(50, "wp_block", "publish", "<!-- wp:paragraph --><p>Synced</p><!-- /wp:paragraph -->", "");
    let beside = || export(&[picture(20, 0, 0), picture(21, 0, 0), picture(22, 0, 0), pattern.clone()]);
    for (one, other) in [("a.xml", "b.xml"), ("b.xml", "a.xml")] {
        let (folder, report) = import_all(&[(one, posts()), (other, beside())]);
        let article = folder.article();
        let wanted = ["p Words", "gallery https://bay.example/20.jpg https://bay.example/21.jpg", "p Synced"];
        assert_eq!(article.body.iter().map(sketch).collect::<Vec<_>>(), wanted);
        assert_eq!(article.lead.unwrap().src, "https://bay.example/22.jpg");
        assert!(names(&report).iter().all(|name| !name.starts_with("lost")), "{:?}", report.problems);
    }
    // What another site calls by the same number is another picture.
    let (folder, report) = import_all(&[("a.xml", posts()), ("b.xml", beside().replace("bay.example", "cape.example"))]);
    assert_eq!(folder.article().body.iter().map(sketch).collect::<Vec<_>>(), ["p Words"]);
    let lost = report.problems.iter().filter(|problem| problem.name.starts_with("lost"));
    let mends: Vec<&str> = lost.map(|problem| problem.mend.en.as_str()).collect();
    assert_eq!(mends.len(), 4, "{:?}", report.problems);
    assert!(mends.iter().all(|mend| mend.contains("import the files of one export together")), "{mends:?}");
}

#[test]
fn what_one_file_of_an_export_throws_away_no_other_shows() {
    let posts = export(&[item(1, "post", "publish", "Words", &meta("_thumbnail_id", "22")), picture(22, 0, 0)]);
    let thrown = export(&[picture(22, 0, 0).replace("<wp:status>inherit", "<wp:status>trash")]);
    let (folder, report) = import_all(&[("a.xml", posts), ("b.xml", thrown)]);
    assert_eq!(folder.article().lead, None);
    assert!(names(&report).contains(&"held-part"), "{:?}", report.problems);
}

#[test]
fn taxonomies_of_plugins_are_no_keywords() {
    let term =
        |domain: &str, name: &str| format!("<category domain=\"{domain}\" nicename=\"{name}\"><![CDATA[{name}]]></category>");
    let unread = ["language", "post_translations", "pll_60f", "post_format", "author", "nav_menu", "yst_prominent_words"];
    let more: String = unread.iter().map(|domain| term(domain, "unread")).chain([term("post_tag", "ferry")]).collect();
    let (article, _) = import("Words", &more, &[]);
    assert_eq!(article.subjects.iter().map(|subject| subject.name.as_str()).collect::<Vec<_>>(), ["ferry"]);
}
