//! What an editor should know of a picture that was made: what of the original is not in its renditions.

use serde::{Deserialize, Serialize};
use strait_report::faults;
use strait_report::table::Blank;

faults! {
    /// What of an original is not in its renditions.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    Remark {
        /// It moves, and the renditions do not.
        Moves Advice "moving-picture"
            ["图片会动，刊出的是静止的一幅", "the picture moves: a still of it is printed"]
            ["要它动，就做成 MP4 放进 media，用 video 内容块", "to have it move, make a film of it (MP4) in `media`, and show that in a video block"];
        /// A family of fonts that a drawing is set in, and this machine has not.
        MissingFont(family: String) Advice "missing-font"
            ["图里的文字用 {family}，本机没有这种字体，换了一种", "its words are set in {family}, which this machine has not: another font was taken"]
            ["安装字体（中文可用 Noto Sans CJK），或在作图软件里把文字转成轮廓", "install the font (Noto Sans CJK for Chinese), or turn words into outlines where it was drawn"];
        /// A character that no font of this machine has.
        MissingCharacter(character: Sign) Error "missing-character"
            ["图里的{character}本机的字体都没有，没有画出", "no font of this machine has its {character}, which is not drawn"]
            ["安装字体（中文可用 Noto Sans CJK），或在作图软件里把文字转成轮廓", "install the font (Noto Sans CJK for Chinese), or turn words into outlines where it was drawn"];
        /// This machine has no font at all.
        NoFont Error "no-font"
            ["本机没有字体，图里的文字没有画出", "this machine has no fonts: the drawing's words are not drawn"]
            ["安装字体（中文可用 Noto Sans CJK），或在作图软件里把文字转成轮廓", "install the font (Noto Sans CJK for Chinese), or turn words into outlines where it was drawn"];
        /// A part of a drawing that is not drawn: another file, or one in another language.
        UndrawnPart(part: String) Error "undrawn-part"
            ["图里的 {part} 没有画出", "{part} in the drawing is not drawn"]
            ["把图片嵌进 SVG（data:），文字用 <text>，或导出为 PNG", "embed pictures in the SVG (data:), write words as <text>, or export it as PNG"];
    }
}

/// A character that is told with its number, for not everybody sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sign(pub char);

impl Blank for Sign {
    fn zh(&self) -> String {
        format!("“{}”（U+{:04X}）", self.0, u32::from(self.0))
    }

    fn en(&self) -> String {
        format!("“{}” (U+{:04X})", self.0, u32::from(self.0))
    }
}

impl Remark {
    /// Whether another machine, or this one tomorrow, may have no such remark.
    pub fn is_of_this_machine(&self) -> bool {
        matches!(self, Remark::MissingFont(_) | Remark::MissingCharacter(_) | Remark::NoFont)
    }
}
