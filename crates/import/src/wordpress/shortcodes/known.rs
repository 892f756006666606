//! What shortcodes that are known stand for.

use super::{Shelf, Shortcode, escape};
use crate::body::{is_picture_address, is_player};
use crate::fault::{BodyFault, GateFault};
use crate::notes::Notes;
use crate::wordpress::content::Post;
use crate::wordpress::library::{Holding, Media};

/// Shortcodes that show an address, and the address of what they name by a number or a word.
const ADDRESSES: [(&str, &str); 17] = [
    ("bilibili", "https://www.bilibili.com/video/"),
    ("dailymotion", "https://www.dailymotion.com/video/"),
    ("embed", ""),
    ("facebook", ""),
    ("flash", ""),
    ("flickr", ""),
    ("gist", ""),
    ("instagram", ""),
    ("soundcloud", ""),
    ("spotify", ""),
    ("ted", ""),
    ("tiktok", ""),
    ("tweet", "https://twitter.com/i/status/"),
    ("twitter", "https://twitter.com/i/status/"),
    ("vimeo", "https://vimeo.com/"),
    ("wpvideo", "https://videopress.com/v/"),
    ("youtube", "https://www.youtube.com/watch?v="),
];

/// Shortcodes of notes.
const NOTES: [&str; 5] = ["efn_note", "fn", "footnote", "mfn", "ref"];

/// Whether it is known.
pub fn is_known(name: &str) -> bool {
    let others = ["audio", "caption", "gallery", "googlemaps", "playlist", "video", "wp_caption"];
    others.contains(&name) || takes_content(name)
}

