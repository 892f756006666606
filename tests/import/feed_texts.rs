//! What feeds say in odd ways: bases of addresses, characters, and bodies wherever they are put.

use crate::folder::{Folder, names, sketch};
use strait_import::Format::{Feed, WordPress};
use strait_model::{Article, Block, Span};

fn by_headline(folder: &Folder, headline: &str) -> Article {
    folder.articles().into_iter().find(|article| article.headline == headline).unwrap()
}

fn body(article: &Article) -> Vec<String> {
    article.body.iter().map(sketch).collect()
}

fn rss(items: &str) -> String {
    format!(
        r#"<rss version="2.0" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pod="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Quay</title><link>https://quay.example/</link>{items}</channel></rss>"#
    )
}

fn item(at: u8, inner: &str) -> String {
    format!(
        "<item><title>t{at}</title><link>https://quay.example/{at}</link><pubDate>Wed, 30 Sep 2026 09:00:00 +0800</pubDate>{inner}</item>"
    )
}

fn links(article: &Article) -> Vec<String> {
    let spans = article.body.iter().filter_map(|block| match block {
        Block::Paragraph { text, .. } => Some(text),
        _ => None,
    });
    spans.flatten().filter_map(|span: &Span| span.href.clone()).collect()
}

#[test]
fn addresses_are_relative_to_the_innermost_base() {
    let atom = r##"<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/news/"><title>Quay</title><id>q</id>
<entry><id>q1</id><title>one</title><link href="https://quay.example/far/1.html"/><updated>2026-09-30T01:00:00Z</updated>
<content type="html" xml:base="https://files.example/posts/">&lt;p&gt;See &lt;a href="map.html"&gt;map&lt;/a&gt;&lt;/p&gt;&lt;p&gt;x&lt;/p&gt;&lt;img src="img/a.jpg"&gt;</content></entry>
<entry><id>q2</id><title>two</title><link href="2.html"/><updated>2026-09-30T01:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a <a href="b.html">b</a> <a href="#c">c</a></p><div xml:base="/pics/"><p>d <img src="two.jpg" srcset="two.jpg 300w, big.jpg 900w" alt="e"/></p></div></div></content></entry>
<entry xml:base="sub/"><id>q3</id><title>three</title><link href="3.html"/><link rel="enclosure" type="image/png" href="pic.png"/><updated>2026-09-30T01:00:00Z</updated>
<content type="html">&lt;a href="z.html"&gt;z&lt;/a&gt;</content></entry></feed>"##;
    let folder = Folder::new();
    let report = folder.import(Feed, atom);
    assert_eq!(report.counts.new, 3, "{:?}", report.problems);
    let one = by_headline(&folder, "one");
    assert_eq!(links(&one), ["https://files.example/posts/map.html"]);
    assert_eq!(body(&one)[2], "img https://files.example/posts/img/a.jpg 0x0 -");
    let two = by_headline(&folder, "two");
    assert_eq!(two.source.href.as_deref(), Some("https://quay.example/news/2.html"));
    assert_eq!(links(&two), ["https://quay.example/news/b.html"]);
    assert_eq!(body(&two)[2], "img https://quay.example/pics/big.jpg 0x0 -");
    let three = by_headline(&folder, "three");
    assert_eq!(three.source.href.as_deref(), Some("https://quay.example/news/sub/3.html"));
    assert_eq!(links(&three), ["https://quay.example/news/sub/z.html"]);
    assert_eq!(three.lead.unwrap().src, "https://quay.example/news/sub/pic.png");
}

#[test]
fn a_base_is_kept_where_the_feed_is_broken() {
    let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/news/"><title>Quay</title>
<entry><id>q1</id><title <</entry><entry><id>q2</id><title>two</title><link href="2.html"/><updated>2026-09-30T01:00:00Z</updated><content>x</content></entry></feed>"#;
    let folder = Folder::new();
    folder.import(Feed, atom);
    assert_eq!(by_headline(&folder, "two").source.href.as_deref(), Some("https://quay.example/news/2.html"));
}

