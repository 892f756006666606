//! The story that opens the front page.

use super::headline_card::headline_label;
use super::moment::Moment;
use super::phrases::phrased;
use super::picture::{Wanted, picture};
use crate::stage::{use_paths, use_site};
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::Headline;
use strait_model::paths::Address;

/// The story that opens the front page: a large picture, a large headline.
#[component]
pub fn LeadStory(headline: Headline) -> Node {
    let href = use_paths().page(&Address::Article(headline.id));
    let section = use_site().section(&headline.section).map(|section| section.name.clone());
    let is_phrased = phrased(&headline.headline);
    view! {
        <article class="lead-story" lang=headline.language>
            {headline.picture.map(|image| view! {
                <div class="lead-story__picture">
                    {picture(image, "(min-width: 64rem) 44rem, 100vw", Wanted::First)}
                    {headline_label(headline.label)}
                </div>
            })}
            <h2 data-phrased=is_phrased>
                {headline.kicker.map(|kicker| view! { <span class="kicker">{kicker}</span> })}
                <a href=href>{headline.headline}</a>
            </h2>
            <p class="lead-story__summary">{headline.summary}</p>
            <p class="headline-card__meta"><span>{section}</span><Moment at=headline.first_created is_brief=true/></p>
        </article>
    }
}
