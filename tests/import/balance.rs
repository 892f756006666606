//! What was read adds up, and what bodies have at their source stands in the articles, or is named.

use crate::folder::{Folder, names};
use serde_json::json;
use strait_import::Format::{self, Feed, Ninjs, WordPress};
use strait_import::{Amounts, Report};

/// Bodies as WordPress keeps them: by its block editor, its classic editor, builders of pages and plugins.
const POSTS: [(&str, &str); 16] = [
    (
        "blocks",
        r#"<!-- wp:paragraph {"dropCap":true} --><p class="has-drop-cap">The tide <strong>turned</strong> at <a href="https://other.example/noon">noon</a>.</p><!-- /wp:paragraph -->
<!-- wp:heading {"level":3} --><h3 class="wp-block-heading">Along the quay</h3><!-- /wp:heading -->
<!-- wp:image {"id":7,"sizeSlug":"large"} --><figure class="wp-block-image size-large"><img src="https://old.example/wp-content/uploads/quay-1024x683.jpg" srcset="https://old.example/wp-content/uploads/quay-1024x683.jpg 1024w, https://old.example/wp-content/uploads/quay-300x200.jpg 300w" alt="Quay" class="wp-image-7"/><figcaption class="wp-element-caption">The quay in rain</figcaption></figure><!-- /wp:image -->
<!-- wp:list --><ul class="wp-block-list"><!-- wp:list-item --><li>Nets</li><!-- /wp:list-item --><!-- wp:list-item --><li>Ropes</li><!-- /wp:list-item --></ul><!-- /wp:list -->
<!-- wp:separator --><hr class="wp-block-separator has-alpha-channel-opacity"/><!-- /wp:separator -->"#,
    ),
    (
        "quote",
        r#"<!-- wp:quote --><blockquote class="wp-block-quote"><!-- wp:paragraph --><p>We wait for wind.</p><!-- /wp:paragraph --><cite>Ola Brandt, skipper</cite></blockquote><!-- /wp:quote -->
<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Nobody sails alone.</p><cite>Mira Falk</cite></blockquote></figure><!-- /wp:pullquote -->"#,
    ),
    (
        "table",
        r#"<!-- wp:table --><figure class="wp-block-table"><table class="has-fixed-layout"><thead><tr><th>Boat</th><th>Berth</th></tr></thead><tbody><tr><td>Gull</td><td>Four</td></tr><tr><td rowspan="2">Tern</td><td>Five</td></tr><tr><td>Six</td></tr></tbody></table><figcaption class="wp-element-caption">Berths of the week</figcaption></figure><!-- /wp:table -->"#,
    ),
    (
        "media",
        r#"<!-- wp:video --><figure class="wp-block-video"><video controls src="https://old.example/wp-content/uploads/wind.mp4" poster="https://old.example/wp-content/uploads/wind.jpg"></video><figcaption class="wp-element-caption">Wind on film</figcaption></figure><!-- /wp:video -->
<!-- wp:audio --><figure class="wp-block-audio"><audio controls src="https://old.example/wp-content/uploads/bell.mp3"></audio></figure><!-- /wp:audio -->
<!-- wp:html --><iframe width="560" height="315" src="https://www.youtube.com/embed/abcdefg1234" title="Tide" allowfullscreen></iframe><!-- /wp:html -->"#,
    ),
    (
        "gallery",
        r#"<!-- wp:gallery {"linkTo":"none"} --><figure class="wp-block-gallery has-nested-images columns-2"><figure class="wp-block-image"><img src="https://old.example/g1.jpg" alt=""/><figcaption>First</figcaption></figure><figure class="wp-block-image"><a href="https://old.example/g2-full.jpg"><img src="https://old.example/g2.jpg" alt=""/></a></figure></figure><!-- /wp:gallery -->"#,
    ),
    (
        "columns",
        r#"<!-- wp:columns --><div class="wp-block-columns"><div class="wp-block-column"><p>Left of the mast</p></div><div class="wp-block-column"><p>Right of the mast</p></div></div><!-- /wp:columns -->
<!-- wp:media-text --><div class="wp-block-media-text"><figure class="wp-block-media-text__media"><img src="https://old.example/mt.png" alt=""/></figure><div class="wp-block-media-text__content"><p>Words beside it</p></div></div><!-- /wp:media-text -->
<!-- wp:details --><details class="wp-block-details"><summary>How to moor</summary><p>Slowly.</p></details><!-- /wp:details -->"#,
    ),
    (
        "classic",
        "First line of the story\nand its second.\n\nAnother paragraph with <em>stress</em>.\n\n<h2>In between</h2>\n\nA last one, see <a href=\"https://other.example/\">this</a>.\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
    ),
    (
        "caption",
        r#"[caption id="attachment_9" align="alignleft" width="300"]<img src="https://old.example/boat-300x200.jpg" alt="Boat" width="300" height="200" class="size-medium wp-image-9" /> The boat at night[/caption]

After the picture."#,
    ),
    (
        "shortcodes",
        "[su_box title=\"Note\" style=\"glass\"]Inside the box[/su_box]\n\nBetween [sic] and [1].\n\n[button url=\"https://other.example\"]Book now[/button]\n\n[contact-form-7 id=\"12\" title=\"Contact\"]",
    ),
    (
        "wpbakery",
        r#"[vc_row][vc_column width="1/2"][vc_column_text]<p>Text of the first column.</p>[/vc_column_text][/vc_column][vc_column width="1/2"][vc_single_image image="33" img_size="full"][vc_custom_heading text="Inner"][vc_column_text]Second column.[/vc_column_text][/vc_column][/vc_row]"#,
    ),
    (
        "divi",
        r#"[et_pb_section fb_built="1"][et_pb_row][et_pb_column type="4_4"][et_pb_text admin_label="Text"]<h2>Storm warning</h2><p>Stay ashore.</p>[/et_pb_text][/et_pb_column][/et_pb_row][/et_pb_section]"#,
    ),
    (
        "elementor",
        r#"<section class="elementor-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap"><h4 class="elementor-heading-title">Ropes</h4><p>How they are made.</p><a class="elementor-button" href="https://other.example/ropes"><span class="elementor-button-text">Read on</span></a></div></div></div></section>"#,
    ),
    (
        "word",
        r#"<p class="MsoNormal" style="margin:0"><span lang="EN-GB" style="font-weight:bold">Pasted&nbsp;text</span><o:p></o:p></p><p><font color="red">Red</font> <u>under</u> H<sub>2</sub>O 10<sup>3</sup></p>"#,
    ),
    (
        "lazy",
        r#"<p>Slow pictures</p><img class="lazyload" src="data:image/gif;base64,R0lGOD" data-src="https://old.example/late.jpg" alt=""><noscript><img src="https://old.example/late.jpg" alt=""></noscript><img src="https://pixel.example/t.gif" width="1" height="1">"#,
    ),
    (
        "furniture",
        r#"<p>Story</p><div class="sharedaddy sd-sharing-enabled"><h3>Share this</h3><ul><li><a href="https://social.example/">Social</a></li></ul></div><script>track("x < y")</script><style>.a{}</style><p style="display: none">unseen</p>"#,
    ),
    ("chinese", "<p>　　潮水在中午<ruby>转<rp>(</rp><rt>zhuǎn</rt><rp>)</rp></ruby>向，\n渔船归港。</p><center>结束</center>"),
];

