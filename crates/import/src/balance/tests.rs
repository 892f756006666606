//! That the count sees what a conversion loses, and nothing else.

use super::*;
use crate::body::blocks;
use crate::fault::BodyFault;
use proptest::prelude::*;
use strait_model::Block;

/// What is missing of HTML where only some of its blocks are kept.
fn missing(html: &str, keep: impl Fn(&Block) -> bool) -> Amounts {
    let mut notes = Notes::of("f");
    let (_, account) = accounted(html, Written::Html, None, &mut notes, |notes| {
        let mut blocks = blocks(html, None, notes);
        blocks.retain(|block| keep(block));
        blocks
    });
    account.missing
}

fn nothing() -> Amounts {
    Amounts::default()
}

#[test]
fn what_a_conversion_loses_is_seen() {
    let html = "<p>Ferry at noon 中文</p><h2>Quay</h2><img src='https://a.example/i.jpg' alt='x'>\
        <p><a href='https://a.example/'>link</a> b</p><iframe src='https://p.example/1'></iframe><video src='https://a.example/v.mp4'></video>";
    assert_eq!(missing(html, |_| true), nothing());
    let lost = |kind: &str| missing(html, |block| serde_json::to_value(block).unwrap()["kind"] != kind);
    assert_eq!(lost("paragraph"), Amounts { characters: 18, links: 1, ..nothing() });
    assert_eq!(lost("heading"), Amounts { characters: 4, ..nothing() });
    assert_eq!(lost("image"), Amounts { pictures: 1, ..nothing() });
    assert_eq!(lost("embed"), Amounts { players: 1, ..nothing() });
    assert_eq!(lost("video"), Amounts { players: 1, ..nothing() });
}

#[test]
fn what_was_named_is_not_missing() {
    for html in [
        "<p>a</p><button>Subscribe now</button>",
        "<p>a <svg><text>graph</text></svg></p>",
        "<div class='sharedaddy'>Share <a href='https://a.example/'>this</a></div><div>b</div>",
        "<p style='display:none'>hidden words</p>",
        "<p hidden><img src='https://a.example/i.jpg'></p>",
        "<img src='data:image/gif;base64,AA'><p>a</p>",
        "<img src='https://a.example/1.gif' width=1 height=1>",
        "<a href='javascript:x()'>run</a> <a href='b.html'>dead</a> <a href='#x'>here</a>",
        "<video></video><audio></audio><iframe src='x'></iframe><iframe src='https://a.example/' width=0></iframe>",
        "<object data=x.swf><p>fallback</p></object><embed src='https://a.example/x.swf'>",
        "<object><param name=movie value='https://a.example/y.swf'><embed src='https://a.example/y.swf'></object>",
        "<script>if (a < b) c()</script><style>p { }</style><template><p>t</p></template>",
        "<p>a</p><script>never ends <p>b</p>",
    ] {
        assert_eq!(missing(html, |_| true), nothing(), "{html}");
    }
    let one = "<button>Subscribe</button>";
    let mut notes = Notes::of("f");
    let (_, account) = accounted(&format!("{one}<button>Pay</button>"), Written::Html, None, &mut notes, |notes| {
        notes.add("", BodyFault::Unkept("<button>".to_owned()));
        vec![]
    });
    assert_eq!(account.missing, Amounts { characters: 3, ..nothing() }, "one was named, two were there");
}

/// What scripts show in place of elements.
const SCRIPTED: [&str; 10] = [
    "<blockquote class='tiktok-embed' cite='https://www.tiktok.com/@gull/video/7106594312292453675' data-video-id='7106594312292453675'><section></section></blockquote>",
    "<div class='fb-video' data-href='https://www.facebook.com/gull/videos/123456/'></div>",
    "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/p/CabcDEF12/'></blockquote>",
    "<div class='flourish-embed' data-src='visualisation/123456'></div>",
    r#"<div class='elementor-widget-video' data-settings='{"youtube_url":"https:\/\/www.youtube.com\/watch?v=abcdefghijk"}'></div>"#,
    "<amp-youtube data-videoid='abcdefghijk' width=1 height=1></amp-youtube>",
    "<lite-youtube videoid='abcdefghijk'></lite-youtube>",
    "<div data-url='https://vimeo.com/12345'></div>",
    "<div data-url='https://vimeo.com/12345'><iframe src='https://player.vimeo.com/video/12345'></iframe></div>",
    "<amp-iframe src='https://charts.example/7'></amp-iframe>",
];

