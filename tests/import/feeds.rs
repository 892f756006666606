//! RSS, Atom, and what is met instead of them.

use crate::folder::{Folder, names, sketch};
use strait::import::Format::Feed;
use strait::model::Role;

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