fn export(posts: &[(&str, &str)], more: &str) -> String {
    let items = posts.iter().enumerate().map(|(at, (name, body))| {
        format!(
            "<item><title>{name}</title><link>https://old.example/{name}</link><guid>https://old.example/?p={at}</guid><content:encoded><![CDATA[{body}]]></content:encoded><wp:post_id>{at}</wp:post_id><wp:post_date_gmt>2026-09-05 09:00:00</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>"
        )
    });
    format!(
        "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:wp='http://wordpress.org/export/1.2/'><channel><wp:wxr_version>1.2</wp:wxr_version>{}{more}</channel></rss>",
        items.collect::<String>()
    )
}

fn check_sum(report: &Report) {
    let (counts, balance) = (report.counts, report.balance);
    let shown = counts.new + counts.updated + counts.unchanged;
    let rest = counts.withheld + counts.embargoed + counts.withdrawn + balance.refused + balance.no_articles + balance.earlier;
    assert_eq!(balance.read, shown + rest, "{balance:?} {counts:?}");
    assert_eq!(counts.skipped, balance.refused + balance.no_articles + balance.earlier);
}

/// Nothing is missing that is not named.
fn check_whole(format: Format, bytes: &str, what: &str) -> Report {
    let report = Folder::new().import(format, bytes);
    let missing: Vec<_> = report.problems.iter().filter(|problem| problem.name == "missing").map(ToString::to_string).collect();
    assert!(missing.is_empty(), "{what}: {missing:#?}");
    assert_eq!(report.balance.bodies.missing, Amounts::default());
    check_sum(&report);
    report
}

