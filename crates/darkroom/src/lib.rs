//! Where originals are opened: photos and drawings of strangers become renditions, or are refused by name.
//!
//! A file of a hundred bytes can ask for gigabytes or for hours. So the pixels are counted before there are any;
//! all that are at work share one [budget](budget) of memory; and what draws is a process of its own, which has
//! so much memory and time, opens no file but fonts that this process chose, and ends alone. Of a photo only the parts
//! are counted in this process, and of a drawing the words are read as text.
//!
//! Promises that no picture stops the press: each is drawn, or is refused with its reason, in bounded memory and time.
//! Deliberately absent: which renditions a site has and what they are called (`strait-press`).

mod anatomy;
mod bounds;
mod budget;
mod drawing;
mod error;
mod fonts;
mod inks;
mod inside;
mod kind;
mod limits;
mod photo;
mod process;
mod profile;
mod remark;
mod rendition;
mod srgb;

pub use drawing::tree;
pub use error::PictureError;
pub use inside::work;
pub use kind::Kind;
pub use limits::{check_bytes, fitting};
pub use remark::Remark;

use budget::{Budget, Held};
use fonts::Fonts;
use inside::{Answer, Task};
use photo::Photo;
use std::path::PathBuf;
use strait_model::RenditionType;

/// The word of the command line that makes this command one that draws.
pub const WORD: &str = "darkroom";

/// A rendition that is wanted: its width and its encoding.
pub type Wanted = (u32, RenditionType);

/// What is known of an original that can be made into renditions.
pub struct Seen {
    /// In pixels, as people see it.
    pub width: u32,
    /// In pixels, as people see it.
    pub height: u32,
    /// What of it will not be in its renditions.
    pub remarks: Vec<Remark>,
    kind: Kind,
    fonts: Fonts,
}

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

    /// Looks at an original: it is one that can be developed, as far as its size and its end tell.
    pub fn look(&self, bytes: &[u8]) -> Result<Seen, PictureError> {
        let seen = match Kind::of(bytes)? {
            Kind::Drawing => self.look_at_drawing(bytes)?,
            kind @ Kind::Photo(format) => {
                let photo = Photo::open(bytes, format)?;
                let (width, height) = photo.size()?;
                Seen { width, height, remarks: photo.remarks(), kind, fonts: Fonts::default() }
            }
        };
        limits::check_shape(seen.width, seen.height)?;
        Ok(seen)
    }

    /// The renditions of an original, in the order in which they are wanted.
    pub fn develop(&self, seen: &Seen, bytes: &[u8], wanted: &[Wanted]) -> Result<Vec<Vec<u8>>, PictureError> {
        let estimate = match seen.kind {
            Kind::Drawing => limits::of_drawing(bytes, wanted),
            Kind::Photo(format) => Photo::open(bytes, format)?.memory(wanted)?,
        };
        match self.send(&Task::develop(&seen.fonts, wanted), bytes, estimate)? {
            Answer::Renditions(renditions) => Ok(renditions),
            Answer::Size(..) => Err(PictureError::Broken("no renditions".to_owned())),
        }
    }

    fn look_at_drawing(&self, bytes: &[u8]) -> Result<Seen, PictureError> {
        let fonts = Fonts::of(bytes);
        match self.send(&Task::look(&fonts), bytes, limits::of_drawing(bytes, &[]))? {
            Answer::Size(width, height, remarks) => Ok(Seen { width, height, remarks, kind: Kind::Drawing, fonts }),
            Answer::Renditions(_) => Err(PictureError::Empty),
        }
    }

    /// Has a process do it: with the memory that it should take, and if that is too little with all there is.
    fn send(&self, task: &Task, bytes: &[u8], estimate: u64) -> Result<Answer, PictureError> {
        // Fonts are read before the rest is counted, and stay.
        let beside = task.fonts.bytes();
        for memory in [estimate, limits::MEMORY - beside] {
            let Some(_held) = self.budget.hold(memory + beside) else { return Err(PictureError::TooMuchMemory) };
            match process::run(&self.program, task, bytes, memory) {
                Err(PictureError::TooMuchMemory) => {}
                result => return result,
            }
        }
        Err(PictureError::TooMuchMemory)
    }
}

impl Seen {
    /// What renditions are made with beside the original itself: the names of fonts.
    pub fn ingredients(&self) -> &[String] {
        self.fonts.files()
    }
}
