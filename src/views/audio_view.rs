//! A recording of the paper's own.

use super::node::Element;
use crate::app::use_paths;
use crate::model::Audio;

/// A recording: nothing of it is loaded before it is played.
pub fn audio_view(audio: Audio) -> Element {
    let length = (audio.seconds > 0).then(|| format!("{}:{:02}", audio.seconds / 60, audio.seconds % 60));
    let length = length.map(|length| Element::new("span").with("class", "recording__length").saying(length).into());
    let title = Element::new("p").with("class", "recording__title").saying(audio.title.clone()).holding(length);
    let player = Element::new("audio").with("src", &use_paths().file(&audio.src)).with("controls", "").with("preload", "none");
    Element::new("figure")
        .with("class", "recording")
        .maybe("id", audio.anchor)
        .holding([title.into(), player.with("aria-label", &audio.title).into()])
        .holding(audio.caption.map(|caption| Element::new("figcaption").saying(caption).into()))
}
