//! Deep, large and repetitive input is read in bounded time.

use serde_json::json;
use std::time::{Duration, Instant};
use strait_import::Format::{self, Feed, Ninjs, WordPress};
use strait_import::read;
use strait_model::Block;

/// What one item may take of a processor; ten times that in a build without optimisation.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// A body of 5 MB; smaller without optimisation, where what grows as the square still fails.
const LARGE: usize = if cfg!(debug_assertions) { 1 << 20 } else { 5 << 20 };

/// How long this thread has computed, whatever else the machine does. None: the system does not say
/// (<https://docs.kernel.org/scheduler/sched-stats.html>).
fn computed() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(told.split(' ').next()?.parse().ok()?))
}

pub fn check_time(what: &str, format: Format, bytes: &str) -> (Vec<Block>, usize) {
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
