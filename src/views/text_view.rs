//! Running text.

use crate::app::use_paths;
use crate::model::{Span, Text};
use crate::paths::safe_href;
use leptos::prelude::*;

/// Spans with their marks.
#[component]
pub fn TextView(text: Text) -> impl IntoView {
    text.into_iter().map(span_view).collect_view()
}

fn span_view(span: Span) -> AnyView {
    let Span { text, strong, emphasis, superscript, subscript, href, ruby } = span;
    let mut view = match ruby {
        Some(ruby) => view! { <ruby>{text}<rp>"（"</rp><rt>{ruby}</rt><rp>"）"</rp></ruby> }.into_any(),
        None => text.into_any(),
    };
    if subscript {
        view = view! { <sub>{view}</sub> }.into_any();
    }
    if superscript {
        view = view! { <sup>{view}</sup> }.into_any();
    }
    if emphasis {
        view = view! { <em>{view}</em> }.into_any();
    }
    if strong {
        view = view! { <strong>{view}</strong> }.into_any();
    }
    match href.and_then(|href| safe_href(&use_paths(), &href)) {
        Some(href) => view! { <a href=href>{view}</a> }.into_any(),
        None => view,
    }
}
