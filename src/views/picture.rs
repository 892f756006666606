//! A picture in the size and encoding that suits the screen.

use crate::app::use_paths;
use crate::model::{Image, RenditionType};
use crate::paths::Paths;
use strait_markup::{Node, view};

/// A picture. `sizes` says how wide it stands, as HTML does; `is_first` is for the one picture
/// that the page opens with.
pub fn picture(image: Image, sizes: &'static str, is_first: bool) -> Node {
    let paths = use_paths();
    let fallback = srcset(&paths, &image, RenditionType::Jpeg);
    let src = paths.file(&image.plain_src());
    let sources = [RenditionType::Avif, RenditionType::Webp].into_iter().filter_map(|encoding| {
        let srcset = srcset(&paths, &image, encoding)?;
        Some(view! { <source type=encoding.media_type() srcset=srcset sizes=sizes/> })
    });
    let sources = sources.collect::<Node>();
    let number = |number: u32| (number > 0).then_some(number);
    let (loading, decoding) = if is_first { ("eager", "sync") } else { ("lazy", "async") };
    let fallback_sizes = (!image.widths.is_empty()).then_some(sizes);
    view! {
        <picture>
            {sources}
            <img src=src srcset=fallback sizes=fallback_sizes width=number(image.width) height=number(image.height)
                data-colour=image.colour alt=image.alt loading=loading decoding=decoding fetchpriority=is_first.then_some("high")/>
        </picture>
    }
}

fn srcset(paths: &Paths, image: &Image, encoding: RenditionType) -> Option<String> {
    let candidates = image.renditions(encoding).map(|rendition| format!("{} {}w", paths.file(&rendition.href), rendition.width));
    Some(candidates.collect::<Vec<_>>().join(", ")).filter(|srcset| !srcset.is_empty())
}
