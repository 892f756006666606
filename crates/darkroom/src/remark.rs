//! What an editor should know of a picture that was made: what of the original is not in its renditions.

use serde::{Deserialize, Serialize};
use strait_report::problem::{Bilingual, Fault, Severity};

/// What of an original is not in its renditions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Remark {
    /// It moves, and the renditions do not.
    Moves,
    /// A family of fonts that a drawing is set in, and this machine has not.
    MissingFont(String),
    /// A character that no font of this machine has.
    MissingCharacter(char),
    /// This machine has no font at all.
    NoFont,
    /// A part of a drawing that is not drawn: another file, or one in another language.
    UndrawnPart(String),
}

impl Remark {
    /// The names of all, as in the manual.
    pub const NAMES: [&str; 5] = ["moving-picture", "missing-font", "missing-character", "no-font", "undrawn-part"];

    /// Whether another machine, or this one tomorrow, may have no such remark.
    pub fn is_of_this_machine(&self) -> bool {
        matches!(self, Remark::MissingFont(_) | Remark::MissingCharacter(_) | Remark::NoFont)
    }
}

impl Fault for Remark {
    fn name(&self) -> &'static str {
        match self {
            Remark::Moves => "moving-picture",
            Remark::MissingFont(_) => "missing-font",
            Remark::MissingCharacter(_) => "missing-character",
            Remark::NoFont => "no-font",
            Remark::UndrawnPart(_) => "undrawn-part",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Remark::Moves | Remark::MissingFont(_) => Severity::Advice,
            Remark::MissingCharacter(_) | Remark::NoFont | Remark::UndrawnPart(_) => Severity::Error,
        }
    }

    fn what(&self) -> Bilingual {
        match self {
            Remark::Moves => Bilingual::new("图片会动，刊出的是静止的一幅", "the picture moves: a still of it is printed"),
            Remark::MissingFont(family) => Bilingual::new(
                format!("图里的文字用 {family}，本机没有这种字体，换了一种"),
                format!("its words are set in {family}, which this machine has not: another font was taken"),
            ),
            Remark::MissingCharacter(character) => {
                let code = format!("U+{:04X}", u32::from(*character));
                Bilingual::new(
                    format!("图里的“{character}”（{code}）本机的字体都没有，没有画出"),
                    format!("no font of this machine has its “{character}” ({code}), which is not drawn"),
                )
            }
            Remark::NoFont => {
                Bilingual::new("本机没有字体，图里的文字没有画出", "this machine has no fonts: the drawing's words are not drawn")
            }
            Remark::UndrawnPart(part) => {
                Bilingual::new(format!("图里的 {part} 没有画出"), format!("{part} in the drawing is not drawn"))
            }
        }
    }

    fn mend(&self) -> Bilingual {
        match self {
            Remark::Moves => Bilingual::new(
                "要它动，就做成 MP4 放进 media，用 video 内容块",
                "to have it move, make a film of it (MP4) in `media`, and show that in a video block",
            ),
            Remark::MissingFont(_) | Remark::MissingCharacter(_) | Remark::NoFont => Bilingual::new(
                "安装字体（中文可用 Noto Sans CJK），或在作图软件里把文字转成轮廓",
                "install the font (Noto Sans CJK for Chinese), or turn words into outlines where it was drawn",
            ),
            Remark::UndrawnPart(_) => Bilingual::new(
                "把图片嵌进 SVG（data:），文字用 <text>，或导出为 PNG",
                "embed pictures in the SVG (data:), write words as <text>, or export it as PNG",
            ),
        }
    }
}
