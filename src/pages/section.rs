//! `/section/…/` and `/section/…/page/N/`

use super::kind::PageKind;
use crate::stage::{use_paths, use_site, use_words};
use crate::views::{Breadcrumb, opening_cards, pager};
use crate::words::Words;
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::paths::{Address, Answer, MachineFile};
use strait_model::{Image, Section, SectionList, SectionPath, Site};

/// A section: its name, the sections below it, its news.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionPage(pub Box<SectionList>);

impl PageKind for SectionPage {
    fn address(&self) -> Option<Address> {
        let section = self.0.section.clone();
        Some(match self.0.page {
            Some(page) => Address::Archive(section, page),
            None => Address::Section(section),
        })
    }

    fn title(&self, site: &Site) -> String {
        let words = Words::of(&site.language);
        let section = site.section(&self.0.section).map_or(self.0.section.as_str(), |section| &section.name);
        let number = |page: usize| format!(" · {}{}{page}{}", words.archive, words.page_before, words.page_after);
        let page = self.0.page.map(number).unwrap_or_default();
        format!("{section}{page} - {}", site.name)
    }

    fn description(&self, site: &Site) -> String {
        site.section(&self.0.section).and_then(|section| section.about.clone()).unwrap_or_else(|| self.title(site))
    }

    fn section(&self) -> Option<&SectionPath> {
        Some(&self.0.section)
    }

    fn feed(&self) -> Option<&SectionPath> {
        self.section()
    }

    fn picture(&self) -> Option<&Image> {
        self.0.headlines.first()?.picture.as_ref()
    }

    fn oembed<'a>(&'a self, site: &'a Site, answer: Answer) -> Option<(&'a str, MachineFile<'a>)> {
        let section = site.section(&self.0.section).filter(|_| self.0.page.is_none())?;
        Some((&section.name, MachineFile::SectionOembed(&section.path, answer)))
    }

    fn view(self) -> Node {
        let list = *self.0;
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
        let paths = use_paths();
        let page = |page: usize| paths.page(&Address::Archive(section.clone(), page));
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
                {pager(newer.map(page), older.map(page))}
            </div>
        }
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
