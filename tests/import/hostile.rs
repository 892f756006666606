//! Hostile and broken input: nothing runs, nothing panics, nothing hangs, and what is refused is named.

use crate::folder::Folder;
use crate::vectors::VECTORS;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use strait_import::Format::{self, Feed, Ninjs, WordPress};
use strait_import::read;
use strait_model::{Block, Embed, Image, Span, Text, Video};

/// What one item may take of a processor; ten times that in a build without optimisation.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// A body of 5 MB; smaller without optimisation, where what grows as the square still fails.
const LARGE: usize = if cfg!(debug_assertions) { 1 << 20 } else { 5 << 20 };

/// Every address and every bit of running text in a body.
fn addresses(blocks: &[Block]) -> Vec<String> {
    let of_text = |text: &Text| text.iter().filter_map(|span: &Span| span.href.clone()).collect::<Vec<_>>();
    let of_image = |image: &Image| image.src.clone();
    let of_block = |block: &Block| match block {
        Block::Paragraph { text, .. } => of_text(text),
        Block::Heading(heading) => of_text(&heading.text),
        Block::Quote(quote) => of_text(&quote.text),
        Block::List(list) => list.items.iter().flat_map(of_text).collect(),
        Block::Code(lines) | Block::Verse(lines) => of_text(&lines.text),
        Block::Notes(notes) => notes.items.iter().flat_map(of_text).collect(),
        Block::Table(table) => table.rows.iter().flatten().chain([&table.header]).flat_map(of_text).collect(),
        Block::Image(image) => vec![of_image(image)],
        Block::Gallery(gallery) => gallery.images.iter().map(of_image).collect(),
        Block::Video(Video { src, poster, .. }) => poster.iter().map(of_image).chain([src.clone()]).collect(),
        Block::Audio(audio) => vec![audio.src.clone()],
        Block::Embed(Embed { src, href, .. }) => vec![src.clone(), href.clone()],
        Block::Aside { body, .. } => addresses(body),
        Block::Divider | Block::Unknown => vec![],
    };
    blocks.iter().flat_map(of_block).collect()
}

/// Whether an address could do anything but lead somewhere.
fn runs(address: &str) -> bool {
    let is_known = ["https://", "http://", "mailto:", "tel:", "/"].iter().any(|start| address.starts_with(start));
    let is_file = !address.contains(':') && !address.starts_with(['\\', '#']);
    // The ways between marks and notes are made here, and of numbers alone.
    let number = address.strip_prefix("#note-").or_else(|| address.strip_prefix("#noted-"));
    let is_note = number.is_some_and(|number| number.bytes().all(|sign| sign.is_ascii_digit()));
    !(is_known || is_file || is_note) || address.chars().any(|sign| sign.is_control() || sign.is_whitespace() && is_known)
}

fn ninjs(html: &str) -> String {
    json!({"uri": "urn:1", "headline": html, "versioncreated": "2026-09-30T08:00:00Z", "description_text": html, "byline": html, "body_html": html}).to_string()
}

fn wordpress(html: &str) -> String {
    let text = json!({"rendered": html});
    json!([{"guid": {"rendered": "g"}, "date": "2026-09-30T08:00:00", "title": text, "content": text, "excerpt": text}])
        .to_string()
}

fn rss(html: &str) -> String {
    let html = html.replace("]]>", "]]]]><![CDATA[>");
    format!(
        "<rss version='2.0'><channel><item><guid>g</guid><pubDate>2026-09-30</pubDate><title><![CDATA[{html}]]></title><description><![CDATA[{html}]]></description></item></channel></rss>"
    )
}

fn every_way(html: &str) -> [(Format, String); 3] {
    [(Ninjs, ninjs(html)), (WordPress, wordpress(html)), (Feed, rss(html))]
}

#[test]
fn no_vector_leaves_an_address_that_runs() {
    assert!(VECTORS.len() >= 150);
    for vector in VECTORS {
        for html in [
            vector.to_owned(),
            format!("<p>before {vector} after</p>"),
            format!("<table><tr><td>{vector}</td><td>x</td></tr></table>"),
        ] {
            for (format, bytes) in every_way(&html) {
                let (blocks, _) = read(format, bytes.as_bytes());
                let found: Vec<String> = addresses(&blocks).into_iter().filter(|address| runs(address)).collect();
                assert!(found.is_empty(), "{format:?} {html}: {found:?}");
            }
        }
    }
}

