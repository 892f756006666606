//! One part of a body.

use super::{AudioView, EmbedView, FigureView, TableView, TextView, VideoView};
use crate::app::use_words;
use crate::model::{Block, Gallery, Heading, List, Quote};
use leptos::either::{Either, EitherOf12};
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
        Block::Paragraph { anchor, text } => EitherOf12::A(view! { <p id=anchor><TextView text/></p> }),
        Block::Heading(heading) => EitherOf12::B(heading_view(heading)),
        Block::Image(image) => EitherOf12::C(view! { <FigureView image/> }),
        Block::Gallery(gallery) => EitherOf12::D(gallery_view(gallery)),
        Block::Quote(quote) => EitherOf12::E(quote_view(quote)),
        Block::List(list) => EitherOf12::F(list_view(list)),
        Block::Table(table) => EitherOf12::G(view! { <TableView table/> }),
        Block::Video(video) => EitherOf12::H(view! { <VideoView video/> }),
        Block::Audio(audio) => EitherOf12::I(view! { <AudioView audio/> }),
        Block::Embed(embed) => EitherOf12::J(view! { <EmbedView embed/> }),
        Block::Divider => EitherOf12::K(view! { <hr/> }),
        Block::Aside { .. } | Block::Unknown => EitherOf12::L(()),
    }
}

fn heading_view(heading: Heading) -> impl IntoView {
    let Heading { anchor: id, kicker, text, level } = heading;
    let kicker = kicker.map(|kicker| view! { <span class="kicker">{kicker}</span> });
    match level {
        3 => Either::Left(view! { <h3 id=id>{kicker}<TextView text/></h3> }),
        _ => Either::Right(view! { <h2 id=id>{kicker}<TextView text/></h2> }),
    }
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

fn list_view(list: List) -> impl IntoView {
    let items = list.items.into_iter().map(|text| view! { <li><TextView text/></li> }).collect_view();
    match list.ordered {
        true => Either::Left(view! { <ol id=list.anchor>{items}</ol> }),
        false => Either::Right(view! { <ul id=list.anchor>{items}</ul> }),
    }
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
