//! Drawings that stand on the paper's own origin: opened by itself, one with a script would be a page of the paper's.

use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

/// Elements that do something, lead somewhere, or hold another language.
const LIVE: [&str; 12] = [
    "a",
    "animate",
    "animateMotion",
    "animateTransform",
    "audio",
    "embed",
    "foreignObject",
    "handler",
    "iframe",
    "script",
    "set",
    "video",
];

/// What in a drawing does more than show itself, or is fetched from elsewhere; none in one that may be published.
pub fn what_lives(svg: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(svg) else { return Some("bytes that are no text".to_owned()) };
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    match Document::parse_with_options(text, options) {
        Ok(document) => document.descendants().find_map(of_node),
        Err(error) => Some(error.to_string()),
    }
}

fn of_node(node: Node) -> Option<String> {
    if node.is_pi() {
        return Some("<?…?>".to_owned());
    }
    let name = node.tag_name().name();
    if LIVE.contains(&name) {
        return Some(format!("<{name}>"));
    }
    if name == "style" && node.descendants().filter_map(|node| node.text()).any(fetches) {
        return Some("<style>".to_owned());
    }
    let lives = |name: &str, value: &str| match name {
        "href" | "src" => !is_within(value),
        _ => name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) || fetches(value),
    };
    node.attributes().find(|attribute| lives(attribute.name(), attribute.value())).map(|attribute| attribute.name().to_owned())
}

/// A part of the same drawing, or a photo within it.
fn is_within(href: &str) -> bool {
    let href = href.trim_start();
    let photo = ["png", "jpeg", "webp", "gif"].iter().any(|kind| href.starts_with(&format!("data:image/{kind}")));
    href.is_empty() || href.starts_with('#') || photo
}

/// Whether CSS asks for something that is not within the drawing. An escape may hide anything.
fn fetches(css: &str) -> bool {
    let lower = css.to_ascii_lowercase();
    let mut urls = lower.split("url(").skip(1).map(|rest| rest.trim_start_matches([' ', '"', '\'']));
    lower.contains("@import") || lower.contains("javascript:") || lower.contains('\\') || urls.any(|url| !is_within(url))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(inner: &str) -> Option<String> {
        let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>{inner}</svg>");
        what_lives(svg.as_bytes())
    }

    #[test]
    fn what_shows_itself_is_no_more() {
        for inner in [
            "<style>.a{fill:url(#g)}</style><defs><linearGradient id='g'/></defs><rect class='a' style='fill:#123'/>",
            "<use xlink:href='#g'/><image href='data:image/png;base64,AA=='/><text font-family='Kaiti SC'>潮</text>",
            "<title>one</title><metadata>two</metadata>",
        ] {
            assert_eq!(told(inner), None, "{inner}");
        }
    }

    #[test]
    fn whatever_runs_leads_or_fetches_is_named() {
        for (inner, what) in [
            ("<script>alert(1)</script>", "<script>"),
            ("<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>", "<script>"),
            ("<rect onclick='alert(1)'/>", "onclick"),
            ("<rect OnLoad='alert(1)'/>", "OnLoad"),
            ("<a xlink:href='javascript:alert(1)'><rect/></a>", "<a>"),
            ("<set attributeName='href' to='javascript:alert(1)'/>", "<set>"),
            ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", "<foreignObject>"),
            ("<image href='https://evil.example/x.png'/>", "href"),
            ("<image href='data:image/svg+xml,x'/>", "href"),
            ("<use xlink:href='other.svg#a'/>", "href"),
            ("<rect style='fill:url(https://evil.example/x)'/>", "style"),
            ("<style>@import 'x'</style>", "<style>"),
            ("<style>a{b:u\\72l(x)}</style>", "<style>"),
            ("<?xml-stylesheet href='https://evil.example/x.css'?>", "<?…?>"),
        ] {
            assert_eq!(told(inner).as_deref(), Some(what), "{inner}");
        }
    }
}
