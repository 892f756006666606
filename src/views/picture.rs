//! A picture in the size and encoding that suits the screen.

use super::node::Element;
use crate::app::use_paths;
use crate::model::{Image, RenditionType};
use crate::paths::Paths;

/// A picture. `sizes` says how wide it stands, as HTML does; `is_first` is for the one picture
/// that the page opens with.
pub fn picture(image: Image, sizes: &'static str, is_first: bool) -> Element {
    let paths = use_paths();
    let fallback = srcset(&paths, &image, RenditionType::Jpeg);
    let src = image.plain_src();
    let sources = [RenditionType::Avif, RenditionType::Webp].into_iter().filter_map(|encoding| {
        let srcset = srcset(&paths, &image, encoding)?;
        let source = Element::new("source").with("type", encoding.media_type()).with("srcset", &srcset);
        Some(source.with("sizes", sizes).into())
    });
    let picture = Element::new("picture").holding(sources);
    let number = |number: u32| (number > 0).then(|| number.to_string());
    let (loading, decoding) = if is_first { ("eager", "sync") } else { ("lazy", "async") };
    let img = Element::new("img")
        .with("src", &paths.file(&src))
        .maybe("srcset", fallback)
        .maybe("sizes", (!image.widths.is_empty()).then(|| sizes.to_owned()))
        .maybe("width", number(image.width))
        .maybe("height", number(image.height))
        .maybe("data-colour", image.colour)
        .with("alt", &image.alt)
        .with("loading", loading)
        .with("decoding", decoding)
        .maybe("fetchpriority", is_first.then(|| "high".to_owned()));
    picture.holding([img.into()])
}

fn srcset(paths: &Paths, image: &Image, encoding: RenditionType) -> Option<String> {
    let candidates = image.renditions(encoding).map(|rendition| format!("{} {}w", paths.file(&rendition.href), rendition.width));
    Some(candidates.collect::<Vec<_>>().join(", ")).filter(|srcset| !srcset.is_empty())
}
