//! Links to places of the same article lead there: to blocks, by an anchor, and to notes.

use crate::folder::{Folder, names, sketch};
use crate::notes::NOTED;
use serde_json::{Value, json};
use std::collections::HashSet;
use strait_import::Format::{Feed, Ninjs, WordPress};
use strait_import::read;
use strait_model::Block;
use strait_press::anchors;

/// The page that the body is of.
const PAGE: &str = "https://paper.example/2026/09/this-post/";

pub fn body(html: &str) -> (Vec<Block>, Vec<&'static str>) {
    let post = json!([{"id": 7, "type": "post", "status": "publish", "link": PAGE, "date_gmt": "2026-09-30T08:00:00",
        "title": {"rendered": "Title"}, "content": {"rendered": html}}]);
    let (blocks, problems) = read(WordPress, post.to_string().as_bytes());
    (blocks, problems.iter().map(|problem| problem.name).collect())
}

pub fn wire(html: &str) -> (Vec<Block>, Vec<&'static str>) {
    let item =
        json!({"uri": "urn:1", "type": "text", "headline": "Title", "versioncreated": "2026-09-30T08:00:00Z", "body_html": html});
    let (blocks, problems) = read(Ninjs, item.to_string().as_bytes());
    (blocks, problems.iter().map(|problem| problem.name).collect())
}

/// All links within the page.
pub fn inner(blocks: &[Block]) -> Vec<String> {
    fn visit(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| visit(value, found)),
            Value::Object(fields) => fields.iter().for_each(|(name, value)| match value.as_str() {
                Some(href) if name == "href" && href.starts_with('#') => found.push(href.to_owned()),
                _ => visit(value, found),
            }),
            _ => {}
        }
    }
    let mut found = vec![];
    visit(&serde_json::to_value(blocks).unwrap(), &mut found);
    found
}

/// The block that has an anchor, in short.
fn at(blocks: &[Block], anchor: &str) -> Option<String> {
    blocks.iter().find_map(|block| match block {
        block if block.anchor() == Some(anchor) => Some(sketch(block)),
        Block::Aside { body, .. } => at(body, anchor),
        _ => None,
    })
}

/// That a link to `#x` in a paragraph of its own before this HTML leads to a block.
fn leads(html: &str, block: &str) {
    for html in
        [format!("<p>see <a href='#x'>there</a> and on</p>{html}"), format!("{html}<p>see <a href='#x'>there</a> and on</p>")]
    {
        let (blocks, problems) = body(&html);
        assert_eq!(inner(&blocks), ["#x"], "{html}");
        assert_eq!(at(&blocks, "x").as_deref(), Some(block), "{html}: {blocks:?}");
        assert!(!problems.contains(&"dead-link") && !problems.contains(&"missing"), "{html}: {problems:?}");
    }
}

