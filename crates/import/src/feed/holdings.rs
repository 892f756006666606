//! What posts of WordPress' export name by number: pictures, recordings and synced patterns.

use super::entry::Entry;
use super::field::Field;
use super::publication;
use super::xml::Feed;
use crate::body::words;
use crate::fault::{BodyFault, GateFault};
use crate::notes::Notes;
use crate::text::{one_line, shorten};
use crate::wordpress::library::{Holding, Library, Media};
use crate::{Reading, href};
use std::io::Result;
use strait_model::Image;

/// Keeps what posts of WordPress' export name by number: files of the media library, and synced patterns. Of what was
/// thrown away or hidden, only that it was.
pub fn keep(at: usize, fields: &[Field], reading: &Reading, library: &mut Library) -> Result<()> {
    let nothing = (Feed::default(), Library::default());
    let entry = Entry { fields, feed: &nothing.0, library: &nothing.1, is_cut: false };
    let number = |path: &str| entry.text(path).and_then(|text| text.parse().ok());
    let Some(own) = number("wp:post_id") else { return Ok(()) };
    let holding = match entry.text("wp:attachment_url") {
        Some(src) => entry.media(src),
        None if entry.text("wp:post_type").is_some_and(|kind| kind == "wp_block") => entry.pattern(reading),
        None => return Ok(()),
    };
    library.keep(own, number("wp:post_parent").filter(|post| *post > 0), at, &holding)
}

impl Entry<'_> {
    /// The picture that WordPress' export names by number.
    pub fn featured(&self, notes: &mut Notes) -> Option<Image> {
        let number = self.meta("_thumbnail_id")?.parse().ok().filter(|number| *number > 0)?;
        let media = match self.library.get(number) {
            Some(Holding::Media(media)) => media,
            Some(Holding::Held(reason)) => {
                notes.add("", GateFault::HeldPart(reason));
                return None;
            }
            _ => {
                notes.add("", BodyFault::NotInExport(format!("_thumbnail_id {number}")));
                return None;
            }
        };
        let src = href::web(&media.src, None).ok()?;
        let caption = Some(words(&media.caption, notes)).filter(|caption| !caption.is_empty());
        Some(Image { src, alt: one_line(&media.alt), caption, ..Image::default() })
    }

    /// What WordPress keeps beside a post, by its name.
    pub fn meta(&self, name: &str) -> Option<String> {
        self.metas(name).next()
    }

    /// All that WordPress keeps of a name beside a post.
    pub fn metas(&self, name: &str) -> impl Iterator<Item = String> {
        let pairs = self.all("wp:postmeta/wp:meta_key").zip(self.all("wp:postmeta/wp:meta_value"));
        pairs.filter(move |(key, _)| key.text.trim() == name).map(|(_, value)| value.text.trim().to_owned())
    }

    /// A file of the media library.
    fn media(&self, src: String) -> Holding {
        let odd = publication::words(self.fields).find(|status| !["inherit", "publish", ""].contains(&status.trim()));
        match odd {
            Some(status) => Holding::Held(format!("wp:status: {}", shorten(status.trim(), 40))),
            None if self.fields.iter().any(publication::is_password) => Holding::Held("password".to_owned()),
            None => Holding::Media(Media {
                src,
                alt: self.meta("_wp_attachment_image_alt").unwrap_or_default(),
                caption: self.text("excerpt:encoded").unwrap_or_default(),
                order: self.text("wp:menu_order").and_then(|order| order.parse().ok()).unwrap_or_default(),
            }),
        }
    }

    /// A synced pattern. Only what is published itself may be shown in a post that is.
    fn pattern(&self, reading: &Reading) -> Holding {
        match publication::of(self, true, reading).passage(reading.now).word() {
            Some(word) => Holding::Held(word),
            None => Holding::Pattern(self.text("content:encoded").unwrap_or_default()),
        }
    }
}
