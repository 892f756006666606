//! A time that a reader sees.

use crate::app::{use_stage, use_words};
use crate::model::Timestamp;
use crate::words::Words;
use leptos::prelude::*;

/// A time: the date in print, with the hour unless it `is_brief`; "3 小时前" in the browser while
/// it is recent.
#[component]
pub fn Moment(at: Timestamp, #[prop(optional)] is_brief: bool) -> impl IntoView {
    let (now, words) = (use_stage().now, use_words());
    let instant = at.as_str().to_owned();
    let title = at.date_and_time();
    let printed = if is_brief { at.date() } else { title.clone() };
    let text = move || now.get().and_then(|now| age(&at, now, words)).unwrap_or_else(|| printed.clone());
    view! { <time class="moment" datetime=instant title=title>{text}</time> }
}

#[cfg(target_arch = "wasm32")]
fn age(at: &Timestamp, now: f64, words: &Words) -> Option<String> {
    Timestamp::age_in_words(js_sys::Date::parse(at.as_str()), now, words)
}

#[cfg(not(target_arch = "wasm32"))]
fn age(at: &Timestamp, now: f64, words: &Words) -> Option<String> {
    Timestamp::age_in_words(at.instant().as_millisecond() as f64, now, words)
}
