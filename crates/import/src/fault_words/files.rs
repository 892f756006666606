//! Faults of whole files.

use super::{Parts, both};
use crate::fault::ImportFault;
use strait_report::problem::Severity::{Advice, Error};

impl ImportFault {
    pub(super) fn of_files(&self) -> Option<Parts> {
        Some(match self {
            ImportFault::BadFile(error) => (
                "bad-file",
                Error,
                both(format!("不是所说的格式（{error}）"), format!("not of the format that was announced ({error})")),
                both("检查 --from，或重新取这个文件", "check --from, or get the file anew"),
            ),
            ImportFault::Unopened => (
                "unopened",
                Error,
                both(
                    "是管道，或指向文件夹之外的链接，没有读取",
                    "a pipe, or a link that leads out of the folder: it was not read",
                ),
                both("放文件本身，再导入一次", "put the file itself there, and import again"),
            ),
            ImportFault::NoItems => (
                "no-items",
                Advice,
                both("里面没有可导入的稿件", "nothing to import in it"),
                both("若应当有稿件，检查 --from", "if there should be, check --from"),
            ),
            ImportFault::CutShort(error) => (
                "cut-short",
                Error,
                both(
                    format!("文件在这里损坏（{}），能读出的稿件已导入", error.zh),
                    format!("broken here ({}); what could be read was imported", error.en),
                ),
                both("重新取这个文件再导入一次", "get the file anew and import it again"),
            ),
            ImportFault::Encoding(name) => (
                "encoding",
                Advice,
                both(
                    format!("没有说明编码或说错了，按 {name} 读"),
                    format!("its encoding is not declared, or wrongly; read as {name}"),
                ),
                both("若有乱码，请先转成 UTF-8", "if text looks wrong, convert it to UTF-8 first"),
            ),
            ImportFault::ManyMoreOfAKind(name, count) => (
                "many-more-of-a-kind",
                Advice,
                both(format!("另有 {count} 处 {name} 未列出"), format!("{count} more of “{name}” are not listed")),
                both("改正所列的，再导入一次", "correct those that are listed and import again"),
            ),
            _ => return None,
        })
    }
}
