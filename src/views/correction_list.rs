//! What was put right or added.

use super::moment::Moment;
use crate::stage::use_words;
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::{Correction, CorrectionKind};

/// Corrections and updates, the newest first. Nothing at all when there are none.
#[component]
pub fn CorrectionList(corrections: Vec<Correction>) -> Node {
    let words = use_words();
    if corrections.is_empty() {
        return ().into();
    }
    let items = corrections.into_iter().rev().map(|correction| {
        let mark = match correction.kind {
            CorrectionKind::Correction => words.correction,
            CorrectionKind::Update => words.update,
        };
        view! { <li><strong>{mark}</strong>{correction.text}" "<Moment at=correction.at/></li> }
    });
    view! { <section class="corrections" aria-label=words.corrections><ul>{items.collect::<Node>()}</ul></section> }
}
