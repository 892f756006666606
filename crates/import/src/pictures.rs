//! Takes over pictures: those that lie beside the imported files, and, where that is wanted, those on the web.

use super::body::{is_picture_address, without_size};
use super::fault::BodyFault;
use super::files::write_whole;
use super::id;
use super::web::{Web, shown};
use std::io::Read;
use std::path::Path;
use strait_confined::{Confined, ConfinedError};
use strait_darkroom::Kind;
use strait_model::{Block, Image};

/// Larger is no picture for a page, in bytes.
const LARGEST: u64 = 64 << 20;
/// What pictures' names may end in.
const ENDINGS: [&str; 5] = ["jpg", "png", "webp", "gif", "svg"];

/// Where pictures are taken from and put.
pub struct Pictures<'a> {
    /// The folder of the imported file: nothing outside it is read.
    pub beside: Option<&'a Path>,
    /// The content folder: they go below its `pictures/`.
    pub content: &'a Confined,
    /// Who brings pictures on the web along, where that is wanted.
    pub web: Option<&'a Web>,
    /// Whether to write nothing.
    pub is_dry: bool,
}

impl Pictures<'_> {
    /// Takes over the pictures of an article. Those beside the file that cannot be are left out, those on the web
    /// keep their address; both are noted.
    pub fn take_over(&self, lead: &mut Option<Image>, body: &mut Vec<Block>, note: &mut dyn FnMut(BodyFault)) {
        let mut keeps = |image: &mut Image| {
            let is_on_web = image.src.starts_with("https://") || image.src.starts_with("http://");
            let taken = if is_on_web { self.fetch(&image.src) } else { self.take(&image.src) };
            let name = if is_on_web { shown(&image.src) } else { image.src.clone() };
            let named = |why: String| format!("{}: {why}", super::text::shorten(&name, 60));
            match taken {
                Ok(src) => image.src = src,
                Err(why) if is_on_web => note(BodyFault::UnfetchedPicture(named(why))),
                Err(why) => {
                    note(BodyFault::LostPicture(named(why)));
                    return false;
                }
            }
            true
        };
        *lead = lead.take().and_then(|mut image| keeps(&mut image).then_some(image));
        Block::keep_images(body, &mut keeps);
    }

    /// A picture on the web: the one that was fetched before, whatever is wanted today, so that an article does not
    /// go back and forth; else a new one.
    fn fetch(&self, address: &str) -> Result<String, String> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let base = base(Path::new(path), address.as_bytes());
        let known =
            ENDINGS.iter().map(|ending| format!("{base}.{ending}")).find(|name| self.content.metadata(below(name)).is_ok());
        match (known, self.web) {
            (Some(name), _) => Ok(name),
            (None, Some(web)) if !self.is_dry => {
                let bytes = web.document(address).map_err(|error| error.to_string())?;
                self.put(&base, &bytes)
            }
            (None, _) => Ok(address.to_owned()),
        }
    }

    fn take(&self, src: &str) -> Result<String, String> {
        let beside = self.beside.ok_or("not a web address")?;
        let bytes = read(beside, src)?;
        self.put(&base(Path::new(src), &bytes), &bytes)
    }

    /// Puts a picture into the newsroom; says its name there.
    fn put(&self, base: &str, bytes: &[u8]) -> Result<String, String> {
        let kind = Kind::of(bytes).map_err(|error| error.to_string())?;
        let name = format!("{base}.{}", kind.ending());
        if !self.is_dry && !self.content.read(below(&name)).is_ok_and(|old| old.bytes == bytes) {
            write_whole(self.content, &self.content.path().join(below(&name)), bytes).map_err(|error| error.to_string())?;
        }
        Ok(name)
    }
}

/// Leaves out what is `held`, under whichever name it was taken over.
pub fn leave_out(held: &[String], lead: &mut Option<Image>, body: &mut Vec<Block>) {
    if held.is_empty() {
        return;
    }
    let is_held = |src: &str| held.iter().any(|held| bare(held) == bare(src) || is_taken_from(src, held));
    *lead = lead.take().filter(|image| !is_held(&image.src));
    Block::keep_images(body, &mut |image| !is_held(&image.src));
    drop_recordings(body, &is_held);
}

