//! Keeps the document's `<head>` with the page on screen.

use crate::head::{Head, Tag};
use leptos::prelude::document;
use web_sys::Element;

/// The elements that change from page to page. The last two are printed alone, and go with the page
/// that they are about.
const CHANGING: [(&str, &str, &str); 11] = [
    ("link", "rel", "canonical"),
    ("meta", "name", "description"),
    ("meta", "name", "robots"),
    ("meta", "name", "twitter:card"),
    ("meta", "property", "og:title"),
    ("meta", "property", "og:description"),
    ("meta", "property", "og:type"),
    ("meta", "property", "og:url"),
    ("meta", "property", "og:image"),
    ("link", "type", "application/json+oembed"),
    ("script", "type", "application/ld+json"),
];

/// Makes the document's head that of a page: changes, adds and removes elements.
pub fn apply(head: &Head) {
    document().set_title(&head.title);
    let mut tags = head.tags();
    for (element, key, name) in CHANGING {
        let found = document().query_selector(&format!("head {element}[{key}=\"{name}\"]")).ok().flatten();
        let tag = tags.iter().position(|tag| tag.element == element && tag.key == (key, name)).map(|at| tags.swap_remove(at));
        match (found, tag) {
            (Some(found), Some(tag)) => set(&found, &tag),
            (Some(found), None) => found.remove(),
            (None, Some(tag)) => add(&tag),
            (None, None) => {}
        }
    }
}

// The names below are constants that every DOM accepts, so what is ignored cannot happen.

fn set(element: &Element, tag: &Tag) {
    let _ = element.set_attribute(tag.value.0, &tag.value.1);
}

fn add(tag: &Tag) {
    if let (Ok(element), Some(head)) = (document().create_element(tag.element), document().head()) {
        let _ = element.set_attribute(tag.key.0, tag.key.1);
        set(&element, tag);
        let _ = head.append_child(&element);
    }
}
