//! The entries of the browser's history, and where each was scrolled to: in this tab's storage, and where that is
//! forbidden for as long as the document lives.

use leptos::prelude::{document, window};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

thread_local! {
    /// Places that are noted nowhere else.
    static PLACES: RefCell<Vec<(String, i32)>> = const { RefCell::new(vec![]) };
}

/// Takes scrolling over from the browser: it would scroll before the page is there.
pub fn take_over() {
    if let Ok(history) = window().history() {
        // Fails only in a document that is not shown.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    keyed_state();
}

/// The state of the entry on screen. One that the browser made, for a link within the page, gets a key.
pub fn keyed_state() -> JsValue {
    let state = state();
    if key(&state).is_some() {
        return state;
    }
    let state = new_key();
    if let Ok(history) = window().history() {
        // Fails only in a document that is not shown.
        let _ = history.replace_state(&state, "");
    }
    state
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

    /// Notes it.
    pub fn remember(self) {
        let is_stored = storage().is_some_and(|storage| storage.set_item(&self.key, &self.y.to_string()).is_ok());
        if !is_stored {
            PLACES.with_borrow_mut(|places| {
                places.retain(|(key, _)| *key != self.key);
                places.push((self.key, self.y));
            });
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
    match key(state).and_then(|key| place(&key)) {
        Some(y) => window().scroll_to_with_x_and_y(0.0, y.into()),
        None => to_hash_or_top(),
    }
}

fn place(key: &str) -> Option<i32> {
    let stored = storage().and_then(|storage| storage.get_item(key).ok()?).and_then(|y| y.parse().ok());
    stored.or_else(|| PLACES.with_borrow(|places| places.iter().find(|(kept, _)| kept == key).map(|(_, y)| *y)))
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
