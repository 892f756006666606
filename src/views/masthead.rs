//! The paper's name and the way to its sections.

use crate::app::{Stage, use_paths, use_site, use_stage};
use crate::model::{Section, SectionPath};
use crate::paths::{Address, Paths};
use crate::words;
use leptos::prelude::*;

/// The paper's name and the menu of sections: a row on a wide screen, behind a button on a phone.
#[component]
pub fn Masthead() -> impl IntoView {
    let (site, paths, stage) = (use_site(), use_paths(), use_stage());
    let sections = site.sections.iter().map(|section| top_section(&paths, stage, section)).collect_view();
    view! {
        <header class="masthead">
            <p class="masthead__name">
                <a href=paths.page(&Address::Front)>
                    <span class="masthead__seal" aria-hidden="true">{site.name.chars().next().map(String::from)}</span>
                    {site.name.clone()}
                </a>
            </p>
            <p class="masthead__words">
                {site.latin_name.clone().map(|name| view! { <span class="masthead__latin" lang="en">{name}</span> })}
                {site.tagline.clone().map(|tagline| view! { <span class="masthead__tagline">{tagline}</span> })}
            </p>
            <details class="masthead__menu">
                <summary class="button">{words::SECTIONS}</summary>
            </details>
            <nav class="masthead__sections" aria-label=words::SECTIONS><ul>{sections}</ul></nav>
        </header>
    }
}

fn top_section(paths: &Paths, stage: Stage, section: &Section) -> impl IntoView + use<> {
    let below = section.children.iter().map(|child| view! { <li>{section_link(paths, stage, child)}</li> }).collect_view();
    let has_below = !section.children.is_empty();
    view! { <li>{section_link(paths, stage, section)}{has_below.then(|| view! { <ul>{below}</ul> })}</li> }
}

fn section_link(paths: &Paths, stage: Stage, section: &Section) -> impl IntoView + use<> {
    let (href, path) = (paths.page(&Address::Section(section.path.clone())), section.path.clone());
    view! { <a href=href aria-current=move || is_current(stage, &path).then_some("true")>{section.name.clone()}</a> }
}

/// Whether the page on screen stands in the section.
fn is_current(stage: Stage, path: &SectionPath) -> bool {
    stage.shown.with(|shown| shown.page.section().is_some_and(|section| section.lineage().any(|above| above == *path)))
}
