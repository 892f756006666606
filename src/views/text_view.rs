//! Running text.

use crate::stage::use_paths;
use strait_markup::{Node, view};
use strait_model::paths::safe_href;
use strait_model::{Span, Text};

/// Spans with their marks.
pub fn text_nodes(text: Text) -> Node {
    text.into_iter().map(span_node).collect()
}

/// A span, its link outermost.
fn span_node(span: Span) -> Node {
    let Span { text, strong, emphasis, superscript, subscript, href, ruby } = span;
    let mut node = Node::from(text);
    if let Some(ruby) = ruby {
        node = view! { <ruby>{node}<rp>"（"</rp><rt>{ruby}</rt><rp>"）"</rp></ruby> };
    }
    if subscript {
        node = view! { <sub>{node}</sub> };
    }
    if superscript {
        node = view! { <sup>{node}</sup> };
    }
    if emphasis {
        node = view! { <em>{node}</em> };
    }
    if strong {
        node = view! { <strong>{node}</strong> };
    }
    match href.and_then(|href| safe_href(&use_paths(), &href)) {
        Some(href) => view! { <a href=href>{node}</a> },
        None => node,
    }
}
