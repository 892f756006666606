//! A picture with its words.

use super::picture::{Wanted, picture};
use crate::stage::use_words;
use strait_markup::{Node, view};
use strait_model::Image;

/// A picture with caption and credit, as wide as the column.
pub fn figure(image: Image, wanted: Wanted) -> Node {
    let class = if image.is_portrait() { "figure figure--portrait" } else { "figure" };
    let (anchor, caption, credit) = (image.anchor.clone(), image.caption.clone(), image.credit.clone());
    let words = (caption.is_some() || credit.is_some()).then(|| {
        let credit = credit.map(|credit| view! { <span class="figure__credit">{credit}</span> });
        view! { <figcaption>{caption}{credit}</figcaption> }
    });
    view! {
        <figure class=class id=anchor>
            {picture(image, "(min-width: 46rem) 42rem, 100vw", wanted)}
            <button type="button" class="figure__open" data-tool="lightbox" aria-label=use_words().enlarge></button>
            {words}
        </figure>
    }
}
