//! Stories told in pictures, side by side.

use super::headline_card::headline_label;
use super::picture::{Wanted, picture};
use crate::stage::{use_paths, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::Headline;
use strait_model::paths::Address;

/// Stories told in pictures. Nothing at all when there are none.
#[component]
pub fn PictureRail(headlines: Vec<Headline>) -> Node {
    let words = use_words();
    if headlines.is_empty() {
        return ().into();
    }
    let paths = use_paths();
    let items = headlines.into_iter().map(|headline| {
        let href = paths.page(&Address::Article(headline.id));
        view! {
            <li>
                {headline.picture.map(|image| picture(image, "(min-width: 46rem) 24rem, 75vw", Wanted::Later))}
                {headline_label(headline.label)}
                <h3><a href=href lang=headline.language>{headline.headline}</a></h3>
            </li>
        }
    });
    view! {
        <section class="picture-rail" aria-label=words.pictures>
            <h2>{words.pictures}</h2>
            <ul tabindex="0" role="list" aria-label=words.pictures>{items.collect::<Node>()}</ul>
        </section>
    }
}