#[test]
fn a_link_leads_to_whatever_its_place_stands_at() {
    leads("<p>a</p><h2 id=x>b</h2><p>c</p>", "h2 b");
    leads("<h2><span class=ez-toc-section id=x></span>b<span class=ez-toc-section-end></span></h2>", "h2 b");
    leads("<p>a</p><p id=x>b</p>", "p b");
    leads("<p>a</p><p>b <a name=x></a>c</p><p>d</p>", "p b c");
    leads("<p>a</p><p>b <span id=x>c</span></p><p>d</p>", "p b c");
    leads("<p>b<a name=x></a></p><p>d</p>", "p b");
    leads("<p>a</p><a name=x></a><p>b</p>", "p b");
    leads("<p>a</p><p><a name=x></a></p><hr><h3>b</h3>", "h3 b");
    leads("<p>a</p><section id=x><div><p>b</p></div></section>", "p b");
    leads("<p>a</p><ul id=x><li>b</li></ul>", "list false b");
    leads("<p>a</p><ol><li>b<ul><li id=x>c</li></ul></li></ol>", "list true b(c)");
    leads("<p>a</p><table id=x><tr><td>b<td>c</table>", "table [] b|c");
    leads("<p>a</p><table><tr><th>b<th><a name=x></a>c<tr><td>d<td>e</table>", "table [b|c] d|e");
    leads("<p>a</p><table><caption><a name=x></a>t</caption><tr><td>b<td>c</table>", "table [] b|c");
    leads("<p>a</p><table><tr><td><h2>b</h2><p>c</p><p id=x>d</p></table>", "p d");
    leads("<p>a</p><blockquote id=x><p>b</p></blockquote>", "quote b -- -");
    leads("<p>a</p><blockquote><p>b</p><p id=x>c</p></blockquote>", "quote b\nc -- -");
    leads("<p>a</p><blockquote><p>b</p><cite id=x>L</cite></blockquote>", "quote b -- L");
    leads(
        "<p>a</p><figure id=x><img src=https://a.example/1.jpg><figcaption>b</figcaption></figure>",
        "img https://a.example/1.jpg 0x0 b",
    );
    leads(
        "<p>a</p><figure><img src=https://a.example/1.jpg><figcaption><a id=x></a>b</figcaption></figure>",
        "img https://a.example/1.jpg 0x0 b",
    );
    leads("<p>a <img id=x src=https://a.example/1.jpg> b</p>", "img https://a.example/1.jpg 0x0 -");
    let gallery = "gallery https://a.example/1.jpg https://a.example/2.jpg";
    leads("<p>a</p><div class=gallery id=x><img src=https://a.example/1.jpg><img src=https://a.example/2.jpg></div>", gallery);
    leads("<p>a</p><div class=gallery><img src=https://a.example/1.jpg><img id=x src=https://a.example/2.jpg></div>", gallery);
    leads("<p>a</p><video id=x src=https://a.example/f.mp4>none</video>", "video https://a.example/f.mp4");
    leads("<p>a</p><iframe id=x src=https://vimeo.com/1234></iframe>", "embed vimeo https://player.vimeo.com/video/1234");
    leads("<p>a</p><p id=x>https://vimeo.com/1234</p>", "embed vimeo https://player.vimeo.com/video/1234");
    leads("<p>a</p><aside id=x><h3>b</h3><p>c</p></aside>", "aside b (p c)");
    leads("<p>a</p><details><summary>b</summary><aside id=x><h3>c</h3><p>d</p></aside></details>", "h3 c");
    leads("<p>a</p><aside><h3>b</h3><p id=x>c</p></aside>", "p c");
    leads("<p>a</p><pre id=x>b\nc</pre>", "code - b\nc");
}

#[test]
fn a_place_at_the_end_is_that_of_the_last_block() {
    let (blocks, problems) = body("<p>see <a href='#x'>there</a></p><p>b</p><hr><a id=x></a>");
    assert_eq!((at(&blocks, "x").as_deref(), problems), (Some("p b"), vec![]));
}

#[test]
fn the_articles_own_address_is_no_other_page() {
    for href in [
        PAGE,
        "http://www.paper.example/2026/09/this-post",
        "/2026/09/this-post/",
        "https://paper.example/2026/09/this-post/2/",
        "../this-post/?utm_source=x",
    ] {
        let html = format!("<p>see <a href='{href}#part'>there</a></p><h2 id=part>b</h2>");
        let (blocks, problems) = body(&html);
        assert_eq!((inner(&blocks), problems), (vec!["#part".to_owned()], vec![]), "{href}");
    }
    for href in [
        "https://paper.example/2026/09/other/",
        "https://other.example/2026/09/this-post/",
        "https://paper.example/2026/09/this-post/amp/",
    ] {
        let (blocks, problems) = body(&format!("<p>see <a href='{href}#part'>there</a></p><h2 id=part>b</h2>"));
        assert_eq!((inner(&blocks), problems), (vec![], vec![]), "{href}");
    }
    // A place that is not there: the page itself is.
    let (blocks, problems) = body(&format!("<p>see <a href='{PAGE}#gone'>there</a></p>"));
    assert_eq!(problems, Vec::<&str>::new());
    assert!(serde_json::to_string(&blocks).unwrap().contains(&format!("{PAGE}#gone")));
    // A site's front page is no article of it.
    let feed = "<rss version='2.0' xml:base='https://paper.example/'><channel><title>t</title><item><title>h</title><guid>g</guid><link>https://paper.example/a/</link>\
        <pubDate>Wed, 30 Sep 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;&lt;a href='https://paper.example/#x'&gt;home&lt;/a&gt;&lt;/p&gt;&lt;p id=x&gt;b&lt;/p&gt;</description></item></channel></rss>";
    let (blocks, _) = read(Feed, feed.as_bytes());
    assert_eq!(inner(&blocks), Vec::<String>::new());
}

