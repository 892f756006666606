//! A picture in the size and encoding that suits the screen.

use crate::stage::use_paths;
use strait_markup::{Node, view};
use strait_model::paths::Paths;
use strait_model::{Image, RenditionType};

/// When a picture is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// First of all: the one picture that the page opens with.
    First,
    /// At once: it may be in the first screen, at some width.
    Soon,
    /// When it comes near.
    Later,
}

/// How many cards of a list may be in the first screen.
const FIRST_SCREEN: usize = 3;

impl Wanted {
    /// The picture of a card, by its place in the list that its page opens with.
    pub fn at(place: usize) -> Wanted {
        match place {
            0 => Wanted::First,
            1..FIRST_SCREEN => Wanted::Soon,
            _ => Wanted::Later,
        }
    }
}

/// How many pixels a small picture needs: it is never wider than 20rem, and three for each is what eyes can tell.
const SMALL: u32 = 960;

/// A picture. `sizes` says how wide it stands, as HTML does.
pub fn picture(image: Image, sizes: &'static str, wanted: Wanted) -> Node {
    let fallback = srcset(&use_paths(), &image, RenditionType::Jpeg, u32::MAX);
    rendered(image, sizes, wanted, u32::MAX, fallback)
}

/// A picture of at most 20rem. Where no newer encoding is known one JPEG suits every screen.
pub fn small_picture(image: Image, sizes: &'static str, wanted: Wanted) -> Node {
    rendered(image, sizes, wanted, SMALL, None)
}

fn rendered(image: Image, sizes: &'static str, wanted: Wanted, widest: u32, fallback: Option<String>) -> Node {
    let paths = use_paths();
    let src = paths.file(&image.plain_src());
    let sources = [RenditionType::Avif, RenditionType::Webp].into_iter().filter_map(|encoding| {
        let srcset = srcset(&paths, &image, encoding, widest)?;
        Some(view! { <source type=encoding.media_type() srcset=srcset sizes=sizes/> })
    });
    let sources = sources.collect::<Node>();
    let number = |number: u32| (number > 0).then_some(number);
    let loading = if wanted == Wanted::Later { "lazy" } else { "eager" };
    let (decoding, priority) = if wanted == Wanted::First { ("sync", Some("high")) } else { ("async", None) };
    let fallback_sizes = fallback.is_some().then_some(sizes);
    view! {
        <picture>
            {sources}
            <img src=src srcset=fallback sizes=fallback_sizes width=number(image.width) height=number(image.height)
                data-colour=image.colour alt=image.alt loading=loading decoding=decoding fetchpriority=priority/>
        </picture>
    }
}

fn srcset(paths: &Paths, image: &Image, encoding: RenditionType, widest: u32) -> Option<String> {
    let suit = image.renditions(encoding).take_while(|rendition| rendition.width <= widest);
    let candidates = suit.map(|rendition| format!("{} {}w", paths.file(&rendition.href), rendition.width));
    Some(candidates.collect::<Vec<_>>().join(", ")).filter(|srcset| !srcset.is_empty())
}
