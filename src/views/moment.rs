//! A time that a reader sees.

use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::Timestamp;

/// A time: the date, with the hour unless it `is_brief`. In the browser "3 小时前" stands there while it is recent
/// (`reader::clock`).
#[component]
pub fn Moment(at: Timestamp, #[prop(optional)] is_brief: bool) -> Node {
    let title = at.date_and_time();
    let printed = if is_brief { at.date() } else { title.clone() };
    view! { <time class="moment" datetime=at.as_str().to_owned() title=title>{printed}</time> }
}