#[test]
fn what_is_not_there_is_told_and_its_words_stay() {
    for html in [
        "<p>a <a href='#x'>b</a> c</p>",
        "<p>a <a href='#x'>b</a> c</p><p style='display:none' id=x>d</p>",
        "<p>a <a href='#X'>b</a> c</p><h2 id=x>d</h2>",
    ] {
        let (blocks, problems) = body(html);
        assert_eq!((inner(&blocks), sketch(&blocks[0])), (vec![], "p a b c".to_owned()), "{html}");
        assert!(problems.contains(&"dead-link") && !problems.contains(&"missing"), "{html}: {problems:?}");
    }
    let (blocks, _) = body("<p>a</p><h2 id=x>b</h2>");
    assert_eq!(blocks[1].anchor(), None, "nothing leads there");
}

#[test]
fn places_in_other_scripts_and_with_strange_names_are_found() {
    for (href, id, anchor) in [
        ("#第一章", "第一章", "diyizhang"),
        ("#%E7%AC%AC%E4%B8%80", "第一", "diyi"),
        ("#%e7%ac%ac%e4%b8%80", "%E7%AC%AC%E4%B8%80", "diyi"),
        ("#第一", "%e7%ac%ac%e4%b8%80", "diyi"),
        ("#Part_2", "Part_2", "part-2"),
        ("#2", "2", "at-2"),
        ("#content", "content", "at-content"),
        ("#note-1", "note-1", "at-note-1"),
        ("#a&amp;b", "a&amp;b", "a-b"),
    ] {
        let (blocks, problems) = body(&format!("<p>see <a href='{href}'>there</a> now</p><h2 id='{id}'>b</h2>"));
        assert_eq!((inner(&blocks), problems), (vec![format!("#{anchor}")], vec![]), "{href}");
        assert_eq!(at(&blocks, anchor).as_deref(), Some("h2 b"));
    }
    // Of two that are called alike the first is meant; two that would be are told apart.
    let (blocks, _) = body(
        "<p><a href='#x'>a</a> <a href='#X'>b</a> <a href='#x!'>c</a></p><h2 id=x>1</h2><h2 id=X>2</h2><h2 id=x>3</h2><h2 id='x!'>4</h2>",
    );
    let anchored: Vec<Option<&str>> = blocks[1..].iter().map(Block::anchor).collect();
    assert_eq!(inner(&blocks), ["#x", "#x-2", "#x-3"]);
    assert_eq!(anchored.iter().flatten().collect::<HashSet<_>>().len(), 3, "{anchored:?}");
    assert_eq!(anchored[2], None);
}

#[test]
fn tables_of_contents_go_on_working() {
    let easy = "<p>Lead.</p><div id='ez-toc-container' class='ez-toc-v2_0_69 counter-hierarchy'><div class='ez-toc-title-container'>\
        <p class='ez-toc-title'>Contents</p><span class='ez-toc-title-toggle'><a href='#' class='ez-toc-toggle'><svg></svg></a></span></div>\
        <nav><ul class='ez-toc-list'><li><a class='ez-toc-link' href='#One'>One</a><ul><li><a href='#Two'>Two</a></li></ul></li></ul></nav></div>\
        <h2><span class='ez-toc-section' id='One'></span>One</h2><p>a</p><h3><span id='Two'></span>Two</h3><p>b</p>";
    let (blocks, problems) = body(easy);
    assert_eq!(blocks.iter().map(sketch).collect::<Vec<_>>()[..3], ["p Lead.", "p Contents", "list false One(Two)"]);
    assert_eq!((inner(&blocks), problems), (vec!["#one".to_owned(), "#two".to_owned()], vec!["hidden"]));
    let core = format!(
        "<nav class='wp-block-table-of-contents'><ol><li><a href='{PAGE}#one'>One</a></li><li><a href='{PAGE}#%E4%BA%8C'>二</a></li></ol></nav>\
        <h2 class='wp-block-heading' id='one'>One</h2><p>a</p><h2 id='二'>二</h2><p>b</p>"
    );
    let (blocks, problems) = body(&core);
    assert_eq!((inner(&blocks), problems), (vec!["#one".to_owned(), "#er".to_owned()], vec![]));
    let lucky = "<div class='lwptoc'><div class='lwptoc_header'><b class='lwptoc_title'>Contents</b><span class='lwptoc_toggle'><a href='#' class='lwptoc_toggle_label'>hide</a></span></div>\
        <div class='lwptoc_items'><div class='lwptoc_itemWrap'><div class='lwptoc_item'><a href='#one'><span class='lwptoc_item_label'>One</span></a></div></div></div></div><h2><span id='one'>One</span></h2><p>a</p>";
    let (blocks, problems) = body(lucky);
    assert_eq!(blocks.iter().map(sketch).collect::<Vec<_>>(), ["p Contents", "p One", "h2 One", "p a"]);
    assert_eq!((inner(&blocks), problems), (vec!["#one".to_owned()], vec!["hidden"]));
}

