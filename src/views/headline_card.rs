//! An article in a list, with picture and summary.

use super::moment::Moment;
use super::phrases::phrased;
use super::picture::{Wanted, small_picture};
use crate::stage::{use_paths, use_site, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::paths::Address;
use strait_model::{Headline, HeadlineLabel};

/// An article in a list. `level` is that of its heading, 2 or 3; `wanted` is when its picture is.
#[component]
pub fn HeadlineCard(headline: Headline, level: u8, #[prop(default = Wanted::Later)] wanted: Wanted) -> Node {
    let href = use_paths().page(&Address::Article(headline.id));
    let section = use_site().section(&headline.section).map(|section| section.name.clone());
    let kicker = headline.kicker.map(|kicker| view! { <span class="kicker">{kicker}</span> });
    let is_phrased = phrased(&headline.headline);
    let link = view! { <a href=href>{headline.headline}</a> };
    let heading = match level {
        2 => view! { <h2 data-phrased=is_phrased>{kicker}{link}</h2> },
        _ => view! { <h3 data-phrased=is_phrased>{kicker}{link}</h3> },
    };
    view! {
        <article class="headline-card" lang=headline.language>
            {headline.picture.map(|image| view! {
                <div class="headline-card__picture">
                    {small_picture(image, "(min-width: 46rem) 20rem, 34vw", wanted)}
                    {headline_label(headline.label)}
                </div>
            })}
            {heading}
            <p class="headline-card__summary">{headline.summary}</p>
            <p class="headline-card__meta">{section}<Moment at=headline.first_created is_brief=true/></p>
        </article>
    }
}

/// The list that a page opens with: pictures in the first screen are wanted at once.
pub fn opening_cards(headlines: Vec<Headline>) -> Node {
    let cards = headlines.into_iter().enumerate().map(|(at, headline)| {
        view! { <li><HeadlineCard headline level=2 wanted=Wanted::at(at)/></li> }
    });
    cards.collect()
}

/// What one finds beside text. Nothing when that is nothing.
pub fn headline_label(label: Option<HeadlineLabel>) -> Node {
    let words = use_words();
    let word = label.map(|label| match label {
        HeadlineLabel::Gallery => words.gallery,
        HeadlineLabel::Video => words.video,
        HeadlineLabel::Audio => words.audio,
    });
    word.map(|word| view! { <span class="headline-label">{word}</span> }).into()
}
