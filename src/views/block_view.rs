//! One part of a body.

use super::{AudioView, EmbedView, FigureView, TableView, TextView, VideoView};
use crate::app::use_words;
use crate::model::{Block, Gallery, Heading, List, Notes, Point, Quote, Text};
use leptos::either::{Either, EitherOf12};
use leptos::html::custom;
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
    match block {
        Block::Paragraph { anchor, text } => EitherOf12::A(text_view("p", None, anchor, text)),
        Block::Code(lines) => EitherOf12::A(text_view("pre", Some("code"), lines.anchor, lines.text)),
        Block::Verse(lines) => EitherOf12::A(text_view("pre", Some("verse"), lines.anchor, lines.text)),
        Block::Heading(heading) => EitherOf12::B(heading_view(heading)),
        Block::Image(image) => EitherOf12::C(view! { <FigureView image/> }),
        Block::Gallery(gallery) => EitherOf12::D(gallery_view(gallery)),
        Block::Quote(quote) => EitherOf12::E(quote_view(quote)),
        Block::List(list) => EitherOf12::F(list_view(list, None)),
        Block::Notes(notes) => EitherOf12::F(notes_view(notes)),
        Block::Table(table) => EitherOf12::G(view! { <TableView table/> }),
        Block::Video(video) => EitherOf12::H(view! { <VideoView video/> }),
        Block::Audio(audio) => EitherOf12::I(view! { <AudioView audio/> }),
        Block::Embed(embed) => EitherOf12::J(view! { <EmbedView embed/> }),
        Block::Divider => EitherOf12::K(view! { <hr/> }),
        Block::Aside { .. } | Block::Unknown => EitherOf12::L(()),
    }
}

/// Running text in an element. One type for all elements, for each type is code that readers download.
fn text_view(element: &'static str, class: Option<&'static str>, anchor: Option<String>, text: Text) -> impl IntoView {
    custom(element).class(class).id(anchor).child(view! { <TextView text/> })
}

fn heading_view(heading: Heading) -> impl IntoView {
    let Heading { anchor, kicker, text, level } = heading;
    let kicker = kicker.map(|kicker| view! { <span class="kicker">{kicker}</span> });
    let element = if level == 3 { "h3" } else { "h2" };
    custom(element).id(anchor).child((kicker, view! { <TextView text/> }))
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

fn quote_view(quote: Quote) -> impl IntoView {
    view! {
        <blockquote class="quote" id=quote.anchor>
            <p><TextView text=quote.text/></p>
            {quote.cite.map(|cite| view! { <footer>{cite}</footer> })}
        </blockquote>
    }
}

/// A list. Of notes, each point has an `id`: the anchor of all with its number.
fn list_view(list: List, class: Option<&'static str>) -> AnyView {
    let anchor = list.anchor.clone();
    let element = if list.ordered { "ol" } else { "ul" };
    let view = custom(element).class(class).id(list.anchor.clone()).attr("start", list.start).attr("reversed", list.reversed);
    let points = list.points().into_iter().enumerate().map(|(at, Point { text, below })| {
        let id = class.and(anchor.as_ref()).map(|anchor| format!("{anchor}-{}", at + 1));
        // A list in a list is a view in its own type: that type cannot be told whole.
        let below = below.into_iter().map(|list| list_view(list, None)).collect_view();
        view! { <li id=id><TextView text/>{below}</li> }
    });
    view.child(points.collect_view()).into_any()
}

fn notes_view(notes: Notes) -> AnyView {
    let list = List { anchor: notes.anchor, ordered: true, items: notes.items, ..List::default() };
    list_view(list, Some("notes"))
}

fn aside_view(anchor: Option<String>, title: Option<String>, body: Vec<Block>) -> impl IntoView {
    let blocks = body.into_iter().flat_map(Block::flatten).map(single_view).collect_view();
    view! {
        <section class="background" id=anchor>
            {title.map(|title| view! { <h2 class="background__title">{title}</h2> })}
            {blocks}
        </section>
    }
}
