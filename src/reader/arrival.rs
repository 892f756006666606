//! What happens to the document when a page is shown in place.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlMediaElement};

/// Moves the focus to the headline of the page on screen, as a full page load moves it to the top.
pub fn focus_headline() {
    if let Some(headline) = document().query_selector(".page:not([hidden]) h1").ok().flatten() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Fails only for an element that cannot be focused; the headline can.
        let _ = headline.unchecked_ref::<HtmlElement>().focus_with_options(&options);
    }
}

/// Closes the menu that led to the page, ends what plays on the page before, and tells the tools (`scripts/tools/`).
pub fn clear_up_and_tell() {
    close_menu();
    silence_hidden();
    tell("page-shown");
}

/// Tells the page's scripts.
pub fn tell(event: &str) {
    if let Ok(event) = web_sys::Event::new(event) {
        // Fails only for an event that is being dispatched already.
        let _ = window().dispatch_event(&event);
    }
}

fn close_menu() {
    let open = document().query_selector(".masthead__menu[open]").ok().flatten();
    open.iter().for_each(|menu| {
        // Removing an attribute cannot fail.
        let _ = menu.remove_attribute("open");
    });
}

/// Whether a full page load may help with a page that is too new for this reader: once a path, so that it never
/// becomes a loop.
pub fn may_reload(path: &str) -> bool {
    let storage = window().session_storage().ok().flatten();
    let key = format!("strait-reloaded {path}");
    storage.is_some_and(|storage| storage.get_item(&key) == Ok(None) && storage.set_item(&key, "1").is_ok())
}

/// Stops what plays in pages that are kept, unseen, for going back.
fn silence_hidden() {
    let Ok(playing) = document().query_selector_all(".page[hidden] :is(video, audio, iframe)") else {
        return;
    };
    for at in 0..playing.length() {
        match playing.item(at).map(JsCast::dyn_into::<HtmlMediaElement>) {
            // Pausing what is paused is no error.
            Some(Ok(media)) => drop(media.pause()),
            // A frame can only be stopped by loading it anew. Put back where it was it does so, and leaves no entry in
            // the history, as it would with an address that has a `#`.
            Some(Err(frame)) => {
                let frame: &Element = frame.unchecked_ref();
                // Its parent is not gone: it was found in the document.
                let _ = frame.replace_with_with_node_1(frame);
            }
            None => {}
        }
    }
}
