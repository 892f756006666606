//! The reader in the browser: wakes a printed page up, then fetches and navigates.

mod arrival;
mod desk;
mod document_head;
mod history;
mod kept_pages;
mod links;
mod navigator;
mod place;
mod sheets;

use crate::app::{App, Stage};
use crate::model::Site;
use crate::pages::Page;
use crate::paths::{Address, Paths};
use crate::words::Words;
use desk::{Freshness, NewsError};
use leptos::prelude::*;
use navigator::Navigator;
use std::sync::Arc;
use std::time::Duration;
use strait_wire::FromJson;

/// What stands in a printed page as JSON.
#[derive(FromJson)]
struct Printed {
    site: Site,
    page: Page,
}

/// Wakes the printed page up; or mounts where nothing was printed, as under `trunk serve`.
///
/// Compiling, reading the page's data and waking its DOM up are tasks of their own, so that none
/// keeps a tap waiting for long.
pub fn start() {
    let wake = || match printed() {
        Some(printed) => set_timeout(
            move || {
                leptos::mount::hydrate_body(move || paper(printed));
                tell();
            },
            Duration::ZERO,
        ),
        // Leptos has no executor of its own before it mounts.
        None => wasm_bindgen_futures::spawn_local(async {
            match fetch_first().await {
                Ok(first) => {
                    leptos::mount::mount_to_body(move || paper(first));
                    tell();
                }
                Err(error) => say(&error),
            }
        }),
    };
    set_timeout(wake, Duration::ZERO);
}

/// Says why there is no paper, where nothing was printed either.
fn say(error: &NewsError) {
    let (body, words) = (document().body(), Words::of(""));
    body.iter().for_each(|body| body.set_text_content(Some(&format!("{} {}", error.title(words), error.words(words)))));
}

/// Tells `boot.js` and the style sheet that the reader runs.
fn tell() {
    let root = document().document_element();
    root.iter().for_each(|root| {
        // An attribute with a constant name is accepted by every DOM.
        let _ = root.set_attribute("data-reader", "ready");
    });
    arrival::tell("reader-ready");
}

// Twice in the module otherwise.
#[inline(never)]
fn paper(Printed { site, page }: Printed) -> impl IntoView {
    let site = Arc::new(site);
    let stage = Stage::new(page);
    Navigator::start(site.clone(), stage);
    place::follow(site.clone(), stage);
    keep_time(stage);
    view! { <App site stage/> }
}

fn printed() -> Option<Printed> {
    let json = document().get_element_by_id("printed")?.text_content()?;
    Printed::from_json(&strait_wire::parse(&json)?)
}

async fn fetch_first() -> Result<Printed, NewsError> {
    let site: Site = desk::fetch(&format!("/data/{}", Paths::SITE), Freshness::Any, &desk::Patience::new()).await?;
    let paths = Paths::of(&site);
    let pathname = window().location().pathname().unwrap_or_default();
    let address = paths.parse(&pathname).unwrap_or(Address::Front);
    let page = desk::page(&paths, &address, Freshness::Any, &desk::Patience::new()).await?;
    Ok(Printed { site, page })
}

/// Tells the time after the page has woken up, so that waking up changes nothing, and each minute.
fn keep_time(stage: Stage) {
    let tell = move || stage.now.set(Some(js_sys::Date::now()));
    set_timeout(tell, Duration::ZERO);
    // Fails only where there is no window.
    let _ = set_interval_with_handle(tell, Duration::from_secs(60));
}
