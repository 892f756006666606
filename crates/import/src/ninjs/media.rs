//! Pictures, films and recordings that belong to an item.

use super::publication;
use crate::body::{is_picture_address, words};
use crate::fault::{BodyFault, GateFault, ItemFault};
use crate::fields::Fields;
use crate::gate::Passage;
use crate::notes::Notes;
use crate::text::one_line;
use crate::{Reading, href};
use serde_json::Value;
use strait_model::{Audio, Block, Image, Video};

/// The widest rendition that is taken, in pixels.
const WIDEST: u32 = 2560;

/// What an association is.
pub enum Associated {
    /// A picture or a drawing.
    Picture(Image),
    /// A film or a recording.
    Recording(Block),
    /// Another story: its headline, and its address if it has one on the web.
    Story(String, Option<String>),
    /// Nothing that can be shown, which was noted.
    Nothing,
}

/// What an association is, by its type. One that may not be shown by itself is nothing here either.
pub fn associated(value: &Value, place: &str, reading: &Reading, notes: &mut Notes) -> Associated {
    let fields = Fields::of(value);
    let passage = publication::of(value, reading).passage(reading.now);
    if let Some(why) = passage.word() {
        notes.add(place, GateFault::HeldPart(why));
        return Associated::Nothing;
    }
    let kind = fields.text(&["type"]).unwrap_or_else(|| "picture".to_owned());
    let nothing = |notes: &mut Notes| {
        notes.add(place, BodyFault::LostMedia(kind.clone()));
        Associated::Nothing
    };
    match kind.as_str() {
        "picture" | "graphic" => picture(&fields, notes).map_or_else(|| nothing(notes), Associated::Picture),
        "video" | "audio" => recording(&fields, kind == "video", notes).map_or_else(|| nothing(notes), Associated::Recording),
        "text" | "composite" => {
            let headline = headline(&fields, notes);
            let address = fields.text(&["href", "uri"]).and_then(|uri| href::web(&uri, None).ok());
            headline.map_or(Associated::Nothing, |headline| Associated::Story(headline, address))
        }
        _ => {
            notes.add(place, ItemFault::NotAnArticle(kind));
            Associated::Nothing
        }
    }
}

/// The addresses of an item's renditions, if it may not be shown.
pub fn held(value: &Value, reading: &Reading) -> Vec<String> {
    if publication::of(value, reading).passage(reading.now) == Passage::Open {
        return vec![];
    }
    addresses(value)
}

/// The addresses of an item's renditions.
pub fn addresses(value: &Value) -> Vec<String> {
    let fields = Fields::of(value);
    let renditions = fields.list(&["renditions"]);
    renditions.iter().filter_map(|(_, rendition)| address(&Fields::of(rendition))).collect()
}

/// Where a rendition is: on the web, or beside the imported file.
fn address(rendition: &Fields) -> Option<String> {
    let raw = rendition.text(&["href", "url", "media"])?;
    href::web(&raw, None).ok().or_else(|| href::is_beside(&raw).then_some(raw))
}

/// The picture that an item is, with its words.
pub fn picture(fields: &Fields, notes: &mut Notes) -> Option<Image> {
    let (src, width, height) = rendition(fields, is_picture)?;
    let caption = caption(fields, notes);
    let title = title(fields, notes);
    let alt = fields.text(&["alt", "alt_text", "body_text"]).map(|alt| one_line(&alt)).or(title);
    let credit = fields
        .text(&["byline", "by"])
        .or_else(|| described(fields, &["creditline"]))
        .or_else(|| fields.text(&["copyrightholder", "source"]));
    Some(Image {
        src,
        width,
        height,
        alt: alt.or_else(|| caption.clone()).unwrap_or_default(),
        caption,
        credit: credit.map(|credit| one_line(&credit)).filter(|credit| !credit.is_empty()),
        ..Image::default()
    })
}

/// The headline of an item in whichever field it stands.
pub fn headline(fields: &Fields, notes: &mut Notes) -> Option<String> {
    let listed = fields.roles("headlines", "headline_");
    let main = listed.iter().find(|(role, _)| role.starts_with("main")).or(listed.first()).map(|(_, text)| text.clone());
    let found = fields.text(&["headline"]).or(main).or_else(|| fields.text(&["title", "name"]));
    found.map(|html| words(&html, notes)).filter(|words| !words.is_empty())
}

