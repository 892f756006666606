//! The process that opens one picture: the original comes in, renditions go out, and nothing else is touched.

use super::original::{Drawing, Photo};
use super::rendition::encode;
use super::{PictureError, Wanted, bounds, limits};
use crate::model::RenditionType;
use image::DynamicImage;
use image::imageops::FilterType;
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};
use std::process::ExitCode;

/// The stack for drawings in drawings.
const STACK: usize = 16 << 20;

/// What is to be done with the original that comes in.
#[derive(Clone, Serialize, Deserialize)]
pub struct Task {
    /// Whether it is a drawing (SVG).
    pub is_drawing: bool,
    /// The renditions that are wanted; none: only its size is.
    pub wanted: Vec<(u32, u8)>,
    /// How much memory it may take.
    pub memory: u64,
}

/// What became of it.
#[derive(Serialize, Deserialize)]
pub enum Answer {
    /// Its size.
    Size(u32, u32),
    /// The renditions that were wanted.
    Renditions(Vec<Vec<u8>>),
}

impl Task {
    /// Wants the size of a drawing.
    pub fn look() -> Task {
        Task { is_drawing: true, wanted: vec![], memory: 0 }
    }

    /// Wants renditions.
    pub fn develop(is_drawing: bool, wanted: &[Wanted]) -> Task {
        let place = |encoding: RenditionType| RenditionType::ALL.iter().position(|one| *one == encoding).unwrap_or(0) as u8;
        Task { is_drawing, wanted: wanted.iter().map(|(width, encoding)| (*width, place(*encoding))).collect(), memory: 0 }
    }

    fn wanted(&self) -> impl Iterator<Item = Wanted> {
        self.wanted.iter().filter_map(|(width, place)| Some((*width, *RenditionType::ALL.get(usize::from(*place))?)))
    }
}

/// Does a task with the original that is on standard input, and answers on standard output.
pub fn work(task: &str) -> ExitCode {
    let Ok(task) = serde_json::from_str::<Task>(task) else { return ExitCode::from(2) };
    if let Err(error) = bounds::set(task.memory) {
        return answer(&Err(PictureError::NoProcess(error.to_string())));
    }
    let done =
        std::thread::Builder::new().stack_size(STACK).spawn(move || answer(&read().and_then(|bytes| carry_out(&task, &bytes))));
    match done.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        _ => ExitCode::from(101),
    }
}

fn read() -> Result<Vec<u8>, PictureError> {
    let mut bytes = vec![];
    std::io::stdin().read_to_end(&mut bytes).map_err(|error| PictureError::Broken(error.to_string()))?;
    Ok(bytes)
}

fn carry_out(task: &Task, bytes: &[u8]) -> Result<Answer, PictureError> {
    if task.wanted.is_empty() {
        let (width, height) = Drawing::open(bytes)?.size();
        return Ok(Answer::Size(width, height));
    }
    let widest = task.wanted().map(|(width, _)| width).max().unwrap_or(1);
    let pixels = match task.is_drawing {
        true => Drawing::open(bytes)?.draw(widest)?,
        false => Photo::open(bytes)?.decode()?,
    };
    bounds::draw_freely().map_err(|error| PictureError::NoProcess(error.to_string()))?;
    say(&[1]);
    // Those of a width come one after the other: it is drawn once.
    let mut drawn = None;
    let rendition = |(width, encoding): Wanted| {
        let (_, picture) = drawn.take_if(|(drawn, _)| *drawn == width).unwrap_or_else(|| (width, sized(&pixels, width)));
        let rendition = encode(&picture, encoding);
        drawn = Some((width, picture));
        rendition
    };
    task.wanted().map(rendition).collect::<Result<_, _>>().map(Answer::Renditions)
}

fn sized(pixels: &DynamicImage, width: u32) -> DynamicImage {
    let height = limits::rendition_height(width, pixels.width(), pixels.height()) as u32;
    pixels.resize_exact(width, height, FilterType::Lanczos3)
}

fn answer(answer: &Result<Answer, PictureError>) -> ExitCode {
    match postcard::to_stdvec(answer) {
        Ok(bytes) if say(&[0]) && say(&bytes) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Whether whoever waits has heard it.
fn say(bytes: &[u8]) -> bool {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).is_ok()
}
