//! A `CollectionPage` with its articles.

use super::CONTEXT;
use crate::machines::uri::own_uri;
use serde::Serialize;
use strait_model::paths::{Address, Paths};
use strait_model::{SectionList, Site};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CollectionPage<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    url: String,
    in_language: &'a str,
    main_entity: ItemList,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ItemList {
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    url: String,
}

/// A section's page, its articles in the order of the page.
pub fn of<'a>(site: &'a Site, paths: &Paths, list: &'a SectionList) -> CollectionPage<'a> {
    let section = site.section(&list.section);
    let address = match list.page {
        Some(page) => Address::Archive(list.section.clone(), page),
        None => Address::Section(list.section.clone()),
    };
    let items = list.headlines.iter().enumerate().map(|(at, headline)| Item {
        kind: "ListItem",
        position: at + 1,
        url: own_uri(paths.canonical(&Address::Article(headline.id.clone()))),
    });
    CollectionPage {
        context: CONTEXT,
        kind: "CollectionPage",
        name: section.map_or(list.section.as_str(), |section| &section.name),
        description: section.and_then(|section| section.about.as_deref()),
        url: own_uri(paths.canonical(&address)),
        in_language: &site.language,
        main_entity: ItemList { kind: "ItemList", item_list_element: items.collect() },
    }
}