#[test]
fn numbers_of_controls_are_signs_of_windows_everywhere() {
    let inner = "<dc:creator>Ro&#146;an</dc:creator><category>a&#133;b</category><description>";
    let feed = rss(&format!(
        "<item><title>It&#146;s &#150; here</title><link>https://quay.example/1</link><pubDate>2026-09-30</pubDate>{inner}&#147;no&#148; 5&#x80;</description></item>{}",
        item(2, "<description><![CDATA[&#147;no&#148; 5&#128;]]></description>")
    ));
    let folder = Folder::new();
    folder.import(Feed, &feed);
    let one = by_headline(&folder, "It’s – here");
    assert_eq!(
        (body(&one), one.by[0].name.as_str(), one.subjects[0].name.as_str()),
        (vec!["p “no” 5€".to_owned()], "Ro’an", "a…b")
    );
    assert_eq!(body(&by_headline(&folder, "t2")), ["p “no” 5€"]);
    let export = r#"<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>The pier&#146;s end</title><link>https://quay.example/w</link><guid>w</guid><content:encoded><![CDATA[<p>5&#128;</p>]]></content:encoded><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_date_gmt>2026-09-30 01:00:00</wp:post_date_gmt></item></channel></rss>"#;
    let folder = Folder::new();
    folder.import(WordPress, export);
    assert_eq!((folder.article().headline.as_str(), body(&folder.article())), ("The pier’s end", vec!["p 5€".to_owned()]));
}

#[test]
fn characters_that_no_text_has_are_left_out() {
    let folder = Folder::new();
    folder.import(Feed, rss(&item(1, "<description>The pier &#x10; was&#31; closed &#0;&#xFFFE; today.</description>")));
    assert_eq!(body(&folder.article()), ["p The pier was closed today."]);
}

#[test]
fn a_body_is_found_wherever_a_feed_puts_it() {
    let cases = [
        ("<h:body><h:p>The <h:b>whole</h:b> story.</h:p><h:p>Two.</h:p></h:body>", vec!["p The whole story.", "p Two."]),
        ("<body xmlns=\"http://www.w3.org/1999/xhtml\"><p>a</p></body>", vec!["p a"]),
        ("<dc:description>b</dc:description>", vec!["p b"]),
        ("<pod:summary>c</pod:summary>", vec!["p c"]),
        ("<media:description>d</media:description>", vec!["p d"]),
        ("<media:group><media:description>e\n\nf</media:description></media:group>", vec!["p e", "p f"]),
        ("<description> </description><pod:subtitle>g</pod:subtitle>", vec!["p g"]),
        ("<content:encoded><![CDATA[<script>x</script>]]></content:encoded><description>h</description>", vec!["p h"]),
        (
            "<description><![CDATA[&lt;p&gt;Twice &lt;b&gt;i&lt;/b&gt; &amp;amp; j&lt;/p&gt;]]></description>",
            vec!["p Twice i & j"],
        ),
        ("<description>5 &amp;lt; 6 and &amp;lt;b&amp;gt;</description>", vec!["p 5 < 6 and <b>"]),
    ];
    for (inner, expected) in cases {
        let folder = Folder::new();
        let report = folder.import(Feed, rss(&item(1, inner)));
        assert_eq!(body(&folder.article()), expected, "{inner}");
        assert!(!names(&report).contains(&"empty"), "{inner}");
    }
}

#[test]
fn an_article_with_nothing_to_read_is_named() {
    let empty = ["", "<description></description>", "<description>&lt;script&gt;x&lt;/script&gt;</description>"];
    for inner in empty {
        let report = Folder::new().import(Feed, rss(&item(1, inner)));
        assert!(names(&report).contains(&"empty"), "{inner}: {:?}", report.problems);
    }
    let report = Folder::new().import(Feed, rss(&item(1, "<enclosure url='https://quay.example/a.mp3' type='audio/mpeg'/>")));
    assert!(!names(&report).contains(&"empty"), "a recording is something");
}

