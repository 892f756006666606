//! A recording of the paper's own.

use crate::app::use_paths;
use crate::model::Audio;
use leptos::prelude::*;

/// A recording: nothing of it is loaded before it is played.
#[component]
pub fn AudioView(audio: Audio) -> impl IntoView {
    let length = (audio.seconds > 0).then(|| format!("{}:{:02}", audio.seconds / 60, audio.seconds % 60));
    view! {
        <figure class="recording" id=audio.anchor>
            <p class="recording__title">
                {audio.title.clone()}
                {length.map(|length| view! { <span class="recording__length">{length}</span> })}
            </p>
            <audio src=use_paths().file(&audio.src) controls preload="none" aria-label=audio.title></audio>
            {audio.caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
        </figure>
    }
}
