//! Which clicks are ours, and which links the reader is likely to follow.

use leptos::prelude::{document, window};
use std::rc::Rc;
use strait_model::paths::{Address, Paths};
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, Event, EventTarget, HtmlAnchorElement, IntersectionObserver, IntersectionObserverEntry, MouseEvent};

/// How many pages of links in view are fetched ahead, so that a long list costs no more than a short one.
const AHEAD: usize = 6;

/// A link to a page of ours.
pub struct PageLink {
    /// The page.
    pub address: Address,
    /// The link's whole address.
    pub href: String,
}

/// What a click on a link asks for.
pub enum Click {
    /// A page that shall open here.
    Page(PageLink),
    /// A place in the page on screen.
    Place,
}

/// What a click asks for; none for a click that is the browser's own: with a modifier, on a link elsewhere.
pub fn clicked(paths: &Paths, event: &MouseEvent) -> Option<Click> {
    let is_plain = event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key();
    if !is_plain || event.default_prevented() {
        return None;
    }
    let anchor = around(event.target())?;
    let opens_here = matches!(anchor.target().as_str(), "" | "_self") && !anchor.has_attribute("download");
    let is_external = anchor.rel().split_whitespace().any(|rel| rel == "external");
    if !opens_here || is_external {
        return None;
    }
    let location = window().location();
    // Another query (the mark of a QR code) is another document to the browser, and the same page to us.
    let here = location.href().unwrap_or_default();
    if !anchor.hash().is_empty() && here.split('#').next() == anchor.href().split('#').next() {
        return Some(Click::Place);
    }
    Some(Click::Page(PageLink { address: address(paths, &anchor)?, href: anchor.href() }))
}

/// The link that something stands in.
pub fn around(target: Option<EventTarget>) -> Option<HtmlAnchorElement> {
    let target = target?.dyn_into::<Element>().ok()?;
    target.closest("a[href]").ok()??.dyn_into().ok()
}

/// The page that a link leads to; none for one elsewhere.
pub fn address(paths: &Paths, anchor: &HtmlAnchorElement) -> Option<Address> {
    let is_ours = window().location().origin().is_ok_and(|origin| origin == anchor.origin());
    is_ours.then(|| paths.parse(&anchor.pathname())).flatten()
}

/// Calls `fetch` for the first few pages whose links come into view, where the line allows.
pub fn watch_view(paths: &Rc<Paths>, fetch: Rc<dyn Fn(Address)>) -> Option<IntersectionObserver> {
    if !line_allows() {
        return None;
    }
    let (paths, mut left) = (paths.clone(), AHEAD);
    let seen = Closure::<dyn FnMut(js_sys::Array, IntersectionObserver)>::new(
        move |entries: js_sys::Array, observer: IntersectionObserver| {
            for entry in entries.iter().map(JsCast::unchecked_into::<IntersectionObserverEntry>) {
                let link = entry.is_intersecting().then(|| entry.target().dyn_into::<HtmlAnchorElement>().ok()).flatten();
                if let Some(page) = link.and_then(|anchor| address(&paths, &anchor)) {
                    observer.unobserve(&entry.target());
                    if left > 0 {
                        left -= 1;
                        fetch(page);
                    }
                }
            }
        },
    );
    let observer = IntersectionObserver::new(seen.as_ref().unchecked_ref()).ok()?;
    seen.forget();
    let anchors = document().query_selector_all(".page:not([hidden]) :is(h2, h3, .headline-lines li) > a[href]").ok()?;
    (0..anchors.length()).filter_map(|at| anchors.item(at)).for_each(|anchor| observer.observe(anchor.unchecked_ref()));
    Some(observer)
}

/// Whether the reader lets us fetch what was not asked for: not under Save-Data, not on a slow line.
pub fn line_allows() -> bool {
    let property =
        |object: &JsValue, name: &str| js_sys::Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    let connection = property(window().navigator().as_ref(), "connection");
    if connection.is_undefined() {
        return true;
    }
    let saves = property(&connection, "saveData").as_bool().unwrap_or(false);
    let kind = property(&connection, "effectiveType").as_string().unwrap_or_default();
    !saves && !kind.ends_with("2g") && kind != "3g"
}

/// Listens for an event of the whole document, for as long as the document lives.
pub fn listen<E: JsCast + 'static>(name: &str, handle: impl Fn(E) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| handle(event.unchecked_into()));
    window().add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).unwrap_throw();
    closure.forget();
}