#[test]
fn the_check_above_can_fail() {
    let link = Span { text: "t".to_owned(), href: Some("javascript:alert(1)".to_owned()), ..Span::default() };
    let found = addresses(&[Block::Aside { anchor: None, title: None, body: vec![Block::paragraph(vec![link])] }]);
    assert!(found.iter().any(|address| runs(address)));
    for address in ["data:text/html,x", "#x", "\\\\evil.example", "https://a.example/\n", "vbscript:x"] {
        assert!(runs(address), "{address}");
    }
}

#[test]
fn what_could_run_is_named() {
    for html in [
        "<a href=javascript:alert(1)>t</a>",
        "<script>x</script>",
        "<object data=x></object>",
        "<iframe src=javascript:x></iframe>",
        "<svg onload=x>",
    ] {
        for (format, bytes) in every_way(html) {
            assert!(!read(format, bytes.as_bytes()).1.is_empty(), "{format:?} {html}");
        }
    }
}

/// How long this thread has computed, whatever else the machine does. None: the system does not say
/// (<https://docs.kernel.org/scheduler/sched-stats.html>).
fn computed() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(told.split(' ').next()?.parse().ok()?))
}

fn check_time(what: &str, format: Format, bytes: &str) -> (Vec<Block>, usize) {
    let (begun, computed) = (Instant::now(), computed());
    let (blocks, problems) = read(format, bytes.as_bytes());
    let took = self::computed().zip(computed).map_or(begun.elapsed(), |(now, before)| now - before);
    assert!(took < PATIENCE, "{what}: {took:?} for {} bytes", bytes.len());
    (blocks, problems.len())
}

#[test]
fn a_hundred_thousand_levels_overflow_nothing() {
    let depth = 100_000;
    let mut untold = vec![];
    for name in [
        "div",
        "p",
        "b",
        "a href=https://a.example/",
        "blockquote",
        "ul><li",
        "table><tr><td",
        "aside",
        "figure",
        "span",
        "ruby><rt",
        "font",
        "dl><dt",
        "svg",
        "object",
        "q",
        "s",
        "h2",
        "details><summary",
    ] {
        let open = format!("<{name}>").repeat(depth);
        let close: String = name
            .split("><")
            .collect::<Vec<_>>()
            .iter()
            .rev()
            .map(|name| format!("</{}>", name.split(' ').next().unwrap()))
            .collect::<String>()
            .repeat(depth);
        let (_, problems) = check_time(name, Ninjs, &ninjs_body(&format!("{open}x{close}<p>after</p>")));
        if problems == 0 {
            untold.push(name);
        }
        check_time(name, Ninjs, &ninjs_body(&open));
        check_time(name, WordPress, &wordpress_body(&close));
    }
    // These end the one before them, so that none is deep; what nests must be told.
    assert_eq!(untold, ["p", "a href=https://a.example/"]);
    let nested = format!("<rss><channel><item><title>t</title>{}", "<media:group>".repeat(depth));
    check_time("media:group", Feed, &nested);
    check_time("arrays", Ninjs, &"[".repeat(depth));
    check_time("objects", WordPress, &"{\"a\":".repeat(depth));
}

#[test]
fn many_places_and_notes_are_read_in_time() {
    let units = [
        "<a name=x>",
        "<p id=x>a",
        "<li id=x>a",
        "<div id=ftn1>",
        "<a href=#x>1</a>",
        "<p id=x><a href=#y name=x>1</a> b",
        "<img id=x src=https://a.example/1.jpg>",
    ];
    for unit in units {
        check_time(unit, Ninjs, &ninjs_body(&unit.repeat(LARGE / unit.len())));
    }
    let noted =
        |at: usize| format!("<p>a<a href='#n{at}' name='r{at}'>[{at}]</a></p><p><a href='#r{at}' name='n{at}'>[{at}]</a> b</p>");
    check_time("notes", Ninjs, &ninjs_body(&(0..10_000).map(noted).collect::<String>()));
    let placed = |at: usize| format!("<p id='潮{at}'>a<a href='#潮{}'>there it is</a></p>", at / 2);
    check_time("places", Ninjs, &ninjs_body(&(0..20_000).map(placed).collect::<String>()));
    let marks: String = (0..100_000).map(|at| format!("<a name=x{at}></a>")).collect();
    check_time(
        "places of a picture",
        Ninjs,
        &ninjs_body(&format!("<p>a</p>{marks}<img src=https://a.example/1.jpg><a href='#x99999'>b</a>")),
    );
}

