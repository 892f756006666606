//! One part of a body.

use super::node::Element;
use super::text_view::text_nodes;
use super::{EmbedView, audio_view, figure, table_view, video_view};
use crate::app::use_words;
use crate::model::{Block, Gallery, Heading, Lines, List, Notes, Point, Quote, Text};
use leptos::either::{Either, EitherOf3};
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
    EitherOf3::A(match block {
        Block::Paragraph { anchor, text } => text_view("p", anchor, text),
        Block::Heading(heading) => heading_view(heading),
        Block::Image(image) => figure(image, false),
        Block::Gallery(gallery) => gallery_view(gallery),
        Block::Quote(quote) => quote_view(quote),
        Block::List(list) => list_view(list, None),
        Block::Table(table) => table_view(table),
        Block::Video(video) => video_view(video),
        Block::Audio(audio) => audio_view(audio),
        Block::Code(lines) => lines_view("code", lines),
        Block::Verse(lines) => lines_view("verse", lines),
        Block::Notes(notes) => notes_view(notes),
        Block::Divider => Element::new("hr"),
        Block::Embed(embed) => return EitherOf3::B(view! { <EmbedView embed/> }),
        Block::Aside { .. } | Block::Unknown => return EitherOf3::C(()),
    })
}

fn text_view(name: &'static str, anchor: Option<String>, text: Text) -> Element {
    Element::new(name).maybe("id", anchor).holding(text_nodes(text))
}

fn lines_view(class: &'static str, lines: Lines) -> Element {
    text_view("pre", lines.anchor, lines.text).with("class", class)
}

fn heading_view(heading: Heading) -> Element {
    let Heading { anchor, kicker, text, level } = heading;
    let kicker = kicker.map(|kicker| Element::new("span").with("class", "kicker").saying(kicker).into());
    let name = if level == 3 { "h3" } else { "h2" };
    Element::new(name).maybe("id", anchor).holding(kicker).holding(text_nodes(text))
}

fn gallery_view(gallery: Gallery) -> Element {
    let words = use_words();
    let count = gallery.images.len();
    let label = format!("{} {count} {}", words.gallery, words.pictures_counted);
    let told = format!("{} · {count} {}", words.gallery, words.pictures_counted);
    Element::new("section")
        .with("class", "gallery")
        .maybe("id", gallery.anchor)
        .with("aria-label", &label)
        .holding([Element::new("p").with("class", "gallery__count").saying(told).into()])
        .holding(gallery.images.into_iter().map(|image| figure(image, false).into()))
}

fn quote_view(quote: Quote) -> Element {
    let words = text_view("p", None, quote.text).into();
    let cite = quote.cite.map(|cite| Element::new("footer").saying(cite).into());
    Element::new("blockquote").with("class", "quote").maybe("id", quote.anchor).holding([words]).holding(cite)
}

/// A list. Where its points are places, they are called by `name` and their number.
fn list_view(list: List, name: Option<String>) -> Element {
    let view = Element::new(if list.ordered { "ol" } else { "ul" }).maybe("id", list.anchor.clone());
    let view = view.maybe("start", list.start.map(|start| start.to_string())).maybe("reversed", list.reversed.then(String::new));
    view.holding(list.points().into_iter().enumerate().map(|(at, Point { text, below })| {
        let id = name.as_ref().map(|name| format!("{name}-{}", at + 1));
        text_view("li", id, text).holding(below.into_iter().map(|list| list_view(list, None).into())).into()
    }))
}

fn notes_view(notes: Notes) -> Element {
    let name = notes.anchor.clone();
    list_view(List { anchor: notes.anchor, ordered: true, items: notes.items, ..List::default() }, name).with("class", "notes")
}

fn aside_view(anchor: Option<String>, title: Option<String>, body: Vec<Block>) -> impl IntoView {
    let title = title.map(|title| Element::new("h2").with("class", "background__title").saying(title));
    let blocks = body.into_iter().flat_map(Block::flatten).map(single_view).collect_view();
    view! { <section class="background" id=anchor>{title}{blocks}</section> }
}
