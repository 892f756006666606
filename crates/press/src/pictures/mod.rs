//! Makes the renditions of each picture once, and keeps them by what they were made from.

mod colour;

use crate::error::PressError;
use crate::fingerprint::{Key, key_of};
use crate::newsroom::originals::{is_local, pictures_of};
use crate::newsroom::{FileState, Newsroom};
use crate::order::Order;
use crate::report::Report;
use crate::site::output::Output;
use colour::dominant;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use strait_confined::{Confined, ConfinedError, ReadFile, stays_inside};
use strait_darkroom::{Darkroom, PictureError, Remark, Wanted, check_bytes, fitting};
use strait_faults::ContentFault;
use strait_model::{Article, Image, RenditionType};
use strait_report::problem::Bilingual;
use strait_report::progress::Progress;

/// The widths that the layouts use, in pixels: a card, a phone, a column, a column on a dense screen.
const WIDTHS: [u32; 4] = [320, 640, 960, 1440];
/// The encodings of a picture where nobody waits for the slow one.
const QUICK: [RenditionType; 2] = [RenditionType::Webp, RenditionType::Jpeg];
/// Counts up when what the darkroom makes of an original changes, so that old renditions are not taken for new ones.
const RECIPE: &[u8] = b"2";

/// What was made of one original.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Made {
    /// What the names of the renditions begin with.
    base: String,
    widths: Vec<u32>,
    width: u32,
    height: u32,
    /// What most of it looks like, as CSS writes colours.
    colour: String,
    /// What of the original is not in them.
    remarks: Vec<Remark>,
}

/// The renditions of all pictures of a newsroom.
pub struct Pictures {
    made: BTreeMap<String, (FileState, Made)>,
    cache: PathBuf,
    encodings: &'static [RenditionType],
}

/// The originals that were made before and have not changed since.
pub type KnownPictures = HashMap<String, (FileState, Made)>;

