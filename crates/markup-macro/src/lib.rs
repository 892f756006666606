//! `view!`: the grammar of Leptos' macro of that name, read by the same parser, giving one type for all markup.
//!
//! Leptos' own gives each view a type that names all that is in it, and all code is made anew for each type. What is
//! known while compiling (a tag, its constant attributes) stands here in one constant.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::{quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{KeyedAttribute, KeyedAttributeValue, Node, NodeAttribute, NodeBlock, NodeElement, NodeName};
use syn::spanned::Spanned;
use syn::{Error, Expr, ExprLit, Lit, Result, Stmt};

/// Markup, as Leptos writes it: elements, `{expressions}`, `"texts"`, `<Components/>`, `on:event=…`.
///
/// The value is a `markup::Node`. Not in it: directives other than `on:`, spreads, slots, and unquoted text.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    let nodes = rstml::parse2(tokens.into());
    nodes.and_then(|nodes| many(&nodes)).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// One node as it is; several as a list.
fn many(nodes: &[Node]) -> Result<Tokens> {
    let nodes = nodes.iter().map(node).collect::<Result<Vec<_>>>()?;
    Ok(match nodes.as_slice() {
        [only] => quote! { ::strait_markup::Node::from(#only) },
        _ => quote! { ::strait_markup::Node::Many(::std::vec![#(::strait_markup::Node::from(#nodes)),*]) },
    })
}

fn node(node: &Node) -> Result<Tokens> {
    match node {
        Node::Element(element) if is_component(element.name()) => component(element),
        Node::Element(element) => self::element(element),
        Node::Block(NodeBlock::ValidBlock(block)) => Ok(match block.stmts.as_slice() {
            [Stmt::Expr(only, None)] => quote! { #only },
            _ => quote! { #block },
        }),
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote! { #text })
        }
        Node::Fragment(fragment) => many(&fragment.children),
        _ => Err(Error::new(node.span(), "a view holds elements, components, \"texts\" and {expressions}")),
    }
}

/// Rust calls types by capitals, and HTML calls no element so.
fn is_component(name: &NodeName) -> bool {
    name.to_string().rsplit("::").next().is_some_and(|name| name.starts_with(char::is_uppercase))
}

fn element(element: &NodeElement<Infallible>) -> Result<Tokens> {
    let mut constant = element.name().to_string();
    let mut live = Vec::new();
    for attribute in keyed(element)? {
        let name = attribute.key.to_string();
        match (name.strip_prefix("on:"), value(attribute)?) {
            (Some(event), Some(handler)) => live.push(quote_spanned! { handler.span() => element.on(#event, #handler); }),
            (Some(_), None) => return Err(Error::new(attribute.key.span(), "a listener needs a function")),
            (None, Some(value)) => match literal(value) {
                Some(value) => add_constant(&mut constant, &name, &value),
                None => live.push(quote_spanned! { value.span() => element.set(#name, #value); }),
            },
            (None, None) => add_constant(&mut constant, &name, ""),
        }
    }
    let children = element.children.iter().map(node).collect::<Result<Vec<_>>>()?;
    let make = match live.is_empty() && children.is_empty() {
        true => quote! { let element },
        false => quote! { let mut element },
    };
    Ok(quote! {{
        #make = ::strait_markup::Element::new(#constant);
        #(#live)*
        #(element.hold(#children);)*
        element
    }})
}

/// A constant attribute stands after the tag: `\u{1}`, its name, `\u{1}`, its value.
fn add_constant(constant: &mut String, name: &str, value: &str) {
    for part in [name, value] {
        constant.push('\u{1}');
        constant.push_str(part);
    }
}

fn component(element: &NodeElement<Infallible>) -> Result<Tokens> {
    if let Some(child) = element.children.first() {
        return Err(Error::new(child.span(), "a component is given what it shows as attributes"));
    }
    let name = element.name();
    let mut given = Vec::new();
    for attribute in keyed(element)? {
        let NodeName::Path(key) = &attribute.key else {
            return Err(Error::new(attribute.key.span(), "a component's attribute is the name of a parameter"));
        };
        given.push(match value(attribute)? {
            Some(value) => quote! { .#key(#value) },
            None => quote! { .#key(#key) },
        });
    }
    Ok(quote_spanned! { name.span() =>
        ::leptos::component::component_view(
            #name,
            ::leptos::component::component_props_builder(&#name) #(#given)* .build(),
        )
    })
}

fn keyed<'a>(element: &'a NodeElement<Infallible>) -> Result<Vec<&'a KeyedAttribute>> {
    let keyed = |attribute: &'a NodeAttribute| match attribute {
        NodeAttribute::Attribute(attribute) => Ok(attribute),
        NodeAttribute::Block(block) => Err(Error::new(block.span(), "an attribute has a name")),
    };
    element.attributes().iter().map(keyed).collect()
}

fn value(attribute: &KeyedAttribute) -> Result<Option<&Expr>> {
    match &attribute.possible_value {
        KeyedAttributeValue::Binding(binding) => Err(Error::new(binding.paren.span.join(), "no binding is known here")),
        _ => Ok(attribute.value()),
    }
}

fn literal(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => Some(number.base10_digits().to_owned()),
        _ => None,
    }
}
