//! What a screen reader is told.

use crate::stage::use_stage;
use leptos::prelude::*;
use strait_markup::{Node, view};

/// Words for who does not see that another page is there.
#[component]
pub fn Announcement() -> Node {
    let announcement = use_stage().announcement;
    view! { <p class="announcement visually-hidden" role="status">{move || announcement.get()}</p> }
}