#[test]
fn large_and_repetitive_bodies_are_read_in_time() {
    let filled = |unit: &str| unit.repeat(LARGE / unit.len());
    let units = [
        "厦门的早晨。",
        "<p>text</p>",
        "<b>",
        "</b>",
        "<",
        "<a",
        "&",
        "&amp;",
        "&#x202e;",
        "[",
        "[a ",
        "[embed]",
        "[caption]x[/caption]",
        "<br>",
        "<img src=x>",
        "<!--",
        "]]>",
        "<a href=javascript:x>",
        "\u{301}",
        "\u{200d}",
        "<td>",
        "<li>",
        "</div>",
        "<p",
        "<a b=c ",
        "\"",
        " x='",
        "<script>",
        "　",
    ];
    for unit in units {
        for (format, bytes) in [(Ninjs, ninjs_body(&filled(unit))), (WordPress, wordpress_body(&filled(unit)))] {
            check_time(unit, format, &bytes);
        }
    }
    let attributes: String = (0..300_000).map(|at| format!(" a{at}=b")).collect();
    check_time("attributes", Ninjs, &ninjs_body(&format!("<p{attributes}>x</p>")));
    for endless in [" a=\"b\"", " a='b'", " a='b'c=\"d\"", "/", "=", "\"", " ", " a =", "\0", "é", "a/b="] {
        let endless = filled(endless);
        for tag in
            [format!("<p{endless}>x</p>"), format!("<p {endless}"), format!("x</p{endless}>y"), format!("<!DOCTYPE {endless}>")]
        {
            check_time(&tag.chars().take(20).collect::<String>(), Ninjs, &ninjs_body(&tag));
        }
    }
    check_time("xml attributes", Feed, &format!("<rss><channel><item{attributes}><title{attributes}>t</title></item>"));
    check_time("an address", Ninjs, &ninjs_body(&format!("<a href='https://a.example/{}'>{}</a>", filled("x"), filled("y"))));
    check_time(
        "table bomb",
        Ninjs,
        &ninjs_body(&format!("<table>{}</table>", "<tr><td rowspan=65534 colspan=1000>x".repeat(20_000))),
    );
}

fn ninjs_body(html: &str) -> String {
    json!({"uri": "urn:1", "headline": "h", "versioncreated": "2026-09-30T08:00:00Z", "body_html": html}).to_string()
}

fn wordpress_body(html: &str) -> String {
    json!([{"guid": {"rendered": "g"}, "date": "2026-09-30T08:00:00", "title": {"rendered": "t"}, "content": {"rendered": html}}])
        .to_string()
}

#[test]
fn entity_bombs_stay_as_they_are_written() {
    let entities: String = (1..20).map(|at| format!("<!ENTITY lol{at} \"{}\">", format!("&lol{};", at - 1).repeat(10))).collect();
    let feed = format!(
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY lol0 'lol'>{entities}<!ENTITY xxe SYSTEM 'file:///etc/passwd'>]><rss><channel><item><guid>g</guid><title>&lol19;</title><pubDate>2026-09-30</pubDate><description>&lol19; &xxe;</description></item></channel></rss>"
    );
    let (blocks, _) = check_time("bomb", Feed, &feed);
    assert!(serde_json::to_string(&blocks).unwrap().len() < 300, "{blocks:?}");
}

