//! The CSS of all kinds of pages. A printed page carries only that of its own kind.

use super::arrival;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlLinkElement};

/// The CSS on its way.
pub struct WholeStyle {
    link: HtmlLinkElement,
    loaded: JsFuture,
}

/// Asks for what the page names; none where it carries all of it.
pub fn ask() -> Option<WholeStyle> {
    let script = document().query_selector("script[data-style]").ok()??;
    let link: HtmlLinkElement = document().create_element("link").ok()?.dyn_into().ok()?;
    link.set_rel("stylesheet");
    // Not applied before it is in the look that the reader of the paper chose.
    link.set_media("not all");
    link.set_cross_origin(Some(""));
    link.set_href(&script.get_attribute("data-style")?);
    let loaded = js_sys::Promise::new(&mut |resolve, reject| {
        let element: &HtmlElement = link.unchecked_ref();
        element.set_onload(Some(&resolve));
        element.set_onerror(Some(&reject));
    });
    document().head()?.append_child(&link).ok()?;
    Some(WholeStyle { link, loaded: loaded.into() })
}

impl WholeStyle {
    /// Applies it when it is there; false where it does not come.
    pub async fn apply(self) -> bool {
        if self.loaded.await.is_err() {
            let link: &Element = self.link.as_ref();
            link.remove();
            return false;
        }
        arrival::tell("sheet");
        self.link.set_media("all");
        true
    }
}
