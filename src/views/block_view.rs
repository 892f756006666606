//! One part of a body.

use super::{AudioView, EmbedView, FigureView, TableView, TextView, VideoView};
use crate::model::{Block, Gallery, Heading, List, Quote};
use crate::words;
use leptos::prelude::*;

/// One part of a body; nothing for a kind that this reader does not know.
#[component]
pub fn BlockView(block: Block) -> impl IntoView {
    match block {
        Block::Paragraph { text } => view! { <p><TextView text/></p> }.into_any(),
        Block::Heading(heading) => heading_view(heading),
        Block::Image(image) => view! { <FigureView image/> }.into_any(),
        Block::Gallery(gallery) => gallery_view(gallery),
        Block::Quote(quote) => quote_view(quote),
        Block::List(list) => list_view(list),
        Block::Table(table) => view! { <TableView table/> }.into_any(),
        Block::Video(video) => view! { <VideoView video/> }.into_any(),
        Block::Audio(audio) => view! { <AudioView audio/> }.into_any(),
        Block::Embed(embed) => view! { <EmbedView embed/> }.into_any(),
        Block::Divider => view! { <hr/> }.into_any(),
        Block::Aside { title, body } => aside_view(title, body),
        Block::Unknown => ().into_any(),
    }
}

fn heading_view(heading: Heading) -> AnyView {
    let id = heading.anchor();
    let Heading { kicker, text, level } = heading;
    let kicker = kicker.map(|kicker| view! { <span class="kicker">{kicker}</span> });
    match level {
        3 => view! { <h3 id=id>{kicker}<TextView text/></h3> }.into_any(),
        _ => view! { <h2 id=id>{kicker}<TextView text/></h2> }.into_any(),
    }
}

fn gallery_view(gallery: Gallery) -> AnyView {
    let count = gallery.images.len();
    view! {
        <section class="gallery" aria-label=format!("{} {count} {}", words::GALLERY, words::PICTURES_COUNTED)>
            <p class="gallery__count">{words::GALLERY}" · "{count}" "{words::PICTURES_COUNTED}</p>
            {gallery.images.into_iter().map(|image| view! { <FigureView image/> }).collect_view()}
        </section>
    }
    .into_any()
}

fn quote_view(quote: Quote) -> AnyView {
    view! {
        <blockquote class="quote">
            <p><TextView text=quote.text/></p>
            {quote.cite.map(|cite| view! { <footer>{cite}</footer> })}
        </blockquote>
    }
    .into_any()
}

fn list_view(list: List) -> AnyView {
    let items = list.items.into_iter().map(|text| view! { <li><TextView text/></li> }).collect_view();
    match list.ordered {
        true => view! { <ol>{items}</ol> }.into_any(),
        false => view! { <ul>{items}</ul> }.into_any(),
    }
}

fn aside_view(title: Option<String>, body: Vec<Block>) -> AnyView {
    view! {
        <section class="background">
            {title.map(|title| view! { <h2 class="background__title">{title}</h2> })}
            {body.into_iter().map(|block| view! { <BlockView block/> }.into_any()).collect_view()}
        </section>
    }
    .into_any()
}
