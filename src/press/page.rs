//! Prints pages with the same components that run in the browser, and the data they fetch.

use super::PressError;
use super::assets::Assets;
use super::edition::Edition;
use super::machines;
use super::output::SiteFile;
use super::script::Translation;
use crate::app::{App, Stage};
use crate::head::Head;
use crate::model::{Site, SiteEdition};
use crate::pages::Page;
use crate::paths::Paths;
use leptos::prelude::*;
use serde::Serialize;
use std::sync::Arc;

/// How many headlines `latest.json` holds.
const LATEST: usize = 50;

/// What stands in a printed page as JSON, for the reader to wake up with.
#[derive(Serialize)]
struct Printed<'a> {
    site: &'a Site,
    page: &'a Page,
}

/// Every page of an edition; of the newsroom's own where there is no translation.
pub fn print_pages(edition: &Edition, other: Option<&Translation>, assets: &Assets) -> Result<Vec<SiteFile>, PressError> {
    let site = Arc::new(other.map_or(edition.site(), Translation::site).clone());
    let folder = other.map_or("", Translation::folder);
    let print = |page: Page| -> Result<SiteFile, PressError> {
        let path = page.address().map_or_else(|| "404.html".to_owned(), |address| format!("{address}index.html"));
        Ok((format!("{folder}{path}"), print_page(&site, page, assets)?.into_bytes()))
    };
    pages(edition).chain([Page::NotFound]).map(|page| print(translated(page, other))).collect()
}

/// Every file that the reader fetches, of an edition.
pub fn print_data(edition: &Edition, other: Option<&Translation>) -> Result<Vec<SiteFile>, PressError> {
    let folder = other.map_or("", Translation::folder);
    let latest = edition.latest(LATEST);
    let latest = match other {
        Some(other) => other.headlines(latest),
        None => latest,
    };
    let site = other.map_or(edition.site(), Translation::site);
    let mut files = vec![data_file(folder, Paths::SITE, site)?, data_file(folder, Paths::LATEST, &latest)?];
    for page in pages(edition) {
        let Some(path) = page.address().map(|address| address.data_file()) else { continue };
        files.push(match translated(page, other) {
            Page::Front(front) => data_file(folder, &path, &front)?,
            Page::Section(list) => data_file(folder, &path, &list)?,
            Page::Article(story) => data_file(folder, &path, &story)?,
            Page::Related(_) | Page::NotFound => continue,
        });
    }
    Ok(files)
}

/// All that has an address, in the newsroom's own script.
fn pages(edition: &Edition) -> impl Iterator<Item = Page> + '_ {
    let stories = edition.stories().flat_map(|story| {
        let related = (!story.article.is_withdrawn()).then(|| Page::Related(Box::new(story.clone())));
        std::iter::once(Page::Article(Box::new(story))).chain(related)
    });
    let lists = edition.sections().into_iter().flat_map(|section| edition.section_lists(&section.path));
    let lists = lists.map(|list| Page::Section(Box::new(list)));
    std::iter::once(Page::Front(Box::new(edition.front()))).chain(lists).chain(stories)
}

fn translated(page: Page, other: Option<&Translation>) -> Page {
    match other {
        Some(other) => other.page(page),
        None => page,
    }
}

fn data_file(folder: &str, path: &str, value: &impl Serialize) -> Result<SiteFile, PressError> {
    Ok((format!("data/{folder}{path}"), serde_json::to_vec(value)?))
}

/// One page: the shell, filled.
pub fn print_page(site: &Arc<Site>, page: Page, assets: &Assets) -> Result<String, PressError> {
    let head = format!("{}{}", print_head(site, &page, assets), machines::head::print(site, &page, &assets.look)?);
    let data = serde_json::to_string(&Printed { site, page: &page })?.replace('<', "\\u003c");
    let app = print_app(site.clone(), page);
    // One pass and in this order, so that no text of an article can be taken for a place of the shell.
    let (before, rest) = assets.shell.split_once("<!--HEAD-->").unwrap_or((&assets.shell, ""));
    let (between, after) = rest.split_once("<!--BODY-->").unwrap_or((rest, ""));
    let before = before.replacen("<html", &format!("<html lang=\"{}\"", escape(&site.language)), 1);
    Ok(format!("{before}{head}{between}{app}<script type=\"application/json\" id=\"printed\">{data}</script>{after}"))
}

/// Renders the paper natively.
fn print_app(site: Arc<Site>, page: Page) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view! { <App site stage=Stage::new(page)/> }.to_html());
    owner.unset_with_forced_cleanup();
    html
}

fn print_head(site: &Site, page: &Page, assets: &Assets) -> String {
    let head = Head::of(site, page);
    let paths = Paths::of(site);
    let tags = head.tags().into_iter().map(|tag| {
        let ((key, name), (attribute, value)) = (tag.key, tag.value);
        format!("<{} {key}=\"{name}\" {attribute}=\"{}\">", tag.element, escape(&value))
    });
    let alternates = alternates(site, &paths, page);
    let boot = format!(
        "<script type=\"module\" src=\"{}\" integrity=\"{}\" data-reader=\"{}\" data-wasm=\"{}\" data-integrity=\"{}\"></script>",
        paths.file(&assets.boot.path),
        assets.boot.integrity,
        paths.file(&assets.glue.path),
        paths.file(&assets.wasm.path),
        assets.wasm.integrity,
    );
    let icon = format!("<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">", paths.file("icon.svg"));
    let tags = tags.collect::<String>();
    format!("<title>{}</title>{tags}{alternates}<style>{}</style>{icon}{boot}", escape(&head.title), assets.css)
}

/// Where the page is in each edition, for search engines; the newsroom's own is for everybody else.
/// In print alone: the switch in the masthead follows the page on screen, and no engine follows it there.
fn alternates(site: &Site, paths: &Paths, page: &Page) -> String {
    let Some(address) = page.address() else { return String::new() };
    let link = |language: &str, edition: &SiteEdition| {
        let href = paths.canonical_twin(edition, &address);
        format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">", escape(language), escape(&href))
    };
    let own = site.editions.iter().find(|edition| edition.path.is_empty()).map(|own| link("x-default", own));
    site.editions.iter().map(|edition| link(&edition.language, edition)).chain(own).collect()
}

/// Escapes text for an element or a quoted attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