#[test]
fn players_that_scripts_make_are_seen_and_kept() {
    for html in SCRIPTED {
        assert_eq!(missing(html, |_| true), nothing(), "{html}");
        assert_eq!(missing(html, |_| false).players, 1, "{html}");
    }
    let cover = "<div class='wp-block-cover' style='background-image:url(https://a.example/c.jpg)'><p>On it</p></div>";
    assert_eq!(missing(cover, |_| true), nothing());
    assert_eq!(missing(cover, |_| false), Amounts { characters: 4, pictures: 1, ..nothing() });
    let unknown =
        "<x-chart data-src='https://charts.example/7'><span></span></x-chart><p data-src='https://a.example/'>words</p>";
    let (mut notes, mut named) = (Notes::of("f"), 0);
    let (_, account) = accounted(unknown, Written::Html, None, &mut notes, |notes| {
        let blocks = blocks(unknown, None, notes);
        named = notes.named().players;
        blocks
    });
    assert_eq!((account.missing, account.source.players, named), (nothing(), 1, 1), "it is named");
}

#[test]
fn what_was_gained_hides_nothing_that_was_lost() {
    let html = "<p><a href='https://a.example/lost'>one</a> two</p><p>https://a.example/plain</p><iframe src='https://p.example/1'></iframe>";
    let source = source::of_html(html, None, &Named::default());
    let linked = |href: &str| serde_json::json!({"kind": "paragraph", "text": [{"text": "one two", "href": href}]});
    let embed = |href: &str| serde_json::json!({"kind": "embed", "src": href});
    let lost = |blocks: &[serde_json::Value]| source.missing_in(&article::load(&blocks), &Named::default());
    let plain = linked("https://a.example/plain");
    assert_eq!(
        lost(&[linked("https://a.example/lost"), plain.clone(), embed("https://p.example/1")]),
        Amounts { characters: 0, ..nothing() }
    );
    assert_eq!(lost(&[plain.clone(), embed("https://p.example/1")]).links, 1);
    assert_eq!(lost(&[linked("https://a.example/lost"), plain, embed("https://p.example/2")]).players, 1);
    assert_eq!(
        lost(&[linked("https://a.example/lost"), linked("https://a.example/x"), embed("https://p.example/1")]).characters,
        23
    );
}

#[test]
fn relative_links_are_known_by_their_last_part() {
    let base = url::Url::parse("https://a.example/b/").ok();
    for html in ["<a href='/'>x</a>", "<a href='../c?d=1#e'>x</a>", "<a href='//A.example/%7Ec'>x</a>", "<a href='c d'>x</a>"] {
        let (_, account) =
            accounted(html, Written::Html, base.as_ref(), &mut Notes::of("f"), |notes| blocks(html, base.as_ref(), notes));
        assert_eq!((account.missing, account.source.links), (nothing(), 1), "{html}");
    }
}

#[test]
fn a_picture_has_the_size_of_the_file_that_is_taken() {
    let size = |html: &str| match blocks(html, None, &mut Notes::of("f")).pop() {
        Some(Block::Image(image)) => (image.width, image.height),
        _ => panic!("no picture: {html}"),
    };
    let set = |file: &str| {
        format!(
            "<img width=150 height=150 src='https://a.example/b-150x150.jpg' srcset='https://a.example/b-150x150.jpg 150w, https://a.example/{file} 1024w'>"
        )
    };
    assert_eq!(size(&set("b-1024x768.jpg")), (1024, 768));
    assert_eq!(size(&set("b.jpg")), (0, 0), "a square is cut out of it");
    assert_eq!(
        size("<img width=300 height=200 src='https://a.example/c.jpg' srcset='https://a.example/c-w.jpg 900w'>"),
        (900, 600)
    );
}