/// What a picture, film or recording is called. A name among others of its item (`editor_3`) says nothing to readers.
fn title(fields: &Fields, notes: &mut Notes) -> Option<String> {
    let name = fields.text(&["name"]).map(|name| words(&name, &mut Notes::of("")));
    let is_technical = |name: &String| name.is_ascii() && !name.trim().contains(' ');
    headline(fields, notes).filter(|title| name.as_ref() != Some(title) || !is_technical(title))
}

/// A description that has no role.
pub fn undirected(fields: &Fields) -> Option<String> {
    let mut listed = fields.roles("descriptions", "description_").into_iter();
    listed.find(|(role, _)| role.is_empty() || role.contains('/') && !role.contains(' ')).map(|(_, text)| text)
}

/// A description of one of these roles.
pub fn described(fields: &Fields, roles: &[&str]) -> Option<String> {
    let listed = fields.roles("descriptions", "description_");
    roles
        .iter()
        .find_map(|wanted| listed.iter().find(|(role, _)| role.split(' ').next() == Some(wanted)).map(|(_, text)| text.clone()))
}

/// What a picture or film shows.
pub fn caption(fields: &Fields, notes: &mut Notes) -> Option<String> {
    let listed = || fields.roles("descriptions", "description_").into_iter().map(|(_, text)| text).next();
    let found = described(fields, &["caption", "text", "html", "main"])
        .or_else(listed)
        .or_else(|| fields.text(&["description", "caption"]));
    found.map(|html| words(&html, notes)).filter(|words| !words.is_empty())
}

fn recording(fields: &Fields, is_film: bool, notes: &mut Notes) -> Option<Block> {
    let media = if is_film { "video" } else { "audio" };
    let is_it = |kind: &str, href: &str| kind.starts_with(media) || (kind.is_empty() && !is_picture_address(href));
    let (src, ..) = rendition(fields, is_it)?;
    let title = title(fields, notes).unwrap_or_default();
    let seconds = fields.list(&["renditions"]).iter().map(|(_, value)| Fields::of(value).number("duration")).max().unwrap_or(0);
    let caption = caption(fields, notes);
    let poster = || {
        rendition(fields, is_picture).map(|(src, width, height)| Image {
            src,
            width,
            height,
            alt: title.clone(),
            ..Image::default()
        })
    };
    Some(match is_film {
        true => Block::Video(Video {
            anchor: None,
            src,
            poster: poster(),
            caption: caption.or(Some(title)).filter(|caption| !caption.is_empty()),
            seconds,
        }),
        false => Block::Audio(Audio { anchor: None, src, title, caption, seconds }),
    })
}

fn is_picture(kind: &str, href: &str) -> bool {
    let is_shown =
        ["image/jpeg", "image/jpg", "image/png", "image/webp", "image/svg+xml", "image/gif", "image/avif"].contains(&kind);
    is_shown || (kind.is_empty() && !href.is_empty()) || (kind.starts_with("image/") && is_picture_address(href))
}

/// The best rendition of those that are wanted, by media type and address: the widest that is not too wide,
/// with its width and height. Where no width is told, the names that systems give say which is best.
fn rendition(fields: &Fields, is_wanted: impl Fn(&str, &str) -> bool) -> Option<(String, u32, u32)> {
    let by_name = ["baseimage", "viewimage", "main", "web", "r00", "preview", "medium", "original"];
    let mut candidates: Vec<_> = fields
        .list(&["renditions"])
        .into_iter()
        .filter_map(|(name, value)| {
            let fields = Fields::of(value);
            let kind = fields.text(&["contenttype", "mimetype"]).unwrap_or_default().to_ascii_lowercase();
            let src = address(&fields)?;
            let (width, height) = (fields.number("width"), fields.number("height"));
            let rank = by_name.iter().rev().position(|known| name.eq_ignore_ascii_case(known)).map_or(0, |rank| rank + 1);
            is_wanted(&kind, &src).then_some((width <= WIDEST, width, rank, src, height))
        })
        .collect();
    candidates.sort();
    let (_, width, _, src, height) = candidates.pop()?;
    Some((src, width, height))
}
