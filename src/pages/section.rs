//! `/section/…/` and `/section/…/page/N/`

use crate::app::{use_paths, use_site, use_words};
use crate::model::{Section, SectionList};
use crate::paths::Address;
use crate::views::{Breadcrumb, Pager, opening_cards};
use leptos::prelude::*;
use strait_markup::{Node, view};

/// A section: its name, the sections below it, its news.
#[component]
pub fn SectionPage(list: SectionList) -> Node {
    let words = use_words();
    let site = use_site();
    let trail = site.trail(&list.section);
    let section = trail.last().map(|section| (*section).clone());
    let above = trail.iter().rev().skip(1).rev().map(|section| section.alone()).collect::<Vec<_>>();
    let (name, about, children) = match section {
        Some(section) => (section.name, section.about, section.children),
        None => (list.section.to_string(), None, vec![]),
    };
    let archive = list.page.map(
        |page| view! { <span class="page-title__kicker">{words.archive}" · "{words.page_before}{page}{words.page_after}</span> },
    );
    let is_empty = list.headlines.is_empty();
    let is_savable = site.offline && !is_empty && list.page.is_none();
    let SectionList { section, older, newer, headlines, .. } = list;
    view! {
        <div class="section-page">
            <Breadcrumb trail=above here=name.clone()/>
            <h1 class="page-title" tabindex="-1">{archive}{name.clone()}</h1>
            {about.map(|about| view! { <p class="section-page__about">{about}</p> })}
            {is_savable.then(|| view! {
                <button type="button" class="save-section" data-tool="saved" data-section=section.to_string()>{words.save_section}</button>
            })}
            <SectionLinks sections=children name=name/>
            {is_empty.then(|| view! { <p class="empty">{words.empty_section}</p> })}
            <ul class="card-list">
                {opening_cards(headlines)}
            </ul>
            <Pager section older newer/>
        </div>
    }
}

/// The sections below a section, called after it: the masthead has the paper's own.
#[component]
fn SectionLinks(sections: Vec<Section>, name: String) -> Node {
    if sections.is_empty() {
        return ().into();
    }
    let paths = use_paths();
    let links = sections.into_iter().map(|section| {
        let href = paths.page(&Address::Section(section.path));
        view! { <li><a href=href>{section.name}</a></li> }
    });
    view! { <nav class="section-links" aria-label=name><ul>{links.collect::<Node>()}</ul></nav> }
}
