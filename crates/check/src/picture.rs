//! Pictures, films and recordings as articles name them.

use super::article::Rules;
use super::filed::Filed;
use strait_confined::{ConfinedError, stays_inside};
use strait_faults::ContentFault;
use strait_faults::Findings;
use strait_faults::PlaceFault;
use strait_faults::shortened;
use strait_model::Image;

/// Whether a picture has to say what is in it and what it means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// It has to.
    Wanted,
    /// Something beside it does.
    Spared,
}

/// Notes what is wrong with how an article shows a picture.
pub fn check(image: &Image, at: &str, words: Words, rules: &Rules, filed: &mut Filed, findings: &mut Findings) {
    let place = format!("{at}/src");
    if image.src.contains("://") {
        check_remote(&image.src, &place, rules, findings);
        if image.width == 0 || image.height == 0 {
            findings.add(at, PlaceFault::NoSize { src: shortened(&image.src) });
        }
    } else {
        match rules.folder.find_original(&image.src) {
            Ok(()) => filed.pictures.push(image.src.as_str().into()),
            Err(error) => match odd(&error) {
                Some(fault) => findings.add(place, fault),
                None => findings.add(place, missing_picture(&image.src)),
            },
        }
    }
    if words == Words::Wanted && image.alt.trim().is_empty() {
        findings.add(at, PlaceFault::NoAlt);
    }
    if words == Words::Wanted && image.caption.as_deref().unwrap_or_default().trim().is_empty() {
        findings.add(at, PlaceFault::NoCaption);
    }
}

/// Notes what is wrong with how an article plays a film or a recording.
pub fn check_media(src: &str, at: &str, rules: &Rules, filed: &mut Filed, findings: &mut Findings) {
    let place = format!("{at}/src");
    if src.contains("://") {
        return check_remote(src, &place, rules, findings);
    }
    match rules.folder.find_media(src) {
        Ok(()) => filed.media.push(src.into()),
        Err(_) if !stays_inside(src) => findings.add(place, PlaceFault::OutsideFolder { src: shortened(src) }),
        Err(error) => findings.add(place, odd(&error).unwrap_or(ContentFault::MissingMedia)),
    }
}

/// What is wrong with something that is there, and that the press does not open.
fn odd(error: &ConfinedError) -> Option<ContentFault> {
    ContentFault::of(error).filter(|fault| *fault != ContentFault::MissingFile)
}

fn missing_picture(src: &str) -> PlaceFault {
    match stays_inside(src) {
        true => PlaceFault::MissingPicture { src: shortened(src) },
        false => PlaceFault::OutsideFolder { src: shortened(src) },
    }
}

/// The policy of the site lets pages load files from its own origin and from those that it names.
fn check_remote(src: &str, place: &str, rules: &Rules, findings: &mut Findings) {
    if !src.starts_with("https://") {
        return findings.add(place, PlaceFault::PlainHttp { src: shortened(src) });
    }
    let host_ends = src.get(8..).and_then(|rest| rest.find(['/', '?', '#'])).map_or(src.len(), |end| end + 8);
    let origin = &src[..host_ends];
    let is_ours = rules.site.url.strip_prefix(origin).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if !is_ours && !rules.site.media_origins.iter().any(|allowed| allowed.covers(origin)) {
        findings.add(place, PlaceFault::ForeignFile { origin: shortened(origin) });
    }
}
