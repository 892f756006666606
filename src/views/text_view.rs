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
    let mut node = Node::Text(text);
    if let Some(ruby) = ruby {
        let reading = [("rp", "（".to_owned()), ("rt", ruby), ("rp", "）".to_owned())];
        node = Element::new("ruby")
            .holding([node])
            .holding(reading.map(|(name, text)| Element::new(name).saying(text).into()))
            .into();
    }
    for (name, is_marked) in [("sub", subscript), ("sup", superscript), ("em", emphasis), ("strong", strong)] {
        if is_marked {
            node = Element::new(name).holding([node]).into();
        }
    }
    match href.and_then(|href| safe_href(&use_paths(), &href)) {
        Some(href) => Element::new("a").with("href", &href).holding([node]).into(),
        None => node,
    }
}
