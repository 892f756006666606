//! RSS, Atom, and what is met instead of them.

use crate::folder::{Folder, names, sketch};
use strait_import::Format::Feed;
use strait_model::{Block, Role};

const RSS: &str = r#"<?xml version="1.0"?><rss version="2.0" xmlns:dc="d" xmlns:content="c" xmlns:media="m"><channel><title>Agency</title><link>https://a.example/</link><language>zh-cn</language><copyright>© A</copyright>
<item><title>渡轮 &amp;amp; 复航</title><link>/ferry</link><guid isPermaLink="false">g-1</guid><pubDate>Wed, 30 Sep 2026 00:12:00 GMT</pubDate><dc:creator>林晓帆</dc:creator><category>城市</category>
<description>短讯</description><content:encoded><![CDATA[<p>正文 <a href="/x">链接</a></p>]]></content:encoded>
<media:group><media:content url="https://media.example/s.jpg" type="image/jpeg" width="200" height="100"/><media:content url="https://media.example/l.jpg" type="image/jpeg" width="2000" height="1000"><media:description>图说</media:description><media:credit role="photographer">许</media:credit></media:content></media:group>
<enclosure url="https://media.example/a.mp3" type="audio/mpeg" length="1"/></item></channel></rss>"#;

#[test]
fn rss_with_its_modules_is_read() {
    let folder = Folder::new();
    let report = folder.import(Feed, RSS);
    assert_eq!(names(&report), Vec::<&str>::new(), "{:?}", report.problems);
    let article = folder.article();
    assert_eq!(
        (article.headline.as_str(), article.summary.as_str(), article.section.as_str()),
        ("渡轮 & 复航", "短讯", "news/city")
    );
    assert_eq!(
        (article.language.as_str(), article.source.name.as_str(), article.source.href.as_deref()),
        ("zh-Hans", "Agency", Some("https://a.example/ferry"))
    );
    assert_eq!((article.by[0].role, article.by[0].name.as_str()), (Role::Reporter, "林晓帆"));
    let lead = article.lead.unwrap();
    assert_eq!(
        (lead.src.as_str(), lead.width, lead.caption.as_deref(), lead.credit.as_deref()),
        ("https://media.example/l.jpg", 2000, Some("图说"), Some("许"))
    );
    assert_eq!(article.body.iter().map(sketch).collect::<Vec<_>>(), ["p 正文 链接", "audio https://media.example/a.mp3 "]);
}

#[test]
fn atom_is_read_with_text_html_and_xhtml() {
    let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Agency</title><id>f</id><updated>2026-09-30T00:00:00Z</updated><link rel="self" href="https://a.example/feed"/>
<entry><title>a &lt; b &amp;amp; c</title><id>urn:1</id><link rel="alternate" href="https://a.example/1"/><updated>2026-09-30T01:00:00Z</updated><published>2026-09-30T00:00:00Z</published><author><name>Jane Doe</name></author><category term="sport" label="Sport"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x <b>y</b> &amp; z &lt;i&gt;</p></div></content></entry>
<entry><title type="html">&lt;b&gt;Two&lt;/b&gt;</title><id>urn:2</id><updated>2026-09-30T01:00:00Z</updated><category term="sport"/><summary>Short</summary><content type="html">&lt;p&gt;Long&lt;/p&gt;</content></entry>
<at:deleted-entry ref="urn:2" when="2026-09-30T02:00:00Z"/></feed>"#;
    let folder = Folder::new();
    let report = folder.import(Feed, atom);
    assert_eq!(report.counts.withdrawn, 1, "{:?}", report.problems);
    let article = folder.articles().into_iter().find(|article| article.headline.starts_with("a <")).unwrap();
    assert_eq!(article.headline, "a < b &amp; c");
    assert_eq!(article.first_created.as_str(), "2026-09-30T08:00:00+08:00");
    assert_eq!(article.body.iter().map(sketch).collect::<Vec<_>>(), ["p x y & z <i>"]);
}

