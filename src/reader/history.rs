//! The entries of the browser's history, and where each was scrolled to.

use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// Takes scrolling over from the browser: it would scroll before the page is there.
pub fn take_over() {
    if let Ok(history) = window().history() {
        // Fails only in a document that is not shown.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        if key(&history.state().unwrap_or(JsValue::NULL)).is_none() {
            let _ = history.replace_state(&new_key(), "");
        }
    }
}

/// Gives scrolling back, for the entry that is left by a full page load.
pub fn give_back() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
    }
}

/// Where an entry is scrolled to.
pub struct Place {
    key: String,
    y: i32,
}

impl Place {
    /// Where the entry with `state` is scrolled to now; none for an entry that is not ours.
    pub fn of(state: &JsValue) -> Option<Place> {
        Some(Place { key: key(state)?, y: window().scroll_y().unwrap_or_default() as i32 })
    }

    /// Notes it. Without storage nothing is noted.
    pub fn remember(self) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(&self.key, &self.y.to_string());
        }
    }
}

/// Notes where the entry with `state` is scrolled to.
pub fn remember(state: &JsValue) {
    if let Some(place) = Place::of(state) {
        place.remember();
    }
}

/// Scrolls to where the entry with `state` was left; else as for a new page.
pub fn restore(state: &JsValue) {
    let y = key(state).and_then(|key| storage()?.get_item(&key).ok()?).and_then(|y| y.parse::<i32>().ok());
    match y {
        Some(y) => window().scroll_to_with_x_and_y(0.0, y.into()),
        None => to_hash_or_top(),
    }
}

/// Scrolls to what the address names after `#`, or to the top.
pub fn to_hash_or_top() {
    let hash = window().location().hash().unwrap_or_default();
    let named = Some(hash.trim_start_matches('#')).filter(|name| !name.is_empty());
    // A page that is kept for going back may have a heading of the same words.
    let on_screen = |name| document().query_selector(&format!(".page:not([hidden]) [id=\"{name}\"]")).ok().flatten();
    match named.and_then(on_screen) {
        Some(element) => element.scroll_into_view(),
        None => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
}

/// The state of the entry on screen.
pub fn state() -> JsValue {
    window().history().and_then(|history| history.state()).unwrap_or(JsValue::NULL)
}

/// Adds an entry; a link to where one is adds none, as in any browser.
pub fn push(href: &str) {
    if window().location().href().is_ok_and(|here| here == href) {
        return;
    }
    if let Ok(history) = window().history() {
        // Refused only for another origin, which links of ours never have, or when flooded.
        let _ = history.push_state_with_url(&new_key(), "", Some(href));
    }
}

/// A new entry's state: a key that no other entry has.
fn new_key() -> JsValue {
    JsValue::from_str(&format!("scroll:{}:{}", js_sys::Date::now() as u64, (js_sys::Math::random() * 1e6) as u32))
}

fn key(state: &JsValue) -> Option<String> {
    state.as_string().filter(|key| key.starts_with("scroll:"))
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