#[test]
fn what_is_taken_out_of_the_body_hands_its_links_on() {
    let post = |html: &str| {
        let folder = Folder::new();
        let report = folder.import_json(
            WordPress,
            &json!([{"id": 7, "type": "post", "status": "publish", "link": PAGE, "date_gmt": "2026-09-30T08:00:00",
            "title": {"rendered": "Title"}, "content": {"rendered": html}}]),
        );
        assert!(["missing", "dead-link"].iter().all(|name| !names(&report).contains(name)), "{:?}", report.problems);
        folder.article()
    };
    for first in ["<h2 id=x>Title</h2>", "<img id=x src='https://media.example/1.jpg' alt=a>"] {
        let article = post(&format!("{first}<p>a</p><p>b <a href='#x'>up</a></p>"));
        assert_eq!((inner(&article.body), at(&article.body, "x").as_deref()), (vec!["#x".to_owned()], Some("p a")), "{first}");
        let article = post(&format!("{first}<p id=y>a</p><p>b <a href='#x'>up</a> <a href='#y'>on</a></p>"));
        assert_eq!(inner(&article.body), ["#y", "#y"], "{first}");
    }
}

#[test]
fn each_link_within_the_page_leads_to_an_anchor_that_it_has() {
    for (of, html) in NOTED {
        let html = format!(
            "<p><a href='#x'>x</a> <a href='#第二'>y</a> <a href='{PAGE}#z'>z</a></p><h2 id=x>潮起</h2>{html}<p id='第二'>b</p><ul><li><a name=z></a>c</li></ul>"
        );
        let (blocks, problems) = body(&html);
        let (links, anchors) = (inner(&blocks), anchors::of(&blocks));
        assert_eq!(links.len(), 7, "{of}: {links:?}");
        assert!(links.iter().all(|link| anchors.contains(&link[1..].to_owned())), "{of}: {links:?} {anchors:?}");
        assert_eq!(anchors.iter().collect::<HashSet<_>>().len(), anchors.len(), "{of}");
        assert_eq!(problems, Vec::<&str>::new(), "{of}");
        assert_eq!(serde_json::to_string(&body(&html).0).unwrap(), serde_json::to_string(&blocks).unwrap());
        assert!(!serde_json::to_string(&blocks).unwrap().contains("\\u0000"), "{of}");
    }
}

#[test]
fn no_nesting_of_places_leaves_a_sign_of_them_or_a_link_to_nothing() {
    let inner_html = [
        "<p id=x>a</p>",
        "<a name=x></a>",
        "<img id=x src=https://a.example/1.jpg>",
        "<li id=x>a</li>",
        "<h2 id=x></h2>",
        "<td id=x>a</td>",
        "<hr id=x>",
    ];
    let outer = [
        "p",
        "li",
        "ul",
        "table",
        "tr",
        "td",
        "caption",
        "figure",
        "figcaption",
        "blockquote",
        "cite",
        "aside",
        "summary",
        "details",
        "pre",
        "video",
        "h2",
        "ruby",
        "rt",
        "sup",
        "section",
        "dl",
        "dt",
        "select",
        "object",
    ];
    for one in outer {
        for other in outer {
            for html in inner_html {
                let html =
                    format!("<p>s <a href='#x'>1</a></p><{one}>b<{other}>{html}</{other}>c</{one}><p>d <a href='#x'>e</a></p>");
                let item = json!({"uri": "urn:1", "headline": "T", "versioncreated": "2026-09-30T08:00:00Z", "body_html": html});
                let (blocks, _) = read(Ninjs, item.to_string().as_bytes());
                let text = serde_json::to_string(&blocks).unwrap();
                assert!(!text.contains("\\u0000"), "{html}: {text}");
                let anchors = anchors::of(&blocks);
                assert!(inner(&blocks).iter().all(|link| anchors.contains(&link[1..].to_owned())), "{html}: {text}");
            }
        }
    }
}
