//! A picture with its words.

use super::node::Element;
use super::picture;
use crate::app::use_words;
use crate::model::Image;

/// A picture with caption and credit, as wide as the column.
pub fn figure(image: Image, is_first: bool) -> Element {
    let class = if image.is_portrait() { "figure figure--portrait" } else { "figure" };
    let figure = Element::new("figure").with("class", class).maybe("id", image.anchor.clone());
    let (caption, credit) = (image.caption.clone(), image.credit.clone());
    let words = (caption.is_some() || credit.is_some()).then(|| {
        let credit = credit.map(|credit| Element::new("span").with("class", "figure__credit").saying(credit).into());
        Element::new("figcaption").saying(caption.unwrap_or_default()).holding(credit).into()
    });
    let enlarge = Element::new("span").with("class", "visually-hidden").saying(use_words().enlarge);
    let button = Element::new("button").with("type", "button").with("class", "figure__open").with("data-tool", "lightbox");
    figure
        .holding([picture(image, "(min-width: 46rem) 42rem, 100vw", is_first).into(), button.holding([enlarge.into()]).into()])
        .holding(words)
}
