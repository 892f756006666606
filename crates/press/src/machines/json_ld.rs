//! JSON-LD with schema.org's words, as Google reads it
//! (<https://developers.google.com/search/docs/appearance/structured-data/article>).

mod article;
mod list;

use super::theme::Theme;
use super::uri::own_uri;
use crate::error::PressError;
use serde::Serialize;
use strait::pages::{Page, PageKind};
use strait_model::paths::{Address, Paths};
use strait_model::{Section, Site};

/// What a page is, and where it stands in the site; empty for a page that says neither.
pub fn of(site: &Site, paths: &Paths, page: &Page, theme: &Theme) -> Result<String, PressError> {
    let publisher = Publisher::of(site, paths, theme);
    let json = match page {
        Page::Article(_) => match page.article() {
            Some(article) => {
                let trail = breadcrumb(paths, &site.trail(&article.section), Some(&article.headline));
                serde_json::to_string(&(article::of(site, paths, article, publisher), trail))?
            }
            None => String::new(),
        },
        Page::Section(page) => {
            let list = &page.0;
            let trail = breadcrumb(paths, &site.trail(&list.section), None);
            serde_json::to_string(&(list::of(site, paths, list), trail))?
        }
        Page::Front(_) => serde_json::to_string(&Website::of(site, paths, publisher))?,
        _ => String::new(),
    };
    Ok(json)
}

const CONTEXT: &str = "https://schema.org";

/// Anything that has a kind and a name.
#[derive(Serialize)]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

impl<'a> Thing<'a> {
    fn new(kind: &'static str, name: &'a str) -> Thing<'a> {
        Thing { kind, name, url: None }
    }
}

#[derive(Serialize)]
struct Publisher<'a> {
    #[serde(flatten)]
    organization: Thing<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<Logo>,
}

#[derive(Serialize)]
struct Logo {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
}

impl<'a> Publisher<'a> {
    fn of(site: &'a Site, paths: &Paths, theme: &Theme) -> Publisher<'a> {
        let home = own_uri(paths.canonical(&Address::Front));
        let logo = theme.widest_icon(paths).map(|url| Logo { kind: "ImageObject", url: own_uri(url) });
        Publisher { organization: Thing { url: Some(home), ..Thing::new("Organization", &site.name) }, logo }
    }
}

/// The paper as a whole: on its front page it tells search engines its name.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Website<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternate_name: Option<&'a str>,
    url: String,
    in_language: &'a str,
    publisher: Publisher<'a>,
}

impl<'a> Website<'a> {
    fn of(site: &'a Site, paths: &Paths, publisher: Publisher<'a>) -> Website<'a> {
        Website {
            context: CONTEXT,
            kind: "WebSite",
            name: &site.name,
            alternate_name: site.latin_name.as_deref(),
            url: own_uri(paths.canonical(&Address::Front)),
            in_language: &site.language,
            publisher,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Breadcrumb<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<Crumb<'a>>,
}

#[derive(Serialize)]
struct Crumb<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

/// The sections down to the page, then the page itself, which needs no address.
fn breadcrumb<'a>(paths: &Paths, trail: &[&'a Section], here: Option<&'a str>) -> Breadcrumb<'a> {
    let sections = trail
        .iter()
        .map(|section| (section.name.as_str(), Some(own_uri(paths.canonical(&Address::Section(section.path.clone()))))));
    let crumbs = sections.chain(here.map(|name| (name, None))).enumerate();
    let crumbs = crumbs.map(|(at, (name, item))| Crumb { kind: "ListItem", position: at + 1, name, item });
    Breadcrumb { context: CONTEXT, kind: "BreadcrumbList", item_list_element: crumbs.collect() }
}
