//! How faults of the site file are told, in both languages.

use crate::fault::ImportFault;
use crate::fault_words::{Parts, both};
use strait_report::problem::Severity::Advice;

/// What a fault of the site file is called and how it is told.
pub fn words(fault: &ImportFault) -> Option<Parts> {
    Some(match fault {
        ImportFault::NewSection(section) => (
            "new-section",
            Advice,
            both(format!("栏目树里加了 {section}"), format!("the section {section} was added to the tree")),
            both("名称和次序可以改；删去的不会再加", "rename or move it as you like; one that you remove is not added again"),
        ),
        ImportFault::SetUp(said, samples) => (
            "set-up",
            Advice,
            both(
                format!("按来源设好了（{said}），移走 {samples} 个示例文件"),
                format!("set up as the source describes itself ({said}); {samples} sample files went"),
            ),
            both("看一遍，不对就改", "look it through, and correct what is not right"),
        ),
        ImportFault::Unsaid(left) => (
            "unsaid",
            Advice,
            both(
                format!("来源没有说明，仍是示例：{left}"),
                format!("the source does not say, and it is still the sample's: {left}"),
            ),
            both("在 site.json 里填上", "fill it in, in site.json"),
        ),
        ImportFault::Undescribed(why) => (
            "undescribed",
            Advice,
            both(format!("来源没有说明自己（{why}）"), format!("the source does not describe itself ({why})")),
            both("报名、语言、时区、栏目请在 site.json 里写", "write name, language, time zone and sections into site.json"),
        ),
        ImportFault::MediaOrigin(origin) if origin.starts_with("http://") => (
            "media-origin",
            Advice,
            both(
                format!("有图片来自 {origin}，网页只显示 https 的图片"),
                format!("pictures come from {origin}; pages show those of https only"),
            ),
            both("用 --fetch-pictures 再导入一次，把图片取来", "import again with --fetch-pictures, which brings them along"),
        ),
        ImportFault::MediaOrigin(origin) => (
            "media-origin",
            Advice,
            both(format!("有图片来自 {origin}"), format!("pictures come from {origin}")),
            both(
                "若可信任，用 --trust-origins 导入，或把它加进 mediaOrigins，否则浏览器不显示",
                "if you trust it, import with --trust-origins or add it to `mediaOrigins`, or browsers will not show them",
            ),
        ),
        ImportFault::Player(origin) => (
            "player",
            Advice,
            both(format!("有嵌入内容来自 {origin}"), format!("embeds come from {origin}")),
            both(
                "若可信任，用 --trust-origins 导入，或把它加进 players，否则只显示为链接",
                "if you trust it, import with --trust-origins or add it to `players`, or they are shown as links",
            ),
        ),
        _ => return None,
    })
}
