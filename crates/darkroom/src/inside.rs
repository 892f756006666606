//! The process that opens one picture: the original comes in, renditions go out, and nothing else is touched.

use super::drawing::Drawing;
use super::fonts::Fonts;
use super::photo::Photo;
use super::rendition::encode;
use super::{Kind, PictureError, Remark, Wanted, bounds, limits};
use image::DynamicImage;
use image::imageops::FilterType;
use resvg::usvg::fontdb::Database;
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};
use std::process::ExitCode;
use strait_model::RenditionType;

/// The stack for drawings in drawings.
const STACK: usize = 16 << 20;

/// What is to be done with the original that comes in.
#[derive(Clone, Serialize, Deserialize)]
pub struct Task {
    /// What a drawing's words are set in.
    pub fonts: Fonts,
    /// The renditions that are wanted; none: only the size of a drawing is.
    pub wanted: Vec<(u32, u8)>,
    /// How much memory it may take.
    pub memory: u64,
}

/// What became of it.
#[derive(Serialize, Deserialize)]
pub enum Answer {
    /// Its size, and what of it is not drawn.
    Size(u32, u32, Vec<Remark>),
    /// The renditions that were wanted.
    Renditions(Vec<Vec<u8>>),
}

impl Task {
    /// Wants the size of a drawing.
    pub fn look(fonts: &Fonts) -> Task {
        Task { fonts: fonts.clone(), wanted: vec![], memory: 0 }
    }

    /// Wants renditions.
    pub fn develop(fonts: &Fonts, wanted: &[Wanted]) -> Task {
        let place = |encoding: RenditionType| RenditionType::ALL.iter().position(|one| *one == encoding).unwrap_or(0) as u8;
        let fonts = fonts.clone();
        Task { fonts, wanted: wanted.iter().map(|(width, encoding)| (*width, place(*encoding))).collect(), memory: 0 }
    }

    fn wanted(&self) -> impl Iterator<Item = Wanted> {
        self.wanted.iter().filter_map(|(width, place)| Some((*width, *RenditionType::ALL.get(usize::from(*place))?)))
    }
}

/// Does a task with the original that is on standard input, and answers on standard output.
pub fn work(task: &str) -> ExitCode {
    let Ok(task) = serde_json::from_str::<Task>(task) else { return ExitCode::from(2) };
    // The last files that are opened.
    let fonts = task.fonts.read();
    if let Err(error) = bounds::set(task.memory) {
        return answer(&Err(PictureError::NoProcess(error.to_string())));
    }
    let carry_out = move || answer(&read().and_then(|bytes| carry_out(&task, &bytes, fonts)));
    let done = std::thread::Builder::new().stack_size(STACK).spawn(carry_out);
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

fn carry_out(task: &Task, bytes: &[u8], fonts: Database) -> Result<Answer, PictureError> {
    if task.wanted.is_empty() {
        let drawing = Drawing::open(bytes, &task.fonts, fonts)?;
        let (width, height) = drawing.size();
        return Ok(Answer::Size(width, height, drawing.remarks()));
    }
    let widest = task.wanted().map(|(width, _)| width).max().unwrap_or(1);
    let pixels = DynamicImage::from(match Kind::of(bytes)? {
        Kind::Drawing => Drawing::open(bytes, &task.fonts, fonts)?.draw(widest)?,
        Kind::Photo(format) => Photo::open(bytes, format)?.decode()?,
    });
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