/// Whether it shows what stands in it, without a name: an address, or a number or a word that can be one's.
pub fn shows(name: &str, told: &str) -> bool {
    let told = told.trim_matches(['"', '\'']);
    let is_address = ["https://", "http://", "//"].iter().any(|start| told.starts_with(start));
    let has_digits = told.bytes().any(|byte| byte.is_ascii_digit());
    match name {
        _ if is_address => !told.contains(char::is_whitespace),
        "flickr" | "tweet" | "twitter" | "vimeo" => has_digits && told.bytes().all(|byte| byte.is_ascii_digit()),
        "wpvideo" => told.len() == 8 && is_word(told) && told.bytes().any(|byte| byte.is_ascii_uppercase()),
        "bilibili" | "dailymotion" => has_digits && is_word(told),
        "youtube" => told.len() == 11 && is_word(told),
        _ => false,
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Whether what stands between it and its end belongs to it.
pub fn takes_content(name: &str) -> bool {
    let is_address = ADDRESSES.iter().any(|(known, _)| *known == name);
    is_address || is_note(name) || is_code(name) || is_verse(name) || matches!(name, "caption" | "wp_caption")
}

/// Whether it holds a note.
pub fn is_note(name: &str) -> bool {
    NOTES.contains(&name)
}

fn is_code(name: &str) -> bool {
    matches!(name, "code" | "sourcecode" | "highlight")
}

fn is_verse(name: &str) -> bool {
    matches!(name, "poem" | "poetry" | "verse")
}

/// What stands in its place; none where it is unknown.
pub fn html(code: &Shortcode, content: Option<&str>, shelf: &mut Shelf, notes: &mut Notes) -> Option<String> {
    let name = code.name.as_str();
    if code.is_end {
        return is_known(name).then(String::new);
    }
    Some(match (name, content) {
        ("caption" | "wp_caption", Some(content)) => caption(content, code.get("caption")),
        ("caption" | "wp_caption", None) => String::new(),
        ("gallery", _) => gallery(code, shelf, notes),
        ("vc_single_image", _) if !code.get("image").is_empty() => media(code, shelf, notes).iter().map(picture).collect(),
        ("vc_gallery" | "vc_images_carousel", _) => gallery(code, shelf, notes),
        ("playlist", _) => playlist(code, shelf, notes),
        ("video", _) => video(code),
        ("audio", _) => format!("<audio src=\"{}\"></audio>", escape(code.any(&["src", "mp3", "m4a", "ogg", "wav", ""]))),
        ("googlemaps", _) => format!("<iframe src=\"{}\"></iframe>", escape(code.get(""))),
        (_, Some(content)) if is_code(name) => written(code, content),
        (_, Some(content)) if is_verse(name) => format!("<pre class=\"wp-block-verse\">{content}</pre>"),
        _ => {
            let (_, start) = ADDRESSES.into_iter().find(|(known, _)| *known == name)?;
            address(code, content, start, notes)
        }
    })
}

/// Whether a provider that is known plays something there.
pub fn plays(address: &str) -> bool {
    is_player(address)
}

/// An address as WordPress shows one that stands alone.
pub fn shown(address: &str) -> String {
    match is_picture_address(address) {
        true => format!("<img src=\"{}\">", escape(address)),
        false => format!("<p>{}</p>", escape(address)),
    }
}

fn address(code: &Shortcode, content: Option<&str>, start: &str, notes: &mut Notes) -> String {
    let told = content.map(str::trim).filter(|told| !told.is_empty());
    let told = told.unwrap_or_else(|| code.any(&["src", "url", "href", "link", "id", ""]));
    match told {
        _ if told.starts_with("https://") || told.starts_with("http://") => shown(told),
        _ if told.starts_with("//") => shown(&format!("https:{told}")),
        _ if is_word(told) && !start.is_empty() => shown(&format!("{start}{told}")),
        _ => {
            notes.add("", BodyFault::LostMedia(format!("[{} {told}]", code.name)));
            String::new()
        }
    }
}

/// The picture with its link, and the words after it.
fn caption(content: &str, told: &str) -> String {
    let end = content.find("<img").and_then(|img| Some(img + content.get(img..)?.find('>')? + 1)).unwrap_or(0);
    let end = content
        .get(end..)
        .filter(|rest| rest.trim_start().starts_with("</a>"))
        .and_then(|rest| rest.find("</a>"))
        .map_or(end, |link| end + link + 4);
    let (picture, words) = content.split_at_checked(end).unwrap_or((content, ""));
    // WordPress shows both as the HTML that they are.
    let words = if words.trim().is_empty() { told } else { words };
    format!("<figure>{picture}<figcaption>{words}</figcaption></figure>")
}

/// The pictures that it names; where it names none, those that belong to the post. One that is missing is named, and
/// the others stay.
fn gallery(code: &Shortcode, shelf: &mut Shelf, notes: &mut Notes) -> String {
    let pictures: String = media(code, shelf, notes).iter().map(picture).collect();
    format!("<div class=\"gallery\">{pictures}</div>")
}

fn picture(media: &Media) -> String {
    let picture = format!("<img src=\"{}\" alt=\"{}\">", escape(&media.src), escape(&media.alt));
    match media.caption.trim().is_empty() {
        true => picture,
        false => format!("<figure>{picture}<figcaption>{}</figcaption></figure>", media.caption),
    }
}

fn playlist(code: &Shortcode, shelf: &mut Shelf, notes: &mut Notes) -> String {
    let element = if code.get("type") == "video" { "video" } else { "audio" };
    let recording = |media: &Media| {
        let recording = format!("<{element} src=\"{}\"></{element}>", escape(&media.src));
        format!("<figure>{recording}<figcaption>{}</figcaption></figure>", media.caption)
    };
    media(code, shelf, notes).iter().map(recording).collect()
}

fn media(code: &Shortcode, shelf: &mut Shelf, notes: &mut Notes) -> Vec<Media> {
    let told = code.any(&["ids", "include", "images", "image"]);
    let lost = |what: &str| BodyFault::LostMedia(format!("[{}{what}]", code.name));
    if *shelf.left == 0 {
        notes.add("", lost(": …"));
        return vec![];
    }
    let numbers: Vec<&str> = told.split([',', ' ']).map(str::trim).filter(|number| !number.is_empty()).collect();
    let own = if numbers.is_empty() { own(code, shelf.post) } else { vec![] };
    let numbers: Vec<&str> = numbers.into_iter().chain(own.iter().map(String::as_str)).collect();
    if numbers.is_empty() {
        notes.add("", lost(""));
    }
    let mut media = vec![];
    for number in numbers {
        match number.parse().ok().and_then(|number| shelf.post.library.get(number)) {
            Some(Holding::Media(_)) if *shelf.left == 0 => notes.add("", lost(": …")),
            Some(Holding::Media(found)) => {
                *shelf.left -= 1;
                media.push(found);
            }
            Some(Holding::Held(reason)) => notes.add("", GateFault::HeldPart(format!("{number}: {reason}"))),
            _ => notes.add("", BodyFault::NotInExport(format!("[{} {number}]", code.name))),
        }
    }
    media
}

/// The numbers of the media that belong to the post, but for those that the shortcode excludes.
fn own(code: &Shortcode, post: &Post) -> Vec<String> {
    let excluded: Vec<&str> = code.get("exclude").split(',').map(str::trim).collect();
    let own = post.number.map(|number| post.library.media_of(number)).unwrap_or_default();
    own.into_iter().map(|number| number.to_string()).filter(|number| !excluded.contains(&number.as_str())).collect()
}

fn video(code: &Shortcode) -> String {
    let src = code.any(&["src", "mp4", "webm", "m4v", "ogv", ""]);
    match is_player(src) {
        true => shown(src),
        false => format!("<video src=\"{}\" poster=\"{}\"></video>", escape(src), escape(code.get("poster"))),
    }
}

/// Code: what it holds is no markup, whatever it looks like.
fn written(code: &Shortcode, content: &str) -> String {
    let text = content.replace("<br />", "").replace("<br>", "").replace('<', "&lt;");
    let language = code.any(&["language", "lang", ""]);
    format!("<pre><code class=\"language-{}\">{text}</code></pre>", escape(language))
}
