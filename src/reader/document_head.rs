//! Keeps the document's `<head>` with the page on screen.

use crate::head::{Head, Tag};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What goes with a page. Data for search engines is printed alone, and goes with the page that it is about.
const CHANGING: &str = "head > :is(link:is([rel=canonical], [rel=alternate][title], [rel=alternate][hreflang]), \
    meta:is([name=description], [name=robots], [name=googlebot], [name^=\"twitter:\"], [property^=\"og:\"], [property^=\"article:\"]), \
    script[type=\"application/ld+json\"])";

/// The elements that go with one page, and its title.
pub struct HeadElements {
    /// The browser tab.
    pub title: String,
    elements: Vec<Element>,
}

impl HeadElements {
    /// Those of the page that was printed.
    pub fn printed() -> HeadElements {
        HeadElements { title: document().title(), elements: in_document() }
    }

    /// Those of a page that was fetched.
    pub fn of(head: &Head) -> HeadElements {
        HeadElements { title: head.title.clone(), elements: head.tags.iter().filter_map(element).collect() }
    }

    /// Puts them in the place of those of the page before.
    pub fn apply(&self) {
        in_document().iter().for_each(Element::remove);
        document().set_title(&self.title);
        if let Some(head) = document().head() {
            for element in &self.elements {
                // An element that was made for it is taken by every head.
                let _ = head.append_child(element);
            }
        }
    }
}

fn in_document() -> Vec<Element> {
    let Ok(found) = document().query_selector_all(CHANGING) else { return vec![] };
    (0..found.length()).filter_map(|at| found.item(at)).map(JsCast::unchecked_into).collect()
}

fn element(tag: &Tag) -> Option<Element> {
    let element = document().create_element(tag.element).ok()?;
    for (name, value) in &tag.attributes {
        // An attribute with a constant name is accepted by every DOM.
        let _ = element.set_attribute(name, value);
    }
    Some(element)
}
