//! A section on the front page.

use super::headline_card::HeadlineCard;
use super::headline_list::HeadlineLines;
use crate::stage::{use_paths, use_site};
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::Strip;
use strait_model::paths::Address;

/// A section on the front page: its name down the side, one story with a picture, the others as
/// headlines. Nothing at all when the section has no news.
#[component]
pub fn StripView(strip: Strip) -> Node {
    let mut headlines = strip.headlines.into_iter();
    let Some(first) = headlines.next() else { return ().into() };
    let site = use_site();
    let name = site.section(&strip.section).map_or_else(|| strip.section.to_string(), |section| section.name.clone());
    let label = name.clone();
    let href = use_paths().page(&Address::Section(strip.section));
    let headlines = headlines.collect::<Vec<_>>();
    view! {
        <section class="strip" aria-label=label>
            <h2 class="strip__name"><a href=href>{name}</a></h2>
            <HeadlineCard headline=first level=3/>
            <HeadlineLines headlines/>
        </section>
    }
}