fn drop_recordings(body: &mut Vec<Block>, is_held: &dyn Fn(&str) -> bool) {
    body.retain_mut(|block| match block {
        Block::Video(video) => !is_held(&video.src),
        Block::Audio(audio) => !is_held(&audio.src),
        Block::Aside { body, .. } => {
            drop_recordings(body, is_held);
            true
        }
        _ => true,
    });
}

/// An address without what does not make it another picture's: scheme, size, and what follows a file's name.
fn bare(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let address = if is_picture_address(path) { path } else { address };
    without_size(address.split_once("://").map_or(address, |(_, rest)| rest))
}

/// Whether a picture of the content folder was taken over from an address. Of one that lay beside the file only the
/// name is known: its hash is of bytes that may have gone.
fn is_taken_from(src: &str, address: &str) -> bool {
    let path = Path::new(address.split(['?', '#']).next().unwrap_or_default());
    let Some((name, _)) = src.rsplit_once('.').filter(|_| !src.contains("://")) else { return false };
    let by_address = base(path, address.as_bytes());
    let stem = |name: &str| name.rsplit_once('-').map_or(String::new(), |(stem, _)| stem.to_owned());
    name == by_address || (!address.contains("://") && stem(name) == stem(&by_address) && !stem(name).is_empty())
}

/// Where a picture is in the content folder.
fn below(name: &str) -> String {
    format!("pictures/{name}")
}

/// Reads a picture that lies beside the imported file.
fn read(beside: &Path, src: &str) -> Result<Vec<u8>, String> {
    let in_words = |error: ConfinedError| match error {
        ConfinedError::LeadsOutside { .. } => "it lies outside the folder of the file".to_owned(),
        ConfinedError::NotAFile(_) => "not a picture, or too large".to_owned(),
        error => error.to_string(),
    };
    let (file, metadata) = Confined::open(beside).and_then(|beside| beside.file(src)).map_err(in_words)?;
    if metadata.len() > LARGEST {
        return Err("not a picture, or too large".to_owned());
    }
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// A name made from the picture's own and from what makes it this one, so that two of one name do not meet.
fn base(path: &Path, unique: &[u8]) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let stem: String = stem.chars().filter(|sign| sign.is_ascii_alphanumeric() || *sign == '-').take(40).collect();
    format!("{stem}-{}", id::hash_bytes(unique, 8)).trim_start_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_left_out_under_whichever_name_it_was_taken_over() {
        let address = "https://media.example/Secret.jpg?w=900";
        let fetched = format!("{}.jpg", base(Path::new("https://media.example/Secret.jpg"), address.as_bytes()));
        let is_left_out = |held: &str, src: &str| {
            let image = Image { src: src.to_owned(), ..Image::default() };
            let (mut lead, mut body) = (Some(image.clone()), vec![Block::Image(image)]);
            leave_out(&[held.to_owned()], &mut lead, &mut body);
            assert_eq!(lead.is_none(), body.is_empty(), "{held} {src}");
            body.is_empty()
        };
        for src in [address, "http://media.example/Secret-300x200.jpg", &fetched] {
            assert!(is_left_out(address, src), "{src}");
        }
        assert!(is_left_out("photos/secret.jpg", "secret-abcdefgh.jpg"), "it lay beside the file");
        assert!(is_left_out("https://media.example/raw?id=1", "https://media.example/raw?id=1"));
        for (held, src) in [
            (address, "https://media.example/open.jpg"),
            (address, "secret-abcdefgh.jpg"),
            ("photos/secret.jpg", "open-abcdefgh.jpg"),
            ("https://media.example/raw?id=1", "https://media.example/raw?id=2"),
        ] {
            assert!(!is_left_out(held, src), "{held} {src}");
        }
    }
}