#[test]
fn names_of_files_stay_inside_whatever_the_source_calls_an_item() {
    let folder = Folder::new();
    let keys = [
        "../../../x",
        "/etc/passwd",
        "CON",
        "nul",
        "COM1.json",
        "a\0b",
        "\u{202e}nosj",
        "C:\\x",
        "\\\\host\\x",
        ".",
        "..",
        " ",
        "A",
        "a",
        "é",
        "e\u{301}x",
        "aux.",
        "x".repeat(9000).as_str(),
    ]
    .map(str::to_owned);
    let items: Vec<Value> = keys.iter().map(|key| json!({"uri": key, "headline": "h", "body_html": "<p>a</p>", "versioncreated": "2026-09-30T08:00:00Z", "evolvedfrom": "../x"})).collect();
    let report = folder.import_json(Ninjs, &json!(items));
    assert_eq!(report.counts.new, keys.len() - 1, "only the empty one is refused: {:?}", report.problems);
    let is_plain = |name: &str| {
        name.len() == 24
            && name.ends_with(".json")
            && name.bytes().take(19).all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    for file in folder.files() {
        assert!(is_plain(file.file_name().unwrap().to_str().unwrap()), "{file:?}");
    }
    let outside: Vec<_> = std::fs::read_dir(folder.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(outside.len(), 2, "{outside:?}");
}

#[test]
fn truncated_files_are_named_wherever_they_end() {
    for (format, whole) in every_way("<p>a</p><table><tr><td>b</table><img src=https://media.example/1.jpg>[embed]x[/embed]") {
        for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            let (_, problems) = read(format, &whole.as_bytes()[..end]);
            // A feed may miss its last tags and still be whole.
            assert!(!problems.is_empty() || format == Feed, "{format:?} {end}");
        }
    }
}

/// Pieces that parsers stumble over, to be put together in any order.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "<(p|b|i|a|li|ul|ol|td|tr|th|table|caption|div|img|figure|figcaption|iframe|script|style|svg|math|blockquote|cite|aside|details|summary|ruby|rt|video|source|noscript|br|hr|pre|s|q|dt|h1|h3|rss|item|entry|title|description|content)( (href|src|srcset|class|style|width|rowspan|data-src)=[\"']?[a-z0-9:/.,= -]{0,12}[\"']?){0,2}/?>",
        "</(p|b|i|a|li|ul|ol|td|tr|th|table|caption|div|img|figure|figcaption|iframe|script|style|svg|math|blockquote|cite|aside|details|summary|ruby|rt|video|source|noscript|br|hr|pre|s|q|dt|h1|h3|rss|item|entry|title|description|content)>",
        "\\[/?(caption|embed|gallery|x_y|video)( [a-z]{1,4}=\"[a-z0-9,]{0,5}\")?\\]",
        "&(#x?[0-9a-f]{1,6}|amp|nbsp|lt|bogus);?",
        "\\PC{0,12}",
        "[\\x00-\\x20\"'<>&=/!\\-\\[\\]]{1,4}",
        Just("<![CDATA[".to_owned()),
        Just("]]>".to_owned()),
        Just("<!--".to_owned()),
        Just("-->".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("本报9月30日讯（记者 林晓帆）".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_markup_ends_as_blocks_that_run_nothing(pieces in prop::collection::vec(piece(), 0..40)) {
        let html = pieces.concat();
        for (format, bytes) in every_way(&html) {
            let (blocks, _) = read(format, bytes.as_bytes());
            prop_assert!(!addresses(&blocks).iter().any(|address| runs(address)), "{blocks:?}");
            let json = serde_json::to_string(&blocks).unwrap();
            prop_assert_eq!(serde_json::from_str::<Vec<Block>>(&json).unwrap(), blocks);
        }
        read(Feed, html.as_bytes());
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in [Ninjs, WordPress, Feed] {
            read(format, &bytes);
        }
    }

    #[test]
    fn any_json_of_the_right_names_is_refused_or_read(
        names in prop::collection::vec("(uri|guid|type|headline|body_html|bodies|renditions|associations|versioncreated|subject|authors|title|content|guid|_embedded|date|status|by|evolvedfrom)", 1..8),
        values in prop::collection::vec("(null|true|1|-1e99|\"x\"|\"2026-09-30\"|\\[\\]|\\{\\}|\\[1\\]|\\[\\{\"name\":\"a\",\"value\":\"b\",\"href\":\"c\",\"role\":\"d\"\\}\\]|\\{\"a\":\\{\"type\":\"picture\",\"renditions\":\\{\"x\":\\{\"href\":\"../y\"\\}\\}\\}\\}|\\{\"rendered\":\"<p>z\"\\})", 8),
    ) {
        let fields: Vec<String> = names.iter().zip(&values).map(|(name, value)| format!("\"{name}\":{value}")).collect();
        let json = format!("{{{}}}", fields.join(","));
        for format in [Ninjs, WordPress] {
            read(format, json.as_bytes());
        }
    }
}
