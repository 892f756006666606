//! The pictures of a look, in the folder `look`: each is opened before a page shows it.

use crate::drawing::what_lives;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::path::PathBuf;
use strait_confined::{Confined, ConfinedError};
use strait_darkroom::{Darkroom, Kind};
use strait_faults::{ContentFault, FileFinding, LookFault};
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
    pub told: Vec<FileFinding>,
}

impl Pictures<'_> {
    /// A picture of at most so many kilobytes, if it can be used. `place`: where it is named in `site.json`.
    pub fn open(&mut self, file: &LookFile, place: &str, most: u64) -> Result<Option<Picture>, ConfinedError> {
        let Some(bytes) = self.bytes(file, place, most)? else { return Ok(None) };
        let (ending, width, height) = match self.look(file, &bytes) {
            Ok(seen) => seen,
            Err(why) => return Ok(self.refuse(place, LookFault::NoLookPicture { file: file.to_string(), why })),
        };
        match what_lives(&bytes).filter(|_| ending == ".svg") {
            Some(what) => Ok(self.refuse(place, LookFault::LiveDrawing { file: file.to_string(), what })),
            None => Ok(Some(Picture { bytes, ending, width, height })),
        }
    }

    /// The bytes of a file of at most so many kilobytes.
    pub fn bytes(&mut self, file: &str, place: &str, most: u64) -> Result<Option<Vec<u8>>, ConfinedError> {
        let below = format!("{FOLDER}/{file}");
        let size = match self.content.metadata(&below) {
            Ok(metadata) => metadata.len(),
            Err(ConfinedError::Missing(_)) => return Ok(self.refuse(place, LookFault::NoLookFile { file: file.to_owned() })),
            Err(error) => return self.close(&below, error),
        };
        if size > most << 10 {
            let kilobytes = size.div_ceil(1 << 10);
            return Ok(self.refuse(place, LookFault::HeavyLookFile { file: file.to_owned(), kilobytes, most }));
        }
        match self.content.read_at_most(&below, most << 10) {
            Ok(read) => Ok(Some(read.bytes)),
            Err(error) => self.close(&below, error),
        }
    }

    /// Tells of a file that is none of the newsroom's.
    fn close<T>(&mut self, below: &str, error: ConfinedError) -> Result<Option<T>, ConfinedError> {
        let fault = ContentFault::of(&error).ok_or(error)?;
        self.told.push(FileFinding::at_pointer(self.content.path().join(below), "", fault));
        Ok(None)
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

    /// Tells, where it is named, of a file that cannot be used.
    pub fn refuse<T>(&mut self, place: &str, fault: LookFault) -> Option<T> {
        let file: PathBuf = self.content.path().join("site.json");
        self.told.push(FileFinding::at_pointer(file, place, fault));
        None
    }
}
