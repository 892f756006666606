//! The paper's name and the way to its sections.

use crate::app::{Stage, use_paths, use_site, use_stage, use_words};
use crate::model::{Section, SectionPath, SiteEdition};
use crate::paths::{Address, Paths, Tool};
use leptos::prelude::*;
use std::sync::Arc;

/// The paper's name and the menu of sections: a row on a wide screen, behind a button on a phone.
#[component]
pub fn Masthead() -> impl IntoView {
    let words = use_words();
    let (site, paths, stage) = (use_site(), use_paths(), use_stage());
    let others = site.editions.iter().filter(|edition| edition.language != site.language);
    let others = others.map(|edition| edition_link(&paths, stage, edition)).collect::<Vec<_>>();
    let editions = (!others.is_empty())
        .then(|| view! { <nav class="masthead__editions" aria-label=words.editions>{others.collect_view()}</nav> });
    let tool = |tool| paths.page(&Address::Tool(tool));
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
            {site.search.then(|| view! { <a class="masthead__search" href=tool(Tool::Search)><span>{words.search}</span></a> })}
            <details class="masthead__menu">
                <summary class="button">{words.sections}</summary>
            </details>
            <nav class="masthead__sections" aria-label=words.sections><ul>{sections}</ul></nav>
            <nav class="masthead__tools" aria-label=words.own_tools>
                <a href=tool(Tool::Saved)>{words.saved}</a>
                <a href=tool(Tool::Settings) data-tool="settings">{words.settings}</a>
            </nav>
            {editions}
        </header>
    }
}

/// The way to the page on screen in another script; from a page that is nowhere, to the front page.
/// It is another document, so the browser opens it.
fn edition_link(paths: &Arc<Paths>, stage: Stage, edition: &SiteEdition) -> impl IntoView + use<> {
    let (paths, edition) = (paths.clone(), edition.clone());
    let (language, name) = (edition.language.as_str().to_owned(), edition.name.clone());
    let twin = move || {
        let address = stage.shown.with(|shown| shown.page.address()).unwrap_or(Address::Front);
        paths.twin(&edition, &address)
    };
    view! { <a href=twin lang=language.clone() hreflang=language rel="alternate external">{name}</a> }
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
