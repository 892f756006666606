//! What was put right or added.

use super::Moment;
use crate::model::{Correction, CorrectionKind};
use crate::words;
use leptos::prelude::*;

/// Corrections and updates, the newest first. Nothing at all when there are none.
#[component]
pub fn CorrectionList(corrections: Vec<Correction>) -> impl IntoView {
    (!corrections.is_empty()).then(|| {
        let items = corrections.into_iter().rev().map(|correction| {
            let mark = match correction.kind {
                CorrectionKind::Correction => words::CORRECTION,
                CorrectionKind::Update => words::UPDATE,
            };
            view! { <li><strong>{mark}</strong>{correction.text}" "<Moment at=correction.at/></li> }
        });
        view! { <section class="corrections" aria-label=words::CORRECTIONS><ul>{items.collect_view()}</ul></section> }
    })
}