#[test]
fn chinese_encodings_are_read_declared_or_not() {
    let story = "厦门市沙坡尾的老街坊今天早晨吃上了热气腾腾的花生汤，社区食堂开张了。";
    for declaration in
        ["<?xml version=\"1.0\" encoding=\"gb2312\"?>", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>"]
    {
        let feed = format!(
            "{declaration}<rss version=\"2.0\"><channel><item><guid>g</guid><title>{story}</title><pubDate>2026-09-30</pubDate><description>{story}</description></item></channel></rss>"
        );
        let folder = Folder::new();
        folder.import(Feed, &*encoding_rs::GB18030.encode(&feed).0);
        assert_eq!(folder.article().headline, story, "{declaration}");
    }
}

#[test]
fn broken_xml_loses_only_what_is_broken() {
    let item = |at: u8, text: &str| {
        format!(
            "<item><guid>g{at}</guid><title>t{at}</title><pubDate>2026-09-30</pubDate><description>{text}</description></item>"
        )
    };
    let feed = |items: &[String]| format!("\u{feff} junk <?xml version='1.0'?>\n<rss version='0.91'><channel>{}", items.concat());
    // What was left open, or does not end, may say elsewhere that it is not published.
    let cases = [
        (feed(&[item(1, "a & b &nbsp; &unknown; c"), item(2, "x <b>y")]), 2, 0),
        (feed(&[item(1, "<p>a<p>b"), item(2, "</div></item>").replace("</description></item>", "")]), 1, 1),
        (feed(&[item(1, "a"), item(2, "<![CDATA[b").replace("</description></item>", "")]), 1, 0),
        (feed(&[item(1, "a"), "<item><guid>x</guid><title <".to_owned(), item(2, "b")]), 2, 0),
        (feed(&[item(1, "a"), item(2, "b").replace("</item>", ""), item(3, "c")]), 2, 1),
        (feed(&[item(1, "a"), "<x <y>".to_owned(), format!("<!-- {} -->", item(2, "b")), item(3, "c")]), 2, 0),
    ];
    for (feed, published, withheld) in cases {
        let folder = Folder::new();
        let report = folder.import(Feed, &feed);
        assert_eq!((report.counts.new, report.counts.withheld), (published, withheld), "{feed}\n{:?}", report.problems);
    }
}

#[test]
fn what_is_no_feed_is_named() {
    for text in ["", "<html><body>captive portal</body></html>", "{}", "\u{0}\u{1}"] {
        assert_eq!(names(&Folder::new().import(Feed, text)), ["bad-file"], "{text}");
    }
    assert_eq!(names(&Folder::new().import(Feed, "<rss><channel><title>t</title></channel></rss>")), ["no-items"]);
}

fn of_one_item(inner: &str) -> String {
    format!(
        "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Tide &amp;amp; Lane</title><link>https://tide.example/</link>\
        <item><title>One</title><link>https://tide.example/1</link><pubDate>2026-09-30T08:00:00Z</pubDate>{inner}</item></channel></rss>"
    )
}

fn sketched(inner: &str) -> (Vec<String>, Vec<String>) {
    let folder = Folder::new();
    let report = folder.import(Feed, of_one_item(inner));
    let told = names(&report).into_iter().filter(|name| *name != "default-section").map(str::to_owned).collect();
    (folder.article().body.iter().map(sketch).collect(), told)
}

#[test]
fn a_player_beside_the_story_is_shown_and_a_film_has_its_still() {
    let (body, told) =
        sketched("<description>Words</description><media:player url='https://www.youtube.com/watch?v=abcdefghijk'/>");
    assert_eq!(body.len(), 2, "{body:?}");
    assert!(body[1].contains("youtube") && told.iter().all(|name| name == "player"), "{body:?} {told:?}");
    let (_, told) = sketched("<description>Words</description><media:player url='javascript:x'/>");
    assert!(told.contains(&"lost-media".to_owned()), "{told:?}");
    let folder = Folder::new();
    folder.import(
        Feed,
        of_one_item(
            "<description>Words</description><media:content url='https://media.example/v.mp4' type='video/mp4'><media:thumbnail url='https://media.example/v.jpg' width='640' height='360'/></media:content>",
        ),
    );
    let article = folder.article();
    let posters = article.body.iter().filter_map(|block| match block {
        Block::Video(video) => video.poster.as_ref().map(|poster| (poster.src.as_str(), poster.width)),
        _ => None,
    });
    assert_eq!(posters.collect::<Vec<_>>(), [("https://media.example/v.jpg", 640)]);
}

#[test]
fn components_of_amp_pages_are_shown_or_named() {
    let of = |html: &str| sketched(&format!("<description><![CDATA[<p>Words</p>{html}<p>more</p>]]></description>"));
    for (html, shown) in [
        (
            "<amp-youtube data-videoid=\"abcdefghijk\" layout=\"responsive\"><amp-img placeholder src=\"/p.jpg\"></amp-img></amp-youtube>",
            "youtube",
        ),
        ("<amp-iframe src=\"https://player.bilibili.com/player.html?bvid=BV1xx411c7mD\"></amp-iframe>", "bilibili"),
        ("<amp-twitter data-tweetid=\"123456\"></amp-twitter>", "x"),
        ("<amp-facebook data-href=\"https://www.facebook.com/quay/posts/1\"></amp-facebook>", "facebook"),
        ("<amp-brightcove src=\"https://players.example/1\"></amp-brightcove>", "players.example"),
    ] {
        let (body, told) = of(html);
        assert_eq!(body.len(), 3, "{html}: {body:?}");
        assert!(body[1].contains(shown), "{html}: {body:?}");
        assert!(told.iter().all(|name| name == "player"), "{html}: {told:?}");
    }
    for (html, name) in [
        ("<amp-jwplayer-player data-media-id=\"1\"></amp-jwplayer-player>", "unkept"),
        ("<amp-ad type=\"x\">Buy</amp-ad>", "removed"),
    ] {
        let (body, told) = of(html);
        assert_eq!((body.len(), told), (2, vec![name.to_owned()]), "{html}");
    }
}

#[test]
fn a_feed_that_is_cut_between_two_items_is_named() {
    let whole = of_one_item("<description>Words</description>");
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>urn:1</id><title>One</title><updated>2026-09-30T01:00:00Z</updated><content>Words</content></entry></feed>";
    for (feed, end) in [(whole.as_str(), "</channel></rss>"), (whole.as_str(), "</rss>"), (atom, "</feed>")] {
        let folder = Folder::new();
        let report = folder.import(Feed, feed.strip_suffix(end).unwrap());
        assert_eq!((report.counts.new, names(&report).contains(&"cut-short")), (1, true), "{end}: {:?}", report.problems);
        let report = Folder::new().import(Feed, feed);
        assert!(!names(&report).contains(&"cut-short"), "{:?}", report.problems);
    }
}

#[test]
fn names_that_were_escaped_twice_are_read_once_more() {
    let folder = Folder::new();
    folder.import(Feed, of_one_item("<description>Words</description><category>R&amp;amp;D</category>"));
    let article = folder.article();
    assert_eq!((article.source.name.as_str(), article.subjects[0].name.as_str()), ("Tide & Lane", "R&D"));
}