#[test]
fn nothing_of_an_export_is_missing_unnamed() {
    for post in POSTS {
        let report = check_whole(WordPress, &export(&[post], ""), post.0);
        assert!(report.balance.bodies.source.characters > 0, "{}", post.0);
    }
    let report = check_whole(WordPress, &export(&POSTS, ""), "all");
    assert_eq!((report.balance.read, report.counts.new), (POSTS.len(), POSTS.len()));
    let Amounts { pictures, links, players, .. } = report.balance.bodies.source;
    assert!(pictures >= 7 && links >= 3 && players == 3, "{:?}", report.balance);
    check_whole(WordPress, include_str!("cases/status.xml"), "status");
    check_whole(WordPress, include_str!("cases/secrets.xml"), "secrets");
}

#[test]
fn nothing_of_what_rest_answers_is_missing_unnamed() {
    let posts = POSTS.iter().enumerate().map(|(at, (name, body))| {
        json!({"id": at, "guid": {"rendered": format!("https://old.example/?p={at}")}, "link": format!("https://old.example/{name}"), "status": "publish",
            "type": "post", "date_gmt": "2026-09-05T09:00:00", "title": {"rendered": name}, "content": {"rendered": body}})
    });
    let posts: Vec<_> = posts.collect();
    check_whole(WordPress, &json!(posts).to_string(), "REST");
    check_whole(WordPress, include_str!("cases/status.json"), "status");
}

#[test]
fn nothing_of_a_feed_or_of_ninjs_is_missing_unnamed() {
    let html = POSTS.iter().filter(|(name, _)| !["caption", "shortcodes", "wpbakery", "divi", "classic"].contains(name));
    for (name, body) in html {
        let escaped = body.replace('&', "&amp;").replace('<', "&lt;");
        let rss = format!(
            "<rss><channel><item><title>t</title><guid>{name}</guid><pubDate>2026-09-05T09:00:00Z</pubDate><description>{escaped}</description></item></channel></rss>"
        );
        check_whole(Feed, &rss, name);
        let atom = format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>{name}</id><title>t</title><updated>2026-09-05T09:00:00Z</updated><content type='html' xml:base='https://old.example/'>{escaped}</content></entry></feed>"
        );
        check_whole(Feed, &atom, name);
        let item = json!({"uri": format!("urn:{name}"), "type": "text", "versioncreated": "2026-09-05T09:00:00Z", "headline": "t", "body_html": body});
        check_whole(Ninjs, &item.to_string(), name);
    }
    let plain = json!({"uri": "urn:plain", "type": "text", "versioncreated": "2026-09-05T09:00:00Z", "headline": "t", "body_text": "One <b> & two\n\nthree"});
    check_whole(Ninjs, &plain.to_string(), "plain");
    let xhtml = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>x</id><title>t</title><updated>2026-09-05T09:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a <b>b</b><br/>c &lt; d</p><img src='https://old.example/x.jpg' alt=''/></div></content></entry></feed>";
    check_whole(Feed, xhtml, "xhtml");
}

#[test]
fn what_no_block_holds_is_missing_by_name() {
    // A caption holds no links, and a picture is none.
    let body = "<p>a</p><figure><img src='https://old.example/i.jpg'><figcaption>By <a href='https://other.example/'>Ola</a></figcaption></figure>\
        <a href='https://other.example/shop'><img src='https://old.example/banner.jpg'></a>";
    let folder = Folder::new();
    let report = folder.import(WordPress, export(&[("links", body)], ""));
    let told = report.problems.iter().find(|problem| problem.name == "missing").unwrap();
    assert_eq!(told.what.en, "parts of the body are not in the article: 2 of 2 links");
    assert!(told.place.starts_with("item 1 “"), "{}", told.place);
    assert_eq!(report.balance.bodies.missing, Amounts { links: 2, ..Amounts::default() });
    check_sum(&report);
}

