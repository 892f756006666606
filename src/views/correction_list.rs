//! What was put right or added.

use super::Moment;
use crate::app::use_words;
use crate::model::{Correction, CorrectionKind};
use leptos::prelude::*;

/// Corrections and updates, the newest first. Nothing at all when there are none.
#[component]
pub fn CorrectionList(corrections: Vec<Correction>) -> impl IntoView {
    let words = use_words();
    (!corrections.is_empty()).then(|| {
        let items = corrections.into_iter().rev().map(|correction| {
            let mark = match correction.kind {
                CorrectionKind::Correction => words.correction,
                CorrectionKind::Update => words.update,
            };
            view! { <li><strong>{mark}</strong>{correction.text}" "<Moment at=correction.at/></li> }
        });
        view! { <section class="corrections" aria-label=words.corrections><ul>{items.collect_view()}</ul></section> }
    })
}
