//! Faults of bodies.

use super::{Parts, both};
use crate::fault::ImportFault;
use strait_report::problem::Severity::{Advice, Error};

impl ImportFault {
    pub(super) fn of_bodies(&self) -> Parts {
        let look = || both("对照原文，需要时补上", "compare with the original and add what is needed");
        let nothing = || both("不需处理", "nothing to do");
        match self {
            ImportFault::Removed(what) => {
                ("removed", Advice, both(format!("去掉了 {what}"), format!("{what} was removed")), nothing())
            }
            ImportFault::Unkept(what) => {
                ("unkept", Error, both(format!("{what} 无法保留"), format!("{what} cannot be kept")), look())
            }
            ImportFault::UnsafeLink(href) => (
                "unsafe-link",
                Error,
                both(
                    format!("去掉了危险的地址 {href}，文字保留"),
                    format!("the unsafe address {href} was removed; its text is kept"),
                ),
                look(),
            ),
            ImportFault::DeadLink(href) => (
                "dead-link",
                Advice,
                both(format!("链接 {href} 无处可去，文字保留"), format!("the link {href} leads nowhere; its text is kept")),
                look(),
            ),
            ImportFault::LostMedia(what) => {
                ("lost-media", Error, both(format!("{what} 没有可用的地址"), format!("{what} has no usable address")), look())
            }
            ImportFault::NotInExport(what) => (
                "lost-media",
                Error,
                both(format!("导入的文件里没有 {what}"), format!("{what} is in no file that was imported")),
                both(
                    "导出有几个文件时一起导入（或放进一个文件夹）；否则对照原文补上",
                    "import the files of one export together, or as a folder; else compare with the original",
                ),
            ),
            ImportFault::LostAddress(address) => (
                "lost-address",
                Advice,
                both(format!("旧网址 {address} 不能转到新网址"), format!("the old address {address} cannot lead here")),
                both("需要时在服务器上另设跳转", "set it up on the server itself, if it is needed"),
            ),
            ImportFault::LostPicture(why) => (
                "lost-picture",
                Error,
                both(format!("图片未能取来（{why}）"), format!("a picture could not be taken over ({why})")),
                look(),
            ),
            ImportFault::UnfetchedPicture(why) => (
                "unfetched-picture",
                Advice,
                both(format!("图片未能下载（{why}）"), format!("a picture could not be fetched ({why})")),
                both("它保留原来的网址；再导入一次会再试", "it keeps its address; importing again tries again"),
            ),
            ImportFault::Struck => (
                "struck",
                Error,
                both("原文划掉的文字会读作有效", "text that is struck out would read as valid"),
                both("删去它，或写成更正", "delete it, or make it a correction"),
            ),
            ImportFault::Hidden(what) => (
                "hidden",
                Advice,
                both(format!("去掉了原文隐藏的内容（{what}）"), format!("what the source hides was removed ({what})")),
                nothing(),
            ),
            ImportFault::Flattened(what) => (
                "flattened",
                Advice,
                both(format!("{what} 改成了较简单的结构"), format!("{what} became a simpler structure")),
                look(),
            ),
            ImportFault::TooDeep => {
                ("too-deep", Advice, both("嵌套过深，只保留文字", "nested too deep: only its text is kept"), look())
            }
            ImportFault::Shortcode(name) => (
                "shortcode",
                Error,
                both(
                    format!("短代码 [{name}] 无法展开，其中文字保留"),
                    format!("the shortcode [{name}] cannot be expanded; text in it is kept"),
                ),
                look(),
            ),
            ImportFault::LostBlock(name) if name.starts_with("block ") => (
                "lost-block",
                Error,
                both(
                    format!("导入的文件里没有同步样板 {name}"),
                    format!("the synced pattern “{name}” is in no file that was imported"),
                ),
                both("同一次导出的各个文件要一起导入", "import the files of one export together"),
            ),
            ImportFault::LostBlock(name) => (
                "lost-block",
                Error,
                both(
                    format!("内容块 {name} 由原网站在显示时生成，来源里没有它的内容"),
                    format!("the block “{name}” is made by its site when a page is shown: its content is not in the source"),
                ),
                look(),
            ),
            ImportFault::Turned => (
                "turned",
                Advice,
                both("去掉了改变文字方向的控制符", "characters that force the direction of text were removed"),
                nothing(),
            ),
            _ => ("unknown", Advice, both("", ""), nothing()),
        }
    }
}
