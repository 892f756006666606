//! What is live around the pages: bar, notice, announcement, and the marks of the masthead.

use super::links;
use crate::stage::{Shown, Stage, use_paths, use_site};
use crate::views::{Announcement, LoadingBar, TroubleNotice};
use leptos::prelude::{Effect, With, document};
use strait_markup::Node;
use strait_model::Site;
use strait_model::paths::{Address, Paths};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

/// Makes what was printed live, for as long as the document lives.
pub fn adopt(stage: Stage) {
    for (css, view) in [(".loading-bar", LoadingBar()), (".trouble-notice", TroubleNotice()), (".announcement", Announcement())] {
        adopt_one(css, view);
    }
    let (site, paths) = (use_site(), use_paths());
    Effect::new(move |_| stage.shown.with(|shown| mark(&site, &paths, shown)));
}

fn adopt_one(css: &str, view: Node) {
    if let Some(printed) = document().query_selector(css).ok().flatten() {
        std::mem::forget(view.adopt(&printed));
    }
}

/// Marks the section that the page on screen stands in, and leads to the same page in other scripts.
fn mark(site: &Site, paths: &Paths, shown: &Shown) {
    for link in all(".masthead__sections a[href]") {
        if let Some(Address::Section(section)) = links::address(paths, &link) {
            set(&link, "aria-current", shown.is_in(&section).then_some("true"));
        }
    }
    for link in all(".masthead__editions a[hreflang]") {
        let edition = site.editions.iter().find(|edition| edition.language.as_str() == link.hreflang());
        let address = shown.address.as_ref().unwrap_or(&Address::Front);
        set(&link, "href", edition.map(|edition| paths.alternate(edition, address)).as_deref());
    }
}

fn all(css: &str) -> Vec<HtmlAnchorElement> {
    let Ok(found) = document().query_selector_all(css) else { return vec![] };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Changes an attribute, if it is another: what watches the page hears of each change.
fn set(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() != value {
        // An attribute with a constant name is accepted by every DOM.
        let _ = value.map_or_else(|| element.remove_attribute(name), |value| element.set_attribute(name, value));
    }
}
