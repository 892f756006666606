//! Makes the renditions of each picture once, and keeps them by what they were made from.

mod colour;
mod original;
mod rendition;

use super::disk::write_whole;
use super::fingerprint::{Key, key_of};
use super::newsroom::{FileState, Newsroom};
use super::output::Output;
use super::{ContentFault, PressError, Report};
use crate::confined::{ConfinedError, ReadFile, stays_inside};
use crate::model::{Image, RenditionType};
use crate::problem::Words;
use crate::progress::Progress;
use colour::dominant;
use image::imageops::FilterType;
use original::Original;
use rayon::prelude::*;
use rendition::encode;
use resvg::usvg;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// The widths that the layouts use, in pixels: a card, a phone, a column, a column on a dense screen.
const WIDTHS: [u32; 4] = [320, 640, 960, 1440];
/// Counts up when the settings below change, so that old renditions are not taken for new ones.
const RECIPE: &[u8] = b"1";

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
}

/// The renditions of all pictures of a newsroom.
pub struct Pictures {
    made: BTreeMap<String, (FileState, Made)>,
    cache: PathBuf,
}

/// The originals that were made before and have not changed since.
pub type KnownPictures = HashMap<String, (FileState, Made)>;

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
enum PictureError {
    #[error("the file cannot be read: {0}")]
    Read(#[from] std::io::Error),
    #[error("the picture is broken: {0}")]
    Decode(#[from] image::ImageError),
    #[error("the drawing is broken: {0}")]
    Draw(#[from] usvg::Error),
    #[error("the path leads out of the pictures folder")]
    Outside,
    #[error(transparent)]
    Original(#[from] ConfinedError),
    #[error("the drawing has no size")]
    Empty,
    #[error("WebP: {0}")]
    Webp(String),
    #[error(transparent)]
    Write(#[from] PressError),
}

impl Pictures {
    /// Makes what neither is known nor lies in the cache. An original that is missing or broken is reported.
    pub fn make(
        newsroom: &Newsroom,
        cache: &Path,
        originals: &[&str],
        mut known: KnownPictures,
        report: &mut Report,
        progress: &dyn Progress,
    ) -> Result<Pictures, PressError> {
        fs::create_dir_all(cache).map_err(PressError::disk(cache))?;
        let known: Vec<(&str, Option<(FileState, Made)>)> = originals.iter().map(|src| (*src, known.remove(*src))).collect();
        progress.begin(&Words::new("制作图片", "making pictures"), Some(known.len() as u64));
        let make = |(src, known): (&str, Option<(FileState, Made)>)| {
            let result = known.map_or_else(|| make_one(newsroom, cache, src), Ok);
            progress.step(1);
            (src.to_owned(), result)
        };
        let results: Vec<_> = known.into_par_iter().map(make).collect();
        progress.end();
        let mut made = BTreeMap::new();
        for (src, result) in results {
            match result {
                Ok(picture) => drop(made.insert(src, picture)),
                Err(problem) => report.add(newsroom.folder.join("pictures").join(&src), "", &problem.fault()),
            }
        }
        Ok(Pictures { made, cache: cache.to_owned() })
    }

    /// The originals that renditions were made of, with what was made.
    pub fn made(&self) -> impl Iterator<Item = (&str, (FileState, &Made))> {
        self.made.iter().map(|(src, (state, made))| (src.as_str(), (*state, made)))
    }

    /// Whether renditions of an original are there.
    pub fn has(&self, src: &str) -> bool {
        self.made.contains_key(src)
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
        let names =
            self.made.get(src).into_iter().flat_map(|(_, made)| made.all().map(|(width, encoding)| made.name(width, encoding)));
        let write = |name: String| {
            let path = format!("pictures/{name}");
            output.take_over(&self.cache.join(&name), &path).map(|()| path)
        };
        names.map(write).collect()
    }
}

impl PictureError {
    fn fault(&self) -> ContentFault {
        match self {
            PictureError::Original(error @ (ConfinedError::LeadsOutside { .. } | ConfinedError::NotAFile(_))) => {
                ContentFault::of(error).unwrap_or(ContentFault::NotAFile)
            }
            other => ContentFault::BadPicture(other.to_string()),
        }
    }
}

impl Made {
    fn all(&self) -> impl Iterator<Item = (u32, RenditionType)> + '_ {
        self.widths.iter().flat_map(|&width| RenditionType::ALL.map(|encoding| (width, encoding)))
    }

    fn name(&self, width: u32, encoding: RenditionType) -> String {
        format!("{}-{width}.{}", self.base, encoding.extension())
    }
}

/// Makes one picture's renditions, as far as they are not in the cache.
fn make_one(newsroom: &Newsroom, cache: &Path, src: &str) -> Result<(FileState, Made), PictureError> {
    if !stays_inside(src) {
        return Err(PictureError::Outside);
    }
    let ReadFile { bytes, metadata } = newsroom.read_file(&format!("pictures/{src}"))?;
    let (path, state) = (Path::new(src), FileState::of(&metadata));
    let hash = Sha256::new().chain_update(RECIPE).chain_update(&bytes).finalize();
    let stem = Path::new(src).file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let stem: String = stem.chars().filter(|character| character.is_ascii_alphanumeric() || *character == '-').collect();
    let base = format!("{stem}-{:02x}{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2], hash[3]);
    let original = Original::open(path, &bytes)?;
    let (width, height) = original.size();
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|candidate| *candidate <= width).collect();
    if widths.is_empty() {
        widths.push(width);
    }
    let mut made = Made { base, widths, width, height, colour: String::new() };
    let missing: Vec<_> = made.all().filter(|(width, encoding)| !cache.join(made.name(*width, *encoding)).exists()).collect();
    if !missing.is_empty() {
        let pixels = original.draw(*made.widths.last().unwrap_or(&width))?;
        for &(width, encoding) in &missing {
            let height = (u64::from(pixels.height()) * u64::from(width) / u64::from(pixels.width())).max(1) as u32;
            let sized = pixels.resize_exact(width, height, FilterType::Lanczos3);
            write_whole(&cache.join(made.name(width, encoding)), &encode(&sized, encoding)?)?;
        }
    }
    let smallest = made.name(made.widths.first().copied().unwrap_or(width), RenditionType::Jpeg);
    made.colour = dominant(&image::load_from_memory(&fs::read(cache.join(smallest))?)?.to_rgb8());
    Ok((state, made))
}
