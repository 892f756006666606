//! Prints pages with the same components that run in the browser, and the data they fetch.

use super::PressError;
use super::assets::Assets;
use super::edition::Edition;
use super::machines;
use super::output::SiteFile;
use crate::app::{App, Stage};
use crate::head::Head;
use crate::model::Site;
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

/// Every page of the site.
pub fn print_pages(edition: &Edition, assets: &Assets) -> Result<Vec<SiteFile>, PressError> {
    let site = Arc::new(edition.site().clone());
    let print = |page: Page| -> Result<SiteFile, PressError> {
        let path = page.address().map_or_else(|| "404.html".to_owned(), |address| format!("{address}index.html"));
        Ok((path, print_page(&site, page, assets)?.into_bytes()))
    };
    let stories = edition.stories().flat_map(|story| {
        let related = (!story.article.is_withdrawn()).then(|| Page::Related(Box::new(story.clone())));
        std::iter::once(Page::Article(Box::new(story))).chain(related)
    });
    let lists = edition.sections().into_iter().flat_map(|section| edition.section_lists(&section.path));
    let lists = lists.map(|list| Page::Section(Box::new(list)));
    let front = Page::Front(Box::new(edition.front()));
    std::iter::once(front).chain(lists).chain(stories).chain([Page::NotFound]).map(print).collect()
}

/// Every file that the reader fetches.
pub fn print_data(edition: &Edition) -> Result<Vec<SiteFile>, PressError> {
    let mut files = vec![
        data_file(Paths::SITE, edition.site())?,
        data_file("front.json", &edition.front())?,
        data_file(Paths::LATEST, &edition.latest(LATEST))?,
    ];
    for story in edition.stories() {
        let page = Page::Article(Box::new(story.clone()));
        files.extend(page.address().map(|address| data_file(&address.data_file(), &story)).transpose()?);
    }
    for section in edition.sections() {
        for list in edition.section_lists(&section.path) {
            let page = Page::Section(Box::new(list.clone()));
            files.extend(page.address().map(|address| data_file(&address.data_file(), &list)).transpose()?);
        }
    }
    Ok(files)
}

fn data_file(path: &str, value: &impl Serialize) -> Result<SiteFile, PressError> {
    Ok((format!("data/{path}"), serde_json::to_vec(value)?))
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
    let boot = format!(
        "<script type=\"module\" src=\"{}\" integrity=\"{}\" data-reader=\"{}\" data-wasm=\"{}\" data-integrity=\"{}\"></script>",
        paths.file(&assets.boot.path),
        assets.boot.integrity,
        paths.file(&assets.glue.path),
        paths.file(&assets.wasm.path),
        assets.wasm.integrity,
    );
    let icon = format!("<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">", paths.file("icon.svg"));
    format!("<title>{}</title>{}<style>{}</style>{icon}{boot}", escape(&head.title), tags.collect::<String>(), assets.css)
}

/// Escapes text for an element or a quoted attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
