//! A film of the paper's own.

use super::node::Element;
use crate::app::use_paths;
use crate::model::Video;

/// A film: nothing of it is loaded before it is played.
pub fn video_view(video: Video) -> Element {
    let paths = use_paths();
    let poster = video.poster.as_ref().map(|image| paths.file(&image.plain_src()));
    let label = video.poster.map(|image| image.alt).or_else(|| video.caption.clone());
    let player = Element::new("video").with("src", &paths.file(&video.src)).maybe("poster", poster).with("controls", "");
    let player = player.with("preload", "none").with("playsinline", "").maybe("aria-label", label);
    Element::new("figure")
        .with("class", "figure figure--video")
        .maybe("id", video.anchor)
        .holding([player.into()])
        .holding(video.caption.map(|caption| Element::new("figcaption").saying(caption).into()))
}
