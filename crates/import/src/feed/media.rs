//! Pictures, films and recordings of an entry: Media RSS, enclosures, iTunes.

use super::entry::Entry;
use super::field::Field;
use super::podcast;
use crate::body::{embed, is_picture_address, without_size, words};
use crate::dispatch::Dispatch;
use crate::fault::BodyFault;
use crate::href;
use crate::notes::Notes;
use crate::text::shorten;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use strait_model::{Audio, Block, Image, Video};
use url::Url;

/// What an entry brings along beside its body.
#[derive(Default)]
pub struct Found {
    /// Pictures, each with the group in which it is one of several sizes; what only announces an entry is of none.
    images: Vec<(Option<usize>, Image)>,
    /// Films, recordings and players.
    recordings: Vec<Block>,
    /// The group that is being read.
    group: Option<usize>,
    /// The film of that group, by its place among the recordings, and how wide it is.
    film: Option<(usize, u32)>,
}

impl Found {
    /// Shows it in an article, where that does not show it yet. A picture of its own (`featured`) leads.
    pub fn show_in(mut self, dispatch: &mut Dispatch, featured: Option<Image>, notes: &mut Notes) {
        let shown: HashSet<String> = dispatch.body.iter().flat_map(sources).map(|src| bare(&src)).collect();
        self.recordings.retain(|recording| !sources(recording).iter().any(|src| shown.contains(&bare(src))));
        self.images.sort_by_key(|(_, image)| Reverse(image.width));
        let is_new = |image: &Image| !shown.contains(&bare(&image.src));
        dispatch.lead = featured.or_else(|| self.images.first().map(|(_, image)| image.clone()).filter(is_new));
        dispatch.body.extend(self.recordings);
        let lead = dispatch.lead.as_ref().map(|lead| bare(&lead.src));
        let led = self.images.iter().find(|(_, image)| Some(bare(&image.src)) == lead).and_then(|(group, _)| *group);
        let others = self.images.iter().filter(|(group, image)| group.is_some() && *group != led && is_new(image));
        let others: BTreeMap<_, _> = others.filter(|(_, image)| Some(bare(&image.src)) != lead).cloned().collect();
        let others: HashSet<String> = others.values().map(|image| bare(&image.src)).collect();
        if !others.is_empty() {
            notes.add("/media:content", BodyFault::Unkept(format!("<media:content medium=image> ×{}", others.len())));
        }
    }

    /// Adds a film or recording, once. Of a group's films, which are one in several forms, the widest stays.
    fn add(&mut self, block: Block, width: u32) {
        let is_there = |found: &Block| !sources(found).is_empty() && sources(found) == sources(&block);
        if self.recordings.iter().any(is_there) {
            return;
        }
        match self.film.filter(|_| self.group.is_some()) {
            Some((at, known)) => {
                if let Some(slot) = self.recordings.get_mut(at).filter(|_| width > known) {
                    *slot = block;
                    self.film = Some((at, width));
                }
            }
            None => {
                self.film = Some((self.recordings.len(), width));
                self.recordings.push(block);
            }
        }
    }
}

