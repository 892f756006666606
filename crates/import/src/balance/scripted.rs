//! Players that scripts of their providers make of elements, and elements that may be some.

use super::address::{is_picture, normal};
use super::source::Attributes;
use crate::body::is_player;

/// What names a provider in an element's name or class, the attributes that name what it plays, and its address.
const NUMBERS: [(&str, &[&str], &str); 7] = [
    ("soundcloud", &["data-trackid"], "https://api.soundcloud.com/tracks/"),
    ("youtube", &["videoid", "data-videoid"], "https://www.youtube.com/watch?v="),
    ("vimeo", &["videoid", "data-videoid"], "https://vimeo.com/"),
    ("dailymotion", &["data-videoid"], "https://www.dailymotion.com/video/"),
    ("instagram", &["data-shortcode"], "https://www.instagram.com/p/"),
    ("twitter", &["data-tweetid"], "https://twitter.com/i/status/"),
    ("flourish", &["data-src"], "https://flo.uri.sh/"),
];

/// Parts of classes and names of elements that are players wherever they lead.
const PLAYERS: [&str; 8] = [
    "tiktok-embed",
    "instagram-media",
    "fb-video",
    "fb-post",
    "flourish-embed",
    "reddit-embed-bq",
    "bluesky-embed",
    "amp-iframe",
];

/// Elements that show something, or lead to it.
pub const SHOWN: [&str; 12] =
    ["a", "img", "amp-img", "image", "source", "video", "audio", "iframe", "amp-video", "amp-audio", "object", "embed"];

/// An element that has an address and shows nothing so far.
pub struct Mute {
    /// Its name.
    pub name: String,
    /// How often it is nested in itself.
    pub depth: usize,
    /// Where it may lead.
    pub addresses: Vec<String>,
}

/// The addresses of the player that an element is; none where it is no known one.
pub fn player(name: &str, attributes: &Attributes) -> Option<Vec<String>> {
    let class = attributes.get("class").map_or("", String::as_str);
    let is_of = |part: &str| name == part || class.split_whitespace().any(|class| class == part);
    for (provider, names, start) in NUMBERS {
        let number = names.iter().find_map(|name| attributes.get(*name)).filter(|number| !number.contains("//"));
        if let Some(number) = number.filter(|number| !number.is_empty() && format!("{name} {class}").contains(provider)) {
            return Some(vec![format!("{start}{}", number.trim())]);
        }
    }
    let mut told = addresses(attributes);
    if PLAYERS.into_iter().any(is_of) {
        return Some(told).filter(|told| !told.is_empty());
    }
    if attributes.contains_key("cite") {
        told.clear();
    }
    // What is kept as settings is JSON, in which a slash may be escaped.
    let settings = attributes.get("data-settings").map(|json| json.replace("\\/", "/")).unwrap_or_default();
    told.extend(settings.split('"').filter(|part| part.starts_with("http")).map(str::to_owned));
    told.retain(|address| is_player(address));
    Some(told).filter(|told| !told.is_empty())
}

/// The addresses of an element, but for those of pictures.
pub fn addresses(attributes: &Attributes) -> Vec<String> {
    let told = attributes.iter().filter(|(name, _)| matches!(name.as_str(), "src" | "cite") || name.starts_with("data-"));
    let told = told
        .map(|(_, value)| value.trim())
        .filter(|value| ["https://", "http://", "//"].iter().any(|start| value.starts_with(start)) && !is_picture(value));
    let whole = |value: &str| if value.starts_with("//") { format!("https:{value}") } else { value.to_owned() };
    told.map(whole).collect()
}

/// The picture that an element is set on.
pub fn background(attributes: &Attributes) -> Option<String> {
    let style = attributes.get("style").filter(|style| style.contains("background"))?;
    let (_, after) = style.split_once("url(")?;
    let address = after.split(')').next()?.trim().trim_matches(['"', '\'']);
    let is_cover = attributes.get("class").is_some_and(|class| class.split_whitespace().any(|class| class == "wp-block-cover"));
    (is_picture(address) || is_cover).then(|| address.to_owned())
}

/// Whether two players are the same one, by any of their addresses.
pub fn is_same(one: &[String], other: &[String]) -> bool {
    other.iter().any(|address| one.iter().any(|known| normal(known) == normal(address)))
}
