//! Hostile and broken input: nothing runs, nothing panics, nothing hangs, and what is refused is named.

use crate::folder::Folder;
use crate::in_time::check_time;
use crate::vectors::VECTORS;
use proptest::prelude::*;
use serde_json::{Value, json};
use strait_import::Format::{self, Feed, Ninjs, WordPress};
use strait_import::read;
use strait_model::{Block, Embed, Image, Span, Text, Video};

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
