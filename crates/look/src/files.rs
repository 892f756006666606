//! The pictures of a look, in the folder `look`: each is opened before a page shows it.

use crate::Told;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::path::PathBuf;
use strait_confined::{Confined, ConfinedError};
use strait_darkroom::{Darkroom, Kind};
use strait_faults::{ContentFault, LookFault};
use strait_model::LookFile;

/// Where they lie in the content folder.
const FOLDER: &str = "look";

/// A picture as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its bytes, as they were filed.
    pub bytes: Vec<u8>,
    /// `.svg` or `.png`.
    pub ending: &'static str,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Opens pictures, and tells of those that cannot be used.
pub struct Pictures<'a> {
    /// The content folder.
    pub content: &'a Confined,
    /// Where they are opened.
    pub darkroom: &'a Darkroom,
    /// What was wrong.
    pub told: Vec<Told>,
}

impl Pictures<'_> {
    /// A picture of at most so many kilobytes, if it can be used. `place`: where it is named in `site.json`.
    pub fn open(&mut self, file: &LookFile, place: &str, most: u64) -> Result<Option<Picture>, ConfinedError> {
        let below = format!("{FOLDER}/{file}");
        let bytes = match self.content.read_at_most(&below, 1 << 20) {
            Ok(read) => read.bytes,
            Err(ConfinedError::Missing(_)) => return Ok(self.refuse(place, LookFault::NoLookFile { file: file.to_string() })),
            Err(error) => {
                let fault = ContentFault::of(&error).ok_or(error)?;
                self.told.push(Told::new(self.content.path().join(below), "", fault));
                return Ok(None);
            }
        };
        if bytes.len() as u64 > most << 10 {
            let kilobytes = (bytes.len() as u64).div_ceil(1 << 10);
            return Ok(self.refuse(place, LookFault::HeavyLookFile { file: file.to_string(), kilobytes, most }));
        }
        match self.look(file, &bytes) {
            Ok((ending, width, height)) => Ok(Some(Picture { bytes, ending, width, height })),
            Err(why) => Ok(self.refuse(place, LookFault::NoLookPicture { file: file.to_string(), why })),
        }
    }

    fn look(&self, file: &LookFile, bytes: &[u8]) -> Result<(&'static str, u32, u32), String> {
        let kind = Kind::of(bytes).map_err(|error| error.to_string())?;
        let ending = match kind {
            Kind::Drawing if file.ends_with(".svg") => ".svg",
            Kind::Photo(image::ImageFormat::Png) if file.ends_with(".png") => ".png",
            _ => return Err("its ending says otherwise".to_owned()),
        };
        let seen = self.darkroom.look(bytes).map_err(|error| error.to_string())?;
        Ok((ending, seen.width, seen.height))
    }

    /// The same as a drawing, whatever it was: a photo within one.
    pub fn as_drawing(picture: Picture) -> Vec<u8> {
        if picture.ending == ".svg" {
            return picture.bytes;
        }
        let Picture { bytes, width, height, .. } = picture;
        let data = STANDARD.encode(&bytes);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">\
             <image width=\"{width}\" height=\"{height}\" href=\"data:image/png;base64,{data}\"/></svg>"
        )
        .into_bytes()
    }

    fn refuse<T>(&mut self, place: &str, fault: LookFault) -> Option<T> {
        let file: PathBuf = self.content.path().join("site.json");
        self.told.push(Told::new(file, place, fault));
        None
    }
}
