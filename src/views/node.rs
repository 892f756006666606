//! Markup that stays as it is: text and elements in elements, however deep.
//!
//! One type for all of it: a view of its own type is code that every reader downloads. Nothing in it listens or
//! changes, so a printed page is taken as it stands, whatever translators and extensions made of it.

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

/// Text, or an element.
pub enum Node {
    /// Text.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element and what is in it.
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

impl Element {
    /// An element with nothing in it.
    pub fn new(name: &'static str) -> Element {
        Element { name, attributes: vec![], children: vec![] }
    }

    /// The same with an attribute.
    pub fn with(self, name: &'static str, value: &str) -> Element {
        self.maybe(name, Some(value.to_owned()))
    }

    /// The same with an attribute, where there is a value.
    pub fn maybe(mut self, name: &'static str, value: Option<String>) -> Element {
        self.attributes.extend(value.map(|value| (name, value)));
        self
    }

    /// The same with more in it.
    pub fn holding(mut self, children: impl IntoIterator<Item = Node>) -> Element {
        self.children.extend(children);
        self
    }

    /// The same with text in it.
    pub fn saying(self, text: impl Into<String>) -> Element {
        self.holding([Node::Text(text.into())])
    }

    fn print(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.name);
        for (name, value) in &self.attributes {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        for child in &self.children {
            match child {
                Node::Text(text) => escape(text, html),
                Node::Element(element) => element.print(html),
            }
        }
        if !["hr", "img", "source"].contains(&self.name) {
            html.push_str("</");
            html.push_str(self.name);
            html.push('>');
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

impl Render for Element {
    type State = types::Element;

    fn build(self) -> Self::State {
        let element = Rndr::create_element(self.name, None);
        for (name, value) in &self.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        for child in self.children {
            match child {
                Node::Text(text) => Rndr::insert_node(&element, &Rndr::create_text_node(&text), None),
                Node::Element(child) => Rndr::insert_node(&element, &child.build(), None),
            }
        }
        element
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut element = self.build();
        state.insert_before_this(&mut element);
        state.unmount();
        *state = element;
    }
}

no_attrs!(Element);

impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, html: &mut String, position: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        self.print(html);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        // What is no element was put there by somebody else; ours then waits outside of the page.
        types::Element::cast_from(cursor.current()).unwrap_or_else(|| self.build())
    }

    fn into_owned(self) -> Self {
        self
    }
}

fn escape(text: &str, html: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            sign => html.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_printed_as_it_is_and_text_is_never_markup() {
        let item = Element::new("li").saying("<b>&").holding([Element::new("em").saying("c").into()]);
        let list = Element::new("ul").with("id", "a\"b").maybe("class", None).holding([item.into(), Element::new("hr").into()]);
        assert_eq!(list.to_html(), "<ul id=\"a&quot;b\"><li>&lt;b&gt;&amp;<em>c</em></li><hr></ul>");
    }
}
