//! A recording of the paper's own.

use crate::stage::use_paths;
use strait_markup::{Node, view};
use strait_model::Audio;

/// A recording: nothing of it is loaded before it is played.
pub fn audio_view(audio: Audio) -> Node {
    let length = (audio.seconds > 0).then(|| format!("{}:{:02}", audio.seconds / 60, audio.seconds % 60));
    let length = length.map(|length| view! { <span class="recording__length">{length}</span> });
    let title = audio.title.clone();
    view! {
        <figure class="recording" id=audio.anchor>
            <p class="recording__title">{title}{length}</p>
            <audio src=use_paths().file(&audio.src) controls preload="none" aria-label=audio.title></audio>
            {audio.caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
        </figure>
    }
}
