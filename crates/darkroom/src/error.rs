//! Why a picture could not be made.

use super::limits::{LARGEST, MEMORY, SECONDS};
use serde::{Deserialize, Serialize};
use strait_report::problem::{Bilingual, Told};

/// Why a picture could not be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}", self.words().en)]
pub enum PictureError {
    /// No picture, or a part of one.
    Broken(String),
    /// Nothing that looks like a picture.
    NoPicture,
    /// A file of a format that is not opened.
    OtherFormat(String),
    /// A file that has not its end.
    CutShort,
    /// A picture of no width or height.
    Empty,
    /// More pixels than are decoded.
    TooManyPixels {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// More bytes than are read.
    TooManyBytes {
        /// How many there are.
        megabytes: usize,
    },
    /// Taller than renditions can be.
    TooTall {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// It takes more memory than all pictures have together.
    TooMuchMemory,
    /// It takes longer than a picture may.
    TooLong,
    /// The process that opens pictures could not be started.
    NoProcess(String),
}

impl PictureError {
    /// Whether it may well be a picture, but asks for too much.
    pub fn is_too_much(&self) -> bool {
        let asks_for_much = [PictureError::TooMuchMemory, PictureError::TooLong].contains(self);
        let is_large =
            matches!(self, PictureError::TooManyPixels { .. } | PictureError::TooManyBytes { .. } | PictureError::TooTall { .. });
        asks_for_much || is_large
    }
}

impl Told for PictureError {
    fn words(&self) -> Bilingual {
        let (wide, high) = LARGEST;
        match self {
            PictureError::Broken(why) => Bilingual::new(format!("图片已损坏：{why}"), format!("the picture is broken: {why}")),
            PictureError::NoPicture => {
                Bilingual::new("图片已损坏：文件里没有图片", "the picture is broken: there is no picture in its file")
            }
            PictureError::OtherFormat(format) => {
                Bilingual::new(format!("这是 {format} 文件，打不开"), format!("the file is {format}, which is not opened"))
            }
            PictureError::CutShort => Bilingual::new(
                "图片已损坏：文件不完整，缺了末尾（上传可能中断过）",
                "the picture is broken: the end of its file is missing, as after an upload that broke off",
            ),
            PictureError::Empty => Bilingual::new("图片没有大小", "the picture has no size"),
            PictureError::TooManyPixels { width, height } => Bilingual::new(
                format!("图片有 {width}×{height} 像素，超过 {wide}×{high}"),
                format!("the picture has {width} × {height} pixels; more than {wide} × {high} are not decoded"),
            ),
            PictureError::TooManyBytes { megabytes } => Bilingual::new(
                format!("图片有 {megabytes} MB，超过 64 MB"),
                format!("the picture has {megabytes} MB; more than 64 MB are not read"),
            ),
            PictureError::TooTall { width, height } => Bilingual::new(
                format!("图片有 {width}×{height} 像素，高是宽的 50 倍以上"),
                format!("the picture has {width} × {height} pixels: more than 50 times as high as wide"),
            ),
            PictureError::TooMuchMemory => Bilingual::new(
                format!("打开图片要用 {} MB 以上的内存，已中止", MEMORY >> 20),
                format!("opening the picture takes more than {} MB of memory: it was ended", MEMORY >> 20),
            ),
            PictureError::TooLong => Bilingual::new(
                format!("打开图片用了 {SECONDS} 秒以上，已中止"),
                format!("opening the picture takes more than {SECONDS} seconds: it was ended"),
            ),
            PictureError::NoProcess(why) => {
                Bilingual::new(format!("无法启动打开图片的进程：{why}"), format!("no process could be started to open it: {why}"))
            }
        }
    }
}
