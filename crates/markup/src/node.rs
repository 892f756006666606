//! The tree.

use crate::value::{Attribute, Text, Value};

/// What a listener is told.
#[cfg(target_arch = "wasm32")]
pub type Event = web_sys::Event;
/// What a listener is told: nothing, where no browser is.
#[cfg(not(target_arch = "wasm32"))]
pub type Event = ();

/// What hears of an event.
#[cfg(target_arch = "wasm32")]
pub(crate) type Listener = Box<dyn FnMut(Event)>;

/// A part of a page.
pub enum Node {
    /// Text. It is never markup.
    Text(Text),
    /// An element.
    Element(Box<Element>),
    /// Some, one after the other.
    Many(Vec<Node>),
    /// What changes. It is all that its element holds.
    Live(Box<dyn Fn() -> Node>),
    /// What is built when somebody asks for it ([`Built::finish`](crate::Built)), and printed at once.
    Later(Box<dyn FnOnce() -> Node>),
}

/// An element, and what it holds.
pub struct Element {
    /// The tag; then, each after a `\u{1}`, names and values of constant attributes.
    pub(crate) constant: &'static str,
    pub(crate) attributes: Vec<(&'static str, Value)>,
    pub(crate) children: Vec<Node>,
    #[cfg(target_arch = "wasm32")]
    pub(crate) listeners: Vec<(&'static str, Listener)>,
}

impl Element {
    /// An element that holds nothing, by its tag and constant attributes as [`view!`](crate::view) puts them.
    #[inline(never)]
    pub fn new(constant: &'static str) -> Element {
        Element {
            constant,
            attributes: vec![],
            children: vec![],
            #[cfg(target_arch = "wasm32")]
            listeners: vec![],
        }
    }

    /// Gives it an attribute.
    pub fn set(&mut self, name: &'static str, value: impl Attribute) {
        self.add(name, value.value());
    }

    /// Puts something more into it.
    pub fn hold(&mut self, child: impl Into<Node>) {
        self.push(child.into());
    }

    /// Listens to its events, in a browser.
    pub fn on(&mut self, event: &'static str, listener: impl FnMut(Event) + 'static) {
        #[cfg(target_arch = "wasm32")]
        self.listeners.push((event, Box::new(listener)));
        #[cfg(not(target_arch = "wasm32"))]
        let _ = (event, listener);
    }

    #[inline(never)]
    fn add(&mut self, name: &'static str, value: Value) {
        if !matches!(value, Value::None) {
            self.attributes.push((name, value));
        }
    }

    #[inline(never)]
    fn push(&mut self, child: Node) {
        if !matches!(&child, Node::Many(nodes) if nodes.is_empty()) {
            self.children.push(child);
        }
    }
}

impl Node {
    /// What is built after all else, when somebody asks for it.
    pub fn later(view: impl FnOnce() -> Node + 'static) -> Node {
        Node::Later(Box::new(view))
    }
}

impl From<Element> for Node {
    #[inline(never)]
    fn from(element: Element) -> Node {
        Node::Element(Box::new(element))
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Node {
        Node::Text(Text::Borrowed(text))
    }
}

impl From<String> for Node {
    fn from(text: String) -> Node {
        Node::Text(Text::Owned(text))
    }
}

impl From<usize> for Node {
    #[inline(never)]
    fn from(number: usize) -> Node {
        number.to_string().into()
    }
}

impl From<()> for Node {
    fn from((): ()) -> Node {
        Node::Many(vec![])
    }
}

impl From<Vec<Node>> for Node {
    fn from(nodes: Vec<Node>) -> Node {
        Node::Many(nodes)
    }
}

impl<T: Into<Node>> From<Option<T>> for Node {
    fn from(node: Option<T>) -> Node {
        node.map_or(Node::Many(vec![]), T::into)
    }
}

impl<T: Into<Node>> FromIterator<T> for Node {
    fn from_iter<I: IntoIterator<Item = T>>(nodes: I) -> Node {
        Node::Many(nodes.into_iter().map(T::into).collect())
    }
}

impl<T: Into<Node>, F: Fn() -> T + 'static> From<F> for Node {
    fn from(view: F) -> Node {
        Node::Live(Box::new(move || view().into()))
    }
}
