//! One part of a body.

use super::audio_view::audio_view;
use super::embed_view::embed_view;
use super::figure_view::figure;
use super::picture::Wanted;
use super::table_view::table_view;
use super::text_view::text_nodes;
use super::video_view::video_view;
use crate::stage::use_words;
use strait_markup::{Node, view};
use strait_model::{Block, Gallery, Heading, Lines, List, Notes, Point, Quote};

/// One part of a body; nothing for a kind that this reader does not know.
pub fn block_view(block: Block) -> Node {
    match block {
        Block::Paragraph { anchor, text } => view! { <p id=anchor>{text_nodes(text)}</p> },
        Block::Heading(heading) => heading_view(heading),
        Block::Image(image) => figure(image, Wanted::Later),
        Block::Gallery(gallery) => gallery_view(gallery),
        Block::Quote(quote) => quote_view(quote),
        Block::List(list) => list_view(list, None, None),
        Block::Table(table) => table_view(table),
        Block::Video(video) => video_view(video),
        Block::Audio(audio) => audio_view(audio),
        Block::Code(lines) => lines_view("code", lines),
        Block::Verse(lines) => lines_view("verse", lines),
        Block::Notes(notes) => notes_view(notes),
        Block::Divider => view! { <hr/> },
        Block::Embed(embed) => embed_view(embed),
        Block::Aside { anchor, title, body } => aside_view(anchor, title, body),
        Block::Unknown => ().into(),
    }
}

fn lines_view(class: &'static str, lines: Lines) -> Node {
    view! { <pre class=class id=lines.anchor>{text_nodes(lines.text)}</pre> }
}

fn heading_view(heading: Heading) -> Node {
    let Heading { anchor, kicker, text, level } = heading;
    let kicker = kicker.map(|kicker| view! { <span class="kicker">{kicker}</span> });
    match level {
        3 => view! { <h3 id=anchor>{kicker}{text_nodes(text)}</h3> },
        _ => view! { <h2 id=anchor>{kicker}{text_nodes(text)}</h2> },
    }
}

fn gallery_view(gallery: Gallery) -> Node {
    let words = use_words();
    let count = gallery.images.len();
    let label = format!("{} {count} {}", words.gallery, words.pictures_counted);
    let told = format!("{} · {count} {}", words.gallery, words.pictures_counted);
    view! {
        <section class="gallery" id=gallery.anchor aria-label=label>
            <p class="gallery__count">{told}</p>
            {gallery.images.into_iter().map(|image| figure(image, Wanted::Later)).collect::<Node>()}
        </section>
    }
}

/// Who said it stands beside the words, as HTML wants it, and as reading modes keep it.
fn quote_view(quote: Quote) -> Node {
    view! {
        <figure class="quote" id=quote.anchor>
            <blockquote><p>{text_nodes(quote.text)}</p></blockquote>
            {quote.cite.map(|cite| view! { <figcaption>{cite}</figcaption> })}
        </figure>
    }
}

/// A list. Where its points are places, they are called by `name` and their number.
fn list_view(list: List, class: Option<&'static str>, name: Option<String>) -> Node {
    let (anchor, start, reversed, ordered) =
        (list.anchor.clone(), list.start.map(|start| start.to_string()), list.reversed, list.ordered);
    let points = list.points().into_iter().enumerate().map(|(at, Point { text, below })| {
        let id = name.as_ref().map(|name| format!("{name}-{}", at + 1));
        let below = below.into_iter().map(|list| list_view(list, None, None)).collect::<Node>();
        view! { <li id=id>{text_nodes(text)}{below}</li> }
    });
    let points = points.collect::<Node>();
    match ordered {
        true => view! { <ol class=class id=anchor start=start reversed=reversed>{points}</ol> },
        false => view! { <ul class=class id=anchor>{points}</ul> },
    }
}

fn notes_view(notes: Notes) -> Node {
    let name = notes.anchor.clone();
    list_view(List { anchor: notes.anchor, ordered: true, items: notes.items, ..List::default() }, Some("notes"), name)
}

fn aside_view(anchor: Option<String>, title: Option<String>, body: Vec<Block>) -> Node {
    view! {
        <section class="background" id=anchor>
            {title.map(|title| view! { <h2 class="background__title">{title}</h2> })}
            {body.into_iter().flat_map(Block::flatten).map(block_view).collect::<Node>()}
        </section>
    }
}
