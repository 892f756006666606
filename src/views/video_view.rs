//! A film of the paper's own.

use crate::stage::use_paths;
use strait_markup::{Node, view};
use strait_model::Video;

/// A film: nothing of it is loaded before it is played.
pub fn video_view(video: Video) -> Node {
    let paths = use_paths();
    let poster = video.poster.as_ref().map(|image| paths.file(&image.plain_src()));
    let label = video.poster.map(|image| image.alt).or_else(|| video.caption.clone());
    view! {
        <figure class="figure figure--video" id=video.anchor>
            <video src=paths.file(&video.src) poster=poster controls preload="none" playsinline aria-label=label></video>
            {video.caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
        </figure>
    }
}