#[test]
fn what_settling_an_article_loses_is_seen() {
    // The lead has a caption of its own, and takes the place of the picture in the body.
    let item = json!({"uri": "urn:l", "type": "text", "versioncreated": "2026-09-05T09:00:00Z", "headline": "t",
        "body_html": "<p>a</p><figure><img src='https://media.example/l.jpg'><figcaption>Words of the body</figcaption></figure>",
        "associations": {"featuremedia": {"type": "picture", "description_text": "Others", "renditions": {"original": {"href": "https://media.example/l.jpg"}}}}});
    let report = Folder::new().import_json(Ninjs, &item);
    assert!(names(&report).contains(&"missing"), "{:?}", report.problems);
}

#[test]
fn what_is_no_article_is_told_once_for_each_kind() {
    let of = |kind: &str, at: u8| {
        format!(
            "<item><title>{kind}</title><guid>{kind}{at}</guid><wp:post_id>{}</wp:post_id><wp:post_type>{kind}</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2026-09-05 09:00:00</wp:post_date_gmt></item>",
            100 + at
        )
    };
    let comment = |approved: &str| {
        format!(
            "<wp:comment><wp:comment_content>c</wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved></wp:comment>"
        )
    };
    let post = format!(
        "<item><title>p</title><guid>p</guid><content:encoded>x</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2026-09-05 09:00:00</wp:post_date_gmt>{}{}{}</item>",
        comment("1"),
        comment("1"),
        comment("spam")
    );
    let more = format!("{}{}{}{}{}", of("page", 1), of("page", 2), of("event", 3), of("attachment", 4), post);
    let report = Folder::new().import(WordPress, export(&[], &more));
    let told: Vec<&str> = report
        .problems
        .iter()
        .filter(|problem| problem.name == "not-an-article")
        .map(|problem| problem.what.en.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "1 attachment, no articles, is not imported",
            "2 comments, no articles, are not imported",
            "1 ‘event’ item, no articles, is not imported",
            "2 pages, no articles, are not imported",
        ]
    );
    assert_eq!((report.balance.read, report.balance.no_articles, report.counts.new), (5, 4, 1));
    check_sum(&report);
}

#[test]
fn thousands_of_comments_are_counted() {
    let comment = "<wp:comment><wp:comment_author>a</wp:comment_author><wp:comment_date>b</wp:comment_date><wp:comment_content>c</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>";
    let posts = export(&[("talk", "<p>x</p>")], "").replace("</item>", &format!("{}</item>", comment.repeat(2_000)));
    let report = Folder::new().import(WordPress, posts);
    assert!(report.problems.iter().any(|problem| problem.what.en.starts_with("2000 comments")), "{:?}", report.problems);
    assert_eq!(report.counts.new, 1);
}

#[test]
fn whatever_becomes_of_items_they_add_up() {
    let item = |at: u8, more: serde_json::Value| {
        let mut item = json!({"uri": format!("urn:{at}"), "type": "text", "versioncreated": format!("2026-09-{at:02}T09:00:00Z"), "headline": "h", "body_html": "<p>x</p>"});
        item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        item
    };
    let items = json!([
        item(1, json!({})),
        item(2, json!({"pubStatus": "withheld"})),
        item(3, json!({"embargoed": "2030-01-01T00:00:00Z"})),
        item(4, json!({"pubstatus": "canceled"})),
        item(5, json!({"headline": null})),
        item(6, json!({"type": "event"})),
        7,
        item(1, json!({})),
        item(9, json!({"versioncreated": "never"}))
    ]);
    let folder = Folder::new();
    let report = folder.import_json(Ninjs, &items);
    check_sum(&report);
    assert_eq!((report.balance.read, report.balance.refused, report.balance.no_articles), (9, 2, 2));
    let mut order = folder.order(Ninjs, "in/file.json");
    order.since = Some("2026-09-04".into());
    let report = folder.run(&order).unwrap();
    check_sum(&report);
    assert!(report.balance.earlier > 0);
}