/// Why a picture is not there.
#[derive(Debug, thiserror::Error)]
enum MakingError {
    #[error("the file cannot be read: {0}")]
    Read(#[from] std::io::Error),
    #[error(transparent)]
    Picture(#[from] PictureError),
    #[error("the path leads out of the pictures folder")]
    Outside,
    #[error(transparent)]
    Original(#[from] ConfinedError),
    #[error(transparent)]
    Write(#[from] PressError),
}

impl Pictures {
    /// Makes what neither is known nor lies in the cache. An original that is missing or broken is reported.
    pub fn make(
        newsroom: &Newsroom,
        order: &Order,
        originals: &[&str],
        mut known: KnownPictures,
        report: &mut Report,
        progress: &dyn Progress,
    ) -> Result<Pictures, PressError> {
        let Order { cache, darkroom, avif, .. } = order;
        fs::create_dir_all(cache).map_err(PressError::disk(cache))?;
        let encodings: &[RenditionType] = if *avif { &RenditionType::ALL } else { &QUICK };
        let mut known = |src: &str| known.remove(src).filter(|(_, made)| !made.remarks.iter().any(Remark::is_of_this_machine));
        let known: Vec<(&str, Option<(FileState, Made)>)> = originals.iter().map(|src| (*src, known(src))).collect();
        progress.begin(&Bilingual::new("制作图片", "making pictures"), Some(known.len() as u64));
        let make = |(src, known): (&str, Option<(FileState, Made)>)| {
            let result = known.map_or_else(|| make_one(newsroom, cache, darkroom, encodings, src), Ok);
            progress.step(1);
            (src.to_owned(), result)
        };
        let results: Vec<_> = known.into_par_iter().map(make).collect();
        progress.end();
        let mut made = BTreeMap::new();
        for (src, result) in results {
            let file = newsroom.folder.join("pictures").join(&src);
            match result {
                Ok(picture) => {
                    picture.1.remarks.iter().for_each(|remark| report.add(&file, "", remark));
                    made.insert(src, picture);
                }
                Err(problem) => report.add(file, "", &problem.fault()),
            }
        }
        Ok(Pictures { made, cache: cache.to_owned(), encodings })
    }

    /// The originals that renditions were made of, with what was made.
    pub fn made(&self) -> impl Iterator<Item = (&str, (FileState, &Made))> {
        self.made.iter().map(|(src, (state, made))| (src.as_str(), (*state, made)))
    }

    /// Whether renditions of an original are there.
    pub fn has(&self, src: &str) -> bool {
        self.made.contains_key(src)
    }

    /// Whether a page can show a picture: it has renditions, or is elsewhere on the web.
    pub fn may_show(&self, image: &Image) -> bool {
        self.has(&image.src) || !is_local(&image.src)
    }

    /// Whether a page can show all pictures of an article.
    pub fn may_show_all(&self, article: &Article) -> bool {
        pictures_of(article).iter().all(|src| self.has(src))
    }

    /// Whether they are there as AVIF too.
    pub fn has_avif(&self) -> bool {
        self.encodings.contains(&RenditionType::Avif)
    }

    /// The name of an original's renditions; 0 where none could be made.
    pub fn key(&self, src: &str) -> Key {
        self.made.get(src).map_or(0, |(_, made)| key_of(&made.base))
    }

    /// Fills in what a page must know of a picture's renditions.
    pub fn fill_in(&self, image: &mut Image) {
        if let Some((_, made)) = self.made.get(&image.src) {
            image.src = format!("pictures/{}", made.base);
            image.widths.clone_from(&made.widths);
            (image.width, image.height) = (made.width, made.height);
            image.colour = Some(made.colour.clone());
        }
    }

    /// Puts the renditions of an original into the site; says which files they are.
    pub fn write(&self, src: &str, output: &Output) -> Result<Vec<String>, PressError> {
        let names = self
            .made
            .get(src)
            .into_iter()
            .flat_map(|(_, made)| made.all(self.encodings).map(|(width, encoding)| made.name(width, encoding)));
        let write = |name: String| {
            let path = format!("pictures/{name}");
            output.take_over(&self.cache.join(&name), &path).map(|()| path)
        };
        names.map(write).collect()
    }
}

impl MakingError {
    fn fault(&self) -> ContentFault {
        match self {
            MakingError::Picture(error) => ContentFault::of_picture(error),
            MakingError::Original(error @ (ConfinedError::LeadsOutside { .. } | ConfinedError::NotAFile(_))) => {
                ContentFault::of(error).unwrap_or(ContentFault::NotAFile)
            }
            other => ContentFault::BadPicture(Bilingual::new(other.to_string(), other.to_string())),
        }
    }
}

impl Made {
    fn all<'a>(&'a self, encodings: &'a [RenditionType]) -> impl Iterator<Item = Wanted> + 'a {
        self.widths.iter().flat_map(|&width| encodings.iter().map(move |&encoding| (width, encoding)))
    }

    fn name(&self, width: u32, encoding: RenditionType) -> String {
        format!("{}-{width}.{}", self.base, encoding.extension())
    }
}

/// The widths of an original's renditions: its own, or the widest that can be, and of the layouts' those that are clearly
/// narrower.
fn widths_of(width: u32, height: u32) -> Vec<u32> {
    let own = width.min(WIDTHS[WIDTHS.len() - 1]);
    let candidates: Vec<u32> = WIDTHS.into_iter().filter(|candidate| *candidate < own).chain([own]).collect();
    let fits = fitting(&candidates, width, height);
    let widest = fits.last().copied().unwrap_or(own);
    fits.into_iter().filter(|candidate| candidate * 10 <= widest * 9 || *candidate == widest).collect()
}

/// Makes one picture's renditions, as far as they are not in the cache.
fn make_one(
    newsroom: &Newsroom,
    cache: &Path,
    darkroom: &Darkroom,
    encodings: &[RenditionType],
    src: &str,
) -> Result<(FileState, Made), MakingError> {
    if !stays_inside(src) {
        return Err(MakingError::Outside);
    }
    let below = format!("pictures/{src}");
    let length = newsroom.state(&below)?.size;
    check_bytes(length)?;
    let _room = darkroom.room_for(length);
    let ReadFile { bytes, metadata } = newsroom.read_file(&below)?;
    let state = FileState::of(&metadata);
    let seen = darkroom.look(&bytes)?;
    let recipe = Sha256::new().chain_update(RECIPE).chain_update(&bytes);
    let hash = seen.ingredients().iter().fold(recipe, |hash, font| hash.chain_update(font)).finalize();
    let stem = Path::new(src).file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let stem: String = stem.chars().filter(|character| character.is_ascii_alphanumeric() || *character == '-').collect();
    let base = format!("{stem}-{:02x}{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2], hash[3]);
    let (width, height) = (seen.width, seen.height);
    let widths = widths_of(width, height);
    let mut made = Made { base, widths, width, height, colour: String::new(), remarks: seen.remarks.clone() };
    let missing: Vec<Wanted> =
        made.all(encodings).filter(|(width, encoding)| !cache.join(made.name(*width, *encoding)).exists()).collect();
    if !missing.is_empty() {
        let renditions = darkroom.develop(&seen, &bytes, &missing)?;
        let folder = Confined::open(cache).map_err(PressError::from)?;
        for (&(width, encoding), rendition) in missing.iter().zip(renditions) {
            folder.write_whole(made.name(width, encoding), &rendition).map_err(PressError::from)?;
        }
    }
    let smallest = made.name(made.widths.first().copied().unwrap_or(width), RenditionType::Jpeg);
    let pixels = image::load_from_memory(&fs::read(cache.join(smallest))?);
    made.colour = dominant(&pixels.map_err(|error| PictureError::Broken(error.to_string()))?.to_rgb8());
    Ok((state, made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_original_has_its_own_width_and_those_that_are_clearly_narrower() {
        for (size, widths) in [
            ((1, 1), vec![1]),
            ((319, 200), vec![319]),
            ((340, 200), vec![340]),
            ((600, 400), vec![320, 600]),
            ((700, 400), vec![320, 700]),
            ((1440, 900), vec![320, 640, 960, 1440]),
            ((1500, 900), vec![320, 640, 960, 1440]),
            ((8000, 6000), vec![320, 640, 960, 1440]),
            // Its own would be taller than files can be.
            ((350, 17_000), vec![320]),
            ((1080, 15_000), vec![320, 640]),
        ] {
            assert_eq!(widths_of(size.0, size.1), widths, "{size:?}");
        }
    }
}
