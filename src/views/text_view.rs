//! Running text.

use crate::app::use_paths;
use crate::model::{Span, Text};
use crate::paths::safe_href;
use leptos::either::Either;
use leptos::prelude::*;

/// Spans with their marks.
#[component]
pub fn TextView(text: Text) -> impl IntoView {
    text.into_iter().map(span_view).collect_view()
}

fn span_view(span: Span) -> impl IntoView {
    let Span { text, strong, emphasis, superscript, subscript, href, ruby } = span;
    let view = match ruby {
        Some(ruby) => Either::Left(view! { <ruby>{text}<rp>"（"</rp><rt>{ruby}</rt><rp>"）"</rp></ruby> }),
        None => Either::Right(text),
    };
    let view = marked(subscript, view, |view| view! { <sub>{view}</sub> });
    let view = marked(superscript, view, |view| view! { <sup>{view}</sup> });
    let view = marked(emphasis, view, |view| view! { <em>{view}</em> });
    let view = marked(strong, view, |view| view! { <strong>{view}</strong> });
    match href.and_then(|href| safe_href(&use_paths(), &href)) {
        Some(href) => Either::Left(view! { <a href=href>{view}</a> }),
        None => Either::Right(view),
    }
}

fn marked<V, M>(is_marked: bool, view: V, mark: impl FnOnce(V) -> M) -> Either<M, V> {
    match is_marked {
        true => Either::Left(mark(view)),
        false => Either::Right(view),
    }
}
