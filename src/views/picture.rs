//! A picture in the size and encoding that suits the screen.

use crate::app::use_paths;
use crate::model::{Image, RenditionType};
use crate::paths::Paths;
use leptos::prelude::*;

/// A picture. `sizes` says how wide it stands, as HTML does; `is_first` is for the one picture
/// that the page opens with.
#[component]
pub fn Picture(image: Image, sizes: &'static str, #[prop(optional)] is_first: bool) -> impl IntoView {
    let paths = use_paths();
    let fallback = srcset(&paths, &image, RenditionType::Jpeg);
    let src = image.plain_src();
    let sources = [RenditionType::Avif, RenditionType::Webp].map(|encoding| {
        let srcset = srcset(&paths, &image, encoding)?;
        Some(view! { <source type=encoding.media_type() srcset=srcset sizes=sizes/> })
    });
    let (loading, decoding, priority) = if is_first { ("eager", "sync", Some("high")) } else { ("lazy", "async", None) };
    view! {
        <picture>
            {sources.into_iter().flatten().collect_view()}
            <img
                src=paths.file(&src)
                srcset=fallback
                sizes=(!image.widths.is_empty()).then_some(sizes)
                width=(image.width > 0).then_some(image.width)
                height=(image.height > 0).then_some(image.height)
                data-colour=image.colour
                alt=image.alt
                loading=loading
                decoding=decoding
                fetchpriority=priority
            />
        </picture>
    }
}

fn srcset(paths: &Paths, image: &Image, encoding: RenditionType) -> Option<String> {
    let candidates = image.renditions(encoding).map(|rendition| format!("{} {}w", paths.file(&rendition.href), rendition.width));
    Some(candidates.collect::<Vec<_>>().join(", ")).filter(|srcset| !srcset.is_empty())
}
