//! A picture with its words.

use super::Picture;
use crate::app::use_words;
use crate::model::Image;
use leptos::prelude::*;

/// A picture with caption and credit, as wide as the column.
#[component]
pub fn FigureView(image: Image, #[prop(optional)] is_first: bool) -> impl IntoView {
    let class = if image.is_portrait() { "figure figure--portrait" } else { "figure" };
    let anchor = image.anchor.clone();
    let (caption, credit) = (image.caption.clone(), image.credit.clone());
    let words = (caption.is_some() || credit.is_some()).then(|| {
        view! {
            <figcaption>
                {caption}
                {credit.map(|credit| view! { <span class="figure__credit">{credit}</span> })}
            </figcaption>
        }
    });
    view! {
        <figure class=class id=anchor>
            <Picture image sizes="(min-width: 46rem) 42rem, 100vw" is_first/>
            <button type="button" class="figure__open" data-tool="lightbox">
                <span class="visually-hidden">{use_words().enlarge}</span>
            </button>
            {words}
        </figure>
    }
}
