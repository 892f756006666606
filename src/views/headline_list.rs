//! Headlines without pictures.

use super::moment::Moment;
use super::phrases::phrased;
use crate::stage::use_paths;
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::Headline;
use strait_model::paths::Address;

/// Headlines and their times, under a title. Nothing at all when there are none.
#[component]
pub fn HeadlineList(title: String, headlines: Vec<Headline>) -> Node {
    if headlines.is_empty() {
        return ().into();
    }
    view! {
        <section class="headline-list">
            <h2>{title}</h2>
            <HeadlineLines headlines/>
        </section>
    }
}

/// Headlines and their times.
#[component]
pub fn HeadlineLines(headlines: Vec<Headline>) -> Node {
    let paths = use_paths();
    let items = headlines.into_iter().map(|headline| {
        let href = paths.page(&Address::Article(headline.id));
        let is_phrased = phrased(&headline.headline);
        view! { <li><a href=href lang=headline.language data-phrased=is_phrased>{headline.headline}</a><Moment at=headline.first_created is_brief=true/></li> }
    });
    view! { <ul class="headline-lines">{items.collect::<Node>()}</ul> }
}