#[test]
fn another_layout_loses_nothing() {
    for html in [
        "<p>W<b>o</b>rd</p><p>a</p>",
        "<table><tr><th>Na</th><th>me</th></tr><tr><td rowspan=2>x</td><td>y</td></tr><tr><td>z</td></tr></table>",
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
        "<p>cafe\u{301} a\u{200b}b \u{202e}c</p>",
        "<blockquote><p>Words</p><cite>— Jane</cite></blockquote>",
        "<figure><img src='/a-300x200.jpg' srcset='/a-300x200.jpg 300w, /a-1200x800.jpg 1200w'><figcaption>At dawn</figcaption></figure>",
        "<img src='data:,' data-src='https://a.example/l.jpg'><noscript><img src='https://a.example/l.jpg'></noscript>",
        "<ruby>厝<rp>(</rp><rt>cuò</rt><rp>)</rp></ruby>",
        "<p>a &amp; b &lt; c &#146; &hellip;</p>",
        "<p>5 < 6 & 7</p><p title='a>b'>c</p><!-- not > this --><p>d</p>",
        "<div>a<div>b</div>c<custom-x>d</custom-x></div>",
        "<details><summary>More</summary><p>Hidden away</p></details>",
        "<p><img class='emoji' alt='👍' src='https://a.example/e.png'> 👍</p>",
        "<a href='https://a.example/i.jpg'><img src='https://a.example/i-300x200.jpg'></a>",
        "<picture><source srcset='https://a.example/big.webp 2000w'><img src='https://a.example/small.jpg'></picture>",
        "<div class='wp-block-file'><a href='/r.pdf'>Report</a><a href='/r.pdf' class='wp-block-file__button' download>Download</a></div>",
        "<p>left open <b>bold <i>both</b> rest",
    ] {
        let base = url::Url::parse("https://a.example/").ok();
        let (_, account) =
            accounted(html, Written::Html, base.as_ref(), &mut Notes::of("f"), |notes| blocks(html, base.as_ref(), notes));
        assert_eq!(account.missing, nothing(), "{html}");
    }
}

#[test]
fn a_repeated_word_stands_for_no_other() {
    let (mut source, mut article) = (Bag::default(), Bag::default());
    source.add("one two three");
    article.add("one two two two two");
    assert_eq!(source.missing_in(&article, Led::of(&[], &[])), 5);
}

#[test]
fn an_address_alone_may_have_become_a_player() {
    let html = "<p>Look:</p><p>https://video.example/watch?v=1</p>";
    let player = |at: usize| serde_json::json!({"kind": "embed", "src": format!("https://video.example/watch?v={at}")});
    let source = source::of_html(html, None, &Named::default());
    let paragraph = serde_json::json!({"kind": "paragraph", "text": "Look:"});
    let kept = article::load(&[paragraph.clone(), player(1)]);
    assert_eq!(source.missing_in(&kept, &Named::default()), nothing());
    let lost = article::load(&[paragraph]);
    assert_eq!(source.missing_in(&lost, &Named::default()).characters, 31);
}

#[test]
fn new_kinds_of_blocks_are_counted_by_what_they_hold() {
    let source = source::of_html(
        "<p>a b</p><p>c <a href='https://a.example/'>d</a></p><img src='https://a.example/e.jpg'>",
        None,
        &Named::default(),
    );
    let new = serde_json::json!([{"kind": "x", "lines": ["a", "b"], "notes": [{"label": "c", "text": [{"text": "d", "href": "https://a.example/"}]}]},
        {"kind": "y", "pictures": [{"src": "https://cdn.example/pictures/e.jpg"}]}]);
    assert_eq!(source.missing_in(&article::load(&new), &Named::default()), nothing());
}

/// HTML as editors and machines write it, with words that are all different.
fn html() -> impl Strategy<Value = String> {
    let word = prop_oneof!["[a-z]{1,8}", "[一-十]{1,3}", Just("&amp;".to_owned()), Just("<".to_owned() + " 5")];
    let leaf = prop_oneof![
        4 => word,
        1 => Just("<br>".to_owned()),
        1 => Just("<img src='https://a.example/p.jpg'>".to_owned()),
        1 => Just("<hr/>".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => Just("<!-- wp:paragraph -->".to_owned()),
    ];
    leaf.prop_recursive(5, 40, 5, |inner| {
        let name = prop_oneof![
            Just("p"),
            Just("div"),
            Just("b"),
            Just("em"),
            Just("span"),
            Just("h2"),
            Just("h4"),
            Just("ul"),
            Just("ol"),
            Just("li"),
            Just("section"),
            Just("aside"),
            Just("table"),
            Just("tr"),
            Just("td"),
            Just("center"),
            Just("dl"),
            Just("dt"),
            Just("dd"),
            Just("small"),
            Just("sup"),
            Just("figure"),
            Just("pre"),
            Just("x-y"),
            Just("address"),
        ];
        (name, prop::collection::vec(inner, 0..5)).prop_map(|(name, inner)| format!("<{name}>{}</{name}>", inner.join(" ")))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_nested_in_what_no_word_is_missing(html in html()) {
        let missing = missing(&html, |_| true);
        prop_assert_eq!((missing.characters, missing.pictures), (0, 0), "{}", html);
    }

    #[test]
    fn no_text_makes_the_count_panic(html in "[<>/a-z=\"'&;! \\[\\]中-]{0,60}") {
        let _ = missing(&html, |_| true);
    }
}
