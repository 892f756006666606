//! A tree as DOM.

use crate::node::{Element, Event, Listener, Node};
use crate::value::{Text, Value};
use leptos::prelude::{RenderEffect, document};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Nodes that were built. Dropped, their live parts stay as they are, and their listeners are gone.
#[derive(Default)]
pub struct Built {
    nodes: Vec<web_sys::Node>,
    kept: Vec<Kept>,
    later: Vec<(web_sys::Node, Box<dyn FnOnce() -> Node>)>,
}

/// What lives as long as what was built.
enum Kept {
    Effect(#[expect(dead_code, reason = "it ends when it is dropped")] RenderEffect<()>),
    Listener(#[expect(dead_code, reason = "it ends when it is dropped")] Closure<dyn FnMut(Event)>),
}

// What the DOM refuses (an attribute's name, a second parent) is known while compiling not to be.

impl Node {
    /// Builds it, outside of the page.
    #[inline(never)]
    pub fn build(self) -> Built {
        let mut built = Built::default();
        built.add(self, None, None);
        built
    }

    /// Makes an element of the page live that was printed from this view: its attributes, its listeners, and what it
    /// holds if that is live. All else in it stays as it is.
    pub fn adopt(self, printed: &web_sys::Element) -> Built {
        let mut built = Built::default();
        if let Node::Element(element) = self {
            built.nodes.push(printed.clone().into());
            for (name, value) in element.attributes {
                if let Value::Live(value) = value {
                    built.keep_attribute(printed.clone(), name, value);
                }
            }
            element.listeners.into_iter().for_each(|(event, listener)| built.listen(printed, event, listener));
            for child in element.children {
                if let Node::Live(view) = child {
                    built.keep_content(printed.clone(), view);
                }
            }
        }
        built
    }
}

impl Built {
    /// Puts it at the end of an element.
    pub fn mount(&self, parent: &web_sys::Element) {
        for node in &self.nodes {
            let _ = parent.append_child(node);
        }
    }

    /// Takes it out of the page.
    pub fn unmount(&self) {
        for node in &self.nodes {
            remove(node);
        }
    }

    /// The first element.
    pub fn element(&self) -> Option<&web_sys::Element> {
        self.nodes.iter().find_map(|node| node.dyn_ref())
    }

    /// Builds what comes later, where it belongs.
    pub fn finish(&mut self) {
        for (place, view) in std::mem::take(&mut self.later) {
            let mut built = view().build();
            if let Some(parent) = place.parent_node() {
                for node in &built.nodes {
                    let _ = parent.insert_before(node, Some(&place));
                }
            }
            remove(&place);
            self.kept.append(&mut built.kept);
        }
    }

    #[inline(never)]
    fn add(&mut self, node: Node, parent: Option<&web_sys::Element>, namespace: Option<&'static str>) {
        match node {
            Node::Text(text) if text.is_empty() => {}
            Node::Text(text) => self.say(&text, parent),
            Node::Element(element) => {
                if let Some(element) = self.element_of(*element, namespace) {
                    self.put(element.into(), parent);
                }
            }
            Node::Many(nodes) => nodes.into_iter().for_each(|node| self.add(node, parent, namespace)),
            Node::Live(view) => {
                if let Some(parent) = parent {
                    self.keep_content(parent.clone(), view);
                }
            }
            Node::Later(view) => {
                let place: web_sys::Node = document().create_comment("").into();
                self.put(place.clone(), parent);
                self.later.push((place, view));
            }
        }
    }

    /// Texts side by side are one, as in a page that was printed.
    fn say(&mut self, text: &str, parent: Option<&web_sys::Element>) {
        let last = parent.and_then(|parent| parent.last_child()).and_then(|last| last.dyn_into::<web_sys::Text>().ok());
        match last {
            Some(last) => last.set_data(&(last.data() + text)),
            None => self.put(document().create_text_node(text).into(), parent),
        }
    }

    fn put(&mut self, node: web_sys::Node, parent: Option<&web_sys::Element>) {
        match parent {
            Some(parent) => drop(parent.append_child(&node)),
            None => self.nodes.push(node),
        }
    }

    fn element_of(&mut self, element: Element, namespace: Option<&'static str>) -> Option<web_sys::Element> {
        let mut constant = element.constant.split('\u{1}');
        let tag = constant.next()?;
        let namespace = if tag == "svg" { Some(SVG) } else { namespace };
        let dom = match namespace {
            Some(_) => document().create_element_ns(namespace, tag),
            None => document().create_element(tag),
        }
        .ok()?;
        while let (Some(name), Some(value)) = (constant.next(), constant.next()) {
            let _ = dom.set_attribute(name, value);
        }
        for (name, value) in element.attributes {
            match value {
                Value::None => {}
                Value::Is(value) => drop(dom.set_attribute(name, &value)),
                Value::Live(value) => self.keep_attribute(dom.clone(), name, value),
            }
        }
        element.listeners.into_iter().for_each(|(event, listener)| self.listen(&dom, event, listener));
        element.children.into_iter().for_each(|child| self.add(child, Some(&dom), namespace));
        Some(dom)
    }

    /// Keeps an attribute as its value is; touches it only when that changes.
    fn keep_attribute(&mut self, dom: web_sys::Element, name: &'static str, value: Box<dyn Fn() -> Option<Text>>) {
        self.effect(move || {
            let value = value();
            if dom.get_attribute(name).as_deref() != value.as_deref() {
                match value {
                    Some(value) => drop(dom.set_attribute(name, &value)),
                    None => drop(dom.remove_attribute(name)),
                }
            }
        });
    }

    /// Keeps all that an element holds as its view is.
    fn keep_content(&mut self, dom: web_sys::Element, view: Box<dyn Fn() -> Node>) {
        let mut shown = Built::default();
        self.effect(move || {
            let next = view().build();
            shown.unmount();
            next.mount(&dom);
            shown = next;
        });
    }

    fn effect(&mut self, mut act: impl FnMut() + 'static) {
        self.kept.push(Kept::Effect(RenderEffect::new(move |_| act())));
    }

    fn listen(&mut self, dom: &web_sys::Element, event: &'static str, listener: Listener) {
        let listener = Closure::wrap(listener);
        let _ = dom.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        self.kept.push(Kept::Listener(listener));
    }
}

fn remove(node: &web_sys::Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}
