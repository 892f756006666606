//! Where originals are opened: photos and drawings of strangers become renditions, or are refused by name.
//!
//! A file of a hundred bytes can ask for gigabytes or for hours. So the pixels are counted before there are any;
//! all that are at work share one [budget](budget) of memory; and what draws is a process of its own, which has
//! so much memory and time, opens no file, and ends alone. Only a photo's first bytes are read in this process.

mod bounds;
mod budget;
mod error;
mod inside;
mod limits;
mod original;
mod process;
mod rendition;

pub use error::PictureError;
pub use inside::work;
pub use limits::{check_bytes, check_photo, fitting};
pub use original::{header_limits, is_drawing, tree};

use crate::model::RenditionType;
use budget::{Budget, Held};
use inside::{Answer, Task};
use original::Photo;
use std::path::{Path, PathBuf};

/// The word of the command line that makes this command one that draws.
pub const WORD: &str = "darkroom";

/// A rendition that is wanted: its width and its encoding.
pub type Wanted = (u32, RenditionType);

/// Opens originals, as many at once as the memory allows.
pub struct Darkroom {
    program: PathBuf,
    budget: Budget,
    originals: Budget,
}

impl Darkroom {
    /// One that is worked by this very command.
    pub fn of_this_command() -> Darkroom {
        // Where a system cannot tell, the shell's search finds it.
        Darkroom::of(std::env::current_exe().unwrap_or_else(|_| "strait".into()))
    }

    /// Waits until an original of so many bytes may be in memory. None: it never may.
    pub fn room_for(&self, bytes: u64) -> Option<Held<'_>> {
        self.originals.hold(bytes)
    }

    /// One that is worked by another copy of the command.
    pub fn of(program: impl Into<PathBuf>) -> Darkroom {
        Darkroom { program: program.into(), budget: Budget::of(limits::MEMORY), originals: Budget::of(limits::ORIGINALS) }
    }

    /// Width and height of an original in pixels, as people see it. It is one that can be developed, as far as its
    /// size tells.
    pub fn look(&self, path: &Path, bytes: &[u8]) -> Result<(u32, u32), PictureError> {
        let (width, height) = match is_drawing(path) {
            true => self.look_at_drawing(bytes)?,
            false => Photo::open(bytes)?.size()?,
        };
        limits::check_shape(width, height)?;
        Ok((width, height))
    }

    /// The renditions of an original, in the order in which they are wanted.
    pub fn develop(&self, path: &Path, bytes: &[u8], wanted: &[Wanted]) -> Result<Vec<Vec<u8>>, PictureError> {
        let is_drawing = is_drawing(path);
        let estimate = match is_drawing {
            true => limits::of_drawing(bytes, wanted),
            false => Photo::open(bytes)?.memory(wanted)?,
        };
        match self.send(&Task::develop(is_drawing, wanted), bytes, estimate)? {
            Answer::Renditions(renditions) => Ok(renditions),
            Answer::Size(..) => Err(PictureError::Broken("no renditions".to_owned())),
        }
    }

    fn look_at_drawing(&self, bytes: &[u8]) -> Result<(u32, u32), PictureError> {
        match self.send(&Task::look(), bytes, limits::of_drawing(bytes, &[]))? {
            Answer::Size(width, height) => Ok((width, height)),
            Answer::Renditions(_) => Err(PictureError::Empty),
        }
    }

    /// Has a process do it: with the memory that it should take, and if that is too little with all there is.
    fn send(&self, task: &Task, bytes: &[u8], estimate: u64) -> Result<Answer, PictureError> {
        for memory in [estimate, limits::MEMORY] {
            let Some(_held) = self.budget.hold(memory) else { return Err(PictureError::TooMuchMemory) };
            match process::run(&self.program, task, bytes, memory) {
                Err(PictureError::TooMuchMemory) => {}
                result => return result,
            }
        }
        Err(PictureError::TooMuchMemory)
    }
}
