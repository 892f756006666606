//! Components of AMP pages: players that are told by a number, and what only such pages need.
//! <https://amp.dev/documentation/components/>

use super::tokens::Tag;

/// What a component is to readers.
pub enum Component {
    /// A player, or whatever another provider shows, at an address.
    Player(String),
    /// A frame.
    Frame,
    /// Something that cannot be kept.
    Lost,
    /// Nothing to read: an advertisement, a count.
    Nothing,
}

/// Players that are told by a number or a name: the attribute, and the address that it stands in.
const PLAYERS: [(&str, &str, &str, &str); 6] = [
    ("amp-youtube", "data-videoid", "https://www.youtube.com/watch?v=", ""),
    ("amp-vimeo", "data-videoid", "https://vimeo.com/", ""),
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/video/", ""),
    ("amp-twitter", "data-tweetid", "https://twitter.com/i/status/", ""),
    ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/", "/"),
    ("amp-soundcloud", "data-trackid", "https://api.soundcloud.com/tracks/", ""),
];
/// Components that hold nothing to read.
const NOTHING: [&str; 13] = [
    "amp-ad",
    "amp-embed",
    "amp-analytics",
    "amp-pixel",
    "amp-auto-ads",
    "amp-sticky-ad",
    "amp-social-share",
    "amp-consent",
    "amp-install-serviceworker",
    "amp-font",
    "amp-state",
    "amp-geo",
    "amp-experiment",
];
/// Components that show something of another provider, and say where in some attribute, if at all.
const OTHERS: [&str; 23] = [
    "amp-youtube",
    "amp-vimeo",
    "amp-dailymotion",
    "amp-twitter",
    "amp-instagram",
    "amp-soundcloud",
    "amp-vine",
    "amp-imgur",
    "amp-gist",
    "amp-izlesene",
    "amp-facebook",
    "amp-facebook-page",
    "amp-facebook-comments",
    "amp-tiktok",
    "amp-pinterest",
    "amp-reddit",
    "amp-embedly-card",
    "amp-brightcove",
    "amp-hulu",
    "amp-playbuzz",
    "amp-google-document-embed",
    "amp-3d-gltf",
    "amp-powr-player",
];
/// Components that are frames.
const FRAMES: [&str; 2] = ["amp-iframe", "amp-video-iframe"];
/// Where they say it.
const ADDRESSES: [&str; 5] = ["data-href", "data-url", "data-src", "src", "data-item"];

/// Whether an element shows something of another provider; what is in it stands for that until it does.
pub fn is_component(name: &str) -> bool {
    FRAMES.contains(&name) || is_player(name)
}

fn is_player(name: &str) -> bool {
    OTHERS.contains(&name) || name.starts_with("amp-") && name.ends_with("-player")
}

/// What an element is, if it is a component that is no picture, film or recording, and has nothing in it to go on with.
pub fn component(tag: &Tag) -> Option<Component> {
    let name = tag.name.as_str();
    if NOTHING.contains(&name) {
        return Some(Component::Nothing);
    }
    if FRAMES.contains(&name) {
        return Some(Component::Frame);
    }
    if !is_player(name) {
        return None;
    }
    let by_number = PLAYERS.iter().find(|(player, attribute, ..)| *player == name && !tag.get(attribute).trim().is_empty());
    if let Some((_, attribute, before, after)) = by_number {
        return Some(Component::Player(format!("{before}{}{after}", tag.get(attribute).trim())));
    }
    let said = ADDRESSES
        .iter()
        .map(|attribute| tag.get(attribute).trim())
        .find(|address| address.starts_with("http") || address.starts_with("//"));
    Some(said.map_or(Component::Lost, |address| Component::Player(address.to_owned())))
}