/// Pictures, films and recordings of an entry.
pub fn read(entry: &Entry, base: Option<&Url>, notes: &mut Notes) -> Found {
    let mut found = Found::default();
    let fields = entry.fields();
    for (at, field) in fields.iter().enumerate() {
        let inner = fields.get(at + 1..).unwrap_or_default();
        let inner: Vec<&Field> = inner.iter().take_while(|inner| inner.path.starts_with(&format!("{}/", field.path))).collect();
        let kind = [field.get("medium"), field.get("type")].join(" ").to_ascii_lowercase();
        let base = field.base.as_deref().or(base);
        let is_grouped = field.path.starts_with("media:group");
        if !is_grouped || field.path == "media:group" {
            (found.group, found.film) = (Some(at).filter(|_| is_grouped), None);
        }
        match field.path.as_str() {
            "media:content" | "media:group/media:content" | "enclosure" => {
                let group = found.group.or(Some(at));
                take(field, &kind, &inner, base, group, notes, &mut found);
            }
            "link" if field.get("rel") == "enclosure" => take(field, &kind, &inner, base, Some(at), notes, &mut found),
            // A film and its player are one thing in two forms.
            "media:player" | "media:group/media:player" if found.film.is_none() || !is_grouped => {
                match href::web(address(field), base) {
                    Ok(player) => found.add(Block::Embed(embed(&player, "")), 0),
                    Err(_) => notes.add("/media:player", BodyFault::LostMedia(shorten(address(field), 60))),
                }
            }
            "media:thumbnail" | "media:group/media:thumbnail" | "itunes:image" => {
                let src = href::web(address(field), base).ok();
                found.images.extend(src.map(|src| (None, Image { src, ..size(field) })));
            }
            _ => {}
        }
    }
    for kept in entry.metas("enclosure") {
        match podcast::recording(&kept, base) {
            Some(recording) => found.add(recording, 0),
            None => notes.add("/wp:postmeta", BodyFault::LostMedia(shorten(&format!("enclosure {kept}"), 80))),
        }
    }
    found
}

fn take(
    field: &Field,
    kind: &str,
    inner: &[&Field],
    base: Option<&Url>,
    group: Option<usize>,
    notes: &mut Notes,
    found: &mut Found,
) {
    let raw = address(field);
    let Ok(src) = href::web(raw, base) else {
        // A group without a file has a player.
        let player = inner.iter().find(|inner| inner.path.ends_with("media:player")).map(|player| player.get("url"));
        match player.and_then(|player| href::web(player, base).ok()) {
            Some(player) => found.add(Block::Embed(embed(&player, "")), 0),
            None => notes.add(&format!("/{}", field.path), BodyFault::LostMedia(shorten(raw, 60))),
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
            let is_face = href::origin(&src).is_some_and(|origin| origin.ends_with("gravatar.com"));
            found.images.push((group.filter(|_| !is_face), Image { src, alt, caption, credit, ..size(field) }));
        }
        () if kind.contains("audio") => {
            let title = title.unwrap_or_default();
            found.add(Block::Audio(Audio { anchor: None, src, title, caption, seconds: seconds(field) }), 0);
        }
        () if kind.contains("video/") => {
            let (caption, seconds) = (caption.or(title), seconds(field));
            let poster = thumbnail(inner, base);
            found.add(Block::Video(Video { anchor: None, src, poster, caption, seconds }), size(field).width);
        }
        () if kind.contains("video") || kind.contains("shockwave-flash") => {
            found.images.extend(thumbnail(inner, base).map(|image| (None, image)));
            found.add(Block::Embed(embed(&src, &title.unwrap_or_default())), 0);
        }
        () => notes.add(&format!("/{}", field.path), BodyFault::Unkept(format!("<{} type={}>", field.path, field.get("type")))),
    }
}

/// The still picture of a film.
fn thumbnail(inner: &[&Field], base: Option<&Url>) -> Option<Image> {
    let field = inner.iter().find(|inner| inner.path.ends_with("media:thumbnail"))?;
    let src = href::web(address(field), base).ok()?;
    Some(Image { src, ..size(field) })
}

/// The addresses of what a block shows.
fn sources(block: &Block) -> Vec<String> {
    match block {
        Block::Image(image) => vec![image.src.clone()],
        Block::Gallery(gallery) => gallery.images.iter().map(|image| image.src.clone()).collect(),
        Block::Video(video) => vec![video.src.clone()],
        Block::Audio(audio) => vec![audio.src.clone()],
        Block::Embed(embed) => vec![embed.src.clone()],
        Block::Aside { body, .. } => body.iter().flat_map(sources).collect(),
        _ => vec![],
    }
}

/// An address without the size that is in its name or is asked for.
fn bare(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if is_picture_address(path) { without_size(path) } else { address.to_owned() }
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
