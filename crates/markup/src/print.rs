//! A tree as HTML. The one place where text is escaped.

use crate::node::{Element, Node};

/// What holds nothing and is never closed (HTML, 13.1.2), as far as views have it.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "source", "wbr"];

impl Node {
    /// Writes it, live parts as they are now.
    pub fn print(self, html: &mut String) {
        match self {
            Node::Text(text) => escape(&text, html),
            Node::Element(element) => element.print(html),
            Node::Many(nodes) => nodes.into_iter().for_each(|node| node.print(html)),
            Node::Live(view) => view().print(html),
            Node::Later(view) => view().print(html),
        }
    }

    /// As HTML.
    pub fn to_html(self) -> String {
        let mut html = String::new();
        self.print(&mut html);
        html
    }
}

impl Element {
    fn print(self, html: &mut String) {
        let mut constant = self.constant.split('\u{1}');
        let tag = constant.next().unwrap_or_default();
        html.push('<');
        html.push_str(tag);
        while let (Some(name), Some(value)) = (constant.next(), constant.next()) {
            attribute(name, value, html);
        }
        for (name, value) in self.attributes {
            if let Some(value) = value.now() {
                attribute(name, &value, html);
            }
        }
        html.push('>');
        // The parser of HTML drops a line feed there (13.2.6.4.7).
        if tag == "pre" && self.children.first().is_some_and(|child| matches!(child, Node::Text(text) if text.starts_with('\n')))
        {
            html.push('\n');
        }
        self.children.into_iter().for_each(|child| child.print(html));
        if !VOID.contains(&tag) {
            html.push_str("</");
            html.push_str(tag);
            html.push('>');
        }
    }
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
}

/// Writes text as it stands in HTML, in an element or between quotation marks.
pub fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}
