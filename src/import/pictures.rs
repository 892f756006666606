//! Takes over pictures that lie beside the imported files.

use super::fault::ImportFault;
use super::files::write_whole;
use super::id;
use crate::model::{Block, Image};
use std::fs;
use std::path::{Path, PathBuf};

/// Larger is no picture for a page, in bytes.
const LARGEST: u64 = 64 << 20;

/// Where pictures are taken from and put.
pub struct Pictures<'a> {
    /// The folder of the imported file: nothing outside it is read.
    pub beside: Option<&'a Path>,
    /// `pictures/` of the content folder.
    pub folder: PathBuf,
    /// Whether to write nothing.
    pub is_dry: bool,
}

impl Pictures<'_> {
    /// Takes over the pictures of an article that are no web addresses; those that cannot be are left out and noted.
    pub fn take_over(&self, lead: &mut Option<Image>, body: &mut Vec<Block>, note: &mut dyn FnMut(ImportFault)) {
        let mut keeps = |image: &mut Image| match self.take(&image.src) {
            Ok(src) => {
                image.src = src;
                true
            }
            Err(why) => {
                note(ImportFault::LostPicture(format!("{}: {why}", super::text::shorten(&image.src, 60))));
                false
            }
        };
        *lead = lead.take().and_then(|mut image| keeps(&mut image).then_some(image));
        keep_in(body, &mut keeps);
    }

    fn take(&self, src: &str) -> Result<String, String> {
        if src.starts_with("https://") || src.starts_with("http://") {
            return Ok(src.to_owned());
        }
        let beside = self.beside.ok_or("not a web address")?;
        let inside = |error: std::io::Error| error.to_string();
        let root = fs::canonicalize(beside).map_err(inside)?;
        // The real path, with links followed, decides whether it is inside.
        let path = fs::canonicalize(root.join(src)).map_err(inside)?;
        if !path.starts_with(&root) {
            return Err("it lies outside the folder of the file".to_owned());
        }
        let metadata = fs::metadata(&path).map_err(inside)?;
        if !metadata.is_file() || metadata.len() > LARGEST {
            return Err("not a picture, or too large".to_owned());
        }
        let bytes = fs::read(&path).map_err(inside)?;
        let name = name(&path, &bytes).ok_or("neither SVG, JPEG, PNG nor WebP")?;
        let target = self.folder.join(&name);
        if !self.is_dry && !fs::read(&target).is_ok_and(|old| old == bytes) {
            write_whole(&target, &bytes).map_err(|error| error.to_string())?;
        }
        Ok(name)
    }
}

/// Keeps the pictures of blocks, and of asides in them; a gallery of none is none.
fn keep_in(body: &mut Vec<Block>, keeps: &mut dyn FnMut(&mut Image) -> bool) {
    body.retain_mut(|block| match block {
        Block::Image(image) => keeps(image),
        Block::Gallery(gallery) => {
            gallery.images.retain_mut(|image| keeps(image));
            !gallery.images.is_empty()
        }
        Block::Video(video) => {
            video.poster = video.poster.take().and_then(|mut image| keeps(&mut image).then_some(image));
            true
        }
        Block::Aside { body, .. } => {
            keep_in(body, keeps);
            true
        }
        _ => true,
    });
}

/// A name made from the picture's own and from what is in it, so that two of one name do not meet.
fn name(path: &Path, bytes: &[u8]) -> Option<String> {
    let ending = match image::guess_format(bytes) {
        Ok(image::ImageFormat::Jpeg) => "jpg",
        Ok(image::ImageFormat::Png) => "png",
        Ok(image::ImageFormat::WebP) => "webp",
        _ if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")) => "svg",
        _ => return None,
    };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let stem: String = stem.chars().filter(|sign| sign.is_ascii_alphanumeric() || *sign == '-').take(40).collect();
    Some(format!("{stem}-{}.{ending}", id::hash_bytes(bytes, 8)).trim_start_matches('-').to_owned())
}
