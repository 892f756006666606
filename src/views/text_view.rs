//! Running text.

use super::node::{Element, Node};
use crate::app::use_paths;
use crate::model::{Span, Text};
use crate::paths::safe_href;

/// Spans with their marks.
pub fn text_nodes(text: Text) -> Vec<Node> {
    text.into_iter().map(span_node).collect()
}

/// A span, its link outermost.
fn span_node(span: Span) -> Node {
    let Span { text, strong, emphasis, superscript, subscript, href, ruby } = span;
    let mut node = match ruby {
        Some(ruby) => {
            let aside = |name, text: String| Node::from(Element::new(name).holding([text.into()]));
            let reading = [text.into(), aside("rp", "（".to_owned()), aside("rt", ruby), aside("rp", "）".to_owned())];
            Element::new("ruby").holding(reading).into()
        }
        None => text.into(),
    };
    for (name, is_marked) in [("sub", subscript), ("sup", superscript), ("em", emphasis), ("strong", strong)] {
        if is_marked {
            node = Element::new(name).holding([node]).into();
        }
    }
    match href.and_then(|href| safe_href(&use_paths(), &href)) {
        Some(href) => Element::new("a").with("href", Some(href)).holding([node]).into(),
        None => node,
    }
}
