//! One part of a body.

use super::node::{Element, Node};
use super::table_view::table_view;
use super::text_view::text_nodes;
use super::{AudioView, EmbedView, FigureView, VideoView};
use crate::app::use_words;
use crate::model::{Block, Gallery, Heading, Lines, List, Notes, Point, Quote, Text};
use leptos::either::{Either, EitherOf7};
use leptos::prelude::*;

/// One part of a body; nothing for a kind that this reader does not know.
#[component]
pub fn BlockView(block: Block) -> impl IntoView {
    match block {
        Block::Aside { anchor, title, body } => Either::Left(aside_view(anchor, title, body)),
        block => Either::Right(single_view(block)),
    }
}

/// A block that holds no other blocks.
fn single_view(block: Block) -> impl IntoView {
    let still = match block {
        Block::Paragraph { anchor, text } => text_view("p", anchor, text),
        Block::Heading(heading) => heading_view(heading),
        Block::Quote(quote) => quote_view(quote),
        Block::List(list) => list_view(list, None),
        Block::Notes(notes) => notes_view(notes),
        Block::Code(lines) => lines_view("code", lines),
        Block::Verse(lines) => lines_view("verse", lines),
        Block::Table(table) => table_view(table),
        Block::Divider => Element::new("hr"),
        Block::Image(image) => return EitherOf7::B(view! { <FigureView image/> }),
        Block::Gallery(gallery) => return EitherOf7::C(gallery_view(gallery)),
        Block::Video(video) => return EitherOf7::D(view! { <VideoView video/> }),
        Block::Audio(audio) => return EitherOf7::E(view! { <AudioView audio/> }),
        Block::Embed(embed) => return EitherOf7::F(view! { <EmbedView embed/> }),
        Block::Aside { .. } | Block::Unknown => return EitherOf7::G(()),
    };
    EitherOf7::A(still)
}

fn text_view(name: &'static str, anchor: Option<String>, text: Text) -> Element {
    Element::new(name).with("id", anchor).holding(text_nodes(text))
}

fn lines_view(class: &'static str, lines: Lines) -> Element {
    text_view("pre", lines.anchor, lines.text).class(class)
}

fn heading_view(heading: Heading) -> Element {
    let Heading { anchor, kicker, text, level } = heading;
    let kicker = kicker.map(|kicker| Element::new("span").class("kicker").holding([kicker.into()]).into());
    let name = if level == 3 { "h3" } else { "h2" };
    Element::new(name).with("id", anchor).holding(kicker).holding(text_nodes(text))
}

fn gallery_view(gallery: Gallery) -> impl IntoView {
    let words = use_words();
    let count = gallery.images.len();
    view! {
        <section class="gallery" id=gallery.anchor aria-label=format!("{} {count} {}", words.gallery, words.pictures_counted)>
            <p class="gallery__count">{words.gallery}" · "{count}" "{words.pictures_counted}</p>
            {gallery.images.into_iter().map(|image| view! { <FigureView image/> }).collect_view()}
        </section>
    }
}

fn quote_view(quote: Quote) -> Element {
    let words = text_view("p", None, quote.text).into();
    let cite = quote.cite.map(|cite| Element::new("footer").holding([cite.into()]).into());
    Element::new("blockquote").class("quote").with("id", quote.anchor).holding([words]).holding(cite)
}

/// A list. Where its points are places, they are called by `name` and their number.
fn list_view(list: List, name: Option<String>) -> Element {
    let view = Element::new(if list.ordered { "ol" } else { "ul" }).with("id", list.anchor.clone());
    let view = view.with("start", list.start.map(|start| start.to_string())).with("reversed", list.reversed.then(String::new));
    view.holding(list.points().into_iter().enumerate().map(|(at, Point { text, below })| {
        let id = name.as_ref().map(|name| format!("{name}-{}", at + 1));
        text_view("li", id, text).holding(below.into_iter().map(|list| list_view(list, None).into())).into()
    }))
}

fn notes_view(notes: Notes) -> Element {
    let name = notes.anchor.clone();
    list_view(List { anchor: notes.anchor, ordered: true, items: notes.items, ..List::default() }, name).class("notes")
}

fn aside_view(anchor: Option<String>, title: Option<String>, body: Vec<Block>) -> impl IntoView {
    let title = title.map(|title| Element::new("h2").class("background__title").holding([Node::from(title)]));
    let blocks = body.into_iter().flat_map(Block::flatten).map(single_view).collect_view();
    view! { <section class="background" id=anchor>{title}{blocks}</section> }
}