#[test]
fn atom_says_whether_text_is_markup() {
    let entry = |at: u8, inner: &str| {
        format!(
            "<entry><id>a{at}</id><link href=\"https://quay.example/{at}\"/><updated>2026-09-30T01:00:00Z</updated>{inner}</entry>"
        )
    };
    let atom = format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Quay</title><id>q</id>{}{}{}{}{}</feed>",
        entry(1, "<title type=\"html\">&amp;lt;3 the pier</title><content type=\"text\">a &lt; b &amp;amp; c\nline</content>"),
        entry(
            2,
            "<title type=\"text\">&lt;hello&gt; &amp;amp; co</title><summary type=\"html\">&lt;p&gt;only&lt;/p&gt;</summary>"
        ),
        entry(
            3,
            "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">The <em>pier</em> &lt;x&gt;</div></title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><iframe src=\"https://p.example/1\"/><p>after</p></div></content>"
        ),
        entry(
            4,
            "<title>elsewhere</title><summary>Short</summary><content type=\"text/html\" src=\"https://quay.example/4.html\"/>"
        ),
        entry(5, "<title>picture</title><summary>Shot</summary><content type=\"image/png\">iVBORw0KGgo=</content>"),
    );
    let folder = Folder::new();
    let report = folder.import(Feed, &atom);
    for (headline, expected) in [
        ("<3 the pier", vec!["p a < b &amp; c", "p line"]),
        ("<hello> &amp; co", vec!["p only"]),
        ("The pier <x>", vec!["embed p.example https://p.example/1", "p after"]),
        ("elsewhere", vec!["p Short"]),
        ("picture", vec!["p Shot"]),
    ] {
        assert_eq!(body(&by_headline(&folder, headline)), expected, "{headline}");
    }
    let told = report.problems.iter().filter(|problem| problem.name == "unkept").map(|problem| problem.what.en.as_str());
    assert_eq!(
        told.collect::<Vec<_>>(),
        ["<content src=https://quay.example/4.html> cannot be kept", "<content type=image/png> cannot be kept"]
    );
}

#[test]
fn a_film_or_recording_stands_once() {
    let audio = "<enclosure url='https://quay.example/a.mp3' type='audio/mpeg'/>";
    let media = "<media:content url='https://quay.example/a.mp3' type='audio/mpeg'/>";
    let film = |name: &str, width: u16| {
        format!("<media:content url='https://quay.example/{name}.mp4' type='video/mp4' width='{width}' height='9'/>")
    };
    let cases = [
        (format!("{audio}{media}<description>x</description>"), vec!["p x", "audio https://quay.example/a.mp3 "]),
        (
            format!("{media}<description>&lt;audio src='https://quay.example/a.mp3'&gt;&lt;/audio&gt;x</description>"),
            vec!["audio https://quay.example/a.mp3 ", "p x"],
        ),
        (
            format!("<media:group>{}{}{}</media:group><description>x</description>", film("s", 300), film("l", 900), film("m", 600)),
            vec!["p x", "video https://quay.example/l.mp4"],
        ),
        (
            format!("{}{}<description>x</description>", film("one", 300), film("two", 300)),
            vec!["p x", "video https://quay.example/one.mp4", "video https://quay.example/two.mp4"],
        ),
        (
            "<media:group><media:content url='https://www.youtube.com/v/abc?version=3' type='application/x-shockwave-flash'/></media:group><description>x</description>".to_owned(),
            vec!["p x", "embed youtube https://www.youtube-nocookie.com/embed/abc"],
        ),
    ];
    for (inner, expected) in cases {
        let folder = Folder::new();
        folder.import(Feed, rss(&item(1, &inner)));
        assert_eq!(body(&folder.article()), expected, "{inner}");
    }
}

#[test]
fn pictures_that_are_not_shown_are_named() {
    let picture = |name: &str| format!("<media:content url='https://quay.example/{name}' medium='image'/>");
    let named = |inner: String| {
        let folder = Folder::new();
        let report = folder.import(Feed, rss(&item(1, &format!("{inner}<description>x</description>"))));
        let told = report.problems.iter().find(|problem| problem.name == "unkept").map(|problem| problem.what.en.clone());
        (folder.article().lead.map(|lead| lead.src), told)
    };
    let lead = |name: &str| Some(format!("https://quay.example/{name}"));
    assert_eq!(
        named(picture("a.jpg") + &picture("b.jpg")),
        (lead("a.jpg"), Some("<media:content medium=image> ×1 cannot be kept".into()))
    );
    assert_eq!(named(picture("a.jpg?width=140") + &picture("a.jpg?width=460")), (lead("a.jpg?width=140"), None));
    assert_eq!(named(format!("{}<media:thumbnail url='https://quay.example/t.jpg'/>", picture("a.jpg"))), (lead("a.jpg"), None));
    assert_eq!(named(format!("<media:group>{}{}</media:group>", picture("a.jpg"), picture("b.jpg"))), (lead("a.jpg"), None));
}
