//! `/`

use crate::app::{use_site, use_words};
use crate::model::Front;
use crate::views::{HeadlineCard, HeadlineList, LeadStory, PictureRail, StripView, Wanted};
use leptos::prelude::*;
use strait_markup::{Node, view};

/// The front page, in the editor's order.
#[component]
pub fn FrontPage(front: Front) -> Node {
    let words = use_words();
    let Front { lead, beside, latest, pictures, strips, .. } = front;
    let is_empty = lead.is_none();
    view! {
        <div class="front-page">
            <h1 class="visually-hidden" tabindex="-1">{use_site().name.clone()}</h1>
            {is_empty.then(|| view! { <p class="empty">{words.empty_front}</p> })}
            <div class="front-page__top">
                {lead.map(|headline| view! { <LeadStory headline/> })}
                <ul class="front-page__beside">
                    {beside.into_iter().map(|headline| view! { <li><HeadlineCard headline level=2 wanted=Wanted::Soon/></li> }).collect::<Node>()}
                </ul>
                <HeadlineList title=words.latest.to_owned() headlines=latest/>
            </div>
            <PictureRail headlines=pictures/>
            {strips.into_iter().map(|strip| view! { <StripView strip/> }).collect::<Node>()}
        </div>
    }
}
