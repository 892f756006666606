//! Pictures, films and recordings of an entry: Media RSS, enclosures, iTunes.

use super::entry::Entry;
use super::xml::Field;
use crate::import::body::{embed, is_picture_address, words};
use crate::import::fault::ImportFault;
use crate::import::href;
use crate::import::notes::Notes;
use crate::model::{Audio, Block, Image, Video};
use url::Url;

/// What an entry brings along beside its body.
#[derive(Default)]
pub struct Found {
    /// Pictures, the widest of each group first.
    pub images: Vec<Image>,
    /// Films, recordings and players.
    pub recordings: Vec<Block>,
}

/// Pictures, films and recordings of an entry.
pub fn read(entry: &Entry, base: Option<&Url>, notes: &mut Notes) -> Found {
    let mut found = Found::default();
    let fields = entry.fields();
    for (at, field) in fields.iter().enumerate() {
        let inner = fields.get(at + 1..).unwrap_or_default();
        let inner: Vec<&Field> = inner.iter().take_while(|inner| inner.path.starts_with(&format!("{}/", field.path))).collect();
        let kind = [field.get("medium"), field.get("type")].join(" ").to_ascii_lowercase();
        match field.path.as_str() {
            "media:content" | "media:group/media:content" | "enclosure" => take(field, &kind, &inner, base, notes, &mut found),
            "link" if field.get("rel") == "enclosure" => take(field, &kind, &inner, base, notes, &mut found),
            "media:thumbnail" | "media:group/media:thumbnail" | "itunes:image" => {
                let src = href::web(address(field), base).ok();
                found.images.extend(src.map(|src| Image { src, ..size(field) }));
            }
            _ => {}
        }
    }
    found.images.sort_by_key(|image| std::cmp::Reverse(image.width));
    found
}

fn take(field: &Field, kind: &str, inner: &[&Field], base: Option<&Url>, notes: &mut Notes, found: &mut Found) {
    let raw = address(field);
    let Ok(src) = href::web(raw, base) else {
        // A group without a file has a player.
        let player = inner.iter().find(|inner| inner.path.ends_with("media:player")).map(|player| player.get("url"));
        match player.and_then(|player| href::web(player, base).ok()) {
            Some(player) => found.recordings.push(Block::Embed(embed(&player, ""))),
            None => notes.add(&format!("/{}", field.path), ImportFault::LostMedia(crate::import::text::shorten(raw, 60))),
        }
        return;
    };
    let mut told = |name: &str| {
        let told = inner.iter().find(|inner| inner.path.ends_with(name)).map(|inner| words(&inner.text, notes));
        told.filter(|words| !words.is_empty())
    };
    let (title, caption, credit) =
        (told("media:title"), told("media:description").or_else(|| told("media:text")), told("media:credit"));
    match () {
        () if kind.contains("image") || (kind.trim().is_empty() && is_picture_address(&src)) => {
            let alt = title.or_else(|| caption.clone()).unwrap_or_default();
            found.images.push(Image { src, alt, caption, credit, ..size(field) });
        }
        () if kind.contains("audio") => {
            found.recordings.push(Block::Audio(Audio {
                anchor: None,
                src,
                title: title.unwrap_or_default(),
                caption,
                seconds: seconds(field),
            }));
        }
        () if kind.contains("video/") => {
            found.recordings.push(Block::Video(Video {
                anchor: None,
                src,
                poster: None,
                caption: caption.or(title),
                seconds: seconds(field),
            }));
        }
        () if kind.contains("video") => found.recordings.push(Block::Embed(embed(&src, &title.unwrap_or_default()))),
        () => notes.add(&format!("/{}", field.path), ImportFault::Unkept(format!("<{} type={}>", field.path, field.get("type")))),
    }
}

fn address(field: &Field) -> &str {
    ["url", "href"].iter().map(|name| field.get(name)).find(|address| !address.is_empty()).unwrap_or_default()
}

fn size(field: &Field) -> Image {
    let side = |name: &str| field.get(name).parse().ok().filter(|side| *side <= 20_000);
    match (side("width"), side("height")) {
        (Some(width), Some(height)) => Image { width, height, ..Image::default() },
        _ => Image::default(),
    }
}

fn seconds(field: &Field) -> u32 {
    field.get("duration").parse().unwrap_or(0)
}
