//! The paper's name and the way to its sections.

#[cfg(not(target_arch = "wasm32"))]
use super::standing_links::standing_links;
use crate::stage::{Shown, use_paths, use_site, use_stage, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};
#[cfg(not(target_arch = "wasm32"))]
use strait_model::PagePlace;
use strait_model::paths::{Address, Paths, Tool};
use strait_model::{Section, Site, SiteEdition};

/// The paper's name and the menu of sections: a row on a wide screen, behind a button on a phone.
#[component]
pub fn Masthead() -> Node {
    let words = use_words();
    let (site, paths, shown) = (use_site(), use_paths(), use_stage().shown.get_untracked());
    let others = site.editions.iter().filter(|edition| edition.language != site.language);
    let others = others.map(|edition| edition_link(&paths, &shown, edition)).collect::<Vec<_>>();
    let editions =
        (!others.is_empty()).then(|| view! { <nav class="masthead__editions" aria-label=words.editions>{others}</nav> });
    let tool = |tool| paths.page(&Address::Tool(tool));
    let sections = site.sections.iter().map(|section| top_section(&paths, &shown, section)).collect::<Node>();
    view! {
        <header class="masthead">
            <p class="masthead__name">
                <a href=paths.page(&Address::Front)>{name(&site, &paths)}</a>
            </p>
            <p class="masthead__words">
                {site.latin_name.clone().map(|name| view! { <span class="masthead__latin" lang="en">{name}</span> })}
                {site.tagline.clone().map(|tagline| view! { <span class="masthead__tagline">{tagline}</span> })}
            </p>
            {site.search.then(|| view! { <a class="masthead__search" href=tool(Tool::Search)><span>{words.search}</span></a> })}
            <details class="masthead__menu">
                <summary class="button">{words.sections}</summary>
            </details>
            <nav class="masthead__sections" aria-label=words.sections><ul>{sections}{standing()}</ul></nav>
            <nav class="masthead__tools" aria-label=words.own_tools>
                <a href=tool(Tool::Saved)>{words.saved}</a>
                <a href=tool(Tool::Settings) data-tool="settings">{words.settings}</a>
            </nav>
            {editions}
        </header>
    }
}

/// The name as a picture, where the newsroom has one.
#[cfg(not(target_arch = "wasm32"))]
fn name(site: &Site, paths: &Paths) -> Node {
    let Some(picture) = &site.masthead else { return name_in_type(site) };
    let (src, width, height) = (paths.file(&picture.light), picture.width.to_string(), picture.height.to_string());
    view! { <img class="masthead__picture" src=src alt=site.name.clone() width=width height=height/> }
}

/// A masthead that the reader builds by itself, where nothing was printed, is set in type.
#[cfg(target_arch = "wasm32")]
fn name(site: &Site, _: &Paths) -> Node {
    name_in_type(site)
}

fn name_in_type(site: &Site) -> Node {
    view! {
        <span class="masthead__seal" aria-hidden="true">{site.name.chars().next().map(String::from)}</span>
        {site.name.clone()}
    }
}

/// The way to the page on screen in another script; from a page that is nowhere, to the front page.
/// It is another document, so the browser opens it.
fn edition_link(paths: &Paths, shown: &Shown, edition: &SiteEdition) -> Node {
    let alternate = paths.alternate(edition, shown.address.as_ref().unwrap_or(&Address::Front));
    let (language, name) = (edition.language.as_str().to_owned(), edition.name.clone());
    view! { <a href=alternate lang=language.clone() hreflang=language rel="alternate external">{name}</a> }
}

fn top_section(paths: &Paths, shown: &Shown, section: &Section) -> Node {
    let below = section.children.iter().map(|child| view! { <li>{section_link(paths, shown, child)}</li> });
    let below = (!section.children.is_empty()).then(|| view! { <ul>{below.collect::<Node>()}</ul> });
    view! { <li>{section_link(paths, shown, section)}{below}</li> }
}

fn section_link(paths: &Paths, shown: &Shown, section: &Section) -> Node {
    let href = paths.page(&Address::Section(section.path.clone()));
    let current = shown.is_in(&section.path).then_some("true");
    view! { <a href=href aria-current=current>{section.name.clone()}</a> }
}

/// The pages about the paper itself that have their links here.
#[cfg(not(target_arch = "wasm32"))]
fn standing() -> Node {
    standing_links(PagePlace::Menu)
}

/// A masthead that the reader builds by itself, where nothing was printed, goes without.
#[cfg(target_arch = "wasm32")]
fn standing() -> Node {
    ().into()
}
