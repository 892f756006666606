//! The reader in the browser: takes a printed page as it finds it, then fetches and navigates.
//!
//! It never walks a printed page: it makes the few live parts live that it finds by their classes, and renders only
//! the pages that it opens itself. So whatever translators and extensions did to a page, nothing can mismatch.

mod arrival;
mod clock;
mod desk;
mod document_head;
mod history;
mod kept_pages;
mod leaf;
mod links;
mod navigator;
mod place;
mod sheets;
mod style;
mod surround;

use crate::app::{App, AppProps};
use crate::pages::{PageView, PageViewProps};
use crate::stage::{Stage, set_up};
use crate::words::Words;
use any_spawner::Executor;
use desk::{Freshness, NewsError};
use leaf::Leaf;
use leptos::prelude::*;
use navigator::Navigator;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use strait_model::paths::{Address, Paths};
use web_sys::Element;

/// Wakes the printed page up; or mounts a page where nothing was printed, as under `trunk serve`.
pub fn start() {
    // Fails only where there is one already.
    let _ = Executor::init_wasm_bindgen();
    spawn(async {
        match wake().await {
            Ok(()) => tell("ready", "reader-ready"),
            Err(error) => {
                say(&error);
                tell("failed", "reader-failed");
            }
        }
    });
}

/// Does something in a task of its own. Of one type for all of them, for each type brings its own code.
fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    leptos::task::spawn_local(task);
}

/// Wakes the paper up. Its owner lives as long as the document.
async fn wake() -> Result<(), NewsError> {
    let style = style::ask();
    let site = Arc::new(desk::site(&site_file()).await?);
    if let Some(style) = style
        && !style.apply().await
    {
        return Err(NewsError::Unreachable);
    }
    let paths = Paths::of(&site);
    let owner = Owner::new();
    owner.with(|| set_up(site.clone()));
    let printed = match printed_page() {
        Some(page) => page,
        None => mount(&paths, &owner).await?,
    };
    owner.with(|| {
        let leaf = Rc::new(Leaf::printed(&paths));
        let stage = Stage::new(leaf.shown(0));
        provide_context(stage);
        surround::adopt(stage);
        clock::keep(&site);
        Navigator::start(site.clone(), stage, leaf, printed);
        place::follow(site, stage);
    });
    std::mem::forget(owner);
    Ok(())
}

/// Where the paper's own data is: the page says it to `boot.js`.
fn site_file() -> String {
    let told = document().query_selector("script[data-site]").ok().flatten().and_then(|script| script.get_attribute("data-site"));
    told.unwrap_or_else(|| format!("/data/{}", Paths::SITE))
}

fn printed_page() -> Option<Element> {
    document().query_selector("#content > .page, #content .page").ok().flatten()
}

/// Builds the paper where nothing was printed, as the press would print it.
async fn mount(paths: &Paths, owner: &Owner) -> Result<Element, NewsError> {
    let pathname = window().location().pathname().unwrap_or_default();
    let address = paths.parse(&pathname).unwrap_or(Address::Front);
    let (page, _) = desk::page(paths, &address, Freshness::Any, &desk::Patience::new()).await?;
    let app = owner.with(|| {
        provide_context(Stage::new(page.shown()));
        App(AppProps { page: PageView(PageViewProps { page }) }).build()
    });
    let body = document().body().ok_or(NewsError::NotNews)?;
    app.mount(&body);
    printed_page().ok_or(NewsError::NotNews)
}

/// Says why there is no paper, where nothing was printed either.
fn say(error: &NewsError) {
    if printed_page().is_none() {
        let (body, words) = (document().body(), Words::of(""));
        body.iter().for_each(|body| body.set_text_content(Some(&format!("{} {}", error.title(words), error.words(words)))));
    }
}

/// Tells `boot.js` and the style sheet whether the reader runs.
fn tell(state: &str, event: &str) {
    let root = document().document_element();
    root.iter().for_each(|root| {
        // An attribute with a constant name is accepted by every DOM.
        let _ = root.set_attribute("data-reader", state);
    });
    arrival::tell(event);
}
